// What captions at rest say of the lessons' own solutions: the outcome, and what was done between two contrary findings.
import { describe, expect, it } from 'vitest';
import { tell } from '../../../src/apps/course/telling';
import { LINE, LINES } from '../../../src/view/shell/captionLine';
import { solved } from '../../layout/timeline/lessonLines';

const captions = new Map(
  solved.map(({ name, facts, start, view, furthest }) => {
    const opened = { run: '1', start, view, journal: [], head: 0, facts: facts.filter(({ at }) => at === 0) };
    return [name.slice(name.indexOf(' ') + 1), tell(opened, { ...opened, head: furthest, facts }, 'some')];
  }),
);

describe('the caption at the end of a step', () => {
  it('has room in its lines, in every lesson', () => {
    for (const [name, text] of captions) expect(text?.length ?? 0, name).toBeLessThanOrEqual(LINE * LINES);
  });

  it.each([
    ['files-of-its-own', /^The image \S+ was refused for search/],
    ['the-disk-breaks', /broke\. .* answers with errors\./],
    ['no-docker-at-all', /killed the shim .* exited, and/],
    ['replace-it', /found no \S+\. You replaced search 1 by one with the volume .* found \S+ in the volume/],
    ['a-noisy-neighbour', /threads\. You set the CPU weight/],
    ['who-picks-it-up', /panicked\. .* copies serve again\./],
  ])('of %s tells what it came to, and how', (name, told) => {
    expect(captions.get(name)).toMatch(told);
  });
});
