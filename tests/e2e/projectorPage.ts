// What can be measured of a page in front of a class.
import type { Page } from '@playwright/test';

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
