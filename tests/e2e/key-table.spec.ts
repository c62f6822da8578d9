// The table of keys: each key does what the help says, and none does anything in a field, with a modifier, under a
// dialog, or once single letters are switched off.
import type { Page } from '@playwright/test';
import {
  acts,
  courseKeys,
  headKeys,
  isLetter,
  lessonKeys,
  runKeys,
  type Act,
} from '../../src/apps/course/keys';
import { boxKeys, listKeys, rowKeys } from '../../src/apps/course/walkedKeys';
import { enKeys } from '../../src/i18n/en/keys';
import { expectWhole, openFirst, type Learner } from './learner';
import { expect, test } from './page';

/** The instant at which the kernel of host-b panics in `fallen`, in seconds. */
const FALL = 5;
const SELECTED = 'guest OS of VM 2';
const rows = [...runKeys, ...courseKeys, ...lessonKeys];
const letters = rows.flatMap(({ keys }) => keys).filter((key) => isLetter(key) && key.length === 1);

/** What a key may change. */
async function stateOf({ page, head }: Learner) {
  return {
    seconds: Number(await head.getAttribute('aria-valuenow')),
    play: await page.getByRole('button', { name: /^(Play|Pause)$/ }).getAttribute('aria-label'),
    speed: await page.getByRole('radio', { checked: true }).getAttribute('value'),
    selected: await page.locator('[role=treeitem][aria-selected=true]').getAttribute('aria-label'),
    canUndo: await page.getByRole('button', { name: /^Take back: / }).count(),
    inspects: await page.locator('[data-inspector]').count(),
    inWords: await page.getByRole('button', { name: 'In words' }).getAttribute('aria-pressed'),
    isFull: await page.evaluate(() => document.fullscreenElement !== null),
    dialogs: await page.locator('dialog[open]').count(),
    page: await page.evaluate(() => window.location.hash.split('?')[0]),
  };
}

/** The first page, where a kernel has panicked; time stands at that instant, and a box is selected. */
async function fallen(page: Page): Promise<Learner> {
  const learner = await openFirst(page);
  await learner.press('Send a kernel panic to host-b');
  await expect(page.getByText('6 copies fell', { exact: true })).toBeVisible();
  await learner.stop();
  await learner.select(SELECTED);
  await backToFall(learner);
  return learner;
}

async function backToFall(learner: Learner): Promise<void> {
  for (let now = await learner.seconds(); now > FALL; now = await learner.seconds())
    await learner.press('previous fact');
  if ((await learner.seconds()) < FALL) await learner.press('next fact');
  await expect.poll(() => learner.seconds()).toBe(FALL);
  await learner.head.focus();
}

/** How many seconds a jump goes: a tenth of the timeline, to the last instant that is written under it. */
async function tenth({ page }: Learner): Promise<number> {
  const last = await page.locator('svg .tick').last().textContent();
  const [minutes, seconds] = last!.split(':');
  return (Number(minutes) * 60 + Number(seconds)) / 10;
}

