// Lesson 10 from its recall to its transfer question, as a learner takes it: by clicks, every answer locked first.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Line } from '../../src/lesson/format';
import { Learner, openAt } from './learner';
import { folder, isTaskDone, lesson, plainParts, solvedRun } from './lessonTen';
import { expect, test } from './page';
import { written } from './written';

const COPIES = ['search 1', 'cart 1', 'buy 1', 'search 2', 'cart 2', 'buy 2'];
const CARTS = ['cart in VM 2', 'cart 1 on host-b'];

const fallen = ({ page }: Learner, count: string) => page.getByText(`${count} fell`, { exact: true });

async function isAtStep({ page }: Learner, step: number): Promise<void> {
  await expect(page.getByRole('heading', { name: lesson.steps[step]!.title, level: 1 })).toBeVisible();
  await expect(page.getByText(`step ${step + 1} of 5`)).toHaveCount(1);
}

/** The explanation has come, and the learner's own run has borne out the guess. */
async function isExplained({ page }: Learner, explanation: Line, timeout: number): Promise<void> {
  const longest = plainParts(explanation).toSorted((a, b) => b.length - a.length)[0] ?? '';
  await expect(page.getByText(longest).first()).toBeVisible({ timeout });
  await expect(page.getByText(/^your guess, and (the run|so it is)$/)).toBeVisible();
}

/** Waits for the explanation of a step and goes on to the next. */
async function goOnFrom(learner: Learner, step: number, timeout = 20_000): Promise<void> {
  await isExplained(learner, lesson.steps[step]!.explanation, timeout);
  const next = lesson.steps[step + 1];
  await learner.press(next ? `Next: ${next.title}` : 'Next: one new case');
}

async function recall(learner: Learner): Promise<void> {
  await learner.answer('None.');
  await isExplained(learner, lesson.recall!.prediction.options[2]!.explanation, 10_000);
  await expect(learner.page.locator('[data-outline="kernel/host-b"]')).toHaveCount(1);
  await learner.press(`Next: ${lesson.steps[0]!.title}`);
}

async function oneProgram(learner: Learner): Promise<void> {
  await isAtStep(learner, 0);
  await learner.answer('That one cart only.');
  for (const cart of CARTS) {
    await learner.select(cart);
    await learner.press(`Kill ${cart}`);
    await expect(learner.box(cart)).toHaveAccessibleName(/exited with code 137/);
  }
  await expect(learner.box('cart in VM 2')).toHaveAccessibleName(/nobody picks it up/);
  await expect(learner.box('container of cart 1 on host-b')).toHaveAccessibleName(/nobody picks it up/);
  await expect(learner.box('VM 2')).toHaveAccessibleName(/running/);
  await learner.setSpeed('10×');
  await goOnFrom(learner, 0);
}

async function oneKernel(learner: Learner): Promise<void> {
  await isAtStep(learner, 1);
  await learner.answer('1 and 6.');
  await learner.press('VM 2');
  await learner.press('Send a kernel panic to VM 2');
  await expect(fallen(learner, '1 copy')).toBeVisible();
  await learner.select('host OS of host-b');
  await learner.press('Send a kernel panic to host-b');
  await expect(fallen(learner, '6 copies')).toBeVisible();
  await expect(learner.page.getByText('You lost 1 copy on host-a and 6 on host-b.')).toBeVisible();
  // Going back, what would fall with a box can now be seen.
  await learner.dragBackBefore(3);
  await learner.select('hypervisor of host-a');
  await expect(learner.page.getByText('6 copies would fall', { exact: true })).toBeVisible();
  await goOnFrom(learner, 1);
}

async function whatVmsStandOn(learner: Learner): Promise<void> {
  await isAtStep(learner, 2);
  await learner.answer('6.');
  await learner.select('hypervisor of host-a');
  await learner.press('Crash the hypervisor of host-a');
  await learner.select('host-b');
  await learner.press('Pull the plug of host-b');
  await expect(fallen(learner, '6 copies')).toHaveCount(2);
  for (const broken of ['the hypervisor of host-a', 'the power of host-b'])
    await expect(learner.page.getByRole('row', { name: `${broken} 6` })).toBeVisible();
  await goOnFrom(learner, 2);
}

/** Every picker by the page's own lists, as a learner finds them: under the box that is selected. */
async function setPickers(learner: Learner): Promise<void> {
  const set = async (box: string, label: string, value: string) => {
    await learner.select(box);
    await learner.unfold('Who picks it up');
    await learner.set(label, value);
  };
  for (const copy of COPIES)
    await set(`${copy} on host-b`, `container of ${copy} on host-b: restart policy`, 'always');
  await set('runtime on host-b', 'runtime on host-b: start at boot', 'yes');
  await set('runtime on host-b', 'host-b: after a panic, reboot', 'after 10 s');
  await set('cart in VM 2', 'cart in VM 2: start at boot', 'yes');
  await set('cart in VM 2', 'VM 2: on crash', 'restart');
}

