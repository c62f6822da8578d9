// A finished lesson leads to the next that is there, and names what is not.
import { expect, it } from 'vitest';
import { followingOf } from '../../../src/apps/course/following';

const there = ['works-on-my-machine', 'many-computers-in-one', 'a-box-around-processes'].map((slug) => ({
  slug,
}));
const follows = (slug: string) => {
  const { coming, next } = followingOf(there, slug);
  return [coming.map((lesson) => lesson.slug), next?.slug ?? null];
};

it('leads to the lesson behind it, past those that are not there, and nowhere behind the last', () => {
  expect(follows('works-on-my-machine')).toEqual([[], 'many-computers-in-one']);
  const between = ['what-a-guest-os-costs', 'snapshot-roll-back-clone-move'];
  expect(follows('many-computers-in-one')).toEqual([between, 'a-box-around-processes']);
  expect(follows('the-big-sale')).toEqual([[], null]);
});