/** What each act of the simulation comes to from the instant of the fall, and what brings it back. */
const done: Readonly<Partial<Record<Act, (learner: Learner) => Promise<unknown>>>> = {
  async play(learner) {
    await expect(learner.button('Pause')).toBeVisible();
    await learner.stop();
  },
  'step-on': (learner) => expect.poll(() => learner.seconds()).toBe(FALL),
  'step-back': (learner) => expect.poll(() => learner.seconds()).toBe(0),
  async 'jump-on'(learner) {
    await expect.poll(() => learner.seconds()).toBe(FALL + (await tenth(learner)));
  },
  async 'jump-back'(learner) {
    await expect.poll(() => learner.seconds()).toBe(FALL - (await tenth(learner)));
    // Less than a jump from the start, it goes there and no further.
    await learner.page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(() => learner.seconds()).toBe(0);
  },
  'tick-on': (learner) => expect.poll(() => learner.seconds()).toBe(FALL + 0.1),
  'tick-back': (learner) => expect.poll(() => learner.seconds()).toBe(FALL - 0.1),
  'to-start': (learner) => expect.poll(() => learner.seconds()).toBe(0),
  'to-end': (learner) => expect.poll(() => learner.seconds()).toBeGreaterThan(FALL),
  async faster({ page }) {
    await expect(page.getByRole('radio', { name: '10×', exact: true })).toBeChecked();
  },
  async slower({ page }) {
    await expect(page.getByRole('radio', { name: '1×', exact: true })).toBeChecked();
  },
  async inspect({ page }) {
    await expect(page.locator('[data-inspector]')).toBeVisible();
    await page.keyboard.press('i');
    await expect(page.locator('[data-inspector]')).toHaveCount(0);
  },
  async 'in-words'({ page }) {
    await expect(page.getByRole('tree', { name: 'In words' })).toBeVisible();
    await expect(page.getByRole('treeitem', { name: SELECTED })).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tree', { name: 'In words' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'In words' })).toBeFocused();
  },
  async 'full-screen'({ page }) {
    const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
    await expect.poll(isFull).toBe(true);
    await page.keyboard.press('f');
    await expect.poll(isFull).toBe(false);
  },
  leave: ({ page }) => expect(page.locator('[role=treeitem][aria-selected=true]')).toHaveCount(0),
  'go-to': ({ page }) => expect(page.getByRole('dialog', { name: 'Go to' })).toBeVisible(),
  help: ({ page }) => expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible(),
  // The address is there before its page: the next key is for the page.
  async 'next-lesson'({ page }) {
    await expect(page).toHaveURL(/#\/lesson\//);
    await expect(page.locator('.page.desk')).toBeVisible();
  },
  async 'previous-lesson'({ page }) {
    await expect(page).toHaveURL(/#\/(\?.*)?$/);
    await expect(page.locator('.page.desk')).toHaveCount(0);
  },
  undo: ({ page }) => expect(page.getByText('6 copies fell', { exact: true })).toHaveCount(0),
  reset: ({ page }) => expect(page.getByRole('button', { name: /^Take back: / })).toHaveCount(0),
};

/** Acts that leave nothing to go on from come last, each on a page of its own. */
const LAST: readonly Act[] = ['undo', 'reset', 'next-lesson', 'previous-lesson'];

test('each key of the simulation does what the table says', async ({ page }) => {
  const learner = await fallen(page);
  for (const { act, keys } of [...runKeys, ...headKeys].filter((row) => !LAST.includes(row.act)))
    for (const key of keys) {
      await learner.select(SELECTED);
      await backToFall(learner);
      if (act === 'step-on') await page.getByRole('button', { name: 'previous fact' }).click();
      await learner.head.focus();
      await page.keyboard.press(key);
      await done[act]!(learner);
    }
});

test('undo and a fresh start by key', async ({ page }) => {
  for (const { act, keys } of runKeys.filter((row) => row.act === 'undo' || row.act === 'reset')) {
    const learner = await fallen(page);
    await expect(page.getByRole('button', { name: /^Take back: / })).toHaveCount(1);
    await page.keyboard.press(keys[0]!);
    await done[act]!(learner);
  }
});

test('each key of the course does what the table says', async ({ page }) => {
  const learner = await fallen(page);
  for (const { act, keys } of courseKeys)
    for (const key of keys) {
      await page.keyboard.press(key);
      await done[act]!(learner);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
});

test('every act has a key and stands in the help', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Keys' }).click();
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  for (const act of acts) {
    await expect(dialog.getByText(enKeys.acts[act], { exact: true }).first()).toBeVisible();
    expect([...rows, ...headKeys].some((row) => row.act === act)).toBe(true);
  }
  for (const letter of letters) await expect(dialog.getByText(letter, { exact: true })).toHaveCount(1);
});

/** From VM 2, where each key leads: the box that has the focus, or whether VM 2 is selected. */
const fromVm2: Readonly<Record<'box' | 'row', Readonly<Record<string, string | boolean>>>> = {
  box: {
    ArrowUp: 'guest OS of VM 2',
    ArrowDown: 'hypervisor of host-a',
    ArrowLeft: 'VM 1',
    ArrowRight: 'VM 3',
    Home: 'host-a',
    End: 'host-b',
    Enter: true,
    Escape: false,
    Space: true,
  },
  row: {
    ArrowUp: 'search in VM 1',
    ArrowDown: 'guest OS of VM 2',
    // Closed first, then opened again.
    ArrowLeft: 'VM 2',
    ArrowRight: 'VM 2',
    Home: 'host-a',
    End: 'buy 2 on host-b',
    Enter: true,
    Escape: false,
    Space: true,
  },
};

for (const [where, keys] of Object.entries({ box: boxKeys, row: rowKeys }))
  test(`the keys on a ${where} walk, select and let go`, async ({ page }) => {
    await openFirst(page);
    if (where === 'row') await page.getByRole('button', { name: 'In words' }).click();
    const item = (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}[,:]`) });
    const expected = fromVm2[where === 'row' ? 'row' : 'box'];
    expect(Object.keys(expected).sort()).toEqual([...keys].sort());
    for (const [key, leads] of Object.entries(expected)) {
      await item('VM 2').focus();
      await page.keyboard.press(key);
      if (typeof leads === 'string') await expect(item(leads)).toBeFocused();
      else await expect(item('VM 2')).toHaveAttribute('aria-selected', String(leads));
    }
  });

test('the keys of a list under the stage stand in the help', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Keys' }).click();
  const part = page.getByRole('dialog', { name: 'Keys' }).locator('section');
  const lists = part.filter({ has: page.getByRole('heading', { name: enKeys.parts.list }) });
  expect(listKeys).toEqual(Object.keys(enKeys.list));
  for (const does of Object.values(enKeys.list)) await expect(lists.getByText(does)).toBeVisible();
});

test('letters find a row of the words', async ({ page }) => {
  const learner = await fallen(page);
  await page.getByRole('button', { name: 'In words' }).click();
  await page.getByRole('treeitem', { name: /^host-a:/ }).focus();
  await page.keyboard.press('v');
  await expect(page.getByRole('treeitem', { name: /^VM 1:/ })).toBeFocused();
  await page.keyboard.press('r');
  expect(await learner.seconds()).toBe(FALL);
});

/** Presses all keys of the table and says what they changed. */
async function pressAll(learner: Learner, keys: readonly string[]) {
  const before = await stateOf(learner);
  for (const key of keys) await learner.page.keyboard.press(key);
  return { before, after: await stateOf(learner) };
}

test('single letters can be switched off; the other keys stay', async ({ page }) => {
  const learner = await fallen(page);
  await page.keyboard.press('?');
  await page.getByRole('checkbox', { name: enKeys.letters }).uncheck();
  await page.keyboard.press('Escape');
  // The focus goes back to where it was before it is put elsewhere.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await learner.head.focus();
  const { before, after } = await pressAll(learner, letters);
  expect(after).toEqual(before);
  await page.keyboard.press('Home');
  await expect.poll(() => learner.seconds()).toBe(0);
  await page.reload();
  await expectWhole(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('no key does anything in a field, under a dialog or with a modifier, and some keys are left to others', async ({
  page,
}) => {
  const learner = await fallen(page);
  const all = [...rows, ...headKeys].flatMap(({ keys }) => keys);
  await page.evaluate(() => {
    const field = document.createElement('input');
    document.querySelector('.live')!.append(field);
    field.focus();
  });
  const inField = await pressAll(learner, all);
  expect(inField.after).toEqual(inField.before);

  await learner.head.focus();
  const free = await pressAll(learner, ['PageUp', 'PageDown', 'b', 'o', 's']);
  expect(free.after).toEqual(free.before);

  const before = await stateOf(learner);
  const prevented = await learner.head.evaluate(
    (head, keys) => {
      const modifiers = ['ctrlKey', 'altKey', 'metaKey'];
      return keys.flatMap((key) =>
        modifiers.filter((modifier) => {
          const event = new KeyboardEvent('keydown', {
            key,
            bubbles: true,
            cancelable: true,
            [modifier]: true,
          });
          return !head.dispatchEvent(event);
        }),
      );
    },
    all.map((key) => key.replace('Shift+', '').replace('Space', ' ')),
  );
  expect(prevented).toEqual([]);
  expect(await stateOf(learner)).toEqual(before);

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  const covered = await pressAll(
    learner,
    all.filter((key) => key !== 'Escape' && key !== 'Space'),
  );
  expect(covered.after).toEqual(covered.before);
});
