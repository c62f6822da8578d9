// A layer or a file has its word wherever there is room for it: on one line, on two, or a little smaller.
import { describe, expect, it } from 'vitest';
import { fittingText } from '../../../src/layout/text/fitting';

const type = { size: 14.5, smallest: 12 };
const fit = (texts: readonly string[], width: number, height: number) =>
  fittingText(texts, { width, height, ...type });

describe('the word on a button', () => {
  it('is the longest that fits on one line', () => {
    expect(fit(['debian:12 (e1d8): 108.7 MiB', 'debian:12 (e1d8)'], 300, 20).text).toBe(
      'debian:12 (e1d8): 108.7 MiB',
    );
    expect(fit(['debian:12 (e1d8): 108.7 MiB', 'debian:12'], 120, 20).text).toBe('debian:12');
  });

  it('takes several lines where it is too long and the button high enough', () => {
    const { text, isSmall } = fit(['debian:12 (e1d8)'], 90, 74);
    expect([text.split('\n').join(' '), isSmall]).toEqual(['debian:12 (e1d8)', false]);
    expect(text).toContain('\n');
  });

  it('is a little smaller where the button is a little too low, and nothing where it would be cut', () => {
    expect(fit(['search: 91.3 MiB'], 1140, 15)).toEqual({ text: 'search: 91.3 MiB', isSmall: true });
    expect(fit(['search: 91.3 MiB'], 1140, 11).text).toBe('');
    expect(fit(['search'], 20, 60).text).toBe('');
    expect(fittingText(['search'], { width: 90, height: 60, size: 0, smallest: 12 }).text).toBe('');
  });
});
