// Code in a line of a lesson is never broken, so it has to fit where it stands: in an option, on a phone.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';

/** So many letters of the same width go beside the letter of an option at 320 px. */
const WIDEST = 23;

/** Every piece of code in lines of text, wherever it stands on a page; blocks of code are broken where they have to. */
function codeIn(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { type, text, language } = part as { type?: unknown; text?: unknown; language?: unknown };
  if (type === 'code' && language === undefined) return [String(text)];
  return Object.values(part).flatMap(codeIn);
}

describe.each(lessons)('$slug', (entry) => {
  it('has no code that is wider than its column', async () => {
    const { page } = await entry.open();
    expect(codeIn(page).filter(({ length }) => length > WIDEST)).toEqual([]);
  });
});
