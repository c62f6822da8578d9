// What is drawn of a lesson's moments on paper: one picture for as long as nothing drawn changes.
import { expect, it } from 'vitest';
import { checks } from '../../../lessons/05-a-box-around-processes/checks';
import { scenario } from '../../../lessons/05-a-box-around-processes/scenario';
import { solution } from '../../../lessons/05-a-box-around-processes/solution';
import { paperPictures } from '../../../src/apps/course/paperPictures';
import { loadLesson } from '../../../src/build/lessons/loadLesson';
import { handoutOf } from '../../../src/playback/lesson/handout';

const { page } = loadLesson('lessons/05-a-box-around-processes');
const stills = handoutOf({ page, scenario, checks }, solution).flatMap(({ answers }) => answers.stills);
const captionsOf = (some: typeof stills) => paperPictures(some, 'the start').map(({ captions }) => captions);

it('lets moments between which nothing drawn has changed share a picture', () => {
  const [first, second] = [stills[0]!, stills[1]!];
  const again = { ...first, sentence: 'nothing has changed' };
  expect(captionsOf([first, again, second])).toEqual([[first.sentence, again.sentence], [second.sentence]]);
});

it('gives each further part of a wall a picture of its own', () => {
  const [first, second] = captionsOf(stills);
  expect(first).toEqual([expect.stringContaining('cart lists no other process')]);
  expect(second).toEqual([expect.stringContaining('cart has a namespace of its own of every kind')]);
});
