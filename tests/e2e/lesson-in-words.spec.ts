// Lesson 10 from its words alone: what stands on what is read from the tree, each answer is worked out from it, the
// run is followed by what is told, and the explanation is read. Nothing is looked up in the picture.
import type { Page } from '@playwright/test';
import type { Line } from '../../src/lesson/format';
import { goAt, openAt } from './learner';
import { lesson, plainParts } from './lessonTen';
import { expect, test } from './page';

declare global {
  interface Window {
    /** What the live region has told so far, put there by the test. */
    told: string[];
  }
}

/** A row as a screen reader has it: how deep it stands, and its name. */
interface Row {
  readonly level: number;
  readonly name: string;
}

const SERVICE = /^(search|cart|buy)\b.*: process, /;

/** All rows of the tree, by role, without the signs that are hidden from a screen reader. */
async function readTree(page: Page): Promise<readonly Row[]> {
  const rows = page.getByRole('tree', { name: 'In words' }).getByRole('treeitem');
  await expect(rows).not.toHaveCount(0);
  return rows.evaluateAll((items) =>
    items.map((item) => ({
      level: Number(item.ariaLevel),
      name: (item.querySelector('.text')?.textContent ?? '').replace(/\s+/g, ' ').trim(),
    })),
  );
}

/** The rows that stand on the one whose name begins so. */
function standingOn(rows: readonly Row[], name: string): readonly Row[] {
  const at = rows.findIndex((row) => row.name.startsWith(`${name}:`));
  if (at < 0) throw new Error(`no row says ${name}; there are ${rows.map((row) => row.name).join(' | ')}`);
  const rest = rows.slice(at + 1);
  const end = rest.findIndex(({ level }) => level <= rows[at]!.level);
  return end < 0 ? rest : rest.slice(0, end);
}

/** How many copies stand on a box. */
const copiesOn = (rows: readonly Row[], name: string): number =>
  standingOn(rows, name).filter((row) => SERVICE.test(row.name)).length;

