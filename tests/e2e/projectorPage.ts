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

/** The font sizes of all words that can be seen, the smallest first. */
export function wordSizes(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const sizes: number[] = [];
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement!;
      const isSeen = element.checkVisibility({ visibilityProperty: true }) && !element.closest('.heard');
      if (isSeen && texts.currentNode.textContent?.trim())
        sizes.push(Number.parseFloat(getComputedStyle(element).fontSize));
    }
    return sizes.sort((one, other) => one - other);
  });
}
