// The colours of the theme: the stylesheet says what the data say, and every pair that occurs can be read.
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { linePairs, textPairs, themes, tokenNames, type Tokens } from '../../../src/view/theme/tokens';

const css = readFileSync(new URL('../../../src/view/theme/tokens.css', import.meta.url), 'utf8');
const fonts = readFileSync(new URL('../../../src/view/theme/fonts.css', import.meta.url), 'utf8');

/** Custom properties of the block whose selector names this theme. */
function declared(theme: string): Record<string, string> {
  const block = new RegExp(`\\[data-theme='${theme}'\\]\\s*\\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  const found = [...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)];
  return Object.fromEntries(found.map(([, name = '', color = '']): [string, string] => [name, color]));
}

function linear(hex: string): [number, number, number] {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function contrast(a: string, b: string): number {
  const light = [a, b].map((hex) => {
    const [r, g, blue] = linear(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  });
  return (Math.max(...light) + 0.05) / (Math.min(...light) + 0.05);
}

type Row = readonly [number, number, number];

// Machado, Oliveira, Fernandes 2009, severity 1, on linear RGB.
const blindness: Record<string, readonly [Row, Row, Row]> = {
  none: [[1, 0, 0], [0, 1, 0], [0, 0, 1]], // prettier-ignore
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]], // prettier-ignore
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]], // prettier-ignore
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]], // prettier-ignore
};

/** OKLab, whose distances are even to the eye. */
function lab(hex: string, matrix: readonly [Row, Row, Row]): [number, number, number] {
  const source = linear(hex);
  const mix = (row: Row, of: readonly number[]) =>
    row.reduce((sum, weight, at) => sum + weight * (of[at] ?? 0), 0);
  const seen = matrix.map((row) => Math.min(1, Math.max(0, mix(row, source))));
  const long = Math.cbrt(mix([0.4122214708, 0.5363325363, 0.0514459929], seen));
  const medium = Math.cbrt(mix([0.2119034982, 0.6806995451, 0.1073969566], seen));
  const short = Math.cbrt(mix([0.0883024619, 0.2817188376, 0.6299787005], seen));
  const cones = [long, medium, short];
  return [
    mix([0.2104542553, 0.793617785, -0.0040720468], cones),
    mix([1.9779984951, -2.428592205, 0.4505937099], cones),
    mix([0.0259040371, 0.7827717662, -0.808675766], cones),
  ];
}

/** The step in OKLab that an eye just notices. */
const justNoticeable = 0.02;

function distance(a: string, b: string, eye: string): number {
  const matrix = blindness[eye];
  if (matrix === undefined) throw new Error(`no such eye: ${eye}`);
  const [p, q] = [lab(a, matrix), lab(b, matrix)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

describe.each(Object.entries<Tokens>(themes))('theme %s', (name, tokens) => {
  it('is the same in the stylesheet and in the data', () => {
    expect(declared(name)).toEqual(tokens);
  });

  it.each(textPairs)('%s can be read on %s', (text, background) => {
    expect(contrast(tokens[text], tokens[background])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(linePairs)('%s can be seen on %s', (line, background) => {
    expect(contrast(tokens[line], tokens[background])).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.keys(blindness))('services and the fallen are told apart, eyes: %s', (eye) => {
    const told = ['search', 'cart', 'buy', 'fallen', 'kernel', 'hardware'] as const;
    for (const a of told) {
      for (const b of told) {
        if (a < b)
          expect(distance(tokens[a], tokens[b], eye), `${a} and ${b}`).toBeGreaterThan(justNoticeable * 3);
      }
    }
  });
});

describe('names and fonts', () => {
  it('has every name once', () => {
    expect(new Set(tokenNames).size).toBe(tokenNames.length);
    expect(Object.keys(themes.light).sort()).toEqual([...tokenNames].sort());
  });

  it('loads latin faces only, in at most 55 kB', () => {
    const require = createRequire(import.meta.url);
    const files = [...fonts.matchAll(/url\('([^']+)'\)/g)].map((m) => m[1] ?? '');
    expect(files.length).toBe(2);
    const bytes = files.reduce((sum, file) => sum + statSync(require.resolve(file)).size, 0);
    expect(bytes).toBeLessThanOrEqual(55_000);
  });
});
