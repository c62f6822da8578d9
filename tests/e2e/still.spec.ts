// `npm run still`: a moment of a lesson as one self-contained SVG.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from './page';

const top = join(import.meta.dirname, '../..');
const run = ['src/build/run.mjs', 'still'];

test('a still shows the moment and needs no other file', async ({ page }) => {
  const svg = execFileSync(process.execPath, [...run, '10', 'host-kernel-panics'], {
    cwd: top,
    encoding: 'utf8',
  });
  expect(svg).not.toMatch(/<script|href=|url\((?!#|data:)/);
  // An empty page: the policy of the course's own pages does not hold for a file.
  const seen = await page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
    const scopes = [...parsed.querySelectorAll('[class*="svelte-"]')].map(
      (each) => /svelte-\w+/.exec(each.getAttribute('class')!)![0],
    );
    const sheet = parsed.querySelector('style')?.textContent ?? '';
    return {
      broken: parsed.querySelector('parsererror')?.textContent ?? null,
      words: [...parsed.querySelectorAll('text')].map((each) => each.textContent.trim()).join(' | '),
      unruled: [...new Set(scopes)].filter((scope) => !sheet.includes(`.${scope}`)),
    };
  }, svg);
  expect(seen.broken).toBeNull();
  expect(seen.words).toContain('6 copies fell');
  expect(seen.words).toContain('1 copy fell');
  expect(seen.unruled).toEqual([]);
});
