// A lesson on paper: what is asked in front, what the run says behind, nothing wider than the sheet, nobody shut out.
import type { Locator, Page } from '@playwright/test';
import { barriers } from './barriers';
import { lesson, plainParts } from './lessonTen';
import { slugs } from './lessons';
import { expect, test } from './page';

declare global {
  interface Window {
    /** The page has asked the browser to print. */
    asked?: boolean;
  }
}

/** What a sheet leaves inside its margins, 12 mm at the sides and 14 above and below, in CSS pixels. */
const PAPER = { A4: { width: 703, height: 1016 }, Letter: { width: 725, height: 949 } };

/** Asks for the print of a lesson, which is on the page only while it is printed. */
async function askForPrint(page: Page, slug: string): Promise<void> {
  await page.goto(`./#/lesson/${slug}`);
  await page.evaluate(() => (window.print = () => (window.asked = true)));
  await page.getByRole('button', { name: 'Print handout' }).click();
  await page.waitForFunction(() => window.asked === true);
}

async function printed(page: Page, slug: string): Promise<Locator> {
  await askForPrint(page, slug);
  await page.emulateMedia({ media: 'print' });
  const handout = page.locator('.handout');
  await expect(handout.locator('.answers')).toBeVisible();
  return handout;
}

test('a lesson is printed as a handout: pictures, and no answer before the answers', async ({ page }) => {
  await askForPrint(page, lesson.slug);
  await expect(page.locator('.handout')).toHaveCount(0);

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const handout = page.locator('.handout');
  await expect(handout.getByRole('heading', { level: 1 }).first()).toHaveText(lesson.meta.title);
  await expect(page.locator('#app')).toBeHidden();
  // The ink of the light theme, though the screen is dark.
  await expect(handout).toHaveCSS('color', 'rgb(13, 27, 42)');
  await expect(handout.locator('.answers svg')).toHaveCount(11);
  await expect(handout.locator('section > figure svg')).toHaveCount(11 + 3);
  // What is reserved and not used is dotted, as lessons say it is; a pattern would be printed as pictures.
  await expect(handout.locator('path.dots').first()).toHaveAttribute('d', /^M.+h0$/);
  await expect(handout.locator('.held').first()).toHaveCSS('fill', 'none');

  const weight = (part: string) =>
    handout
      .locator(`.option${part}`)
      .first()
      .evaluate((text) => getComputedStyle(text).fontWeight);
  expect(await weight(' strong')).toBe(await weight(''));

  const told = await handout.evaluate((element) => {
    const answers = element.querySelector('.answers')!;
    const before = [...element.children].filter((part) => part !== answers);
    const textOf = (parts: readonly Element[]) => parts.map((part) => part.textContent).join(' ');
    return { questions: textOf(before), answers: textOf([answers]) };
  });
  expect(told.questions).not.toMatch(/Right is|fell|exited|panic, nobody/);
  expect(told.questions).toContain('You lost _______ copy on host-a');
  expect(told.answers).toContain('You lost 1 copy on host-a and 6 on host-b.');
  expect(told.answers).toContain('A host dies (lesson 16)');
  for (const step of lesson.steps)
    for (const text of plainParts(step.explanation).filter(({ length }) => length > 20)) {
      expect(told.questions).not.toContain(text);
      expect(told.answers).toContain(text);
    }

  await page.emulateMedia({ media: 'screen' });
  await expect(handout).toHaveCount(0);
});

test('axe finds nothing on a handout', async ({ page }) => {
  await page.setViewportSize(PAPER.A4);
  await printed(page, lesson.slug);
  expect(await barriers(page, '.handout')).toEqual([]);
});

test('moments between which something drawn has changed have a picture each', async ({ page }) => {
  const handout = await printed(page, 'a-box-around-processes');
  // Each further namespace is a further part of the wall.
  for (const sentence of ['cart lists no other process', 'cart has a namespace of its own of every kind']) {
    const picture = handout.locator('figure').filter({ hasText: sentence });
    await expect(picture.locator('figcaption')).toHaveText([`Step 1: ${sentence}`]);
    await expect(picture.locator('svg[role="tree"]')).toHaveCount(1);
  }
});

for (const [slug, format] of [
  ...slugs.map((slug) => [slug, 'A4'] as const),
  [lesson.slug, 'Letter'] as const,
])
  test(`nothing of the handout of ${slug} is wider than ${format}, higher than a page or cut off`, async ({
    page,
  }) => {
    await page.setViewportSize(PAPER[format]);
    const handout = await printed(page, slug);
    expect(await handout.locator('figure').count()).toBeGreaterThan(1);
    const tooBig = await handout
      .locator('figure, .whole, li, .explanation, .figures')
      .evaluateAll(
        (all, { width, height }) =>
          all
            .filter((box) => box.scrollWidth > width + 1 || box.getBoundingClientRect().height > height)
            .map((box) => box.textContent.slice(0, 40)),
        PAPER[format],
      );
    expect(tooBig).toEqual([]);
    const cut = await handout.locator('svg text').evaluateAll((all) =>
      all.flatMap((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        const sheet = text.closest('svg')!.getBoundingClientRect();
        const isIn =
          left >= sheet.left - 1 &&
          right <= sheet.right + 1 &&
          top >= sheet.top - 1 &&
          bottom <= sheet.bottom + 1;
        return isIn ? [] : [text.textContent];
      }),
    );
    expect(cut).toEqual([]);
    // What goes around a drawing is on the sheet: pages cut off what reaches over them.
    const over = await handout.locator('svg :is(rect, path)').evaluateAll(
      (all, { width }) =>
        all.flatMap((shape) => {
          const { left, right } = shape.getBoundingClientRect();
          return left < 0 || right > width ? [`${shape.outerHTML.slice(0, 80)} ${left} to ${right}`] : [];
        }),
      PAPER[format],
    );
    expect(over).toEqual([]);
    // In a grid a heading would be left alone at the foot of a page.
    const grids = await handout
      .locator('h2')
      .evaluateAll((all) =>
        all
          .filter(
            (heading) =>
              [heading.parentElement!, heading.parentElement!.parentElement!].some(
                (each) => getComputedStyle(each).display !== 'block',
              ) || getComputedStyle(heading).breakAfter !== 'avoid',
          )
          .map(({ textContent }) => textContent),
      );
    expect(grids).toEqual([]);
  });
