// Estimates of text: on the wide side of what the browser measures, and broken evenly.
import { describe, expect, it } from 'vitest';
import { breakLines, textWidth } from '../../../src/layout/text/measure';

/** Widths that Chromium gives for the bundled font at 1000 px. */
const measured = [
  [400, 'guest OS', 4017],
  [400, 'VM 2', 2329],
  [400, 'hypervisor and its services', 11660],
  [400, 'host OS: kernel panic, nobody picks it up', 17854],
  [700, 'search', 3087],
  [700, '5 of 6 copies serving', 9945],
  [700, 'host OS: kernel panic, nobody picks it up', 19294],
] as const;

describe('textWidth', () => {
  it.each(measured)('at weight %i measures "%s" rather too wide than too narrow', (weight, text, width) => {
    const estimate = textWidth(text, 1000, weight);
    expect(estimate).toBeGreaterThanOrEqual(width);
    expect(estimate).toBeLessThanOrEqual(width * 1.04);
  });

  it('knows signs outside the basic ones, and leaves room for those it does not know', () => {
    expect(textWidth('×', 1000, 400)).toBeCloseTo(537, 0);
    expect(textWidth('Ω', 1000, 400)).toBeCloseTo(808, 0);
  });
});

describe('breakLines', () => {
  it('breaks at spaces, evenly', () => {
    expect(breakLines('reserved, not used', 14, 400, 200)).toEqual(['reserved, not used']);
    expect(breakLines('reserved, not used', 14, 400, 90)).toEqual(['reserved,', 'not used']);
  });

  it('keeps what a comma ends together, where that needs no more lines', () => {
    expect(breakLines('search: exited with 1, nobody picks it up', 14, 700, 175)).toEqual([
      'search: exited with 1,',
      'nobody picks it up',
    ]);
    expect(breakLines('guest OS (Windows): kernel panic', 14, 700, 120)).toEqual([
      'guest OS',
      '(Windows):',
      'kernel panic',
    ]);
  });

  it('gives up when a word is too wide', () => {
    expect(breakLines('free in all: 7.6 GiB', 14, 400, 60)).toEqual(['free in', 'all:', '7.6 GiB']);
    expect(breakLines('reserved, not used', 14, 400, 30)).toBeNull();
  });
});
