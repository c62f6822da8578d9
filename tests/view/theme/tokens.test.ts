// The stylesheet says what the data say, in every theme; the faces are few and small.
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { declarationsOf, themes, tokenNames, type ThemeName } from '../../../src/view/theme/tokens';

const read = (file: string) =>
  readFileSync(new URL(`../../../src/view/theme/${file}`, import.meta.url), 'utf8');
const css = read('colors.css');

/** Custom properties of the block with this selector. */
function declared(selector: string): Record<string, string> {
  const block = css.split(`${selector} {`)[1]?.split('}')[0] ?? '';
  const found = [...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)];
  return Object.fromEntries(found.map(([, name = '', color = '']): [string, string] => [name, color]));
}

describe('colours', () => {
  it.each([
    ['light', `[data-theme='light']`],
    ['dark', `[data-theme='dark']`],
    ['dark', ':root:not([data-theme])'],
    ['contrast', `[data-theme='contrast']`],
  ] as const)('of the theme %s are those of the data: %s', (theme, selector) => {
    expect(declared(selector)).toEqual(themes[theme]);
  });

  it('are there for every name, once', () => {
    expect(new Set(tokenNames).size).toBe(tokenNames.length);
    for (const theme of Object.keys(themes) as ThemeName[])
      expect(Object.keys(themes[theme]).sort()).toEqual([...tokenNames].sort());
  });

  it('are light on paper: dark and contrast hold for screens only', () => {
    const onScreens = css.split('@media screen').slice(1).join('');
    for (const selector of [`[data-theme='dark']`, `[data-theme='contrast']`, ':root:not([data-theme])'])
      expect(css.split(selector).length).toBe(onScreens.split(selector).length);
  });

  it('are stated for a picture that stands alone', () => {
    expect(declarationsOf('dark')).toContain(`--kernel:${themes.dark.kernel};`);
    expect(declarationsOf('dark').split(';').length - 1).toBe(tokenNames.length);
  });
});

it('loads latin faces only, in at most 55 kB', () => {
  const require = createRequire(import.meta.url);
  const files = [...read('fonts.css').matchAll(/url\('([^']+)'\)/g)].map((m) => m[1] ?? '');
  expect(files.length).toBe(2);
  const bytes = files.reduce((sum, file) => sum + statSync(require.resolve(file)).size, 0);
  expect(bytes).toBeLessThanOrEqual(55_000);
});
