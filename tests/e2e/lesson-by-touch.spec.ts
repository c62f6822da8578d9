// Lesson 10 with a finger on a phone 360 px wide: nothing but taps, and everything that is tapped is large enough.
import type { Locator, Page } from '@playwright/test';
import type { Line } from '../../src/lesson/format';
import { openAt, openFirst } from './learner';
import { lesson, plainParts } from './lessonTen';
import { expect, test } from './page';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

const COPIES = ['search 1', 'cart 1', 'buy 1', 'search 2', 'cart 2', 'buy 2'];
/** The least height of what a finger is asked to hit, px. */
const TOUCH = 44;

const tap = (target: Locator) => target.first().tap();
const use = (page: Page, name: string | RegExp) =>
  tap(page.getByRole('button', { name, exact: typeof name === 'string' }));

/** A box of the words: a finger finds it there however small it is in the picture. */
async function select(page: Page, name: string): Promise<void> {
  const row = page.getByRole('treeitem', { name: new RegExp(`^${name}:`) });
  if ((await row.getAttribute('aria-selected')) !== 'true') await tap(row.getByText(name));
  await expect(row).toHaveAttribute('aria-selected', 'true');
}

async function answer(page: Page, option: string): Promise<void> {
  const radio = page.getByRole('radio', { name: new RegExp(`^[A-E] ${option.replace('.', '\\.')}`) });
  await tap(page.locator('label').filter({ has: radio }));
  await use(page, 'Lock my answer');
}

/** A list opens the phone's own wheel, which is not part of the page. */
async function set(page: Page, label: string, value: string): Promise<void> {
  const list = page.getByRole('combobox', { name: label, exact: true });
  await tap(list);
  await list.selectOption({ label: value });
  await expect(list.locator('option:checked')).toHaveText(value);
}

async function isExplained(page: Page, explanation: Line, timeout = 20_000): Promise<void> {
  const longest = plainParts(explanation).toSorted((a, b) => b.length - a.length)[0] ?? '';
  await expect(page.getByText(longest).first()).toBeVisible({ timeout });
  await expect(page.getByText(/^your guess, and (the run|so it is)$/)).toBeVisible();
}

async function goOn(page: Page, step: number, timeout?: number): Promise<void> {
  await isExplained(page, lesson.steps[step]!.explanation, timeout);
  await use(page, /^Next: /);
}

/** Taps the lanes of the timeline at their left end. */
async function tapTheStart(page: Page): Promise<void> {
  const plot = page.locator('.plot');
  const position = await plot.evaluate((each) => {
    const lane = each.querySelector('[data-lane] rect')!.getBoundingClientRect();
    const { left, top } = each.getBoundingClientRect();
    return { x: lane.left + 1 - left, y: lane.top + lane.height / 2 - top };
  });
  await plot.tap({ position });
  const head = page.getByRole('slider', { name: 'Time' });
  await expect.poll(async () => Number(await head.getAttribute('aria-valuenow'))).toBeLessThan(3);
}

test('lesson 10 is begun by taps', async ({ page }) => {
  await page.goto('./');
  await tap(page.getByRole('link', { name: lesson.meta.title }));
  await answer(page, 'None.');
  await isExplained(page, lesson.recall!.prediction.options[2]!.explanation);
  await use(page, /^Next: /);

  await answer(page, 'That one cart only.');
  await use(page, 'In words');
  for (const cart of ['cart in VM 2', 'cart 1 on host-b']) {
    await select(page, cart);
    await use(page, `Kill ${cart}`);
  }
  await tap(page.getByText('10×', { exact: true }));
  await goOn(page, 0);

  await answer(page, '1 and 6.');
  await select(page, 'guest OS of VM 2');
  await use(page, 'Send a kernel panic to VM 2');
  await select(page, 'host OS of host-b');
  await use(page, 'Send a kernel panic to host-b');
  await goOn(page, 1);
  await expect(page.getByRole('heading', { name: lesson.steps[2]!.title, level: 1 })).toBeVisible();
});

