// What a learner has begun: the lesson to go on with, and nothing else.
import { describe, expect, it } from 'vitest';
import { lessons } from 'virtual:lessons';
import { begunLast } from '../../../src/apps/course/begun';
import { noLessonProgress, type Progress } from '../../../src/lesson/progress';

const progress = (places: Readonly<Record<string, string | null>>): Progress => ({
  v: 1,
  lessons: Object.fromEntries(
    Object.entries(places).map(([slug, place]) => [slug, { ...noLessonProgress, place }]),
  ),
});

describe('begunLast', () => {
  it.each([
    ['none was begun', {}],
    ['one was only opened', { 'one-kernel-falls': null }],
    ['one is done', { 'one-kernel-falls': 'finished' }],
    ['one is not here', { 'the-big-sale': 'recall' }],
  ])('is none where %s', (_why, places) => {
    expect(begunLast(lessons, progress(places))).toBeNull();
  });

  it('is the one that was begun last', () => {
    const places = { 'fair-shares': 'transfer', 'one-kernel-falls': 'recall', 'how-many-fit': 'finished' };
    expect(begunLast(lessons, progress(places))).toMatchObject({ slug: 'one-kernel-falls' });
  });
});
