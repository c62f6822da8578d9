// Every lesson that is written, from its first question to its end, by keyboard alone: no question gives its answer
// away, the solution is shown to its end, nothing is wider than a phone, and axe finds nothing in one of the themes.
import type { Page } from '@playwright/test';
import type { LessonPage, Step } from '../../src/lesson/format';
import { themes, type ThemeName } from '../../src/view/theme/tokens';
import { barriers } from './barriers';
import { expectShowing } from './learner';
import { lessonAt, slugs } from './lessons';
import { settle } from './looks';
import { expect, test } from './page';
import { expectNothingTold, secretsOf } from './secrets';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };

// What is measured is where everything comes to rest.
test.use({ viewport: WIDE, contextOptions: { reducedMotion: 'reduce' } });

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function expectNarrow(page: Page, where: string): Promise<void> {
  await page.setViewportSize(PHONE);
  await settle(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth), where).toBe(PHONE.width);
  await page.setViewportSize(WIDE);
  await settle(page);
}

/** Presses a button by key; that Tab leads to each is seen in keys.spec.ts. */
const use = (page: Page, name: string | RegExp) => button(page, name).first().press('Enter');

/** Has the solution played, and goes to its end at once. */
async function showTheEnd(page: Page): Promise<void> {
  await use(page, 'Show me');
  await expectShowing(page);
  await page.getByRole('slider', { name: 'Time' }).press('End');
}

/** Marks the first option of an open question, and locks it. */
async function lock(page: Page): Promise<void> {
  const option = page.getByRole('radio', { name: /^A / });
  await option.press('Space');
  await expect(option).toBeChecked();
  await use(page, 'Lock my answer');
}

/** Answers a question, of which the page tells nothing before. */
async function answer(page: Page, lesson: LessonPage): Promise<void> {
  await expect(button(page, 'Lock my answer')).toBeVisible();
  await expectNothingTold(page, secretsOf(lesson));
  await lock(page);
}

/** Goes on once the run has told. */
async function goOn(page: Page): Promise<void> {
  const next = button(page, /^(Next: |Finish the lesson$)/);
  await expect(next).toBeVisible();
  await expect(page.getByText(/^(your guess, and )?(the run|so it is)$/).first()).toBeVisible();
  await use(page, /^(Next: |Finish the lesson$)/);
}

/** Goes from fact to fact until the run has told: time slows for each of them, and what is no fact comes with time. */
async function hurry(page: Page): Promise<void> {
  const told = button(page, /^(Next: |Finish the lesson$)/);
  const on = button(page, 'next fact');
  const play = button(page, /^Play$/);
  // Time may begin to run, and to rest, between one look and the next: what can be pressed now is pressed.
  await expect(async () => {
    if (await told.isVisible()) return;
    if (await on.isEnabled()) await on.press('Enter');
    else if (await play.isVisible()) await play.press('Enter', { timeout: 500 });
    expect(await told.isVisible()).toBe(true);
  }).toPass({ intervals: [50], timeout: 40_000 });
}

/** A page that is loaded again in the middle of a question asks the same one, and has told nothing. */
async function comeBack(page: Page, lesson: LessonPage): Promise<void> {
  const question = page.locator('[data-question]');
  const asked = await question.getAttribute('data-question');
  await page.reload();
  await expect(page.getByRole('treeitem').first()).toBeVisible();
  await expect(question).toHaveAttribute('data-question', asked ?? '');
  await expect(button(page, 'Lock my answer')).toBeVisible();
  await expectNothingTold(page, secretsOf(lesson));
}

async function take(page: Page, lesson: LessonPage, { title, parts }: Step): Promise<void> {
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  const asked = parts.flatMap(({ type }) => (type === 'prediction' || type === 'task' ? [type] : []));
  // What is built before the question is asked is shown as well.
  if (asked[0] === 'task') await showTheEnd(page);
  if (asked.includes('prediction')) await answer(page, lesson);
  await showTheEnd(page);
  await expect(page.locator('[data-explanation]')).toBeVisible();
  await expectNarrow(page, title);
}

for (const [at, slug] of slugs.entries())
  test(`${slug} is finished by keys, and no question tells its answer`, async ({ page }) => {
    const lesson = lessonAt(slug);
    const theme = (Object.keys(themes) as ThemeName[])[at % 3]!;
    await page.goto(`./#/lesson/${slug}?theme=${theme}`);
    await expect(page.getByRole('treeitem').first()).toBeVisible();
    if (lesson.recall) {
      await comeBack(page, lesson);
      await answer(page, lesson);
      await goOn(page);
    }
    for (const [index, step] of lesson.steps.filter(({ further }) => !further).entries()) {
      if (index === 0) expect(await barriers(page), 'an open question').toEqual([]);
      if (index === 1) {
        // What is loaded again is what the browser itself has heard of the address.
        await expect(page).toHaveURL(/[?&]step=2\b/);
        await comeBack(page, lesson);
      }
      await take(page, lesson, step);
      if (index === 0) expect(await barriers(page), 'after a run').toEqual([]);
      await goOn(page);
    }
    if (lesson.transfer) {
      await answer(page, lesson);
      // Its stage is there only now; where nobody looks soon enough, time has come to rest.
      await expect(button(page, /^(Play|Pause)$/)).toBeVisible();
      await hurry(page);
      await goOn(page);
    }
    await expect(page.getByRole('heading', { name: 'Lesson done' })).toBeFocused();
    await expect(page.getByRole('link', { name: /^Lesson \d+: |^All lessons$/ })).toBeVisible();
  });
