// Every lesson in front of a class, from its start to its end: words that the back row can read, at each size.
import type { Page } from '@playwright/test';
import { barriers } from './barriers';
import { lessonAt, slugs } from './lessons';
import { settle, textFaults } from './looks';
import { expect, test } from './page';
import { wordSizes } from './projectorPage';
import { expectNothingTold, secretsOf } from './secrets';

/** The smallest word of each: 20 px at 1080 lines. The other two sizes are seen in projector.spec.ts. */
const SIZES = [
  { width: 1024, height: 768, smallest: 14 },
  { width: 1920, height: 1080, smallest: 20 },
];
const LONGEST_CAPTION = 90;
/** The letters that are held up, px. */
const LETTER = 48;

// What is measured is where everything comes to rest.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const sizesOf = (elements: readonly Element[]) =>
  elements.map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
const caption = (page: Page) => page.getByRole('heading', { level: 1 });

for (const [slug, { width, height, smallest }] of slugs.flatMap((slug) =>
  SIZES.map((size) => [slug, size] as const),
))
  test(`${slug} can be read at every stop, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`./projector.html#/${slug}`);
    await expect(caption(page)).not.toBeEmpty();
    const foot = page.locator('footer');
    const last = Number(/of (\d+)/.exec(await foot.getByText(/^1 of \d+$/).innerText())?.[1]);
    expect(last).toBeGreaterThan(3);
    const faults: string[] = [];
    const secrets = secretsOf(lessonAt(slug));
    let asked = 0;
    for (let at = 1; at <= last; at++) {
      await expect(foot.getByText(`${at} of ${last}`, { exact: true })).toBeVisible();
      const text = await caption(page).innerText();
      // Time is held while a question is open.
      const isAsked = await page.getByRole('button', { name: 'Play', exact: true }).isDisabled();
      if (isAsked) await expectNothingTold(page, secrets);
      asked += Number(isAsked);
      if (isAsked) {
        const letters = await page.locator('.letter').evaluateAll(sizesOf);
        if (letters.length < 2 || letters.some((size) => size < LETTER))
          faults.push(`${at}: letters of ${letters.join()} px`);
      }
      // Ids are `kind/name`; no sentence has such a word.
      const ids = /\b(?:host|hypervisor|vm|kernel|process|container|disk|vdisk|artifact)\/\S+/.exec(
        (await page.locator('.window').textContent()) ?? '',
      );
      if (ids) faults.push(`${at}: an id, ${ids[0]}`);
      if (text.length > LONGEST_CAPTION) faults.push(`${at}: "${text}" has ${text.length} characters`);
      await settle(page);
      const found = [...(await textFaults(page))];
      const [least = 0] = await wordSizes(page);
      if (least < smallest) found.push(`a word of ${least} px`);
      const { below, stage, covered } = await page.evaluate(() => ({
        covered: [...document.querySelectorAll('[data-outline] rect')].filter((count) => {
          const { left, right, top, bottom } = count.getBoundingClientRect();
          return [...document.querySelectorAll('.cores .cell')].some((cell) => {
            const core = cell.getBoundingClientRect();
            return core.left < right && core.right > left && core.top < bottom && core.bottom > top;
          });
        }).length,
        below: document.querySelector('.window')!.scrollHeight - window.innerHeight,
        stage: document.querySelector('.stage svg')?.getBoundingClientRect().height ?? Infinity,
      }));
      if (covered > 0) found.push(`${covered} counts over the cores`);
      if (below > 0) found.push(`${below} px do not fit the window`);
      if (stage < height / 5) found.push(`a stage of ${stage} px`);
      faults.push(...found.map((fault) => `${at}: ${fault}`));
      if (at === 2) {
        faults.push(...(await barriers(page, null, ['color-contrast-enhanced'])));
      }
      await page.keyboard.press('PageDown');
    }
    expect(faults).toEqual([]);
    expect(asked).toBeGreaterThan(1);
  });
