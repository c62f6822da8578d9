// Files stay small enough to be read in one go.
import { describe, expect, it } from 'vitest';
import { countLines, read, trackedFiles } from './sources';

const product = trackedFiles().filter((path) => /^(src|lessons)\//.test(path));
const everything = trackedFiles().filter((path) => /^(src|lessons|tests)\//.test(path));

const ending = (paths: string[], end: RegExp) => paths.filter((path) => end.test(path));
const lines = (path: string) => countLines(read(path));
const tooLong = (paths: string[], most: number) =>
  paths.filter((path) => lines(path) > most).map((path) => `${path}: ${lines(path)} lines, at most ${most}`);

/** The value below which this share of the lengths lies. */
function quantile(paths: string[], share: number): number {
  const sorted = paths.map(lines).sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

describe('lines per file', () => {
  it('no script is longer than 400 lines', () => {
    expect(tooLong(ending(everything, /\.(ts|mjs|js|cjs)$/), 400)).toEqual([]);
  });

  it('half of the TypeScript files have at most 80 lines, nine in ten at most 250', () => {
    const files = ending(product, /\.ts$/);
    expect(quantile(files, 0.5)).toBeLessThanOrEqual(80);
    expect(quantile(files, 0.9)).toBeLessThanOrEqual(250);
  });

  it('components: half at most 60 lines, nine in ten at most 150, none above 250', () => {
    const files = ending(product, /\.svelte$/);
    expect(tooLong(files, 250)).toEqual([]);
    expect(quantile(files, 0.5)).toBeLessThanOrEqual(60);
    expect(quantile(files, 0.9)).toBeLessThanOrEqual(150);
  });

  it('no lesson page is longer than 90 lines', () => {
    expect(tooLong(ending(product, /^lessons\/[^/]+\/lesson(\.[a-z]+)?\.md$/), 90)).toEqual([]);
  });
});
