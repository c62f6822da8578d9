// Kept progress: anything may be stored, two tabs may write.
import { describe, expect, it } from 'vitest';
import {
  mergeLesson,
  mergeProgress,
  noLessonProgress,
  noProgress,
  type LessonProgress,
} from '../../src/lesson/progress';
import { MOST_PROGRESS_CHARACTERS, parseProgress } from '../../src/lesson/progressText';

const mine: LessonProgress = {
  place: 'one',
  answers: { p: 'yes' },
  outcomes: { p: 'no' },
  passed: ['c'],
  shown: ['one'],
  hints: { one: 2 },
};
const stored = { v: 1, lessons: { sample: mine } };

describe('stored progress', () => {
  it('comes back as it was written', () => {
    expect(parseProgress(JSON.stringify(stored))).toEqual({ ok: true, progress: stored });
    expect(parseProgress(JSON.stringify(noProgress))).toEqual({ ok: true, progress: noProgress });
  });

  it.each<[string, string, string]>([
    ['text', 'hello', 'not-json'],
    ['nothing', '', 'not-json'],
    ['a number', '7', 'malformed'],
    ['null', 'null', 'malformed'],
    ['a later version', '{"v":2,"lessons":{}}', 'other-version'],
    ['no lessons', '{"v":1}', 'malformed'],
    ['an unknown field', '{"v":1,"lessons":{},"name":"x"}', 'malformed'],
    ['a lesson with an unknown field', withLesson({ ...mine, score: 1 }), 'malformed'],
    ['a lesson without answers', withLesson({ ...mine, answers: undefined }), 'malformed'],
    ['an answer that is no id', withLesson({ ...mine, answers: { p: '<b>' } }), 'malformed'],
    ['a key that is no id', '{"v":1,"lessons":{"a b":{}}}', 'malformed'],
    ['too many checks', withLesson({ ...mine, passed: Array.from({ length: 201 }, () => 'c') }), 'malformed'],
    ['too many answers', withLesson({ ...mine, answers: many(201) }), 'malformed'],
    ['half a hint', withLesson({ ...mine, hints: { one: 0.5 } }), 'malformed'],
    ['a thousand hints', withLesson({ ...mine, hints: { one: 1000 } }), 'malformed'],
    ['a book', JSON.stringify('x'.repeat(MOST_PROGRESS_CHARACTERS)), 'too-long'],
  ])('is refused when it is %s', (_name, text, reason) => {
    expect(parseProgress(text)).toEqual({ ok: false, reason });
  });
});

function withLesson(lesson: object): string {
  return JSON.stringify({ v: 1, lessons: { sample: lesson } });
}

function many(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`p-${index}`, 'yes']));
}

describe('merging', () => {
  const theirs: LessonProgress = {
    place: 'two',
    answers: { p: 'no', q: 'yes' },
    outcomes: { q: 'yes' },
    passed: ['d', 'c'],
    shown: [],
    hints: { one: 1, two: 3 },
  };

  it('keeps the answer that was stored first, and everything that either has done', () => {
    expect(mergeLesson(theirs, mine)).toEqual({
      place: 'one',
      answers: { p: 'no', q: 'yes' },
      outcomes: { p: 'no', q: 'yes' },
      passed: ['d', 'c'],
      shown: ['one'],
      hints: { one: 2, two: 3 },
    });
  });

  it('keeps the place that is stored when there is none yet', () => {
    expect(mergeLesson(theirs, noLessonProgress).place).toBe('two');
  });

  it('loses no lesson that another tab wrote', () => {
    const other = { v: 1, lessons: { other: theirs, sample: theirs } } as const;
    const merged = mergeProgress(other, 'sample', mine);
    expect(merged.lessons['other']).toEqual(theirs);
    expect(merged.lessons['sample']?.passed).toEqual(['d', 'c']);
    expect(mergeProgress(noProgress, 'sample', mine).lessons).toEqual({ sample: mine });
  });
});
