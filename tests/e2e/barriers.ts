// What axe finds on a page. One run in the page itself: AxeBuilder's other way opens a page of its own for each.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { settle } from './looks';

/** What a theme can change of what axe finds; everything else is the same in all of them, and at any width. */
export const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

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
