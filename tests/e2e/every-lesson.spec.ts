// Every lesson that is written, from its first question to its end, by keyboard alone: no question gives its answer
// away, the solution is shown to its end, nothing is wider than a phone, and axe finds nothing in one of the themes.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { LessonPage, Step } from '../../src/lesson/format';
import { themes, type ThemeName } from '../../src/view/theme/tokens';
import { Hands } from './hands';
import { lessonAt, slugs } from './lessons';
import { settle } from './looks';
import { expect, test } from './page';
import { expectNothingTold, secretsOf } from './secrets';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };

test.use({ viewport: WIDE });

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function expectNoBarrier(page: Page, where: string): Promise<void> {
  await settle(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    where,
  ).toEqual([]);
}

async function expectNarrow(page: Page, where: string): Promise<void> {
  await page.setViewportSize(PHONE);
  await settle(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth), where).toBe(PHONE.width);
  await page.setViewportSize(WIDE);
  await settle(page);
}

/** Has the solution played, and goes to its end at once. */
async function showTheEnd(hands: Hands): Promise<void> {
  await hands.use(/^Show me$/);
  await expect(button(hands.page, 'Pause')).toBeVisible();
  await hands.tabTo('slider', /^Time$/);
  await hands.press('End');
}

/** Marks the first option of an open question, and locks it. */
async function lock(hands: Hands): Promise<void> {
  await hands.tabTo('radio', /^[A-E]$/);
  await hands.press('Space');
  await expect(hands.page.getByRole('radio', { name: /^A / })).toBeChecked();
  await hands.use(/^Lock my answer$/);
}

/** Answers a question, of which the page tells nothing before. */
async function answer(hands: Hands, lesson: LessonPage): Promise<void> {
  await expect(button(hands.page, 'Lock my answer')).toBeVisible();
  await expectNothingTold(hands.page, secretsOf(lesson));
  await lock(hands);
}

/** Goes on once the run has told. */
async function goOn(hands: Hands): Promise<void> {
  const next = button(hands.page, /^(Next: |Finish the lesson$)/);
  await expect(next).toBeVisible();
  await expect(hands.page.getByText(/^(your guess, and )?the (run|stage)$/).first()).toBeVisible();
  await hands.use(/^(Next: |Finish the lesson$)/);
}

async function take(hands: Hands, lesson: LessonPage, { title, parts }: Step): Promise<void> {
  const { page } = hands;
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  const asked = parts.flatMap(({ type }) => (type === 'prediction' || type === 'task' ? [type] : []));
  // What is built before the question is asked is shown as well.
  if (asked[0] === 'task') await showTheEnd(hands);
  if (asked.includes('prediction')) await answer(hands, lesson);
  await showTheEnd(hands);
  await expect(page.locator('[data-explanation]')).toBeVisible();
  await expectNarrow(page, title);
}

for (const [at, slug] of slugs.entries())
  test(`${slug} is finished by keys, and no question tells its answer`, async ({ page }) => {
    const lesson = lessonAt(slug);
    const theme = (Object.keys(themes) as ThemeName[])[at % 3]!;
    await page.goto(`./#/lesson/${slug}?theme=${theme}`);
    const hands = new Hands(page);
    await expect(page.getByRole('treeitem').first()).toBeVisible();
    if (lesson.recall) {
      await answer(hands, lesson);
      await goOn(hands);
    }
    for (const [index, step] of lesson.steps.filter(({ further }) => !further).entries()) {
      if (index === 0) await expectNoBarrier(page, 'an open question');
      await take(hands, lesson, step);
      if (index === 0) await expectNoBarrier(page, 'after a run');
      await goOn(hands);
    }
    if (lesson.transfer) {
      await answer(hands, lesson);
      await hands.press('>', '>');
      await goOn(hands);
    }
    await expect(page.getByRole('heading', { name: 'Lesson done' })).toBeFocused();
  });