test('then gone on with by taps', async ({ page }) => {
  await openAt(page, 2);
  await answer(page, '6.');
  await use(page, 'In words');
  await select(page, 'hypervisor of host-a');
  await use(page, 'Crash the hypervisor of host-a');
  await select(page, 'host-b');
  await use(page, 'Pull the plug of host-b');
  await goOn(page, 2);

  await answer(page, 'The cart container.');
  await tap(page.getByText('100×', { exact: true }));
  await expect(page.getByText('5 copies fell', { exact: true })).toBeVisible();
  await tapTheStart(page);
  await select(page, 'runtime on host-b');
  await set(page, 'runtime on host-b: start at boot', 'yes');
  await set(page, 'all 6 containers on host-b: restart policy', 'always');
  await set(page, 'host-b: after a panic, reboot', 'after 10 s');
  await select(page, 'cart in VM 2');
  await set(page, 'cart in VM 2: start at boot', 'yes');
  await set(page, 'VM 2: on crash', 'restart');
  await use(page, 'Play');
  await goOn(page, 3, 60_000);
  await expect(page.getByRole('heading', { name: lesson.steps[4]!.title, level: 1 })).toBeVisible();
});

test('and finished by taps', async ({ page }) => {
  await openAt(page, 4);
  await use(page, 'In words');
  for (const copy of COPIES) await set(page, `${copy} stands in`, copy.endsWith('1') ? 'VM 1' : 'VM 2');
  await answer(page, '3.');
  await select(page, 'guest OS of VM 1');
  await use(page, 'Send a kernel panic to VM 1');
  await select(page, 'hypervisor of host-c');
  await use(page, 'Crash the hypervisor of host-c');
  await goOn(page, 4);

  await answer(page, 'Three kernels and four containers.');
  await isExplained(page, lesson.transfer!.prediction.options[1]!.explanation);
});

/** Controls lower or narrower than a fingertip. A name in running text is as high as its line, which WCAG allows. */
function tooSmall(page: Page): Promise<readonly string[]> {
  return page.evaluate((least) => {
    const controls =
      'button:not([data-box], [data-term]), select, summary, [role=slider] .reach, label, li[role=treeitem]';
    return [...document.querySelectorAll<HTMLElement>(controls)]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }))
      .filter((each) => !(each instanceof HTMLLabelElement && each.querySelector('select') !== null))
      .map((each) => ({ each, box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.height < least - 0.5 || box.width < least - 0.5)
      .map(
        ({ each, box }) => `${each.textContent.trim()}: ${Math.round(box.width)} x ${Math.round(box.height)}`,
      );
  }, TOUCH);
}

test('what a finger is asked to hit is 44 px high and wide', async ({ page }) => {
  await openFirst(page);
  await use(page, /^Send a kernel panic/);
  await use(page, 'In words');
  await select(page, 'guest OS of VM 2');
  expect(await tooSmall(page)).toEqual([]);
  await page.goto(`./#/lesson/${lesson.slug}`);
  await expect(page.getByRole('button', { name: 'Lock my answer' })).toBeVisible();
  // The words stay where the picture was.
  await expect(page.getByRole('treeitem').first()).toBeVisible();
  await expect(page.getByRole('log')).toBeAttached();
  await expect(page.getByRole('slider', { name: 'Time' })).toBeVisible();
  expect(await tooSmall(page)).toEqual([]);
});

test('everything that is dragged can be tapped', async ({ page }) => {
  await openFirst(page);
  await use(page, /^Send a kernel panic/);
  await expect(page.getByText('6 copies fell', { exact: true })).toBeVisible();
  await tapTheStart(page);
  await expect(page.getByText('6 copies fell', { exact: true })).toHaveCount(0);
  await use(page, 'next fact');
  await expect(page.getByText('6 copies fell', { exact: true })).toBeVisible();
  await use(page, 'previous fact');
  await expect(page.getByText('6 copies fell', { exact: true })).toHaveCount(0);
});
