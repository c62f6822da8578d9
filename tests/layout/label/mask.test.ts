// Figures under a mask: as wide as before, equal where they were equal, and all there again afterwards.
import { describe, expect, it } from 'vitest';
import { createMask } from '../../../src/layout/label/mask';
import { textWidth } from '../../../src/layout/text/measure';

describe('a mask', () => {
  it('takes away figures only, keeps the width, and gives all of them back', () => {
    const mask = createMask();
    const masked = mask.over('serving again in 0:34');
    expect(masked).toMatch(/^serving again in \D:\D\D$/u);
    expect(textWidth(masked, 14, 700)).toBe(textWidth('serving again in 0:34', 14, 700));
    expect(mask.off(`guest OS: ${masked} ×6`)).toBe('guest OS: serving again in 0:34 ×6');
    expect(mask.figures()).toBe('034');
  });

  it('is the same over texts that are equal and another over those that are not', () => {
    const mask = createMask();
    const [one, same, other] = ['0:28', '0:28', '0:27'].map((text) => mask.over(text));
    expect(one).toBe(same);
    expect(one).not.toBe(other);
  });

  it('is the same a second later', () => {
    const over = (...texts: string[]) => {
      const mask = createMask();
      return texts.map((text) => mask.over(text));
    };
    expect(over('0:28', '0:12', '0:28')).toEqual(over('0:27', '0:11', '0:27'));
    expect(over('0:28', '0:12')).not.toEqual(over('0:28', '0:28'));
  });

  it('leaves figures as they are where it has no more blanks', () => {
    const mask = createMask();
    for (let at = 0; at < 2000; at += 1) mask.over(`${at + 1000}`);
    expect(mask.over('0:99')).toBe('0:99');
    expect(mask.off('0:99')).toBe('0:99');
  });
});