async function whoPicksItUp(learner: Learner): Promise<void> {
  await isAtStep(learner, 3);
  await learner.answer('The cart container.');
  await learner.setSpeed('100×');
  // One of the six is down already when their kernel panics.
  await expect(fallen(learner, '5 copies')).toBeVisible();
  await learner.dragBackBefore(9);
  await setPickers(learner);
  await expect(learner.runs).toHaveCount(2);
  await learner.press('Play');
  await goOnFrom(learner, 3, 60_000);
}

async function drawTheWalls(learner: Learner): Promise<void> {
  await isAtStep(learner, 4);
  for (const copy of COPIES) await learner.set(`${copy} stands in`, copy.endsWith('1') ? 'VM 1' : 'VM 2');
  await learner.answer('3.');
  await learner.select('guest OS of VM 1');
  await learner.press('Send a kernel panic to VM 1');
  await expect(fallen(learner, '3 copies')).toBeVisible();
  await learner.select('hypervisor of host-c');
  await learner.press('Crash the hypervisor of host-c');
  await expect(learner.page.getByText('After the hypervisor 6 are down.')).toBeVisible();
  await isExplained(learner, lesson.steps[4]!.explanation, 10_000);
}

async function transfer(learner: Learner): Promise<void> {
  await goOnFrom(learner, 4);
  await expect(learner.boxes).toHaveCount(0);
  await learner.answer('Three kernels and four containers.');
  await isExplained(learner, lesson.transfer!.prediction.options[1]!.explanation, 20_000);
  await expect(learner.box('host OS of the laptop')).toHaveAccessibleName(/panicked/);
  await learner.press('Finish the lesson');
  await expect(learner.page.getByRole('heading', { name: 'Lesson done' })).toBeVisible();
}

/** What `npm run play` prints as the digest of the last step. */
async function playedDigest(): Promise<string> {
  const args = ['src/build/run.mjs', 'play', folder, '--digest'];
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd });
  return stdout.trim().split('\n').at(-1) ?? '';
}

test('lesson 10 is finished by clicks, from recall to transfer, and stays finished', async ({ page }) => {
  test.setTimeout(180_000);
  const learner = new Learner(page);
  await page.goto('./');
  await page.getByRole('link', { name: lesson.meta.title }).click();
  await recall(learner);
  await oneProgram(learner);
  await oneKernel(learner);

  await isAtStep(learner, 2);
  // What is loaded again is what the browser itself has heard of the address.
  await expect(page).toHaveURL(/[?&]step=3\b/);
  await page.reload();
  await whatVmsStandOn(learner);
  await whoPicksItUp(learner);
  await drawTheWalls(learner);
  await transfer(learner);

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Lesson done' })).toBeVisible();
  // It ends with what it was about.
  await expect(page.getByText(lesson.meta.question)).toBeVisible();
  await page.goto('./');
  await expect(page.getByRole('listitem').filter({ hasText: lesson.meta.title })).toContainText('done');
});

test('a page that is loaded again asks about a placement only when there is one', async ({ page }) => {
  const learner = await openAt(page, 4);
  await learner.press('Show me');
  await expect(learner.button('Lock my answer')).toBeVisible({ timeout: 20_000 });
  // While the solution is shown, the address holds an earlier instant, at which nothing has started yet.
  const isDone = async () => isTaskDone(4, await written(page));
  await expect.poll(() => isDone().catch(() => false)).toBe(true);
  await page.reload();
  await expect(learner.button('Lock my answer')).toBeVisible();

  await page.goto('./');
  await page.goto(`./#/lesson/${lesson.slug}`);
  await expect(page.getByText('Without a place: 6 of 6 containers.')).toBeVisible();
  await expect(learner.button('Lock my answer')).toHaveCount(0);
});

test('a step that is done and read again says that what it means stands further down', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 560 });
  const learner = await openAt(page, 2);
  await page.goto(`./#/lesson/${lesson.slug}?step=2`);
  await isAtStep(learner, 1);
  const explanation = page.locator('[data-explanation]');
  const more = learner.button(/^More below/).and(page.locator('.ahead button'));
  // It comes into view by itself; whoever reads from the top again has lost it.
  await expect(explanation).toBeInViewport();
  await expect(more).toHaveCount(0);
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
  await expect(explanation).not.toBeInViewport();
  await expect(more).toBeInViewport({ ratio: 1 });
  await more.click();
  await expect(explanation).toBeInViewport({ ratio: 1 });
  await expect(more).toHaveCount(0);
});

test('play prints the digest that the last step comes to in another process', async () => {
  expect(await playedDigest()).toBe(solvedRun(lesson.steps.length - 1).digest());
});