async function open(page: Page, step: number): Promise<void> {
  await page.addInitScript(() => {
    const preferences = { theme: 'system', telling: 'some', captions: true, letterKeys: true };
    localStorage.setItem('blast-radius-preferences', JSON.stringify(preferences));
    window.told = [];
    new MutationObserver(() => {
      const text = document.querySelector('[role=log]')?.textContent ?? '';
      if (text !== '' && window.told.at(-1) !== text) window.told.push(text);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await openAt(page, step);
  const showWords = page.getByRole('button', { name: 'In words' });
  if (step < lesson.steps.length) await showWords.click();
}

async function lock(page: Page, option: string): Promise<void> {
  await page
    .getByRole('radio', { name: new RegExp(`^[A-E] ${option.replace('.', '\\.')}`) })
    .check({ force: true });
  await page.getByRole('button', { name: 'Lock my answer' }).click();
}

/** Selects a box by its row and gives it a command by its button. */
async function give(page: Page, box: string, command: string): Promise<void> {
  const row = page.getByRole('treeitem', { name: new RegExp(`^${box}:`) });
  await row.focus();
  await row.press('Enter');
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: command, exact: true }).first().click();
}

/** Waits until the live region has told each of these, in any order. */
async function hears(page: Page, ...sentences: readonly string[]): Promise<void> {
  const missing = async () => {
    const told = (await page.evaluate(() => window.told)).join(' ');
    return sentences.filter((sentence) => !told.includes(sentence));
  };
  await expect.poll(missing, { timeout: 20_000 }).toEqual([]);
}

/** The explanation stands in a status region, and the guess was right. */
async function reads(page: Page, explanation: Line): Promise<void> {
  const longest = plainParts(explanation).toSorted((a, b) => b.length - a.length)[0] ?? '';
  await expect(page.getByRole('status').filter({ hasText: longest })).toHaveCount(1, { timeout: 20_000 });
  await expect(page.getByText(/^your guess, and the run$/)).toBeVisible();
}

test('what falls with one program is read from the tree and heard', async ({ page }) => {
  await open(page, 0);
  const rows = await readTree(page);
  expect(standingOn(rows, 'cart 1 on host-b')).toEqual([]);
  await lock(page, 'That one cart only.');
  await give(page, 'cart in VM 2', 'Kill cart in VM 2');
  await give(page, 'cart 1 on host-b', 'Kill cart 1 on host-b');
  await hears(page, 'You killed cart in VM 2', 'Cart 1 on host-b exited with code 137');
  expect((await readTree(page)).map(({ name }) => name)).toContainEqual(
    expect.stringMatching(/^cart in VM 2: process, exited with code 137, nobody picks it up$/),
  );
  await page.keyboard.press('>');
  await reads(page, lesson.steps[0]!.explanation);
});

test('what falls with one kernel is read from the tree and heard', async ({ page }) => {
  await open(page, 1);
  const rows = await readTree(page);
  const answer = `${copiesOn(rows, 'guest OS of VM 2')} and ${copiesOn(rows, 'host OS of host-b')}.`;
  await lock(page, answer);
  await give(page, 'guest OS of VM 2', 'Send a kernel panic to VM 2');
  await hears(page, 'The kernel of VM 2 panicked. 1 copy fell.');
  await give(page, 'host OS of host-b', 'Send a kernel panic to host-b');
  await hears(page, 'The kernel of host-b panicked. 6 copies fell.');
  const after = (await readTree(page)).map(({ name }) => name);
  expect(after.filter((name) => SERVICE.test(name) && name.includes('fell'))).toHaveLength(7);
  await expect(page.getByText('6 copies fell with the host OS of host-b', { exact: true })).toBeVisible();
  await reads(page, lesson.steps[1]!.explanation);
});

test('what falls with the hypervisor is read from the tree and heard', async ({ page }) => {
  await open(page, 2);
  await lock(page, `${copiesOn(await readTree(page), 'hypervisor of host-a')}.`);
  await give(page, 'hypervisor of host-a', 'Crash the hypervisor of host-a');
  await give(page, 'host-b', 'Pull the plug of host-b');
  await hears(
    page,
    'You crashed the hypervisor of host-a. 6 copies fell.',
    'host-b lost its power. 6 copies fell.',
  );
  await reads(page, lesson.steps[2]!.explanation);
});

test('who picks it up is heard from the solution', async ({ page }) => {
  await page.clock.install();
  await open(page, 3);
  await page.clock.pauseAt(Date.now() + 60_000);
  await lock(page, 'The cart container.');
  await page.getByRole('button', { name: 'Show me' }).click();
  await expect(page.getByRole('button', { name: 'Stop showing' })).toBeVisible();
  // It takes a quarter of a minute to be shown: here as long as the machine needs for its frames.
  for (
    let half = 0;
    half < 60 && (await page.getByRole('button', { name: 'Stop showing' }).isVisible());
    half++
  )
    await page.clock.runFor(500);
  await page.clock.runFor(1000);
  await hears(page, 'is started again in', 'The kernel of host-b is about to reboot.', 'copies serve again.');
  await reads(page, lesson.steps[3]!.explanation);
});

test("one's own walls are read from the tree, and heard to hold", async ({ page }) => {
  await open(page, 4);
  for (const copy of ['search 1', 'cart 1', 'buy 1', 'search 2', 'cart 2', 'buy 2']) {
    const list = page.getByRole('combobox', { name: `${copy} stands in` });
    await list.selectOption({ label: copy.endsWith('1') ? 'VM 1' : 'VM 2' });
  }
  await expect.poll(async () => copiesOn(await readTree(page), 'guest OS of VM 1')).toBe(3);
  await lock(page, '3.');
  await give(page, 'guest OS of VM 1', 'Send a kernel panic to VM 1');
  await hears(page, 'The kernel of VM 1 panicked. 3 copies fell.');
  await give(page, 'hypervisor of host-c', 'Crash the hypervisor of host-c');
  await hears(page, 'You crashed the hypervisor of host-c. 3 copies fell.');
  await reads(page, lesson.steps[4]!.explanation);
});

test('the laptop is heard to fall once the question is answered', async ({ page }) => {
  await open(page, lesson.steps.length);
  await expect(page.getByRole('log')).toHaveCount(0);
  await lock(page, 'Three kernels and four containers.');
  await hears(page, 'The kernel of the laptop panicked. 4 copies fell.');
  await page.getByRole('button', { name: 'In words' }).click();
  const kernels = (await readTree(page))
    .map(({ name }) => name)
    .filter((name) => /^(guest|host) OS of/.test(name));
  expect(kernels).toHaveLength(3);
  for (const kernel of kernels) expect(kernel).toMatch(/panicked|fell/);
  await expect(page.getByText(/^your guess, and the run$/)).toBeVisible();
});

test('what is done before what tells it is there is told as soon as it is', async ({ page }) => {
  let letGo = (): void => undefined;
  const way = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/\/assets\/FactAnnouncer-[^/]*\.js/, async (route) => {
    await way;
    await route.continue();
  });
  const learner = await goAt(page, 1);
  await learner.answer('1 and 6.');
  await learner.select('host OS of host-b');
  await learner.press('Send a kernel panic to host-b');
  await expect(learner.button('Send a kernel panic to host-b')).toHaveCount(0);
  await expect(page.getByRole('log')).toHaveCount(0);
  letGo();
  await expect(page.getByRole('log')).toContainText('The kernel of host-b panicked.');
});

test('what is done at once in a world that begins afresh is told', async ({ page }) => {
  await page.clock.install();
  await open(page, 1);
  await lock(page, '1 and 6.');
  await give(page, 'guest OS of VM 2', 'Send a kernel panic to VM 2');
  await page.clock.runFor(1000);
  await hears(page, 'The kernel of VM 2 panicked. 1 copy fell.');
  // From here on no timer ends: what is said next is said of all that was done meanwhile.
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.evaluate(() => (window.told = []));
  await page.getByRole('button', { name: 'Start this step again' }).click();
  await give(page, 'host OS of host-b', 'Send a kernel panic to host-b');
  await page.clock.runFor(1000);
  await hears(page, 'The kernel of host-b panicked. 6 copies fell.');
});

test('what was told closely one after the other is told as one, once nothing more comes', async ({
  page,
}) => {
  await page.clock.install();
  await open(page, 1);
  await lock(page, '1 and 6.');
  await page.clock.pauseAt(Date.now() + 60_000);
  await give(page, 'guest OS of VM 2', 'Send a kernel panic to VM 2');
  await page.clock.runFor(1000);
  await hears(page, 'The kernel of VM 2 panicked. 1 copy fell.');
  await give(page, 'host OS of host-b', 'Send a kernel panic to host-b');
  await page.clock.runFor(1000);
  const log = page.getByRole('log');
  await expect(log).toHaveText(/^You sent a kernel panic to host-b\./);
  await page.clock.runFor(3000);
  await expect(log).toHaveText(
    /VM 2 panicked\. 1 copy fell\. The kernel of host-b panicked\. 6 copies fell\.$/,
  );
});

test('captions that rest hold what the run came to, however long lies between its acts', async ({ page }) => {
  await page.addInitScript(() => {
    const preferences = { theme: 'system', telling: 'some', captions: true, letterKeys: true };
    localStorage.setItem('blast-radius-preferences', JSON.stringify(preferences));
  });
  await page.clock.install();
  await open(page, 1);
  await lock(page, '1 and 6.');
  await page.clock.pauseAt(Date.now() + 60_000);
  await give(page, 'guest OS of VM 2', 'Send a kernel panic to VM 2');
  await page.clock.runFor(6000);
  await give(page, 'host OS of host-b', 'Send a kernel panic to host-b');
  // What is shown is of the instant that the stage shows, before anything is said.
  await expect(page.locator('.caption')).toHaveText(/^You sent a kernel panic to host-b\./);
  await page.clock.runFor(6000);
  await expect(page.locator('.caption')).toHaveText(
    /VM 2 panicked\. 1 copy fell\. The kernel of host-b panicked\. 6 copies fell\.$/,
  );
});

test('nothing is told while a question is open', async ({ page }) => {
  await page.clock.install();
  await open(page, 1);
  await page.getByRole('slider', { name: 'Time' }).press('Home');
  // What is told is told a moment later.
  await page.clock.runFor(1000);
  await expect(page.getByRole('log')).toBeEmpty();
  expect(await page.evaluate(() => window.told)).toEqual([]);
});

test('the tree ends with a whole row', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, 1);
  await readTree(page);
  const beyond = () =>
    page.getByRole('tree', { name: 'In words' }).evaluate((tree) => {
      const end = tree.getBoundingClientRect().bottom;
      const boxes = [...tree.children].map((row) => row.getBoundingClientRect());
      const cut = boxes.filter(({ top, bottom }) => top < end - 1 && bottom > end + 1).length;
      return { cut, hidden: boxes.some(({ top }) => top >= end - 1) };
    });
  await expect.poll(beyond).toEqual({ cut: 0, hidden: true });
  // Whoever has gone on to its end stays there, whatever happens.
  const tree = page.getByRole('tree', { name: 'In words' });
  const end = await tree.evaluate((list) => {
    list.scrollTo(0, list.scrollHeight);
    return list.scrollTop;
  });
  await page.getByRole('slider', { name: 'Time' }).press('Home');
  expect(await tree.evaluate((list) => list.scrollTop)).toBe(end);
});
