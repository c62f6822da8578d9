// A page in front of a class: opening it, and what can be measured of it.
import type { Page } from '@playwright/test';
import { lesson } from './lessonTen';
import { expect } from './page';

/** What just happened, and what comes next. */
export const caption = (page: Page) => page.getByRole('heading', { level: 1 });

/** Opens lesson 10 in front of a class, as an address of its own. */
export async function openProjector(page: Page, query = ''): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`./projector.html#/${lesson.slug}${query}`);
  await expect(caption(page)).not.toBeEmpty();
}

/** The font sizes of all words that can be seen, in px of the screen, the smallest first. */
export function wordSizes(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const sizes: number[] = [];
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement!;
      const isSeen = element.checkVisibility({ visibilityProperty: true }) && !element.closest('.heard');
      if (!isSeen || !texts.currentNode.textContent?.trim()) continue;
      const zoom = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
      sizes.push(Number.parseFloat(getComputedStyle(element).fontSize) * zoom);
    }
    return sizes.sort((one, other) => one - other);
  });
}

/** The foot's line of a stop of lesson 10. */
export const place = (page: Page, number: number) => page.getByText(`slide ${number} of 21`, { exact: true });
/** The stage, with the digest of what stands there. */
export const stage = (page: Page) => page.locator('[data-digest]');
/** What is said of the option that the run bore out. */
export const answers = (page: Page) => page.getByText('The run showed it');

/** Presses keys, one after the other. */
export async function type(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** The seconds of a clock that says `0:37.2` or `1:02:03.4`. */
export const secondsOf = (clock: string) =>
  clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
