// Whoever gets the pages gets the licences of what is in them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { licenceOf, packageFolder } from '../../src/build/licences';

it('finds the package of a file, scoped or inside another package', () => {
  expect(packageFolder('/a/node_modules/d3-scale/src/index.js')).toBe('/a/node_modules/d3-scale');
  expect(packageFolder('/a/node_modules/@x/font/files/a.woff2')).toBe('/a/node_modules/@x/font');
  expect(packageFolder('/a/node_modules/b/node_modules/c/index.js')).toBe('/a/node_modules/b/node_modules/c');
  expect(packageFolder('/a/src/view/stage/Stage.svelte')).toBeNull();
});

it("quotes the font's own licence", () => {
  const text = licenceOf('node_modules/@fontsource-variable/atkinson-hyperlegible-next');
  expect(text).toMatch(/^@fontsource-variable\/atkinson-hyperlegible-next [\d.]+ \(OFL-1.1\)\n/);
  expect(text).toContain('SIL OPEN FONT LICENSE');
});

it('refuses a package that brings no licence', () => {
  const bare = mkdtempSync(join(tmpdir(), 'bare-'));
  writeFileSync(join(bare, 'package.json'), '{"name":"bare","version":"1.0.0"}');
  expect(() => licenceOf(bare)).toThrow('no licence text');
  rmSync(bare, { recursive: true });
});
