// Before an answer is locked the page holds nothing that would give it away: not on the stage, in no attribute, not
// under the mouse, not in what is read aloud. Once it is locked and the run has told, all of it is there.
import type { Page } from '@playwright/test';
import { runKeys } from '../../src/apps/course/keys';
import { predictionsOf } from '../../src/lesson/evaluate';
import type { Prediction } from '../../src/lesson/format';
import { expectWhole, Learner, openAt } from './learner';
import { lesson, solvedRun } from './lessonTen';
import { expect, test } from './page';
import { everything, expectNothingTold, explanationsOf, questionsOf, secretsOf, TELLS } from './secrets';

const predictions = questionsOf(lesson);
const hidden = secretsOf(lesson);

/** Locked, but the run has not told: no explanation, no mark but the learner's own. */
async function expectNothingToldYet(page: Page, prediction: Prediction): Promise<void> {
  const held = await everything(page);
  expect(explanationsOf(prediction).filter((text) => held.includes(text))).toEqual([]);
  await expect(page.getByText(/(the run|so it is)$/)).toHaveCount(0);
}

/** By how many pixels lanes or marks reach over the head. */
async function rightOfHead(page: Page): Promise<number> {
  return page.evaluate(() => {
    const head = document.querySelector('[role=slider]')?.getBoundingClientRect();
    const drawn = [...document.querySelectorAll('[data-lane] rect, [data-lane] path, [data-mark]')];
    const edges = drawn.map((element) => element.getBoundingClientRect().right);
    return head ? Math.max(0, ...edges) - (head.left + head.width / 2) : 0;
  });
}

/** Tries to let time run, by every way there is: a question that is open holds it. */
async function tryToRunOn(learner: Learner): Promise<void> {
  const { page, head } = learner;
  await expect(learner.button('Play')).toBeDisabled();
  await expect(learner.button('next fact')).toBeDisabled();
  const before = await learner.seconds();
  for (const key of ['ArrowRight', 'PageUp']) await head.press(key);
  const place = await head.boundingBox();
  const stage = await learner.stage.boundingBox();
  if (!place || !stage) throw new Error('the timeline is not on the screen');
  const y = place.y + place.height / 2;
  await page.mouse.move(place.x + place.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(stage.x + stage.width * 0.9, y, { steps: 5 });
  await page.mouse.up();
  expect(await learner.seconds()).toBe(before);
}

/** Looks everywhere a learner could look without answering: under the mouse, in the selection, right of the head. */
async function lookAround(learner: Learner): Promise<void> {
  const { page } = learner;
  await expectNothingTold(page, hidden);
  const boxes = await learner.boxes.all();
  expect(boxes).not.toEqual([]);
  for (const box of boxes) {
    const place = await box.boundingBox();
    if (!place) continue;
    await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
    expect(TELLS.exec(await everything(page))?.[0] ?? null).toBeNull();
  }
  for (const box of boxes.filter((_, at) => at % 6 === 0)) {
    await box.press('Enter');
    await expect(box).toHaveAttribute('aria-selected', 'true');
    await expectNothingTold(page, hidden);
  }
  expect(await rightOfHead(page)).toBeLessThanOrEqual(2);
}

/** What stands, and when. */
async function standing({ page, stage }: Learner) {
  return {
    digest: await stage.getAttribute('data-digest'),
    time: await page.getByRole('slider', { name: 'Time' }).getAttribute('aria-valuetext'),
    boxes: await page
      .locator('[data-look]')
      .evaluateAll((boxes) => boxes.map((box) => [box.ariaLabel, box.ariaSelected])),
  };
}

/** Presses every key of a run, which opens the inspector and the words, and looks into those and what is shared. */
async function useEverything(learner: Learner): Promise<void> {
  const { page, head } = learner;
  await head.press('Escape');
  const before = await standing(learner);
  await learner.boxes.nth(1).press('Enter');
  await head.focus();
  // What fills the screen would cover the header.
  const keys = runKeys
    .filter(({ act }) => act !== 'leave' && act !== 'full-screen')
    .flatMap((row) => row.keys);
  for (const key of keys) {
    await page.keyboard.press(key);
    expect(TELLS.exec(await everything(page))?.[0] ?? null, `the key ${key}`).toBeNull();
  }
  await expect(page.locator('[data-inspector]')).toBeVisible();
  await expect(page.getByRole('tree', { name: 'In words' })).toBeVisible();
  await expectNothingTold(page, hidden);
  await learner.press('Share');
  await expect(page.getByRole('dialog')).toContainText('Link');
  await expectNothingTold(page, hidden);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'In words' }).click();
  await page.keyboard.press('i');
  await expect(page.locator('[data-inspector]')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect.poll(() => standing(learner)).toEqual(before);
}

