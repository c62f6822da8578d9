// The lines that README has for slides, taken from README itself and run: on a plain page, and in pages built as
// Marp and Slidev build them.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { SANDBOXES } from './deckPage';
import { solvedRun } from './lessonTen';
import { settle } from './looks';
import { expect, test } from './page';

const README = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
/** Whoever pastes the lines puts an address of their own there. */
const SITE = 'https://your.site/';
const SECOND = 1_000_000;

/** The blocks of code behind a paragraph that begins with these words, as a reader would paste them. */
function linesFor(name: string, count = 1): readonly string[] {
  const behind = README.slice(README.indexOf(`**${name}**`));
  const blocks = [...behind.matchAll(/^```\w+\n(.*?)^```$/gms)].slice(0, count).map(([, code]) => code!);
  expect(README).toContain(`**${name}**`);
  for (const code of blocks) expect(code).toMatch(/blast-radius/);
  return blocks.map((code) => code.replaceAll(SITE, './'));
}

/** The digest of step 2's solution at a second of its run. */
function digestAt(second: number): string {
  const run = solvedRun(1);
  run.seek(second * SECOND);
  return run.digest();
}
const BEFORE = digestAt(5);
const AFTER = digestAt(10);

async function open(page: Page, head: string, body: string): Promise<void> {
  const html = `<!doctype html><html lang="en"><head><title>deck</title>${head}</head><body>${body}</body></html>`;
  await page.route('**/lines-page', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('./lines-page');
}
const stageIn = (page: Page) => page.frameLocator('iframe').locator('[data-digest]');

for (const [name, sandbox] of Object.entries(SANDBOXES))
  test(`those for a plain page show a stage ${name}, and its button moves it`, async ({ page }) => {
    const [lines = ''] = linesFor('A plain page');
    await open(page, '', lines.replace('<div ', `<div data-sandbox="${sandbox}" `));
    await expect(stageIn(page)).toHaveAttribute('data-digest', BEFORE);
    await expect(page.locator('.blast-radius > img')).toBeHidden();
    // Chromium finds a frame of another process where it was drawn last: the button is on the screen before its click.
    await page.getByRole('button').scrollIntoViewIfNeeded();
    await settle(page);
    await page.getByRole('button').click();
    await expect(stageIn(page)).toHaveAttribute('data-digest', AFTER);
    await expect(page.locator('iframe')).toHaveAttribute('sandbox', sandbox);
  });

/** How a deck marks a step that is not shown yet, and one that is, as its own pages were seen to. */
interface Kind {
  readonly slide: (lines: string) => string;
  readonly shown: (step: Element) => void;
  readonly hidden: (step: Element) => void;
  /** As its PDF has all steps of a slide at once. */
  readonly printed?: (step: Element) => void;
}
const STEP = '[data-step-of-test]';

const kinds: Record<string, Kind> = {
  Marp: {
    slide: (lines) =>
      `<section style="height: 720px">${lines.replace(/^\* (.*)$/m, '<ul><li data-step-of-test data-marpit-fragment="1" data-bespoke-marp-fragment="inactive">$1</li></ul>')}</section>`,
    shown: (step) => step.setAttribute('data-bespoke-marp-fragment', 'active'),
    hidden: (step) => step.setAttribute('data-bespoke-marp-fragment', 'inactive'),
    printed: (step) => step.removeAttribute('data-bespoke-marp-fragment'),
  },
  Slidev: {
    slide: (lines) =>
      `<div class="slidev-page" style="height: 720px">${lines.replace('<p v-click', '<p data-step-of-test class="slidev-vclick-target slidev-vclick-hidden"')}</div>`,
    shown: (step) => step.classList.remove('slidev-vclick-hidden'),
    hidden: (step) => step.classList.add('slidev-vclick-hidden'),
  },
};

for (const [name, { slide, shown, hidden, printed }] of Object.entries(kinds))
  test(`those for ${name} follow the step, there and back, and fit the slide`, async ({ page }) => {
    const blocks = linesFor(name, name === 'Slidev' ? 2 : 1);
    const head = blocks.length > 1 ? blocks[0]!.replace(/<\/?head>/g, '') : '';
    await open(page, head, slide(blocks.at(-1)!));
    await expect(page.locator(STEP)).toHaveCount(1);
    await expect(stageIn(page)).toHaveAttribute('data-digest', BEFORE);
    await page.locator(STEP).evaluate(shown);
    await expect(stageIn(page)).toHaveAttribute('data-digest', AFTER);
    await page.locator(STEP).evaluate(hidden);
    await expect(stageIn(page)).toHaveAttribute('data-digest', BEFORE);
    if (printed) {
      await page.locator(STEP).evaluate(printed);
      await expect(stageIn(page)).toHaveAttribute('data-digest', AFTER);
    }
    const { height } = (await page.locator('.blast-radius').boundingBox())!;
    expect(height).toBeGreaterThan(300);
    expect(height).toBeLessThanOrEqual(0.7 * 720 + 1);
  });
