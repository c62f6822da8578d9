// What axe finds on a page. One run in the page itself: AxeBuilder's other way opens a page of its own for each.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { settle } from './looks';

/** What a theme can change of what axe finds; everything else is the same in all of them. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
const OTHERS = ['dark', 'contrast'];

/** A desk, a projector and a phone. */
export const SIZES = [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 360, height: 740 },
];

/** Violations on a page, or in a part of it, by these rules or all; a line for each. Frames are not looked into. */
export async function barriers(page: Page, part: string | null = null, rules?: string[]): Promise<string[]> {
  await settle(page);
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], iframes: false });
  if (part !== null) axe.include(part);
  if (rules) axe.withRules(rules);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

async function paint(page: Page, theme: string): Promise<void> {
  await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
}

/** The same at these widths and in every theme, for which the page need not be opened again. */
export async function barriersEverywhere(
  page: Page,
  part: string | null = null,
  sizes = SIZES,
): Promise<string[]> {
  const found: string[] = [];
  const note = (where: string, lines: readonly string[]) =>
    found.push(...lines.map((line) => `${where}: ${line}`));
  const before = page.viewportSize();
  for (const size of sizes) {
    await page.setViewportSize(size);
    await paint(page, 'light');
    note(`${size.width} px`, await barriers(page, part));
    for (const theme of OTHERS) {
      await paint(page, theme);
      note(`${size.width} px, ${theme}`, await barriers(page, part, OF_COLOURS));
    }
  }
  await paint(page, 'light');
  if (before) await page.setViewportSize(before);
  return found;
}