/** Marks an option, which tells nothing, and locks it. */
async function lock(learner: Learner, { id }: Prediction): Promise<void> {
  const question = learner.page.locator(`[data-question="${id}"]`);
  await question.locator('label').first().click();
  await expectNothingTold(learner.page, hidden);
  await learner.press('Lock my answer');
  await expect(question.getByRole('radio')).toHaveCount(0);
}

/** Every explanation of a question, the learner's guess, and the option that the run bears out. */
async function expectTold(page: Page, prediction: Prediction): Promise<void> {
  const marks = page.getByText(/^(your guess, and )?(the run|so it is)$/);
  await expect(marks).toHaveCount(1, { timeout: 60_000 });
  await expect(page.getByText(/^your guess/)).toHaveCount(1);
  await expect
    .poll(async () => {
      const held = await everything(page);
      return explanationsOf(prediction).filter((text) => !held.includes(text));
    })
    .toEqual([]);
}

test('the recall tells nothing before its answer, and all after it', async ({ page }) => {
  const [recall] = predictions;
  const learner = new Learner(page);
  await page.goto(`./#/lesson/${lesson.slug}`);
  await expectWhole(page);
  await lookAround(learner);
  await tryToRunOn(learner);
  await useEverything(learner);
  await lock(learner, recall!);
  await expectTold(page, recall!);
});

/** Every option is set alike: no figure of the run stands out. */
async function expectAlike(page: Page): Promise<void> {
  const weights = await page
    .locator('[data-question] label > :last-child')
    .evaluateAll((labels) =>
      labels.flatMap((label) =>
        [label, ...label.querySelectorAll('*')].map((it) => getComputedStyle(it).fontWeight),
      ),
    );
  expect(weights.length).toBeGreaterThan(1);
  expect(new Set(weights).size).toBe(1);
}

for (const [index, step] of lesson.steps.entries())
  test(`"${step.title}" tells nothing before its answer, and all after its run`, async ({ page }) => {
    test.setTimeout(120_000);
    // Time is let run below: a run that tells by itself must not do so while what was not told is looked for.
    const learner = await openAt(page, index, '?autoplay=0');
    const [prediction] = predictionsOf(step);
    const isLater = step.parts.find(({ type }) => type === 'task' || type === 'prediction')?.type === 'task';
    if (isLater) {
      await learner.press('Show me');
      await expect(learner.button('Lock my answer')).toBeVisible({ timeout: 30_000 });
      await useEverything(learner);
      // There is a future already: it must not be seen from its past.
      await learner.dragBackBefore(1);
    }
    await expectAlike(page);
    await lookAround(learner);
    if (!isLater) {
      await tryToRunOn(learner);
      await useEverything(learner);
    }
    await lock(learner, prediction!);
    await expectNothingToldYet(page, prediction!);
    await learner.setSpeed('100×');
    if (isLater) await learner.press('Show me');
    else await learner.showTheEnd();
    await expectTold(page, prediction!);
    const digest = solvedRun(index).digest();
    await expect(learner.stage).toHaveAttribute('data-digest', digest, { timeout: 60_000 });
  });

test('the transfer question tells nothing before its answer, and all after its run', async ({ page }) => {
  const question = predictions.at(-1)!;
  const learner = await openAt(page, lesson.steps.length);
  await expect(learner.button('Lock my answer')).toBeVisible();
  await expect(learner.boxes).toHaveCount(0);
  await expectNothingTold(page, hidden);
  await lock(learner, question);
  await expectTold(page, question);
});
