// The focus is seen on every page: one control of each kind, beside the pages that keys.spec.ts walks through whole.
import type { Page } from '@playwright/test';
import { AROUND, openAround } from './around';
import { openCrowd } from './crowd';
import { openAt, openFirst } from './learner';
import { settle } from './looks';
import { expect, test } from './page';
import { openProjector } from './projectorPage';

declare global {
  interface Window {
    /** One control of each kind, put there by the test. */
    kinds: HTMLElement[];
  }
}

// What is compared stands still.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Finds one control of each kind that Tab reaches inside an element; returns what each is. */
function findKinds(page: Page, inside: string): Promise<readonly string[]> {
  return page.evaluate((root) => {
    const wanted = 'a[href], button, select, summary, input, textarea, [tabindex]';
    const all = [...document.querySelectorAll<HTMLElement>(`${root} :is(${wanted})`)].filter(
      (each) =>
        each.tabIndex >= 0 &&
        !each.matches(':disabled, [inert] *') &&
        each.checkVisibility({ visibilityProperty: true }),
    );
    const kindOf = (each: Element) =>
      [each.tagName, each.getAttribute('type'), each.getAttribute('role'), each.getAttribute('class')].join(
        ' ',
      );
    const kinds = new Map(all.map((each) => [kindOf(each), each]));
    window.kinds = [...kinds.values()];
    return [...kinds].map(([kind, { textContent }]) => `${kind}: ${textContent}`);
  }, inside);
}

/** Gives the focus to a control; returns where it and what is said to belong to it stand, a little larger. */
function focus(page: Page, at: number) {
  return page.evaluate((which) => {
    const control = window.kinds[which]!;
    control.scrollIntoView({ block: 'center' });
    control.focus();
    const shown = (control instanceof HTMLInputElement && control.labels?.[0]) || control;
    const { left, top, right, bottom } = shown.getBoundingClientRect();
    const [x, y] = [Math.max(0, left - 8), Math.max(0, top - 8)];
    const clip = {
      x,
      y,
      width: Math.min(window.innerWidth, right + 8) - x,
      height: Math.min(window.innerHeight, bottom + 8) - y,
    };
    return { clip, isFocused: document.activeElement === control };
  }, at);
}

/** Every kind of control looks otherwise while it has the focus. */
async function expectFocusShown(page: Page, least: number, inside = 'body'): Promise<void> {
  await settle(page);
  // Keys are at work: the focus is to be seen.
  await page.keyboard.press('Tab');
  const kinds = await findKinds(page, inside);
  expect(kinds.length).toBeGreaterThanOrEqual(least);
  for (const [at, kind] of kinds.entries()) {
    const { clip, isFocused } = await focus(page, at);
    expect(isFocused, kind).toBe(true);
    await settle(page);
    const withFocus = await page.screenshot({ clip });
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await settle(page);
    expect(withFocus.equals(await page.screenshot({ clip })), `${kind} shows no focus`).toBe(false);
  }
}

for (const { path, controls } of AROUND)
  test(`the focus is seen on the page ${path}`, async ({ page }) => {
    await openAround(page, path);
    await expectFocusShown(page, controls);
  });

test('the focus is seen in the inspector and in what is told in words', async ({ page }) => {
  const learner = await openAt(page, 1);
  await learner.answer('1 and 6.');
  await learner.showTheEnd();
  await learner.select('guest OS of VM 2');
  await learner.press(/^Inspect/);
  await expect(page.locator('[data-inspector]')).toBeVisible();
  await learner.press('In words');
  await expect(page.getByRole('tree', { name: 'In words' })).toBeVisible();
  await expectFocusShown(page, 15);
});

test('the focus is seen where two runs stand beside each other', async ({ page }) => {
  const learner = await openFirst(page);
  await learner.compareTwoPanics('host-b', 'VM 2');
  await expect(page.getByRole('table')).toBeVisible();
  await expectFocusShown(page, 10);
});

test('the focus is seen in a lens', async ({ page }) => {
  const bundle = await openCrowd(page);
  await bundle.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectFocusShown(page, 2, '.lens');
});

for (const query of [
  '?step=2',
  '?moment=host-kernel-panics',
  '?view=presenter&channel=abcdefgh12345678&step=3',
])
  test(`the focus is seen in front of a class: ${query}`, async ({ page }) => {
    await openProjector(page, query);
    await expectFocusShown(page, 4);
  });

test('the focus is seen in a frame, and in the workbench', async ({ page }) => {
  await page.goto('./embed.html?lesson=one-kernel-falls&moment=host-kernel-panics');
  await expect(page.getByText('6 copies fell', { exact: true })).toBeVisible();
  await expectFocusShown(page, 4);
  await page.goto('./workbench.html');
  await page.getByText('Fixtures', { exact: true }).click();
  await expect(page.locator('header nav a').first()).toBeVisible();
  await expectFocusShown(page, 3);
});

test('a key of time that has nothing more to do hands the focus on, and taking back is told', async ({
  page,
}) => {
  const learner = await openFirst(page);
  await learner.press(/^Send a kernel panic/);
  await learner.stop();
  // What is done and taken back at once is never told.
  await expect(page.getByRole('log')).toContainText('You sent a kernel panic to ');
  const back = learner.button(/^Take back: /);
  await back.press('Enter');
  await expect(learner.button('Play')).toBeFocused();
  await expect(page.getByRole('log')).toContainText(/^Taken back: send a kernel panic to /);
});

test('the focus goes with a hint, above the way on', async ({ page }) => {
  const learner = await openAt(page, 3, '?autoplay=0');
  await learner.answer('The cart container.');
  const more = learner.button('Give me a hint');
  for (let hint = 1; hint === 1 || (await more.count()) > 0; hint++) {
    await more.press('Enter');
    const given = page.locator('article ul > li[tabindex]').nth(hint - 1);
    await expect(given).toBeFocused();
    await expect(given).toBeInViewport({ ratio: 1 });
  }
});

test('on a phone, what is said of a wrong guess is read before what the run means', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const learner = await openAt(page, 1);
  await learner.answer('1 and 1.');
  await learner.showTheEnd();
  await learner.press('Read what it means');
  const missed = page.getByRole('listitem').filter({ hasText: 'your guess' });
  await expect(missed).toBeFocused();
  await expect(missed).toBeInViewport();
});

test('what one box was refused says nothing once another is selected', async ({ page }) => {
  await page.goto('./#/lesson/fair-shares?step=4');
  await expect(page.getByRole('button', { name: 'Lock my answer' })).toBeVisible();
  await page.getByRole('radio', { name: /^A / }).press('Space');
  await page.getByRole('button', { name: 'Lock my answer' }).press('Enter');
  const select = (name: RegExp) => page.getByRole('treeitem', { name }).press('Enter');
  await select(/^VM 2, /);
  await page.getByRole('combobox', { name: /VM 2.*memory|memory.*VM 2/i }).selectOption({ label: '4 GiB' });
  const refused = page.getByText(/VM 2 was started with .* at most/);
  await expect(refused).toBeVisible();
  await select(/^VM 1, /);
  await expect(refused).toHaveCount(0);
});
