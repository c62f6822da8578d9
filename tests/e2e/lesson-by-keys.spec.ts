// Lesson 10 from the first Tab on the start page to the explanation of its transfer question, by keyboard alone.
import type { Line } from '../../src/lesson/format';
import { Hands } from './hands';
import { openAt } from './learner';
import { lesson, plainParts } from './lessonTen';
import { expect, test } from './page';

const COPIES = ['search 1', 'cart 1', 'buy 1', 'search 2', 'cart 2', 'buy 2'];

async function isAtStep({ page }: Hands, step: number): Promise<void> {
  await expect(page.getByRole('heading', { name: lesson.steps[step]!.title, level: 1 })).toBeFocused();
}

async function isExplained({ page }: Hands, explanation: Line, timeout = 20_000): Promise<void> {
  const longest = plainParts(explanation).toSorted((a, b) => b.length - a.length)[0] ?? '';
  await expect(page.getByText(longest).first()).toBeVisible({ timeout });
  await expect(page.getByText(/^your guess, and (the run|so it is)$/)).toBeVisible();
}

async function goOn(hands: Hands, step: number, timeout?: number): Promise<void> {
  await isExplained(hands, lesson.steps[step]!.explanation, timeout);
  await hands.use(/^Next: /);
}

async function recall(hands: Hands): Promise<void> {
  await hands.tabTo('a', new RegExp(lesson.meta.title));
  await hands.press('Enter');
  await expect(hands.page.getByRole('heading', { name: 'Before you begin' })).toBeFocused();
  await hands.answer('None.');
  await isExplained(hands, lesson.recall!.prediction.options[2]!.explanation);
  await hands.use(/^Next: /);
}

async function oneProgram(hands: Hands): Promise<void> {
  await isAtStep(hands, 0);
  await hands.answer('That one cart only.');
  for (const cart of ['cart in VM 2', 'cart 1 on host-b']) {
    await hands.select(cart);
    await hands.use(new RegExp(`^Kill ${cart}$`));
  }
  await hands.press('>');
  await goOn(hands, 0);
}

async function oneKernel(hands: Hands): Promise<void> {
  await isAtStep(hands, 1);
  await hands.answer('1 and 6.');
  await hands.select('guest OS of VM 2');
  await hands.use(/^Send a kernel panic to VM 2$/);
  await hands.select('host OS of host-b');
  await hands.use(/^Send a kernel panic to host-b$/);
  await goOn(hands, 1);
}

async function whatVmsStandOn(hands: Hands): Promise<void> {
  await hands.answer('6.');
  await hands.select('hypervisor of host-a');
  await hands.use(/^Crash the hypervisor of host-a$/);
  await hands.select('host-b');
  await hands.use(/^Pull the plug of host-b$/);
  await goOn(hands, 2);
}

async function whoPicksItUp(hands: Hands): Promise<void> {
  await isAtStep(hands, 3);
  await hands.answer('The cart container.');
  await hands.press('>', '>');
  await expect(hands.page.getByText('5 copies fell', { exact: true })).toBeVisible();
  await hands.tabTo('slider', /^Time$/);
  await hands.press('Home');
  await hands.select('runtime on host-b');
  await hands.set(/^runtime on host-b: start at boot$/, 'yes');
  await hands.set(/^all 6 containers on host-b: restart policy$/, 'always');
  await hands.set(/^host-b: after a panic, reboot$/, 'after 10 s');
  await hands.select('cart in VM 2');
  await hands.set(/^cart in VM 2: start at boot$/, 'yes');
  await hands.set(/^VM 2: on crash$/, 'restart');
  await hands.tabTo('button', /^Play$/);
  await hands.press('k');
  await goOn(hands, 3, 60_000);
}

async function drawTheWalls(hands: Hands): Promise<void> {
  for (const copy of COPIES)
    await hands.set(new RegExp(`^${copy} stands in$`), copy.endsWith('1') ? 'VM 1' : 'VM 2');
  await hands.answer('3.');
  await hands.select('guest OS of VM 1');
  await hands.use(/^Send a kernel panic to VM 1$/);
  await hands.select('hypervisor of host-c');
  await hands.use(/^Crash the hypervisor of host-c$/);
  await goOn(hands, 4);
}

test('lesson 10 is begun by keyboard alone', async ({ page }) => {
  const hands = new Hands(page);
  await page.goto('./');
  await expect(page.getByRole('treeitem')).toHaveCount(35);
  await recall(hands);
  await oneProgram(hands);
  await oneKernel(hands);
  await isAtStep(hands, 2);
});

test('then gone on with', async ({ page }) => {
  const hands = new Hands((await openAt(page, 2)).page);
  await whatVmsStandOn(hands);
  await whoPicksItUp(hands);
  await isAtStep(hands, 4);
});

test('and finished', async ({ page }) => {
  const hands = new Hands((await openAt(page, 4)).page);
  await drawTheWalls(hands);
  await hands.answer('Three kernels and four containers.');
  await isExplained(hands, lesson.transfer!.prediction.options[1]!.explanation);
  await hands.use(/^Finish the lesson$/);
  await expect(page.getByRole('heading', { name: 'Lesson done' })).toBeFocused();
});
