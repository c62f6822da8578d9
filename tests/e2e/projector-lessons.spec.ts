// Every lesson in front of a class, from its start to its end: words that the back row can read, at each size.
import type { Page } from '@playwright/test';
import { barriers } from './barriers';
import { lessonAt, slugs } from './lessons';
import { settle, textFaults } from './looks';
import { expect, test } from './page';
import { wordSizes } from './projectorPage';
import { expectNothingTold, secretsOf } from './secrets';

const FULL_HD = { width: 1920, height: 1080, smallest: 20 };
/** Twice as large (see as-large.spec.ts), and slow to paint: looked at where a lesson opens, asks, goes on, and ends. */
const WALL = { width: 3840, height: 2160, smallest: 40 };
/** The sizes of projectors, each with a walk of its own, and the smallest word of each: 20 px at 1080 lines. */
const SIZES = [
  { width: 1024, height: 768, smallest: 14 },
  { width: 1280, height: 720, smallest: 14 },
  FULL_HD,
  WALL,
];
const LONGEST_CAPTION = 90;
/** The letters that are held up, px. */
const LETTER = 48;

// What is measured is where everything comes to rest.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const sizesOf = (elements: readonly Element[]) =>
  elements.map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
const caption = (page: Page) => page.getByRole('heading', { level: 1 });

/** Goes from a lesson to the class by keys, as a lecturer does; the talk begins at its first stop. */
async function openByKeys(page: Page, slug: string): Promise<void> {
  await page.goto(`./#/lesson/${slug}`);
  await expect(page.getByRole('link', { name: 'Show in class' })).toBeVisible();
  await page.keyboard.press('Shift+P');
  await expect(page).toHaveURL(new RegExp(`/projector\\.html#/${slug}(\\?|$)`));
  await expect(caption(page)).not.toBeEmpty();
  await page.keyboard.press('Home');
}

/** What is wrong with a stop at one size. */
async function faultsAt(page: Page, { width, height, smallest }: (typeof SIZES)[number]): Promise<string[]> {
  await page.setViewportSize({ width, height });
  await settle(page);
  const found = [...(await textFaults(page))];
  const [least = 0] = await wordSizes(page);
  if (least < smallest) found.push(`a word of ${least} px`);
  // Below an answer they are smaller.
  const letters = await page.locator('.asking .letter').evaluateAll(sizesOf);
  if (letters.some((size) => size < LETTER)) found.push(`letters of ${letters.join()} px`);
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
  return found.map((fault) => `${width} px wide: ${fault}`);
}

for (const [slug, size] of slugs.flatMap((slug) => SIZES.map((size) => [slug, size] as const)))
  test(`${slug} can be read at every stop, ${size.width} px wide`, async ({ page }) => {
    const onTheWay = size === WALL ? FULL_HD : size;
    await page.setViewportSize(onTheWay);
    if (size === SIZES[0]) await openByKeys(page, slug);
    else await page.goto(`./projector.html#/${slug}`);
    await expect(caption(page)).not.toBeEmpty();
    const foot = page.locator('footer');
    const last = Number(/of (\d+)/.exec(await foot.getByText(/^slide 1 of \d+$/).innerText())?.[1]);
    expect(last).toBeGreaterThan(3);
    const faults: string[] = [];
    const secrets = secretsOf(lessonAt(slug));
    let asked = 0;
    let wasAsked = false;
    for (let at = 1; at <= last; at++) {
      await expect(foot.getByText(`slide ${at} of ${last}`, { exact: true })).toBeVisible();
      const text = await caption(page).innerText();
      // Time is held while a question is open.
      const isAsked = await page.getByRole('button', { name: 'Play', exact: true }).isDisabled();
      if (isAsked) await expectNothingTold(page, secrets);
      asked += Number(isAsked);
      if (isAsked && (await page.locator('.asking .letter').count()) < 2) faults.push(`${at}: no letters`);
      // Ids are `kind/name`; no sentence has such a word.
      const ids = /\b(?:host|hypervisor|vm|kernel|process|container|disk|vdisk|artifact)\/\S+/.exec(
        (await page.locator('.window').textContent()) ?? '',
      );
      if (ids) faults.push(`${at}: an id, ${ids[0]}`);
      if (text.length > LONGEST_CAPTION) faults.push(`${at}: "${text}" has ${text.length} characters`);
      const isTelling = at === 1 || isAsked || wasAsked || at === last;
      if (size !== WALL || isTelling)
        faults.push(...(await faultsAt(page, size)).map((fault) => `${at}: ${fault}`));
      wasAsked = isAsked;
      if (size === WALL) await page.setViewportSize(onTheWay);
      else if (at === 2) faults.push(...(await barriers(page, null, ['color-contrast-enhanced'])));
      await page.keyboard.press('PageDown');
    }
    expect(faults).toEqual([]);
    expect(asked).toBeGreaterThan(1);
  });
