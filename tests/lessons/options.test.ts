// An option is chosen by a tap on its words, so no word of it may lead somewhere else.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import type { Prediction } from '../../src/lesson/format';

const LEADING = ['box', 'term', 'lesson'];

describe.each(lessons)('$slug', (entry) => {
  it('has options without a button or a link in their words', async () => {
    const { page } = await entry.open();
    const asked = page.steps.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.type === 'prediction' ? [part.prediction] : [])),
    );
    const others = [page.recall?.prediction, page.transfer?.prediction].filter(
      (each): each is Prediction => each !== undefined,
    );
    const words = [...asked, ...others].flatMap(({ options }) => options.flatMap(({ label }) => label));
    expect(words.filter(({ type }) => LEADING.includes(type))).toEqual([]);
  });
});
