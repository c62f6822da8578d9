// Forks beside each other: break, go back, break something else, compare, take back; by mouse, keys and finger.
import type { Page } from '@playwright/test';
import { openAt, openFirst, Learner } from './learner';
import { settle } from './looks';
import { expect, test } from './page';
import { written } from './written';

/** The first page, where host-b fell with its kernel, and a fork in which VM 2 did. */
async function openForked(page: Page): Promise<Learner> {
  const learner = await openFirst(page);
  await learner.press('Send a kernel panic to host-b');
  await expect(page.getByText('6 copies fell', { exact: true })).toBeVisible();
  await learner.stop();
  await learner.head.press('Home');
  await learner.press('Send a kernel panic to VM 2');
  await expect(page.getByText('1 copy fell', { exact: true })).toBeVisible();
  await learner.stop();
  await expect(learner.runs).toHaveCount(2);
  return learner;
}

const stages = (page: Page) => page.getByRole('tree', { name: /^What stands on what/ });
const table = (page: Page) => page.getByRole('table');
/** The boxes with a mark on each stage. */
const marked = (page: Page) =>
  stages(page).evaluateAll((all) =>
    all.map((stage) =>
      [...stage.querySelectorAll<SVGElement>('[data-differs]')]
        .map(({ dataset }) => dataset['differs'])
        .sort(),
    ),
  );
/** Where one guest OS panicked in the one run and a host OS in the other: whatever the room, in both. */
const MARKED = Array.from({ length: 2 }, () => ['kernel/host-b', 'kernel/vm-2']);
const row = (page: Page, name: string) => table(page).getByRole('row').filter({ hasText: name });

test('two runs stand side by side on one clock, and what differs is told', async ({ page }) => {
  const learner = await openForked(page);
  await expect(learner.runs.first()).toHaveAccessibleName(
    /^First run: You sent a kernel panic to host-b at 0:0\d\.\d, played to/,
  );
  await learner.press('compare with First run');
  await expect(stages(page)).toHaveCount(2);
  await learner.head.press('End');
  await expect(page.getByText('6 copies fell', { exact: true })).toBeVisible();
  await expect(page.getByText('1 copy fell', { exact: true })).toBeVisible();
  await expect(row(page, 'copies serving')).toHaveText(/11 of 12\s*6 of 12/);
  await expect(row(page, 'they part at')).toHaveText(/You sent a kernel panic to VM 2\.\s*nothing happens/);
  await expect(page.locator('[data-differs="kernel/vm-2"]')).toHaveCount(2);
  await settle(page);
  const [one, other] = await stages(page).evaluateAll((all) =>
    all.map((stage) => stage.querySelector('[data-id="host/host-a"]')!.getBoundingClientRect()),
  );
  expect([other?.width, other?.height, other?.y]).toEqual([one?.width, one?.height, one?.y]);

  const later = await learner.seconds();
  await learner.dragBackBefore(later - 1);
  await expect(page.getByRole('heading', { name: /^Two runs, both at/ })).toBeVisible();
  await learner.press(/^Go to 0:00/);
  await expect.poll(() => learner.seconds()).toBe(0);
  await expect(page.getByText('6 copies fell', { exact: true })).toHaveCount(0);
  await learner.press('next fact');
  await expect(page.getByText('6 copies fell', { exact: true })).toBeVisible();
  await row(page, 'host OS of host-b').getByRole('button').click();
  await expect(learner.box('host OS of host-b').first()).toHaveAttribute('aria-selected', 'true');

  await learner.press('Close the comparison');
  await expect(stages(page)).toHaveCount(1);
  await expect(learner.button('compare with First run')).toBeFocused();
});

test('Escape lets go of a box first and then closes the comparison, also on a stage', async ({ page }) => {
  const learner = await openForked(page);
  await learner.press('compare with First run');
  await expect(stages(page)).toHaveCount(2);
  const box = learner.box('host OS of host-b').first();
  await box.click();
  await expect(box).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(box).toHaveAttribute('aria-selected', 'false');
  await expect(stages(page)).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(stages(page)).toHaveCount(1);
  await expect(learner.button('compare with First run')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Two runs, both at/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(learner.button('compare with First run')).toBeFocused();
});

test('by keys alone: compare, walk, change places, take back', async ({ page }) => {
  const learner = await openForked(page);
  const press = async (name: string | RegExp) => {
    await learner.button(name).first().focus();
    await page.keyboard.press('Enter');
  };
  await press('compare with First run');
  await expect(stages(page)).toHaveCount(2);
  await expect(page.getByRole('heading', { name: /^Two runs, both at/ })).toBeFocused();
  await learner.head.focus();
  await page.keyboard.press('End');
  await expect(row(page, 'copies serving')).toHaveText(/11 of 12\s*6 of 12/);
  await press(/^First run: /);
  await expect(row(page, 'copies serving')).toHaveText(/6 of 12\s*11 of 12/);
  await press('Take back: send a kernel panic to host-b');
  await expect(row(page, 'copies serving')).toHaveText(/12 of 12\s*11 of 12/);
  await expect(learner.button('nothing to take back')).toBeDisabled();
  await expect(learner.runs.first()).toHaveAccessibleName(/^First run: as the scenario goes/);
  await press('close the comparison with Run 2');
  await expect(stages(page)).toHaveCount(1);
});

test('the address of a comparison opens it again', async ({ page }) => {
  const learner = await openForked(page);
  await learner.press('compare with First run');
  await expect.poll(async () => (await written(page).catch(() => null))?.runs?.[0]?.beside).toBe(true);
  await page.reload();
  await expect(stages(page)).toHaveCount(2);
  await learner.head.press('End');
  await expect(row(page, 'copies serving')).toHaveText(/11 of 12\s*6 of 12/);
  await page.goBack();
  await page.goForward();
  await expect(stages(page)).toHaveCount(2);
});

test('a fork whose only command was taken back is kept by the address, with the run it left', async ({
  page,
}) => {
  const learner = await openForked(page);
  await learner.press('compare with First run');
  await learner.press('Take back: send a kernel panic to VM 2');
  const names = [/^First run: You sent a kernel panic to host-b/, /^Run 2: nothing of its own yet/];
  await expect(learner.runs.nth(1)).toHaveAccessibleName(names[1]!);
  await expect
    .poll(async () => (await written(page).catch(() => null))?.journal.length, { message: 'the address' })
    .toBe(0);
  const digest = await learner.stage.getAttribute('data-digest');
  await page.reload();
  await expect(stages(page)).toHaveCount(2);
  await expect(learner.runs).toHaveCount(2);
  for (const [at, name] of names.entries()) await expect(learner.runs.nth(at)).toHaveAccessibleName(name);
  await expect(learner.stage).toHaveAttribute('data-digest', digest!);
  await learner.head.press('End');
  await expect(row(page, 'copies serving')).toHaveText(/12 of 12\s*6 of 12/);
});

test('the address of the run that was left keeps its fork, and the comparison', async ({ page }) => {
  const learner = await openForked(page);
  await learner.press('compare with First run');
  await learner.press(/^First run: /);
  await expect
    .poll(async () => (await written(page).catch(() => null))?.runs?.[1]?.beside, { message: 'the address' })
    .toBe(true);
  const digest = await learner.stage.getAttribute('data-digest');
  await page.reload();
  await expect(stages(page)).toHaveCount(2);
  await expect(learner.runs).toHaveCount(2);
  await expect(learner.runs.first()).toHaveAttribute('aria-pressed', 'true');
  await expect(learner.stage).toHaveAttribute('data-digest', digest!);
  await expect(learner.runs.nth(1)).toHaveAccessibleName(/^Run 2: You sent a kernel panic to VM 2/);
});

test('while a question is open there is nothing to compare and nothing to take back', async ({ page }) => {
  const learner = await openAt(page, 1);
  await expect(learner.button('nothing to take back')).toBeDisabled();
  await expect(page.getByRole('group', { name: 'Runs' })).toHaveCount(0);
});

for (const [width, height] of [
  [1440, 900],
  [1920, 1080],
] as const)
  test(`in a window of ${width} x ${height} the stages and the lanes of both runs stand over the keys`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const preferences = { theme: 'system', telling: 'some', captions: true, letterKeys: true };
    await page.addInitScript(
      (text) => localStorage.setItem('blast-radius-preferences', text),
      JSON.stringify(preferences),
    );
    await page.goto('./#/lesson/one-kernel-falls?step=2&autoplay=0');
    const learner = new Learner(page);
    await page.getByRole('radio', { name: /^A / }).press('Space');
    await learner.press('Lock my answer');
    await learner.compareTwoPanics('VM 2', 'host-b');
    await learner.head.press('End');
    await expect(stages(page)).toHaveCount(2);
    await settle(page);
    const at = await page.evaluate(() => {
      const box = (it: string) =>
        [...document.querySelectorAll(it)].map((one) => one.getBoundingClientRect());
      return {
        stages: box('.compare figure').map(({ height }) => height),
        lanes: box('.timeline .plots svg').map(({ bottom }) => bottom),
        keys: box('.transport')[0]?.top ?? 0,
      };
    });
    expect(at.lanes).toHaveLength(2);
    expect(await marked(page)).toEqual(MARKED);
    await expect(page.getByText('More below')).toBeHidden();
    expect(Math.max(...at.lanes)).toBeLessThanOrEqual(at.keys);
    expect(Math.min(...at.stages)).toBeGreaterThan(0.34 * height);
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('a finger compares and takes back; nothing is wider than the screen', async ({ page }) => {
    const learner = await openForked(page);
    await learner.button('compare with First run').tap();
    await expect(stages(page)).toHaveCount(1);
    await expect(learner.button('Run 2')).toHaveAttribute('aria-pressed', 'true');
    await learner.head.press('Home');
    await learner.head.press('End');
    await expect(page.getByText('1 copy fell', { exact: true })).toBeVisible();
    expect(await marked(page)).toEqual(MARKED.slice(0, 1));
    await learner.button('First run').tap();
    await expect(stages(page)).toHaveCount(1);
    await expect(page.getByText('6 copies fell', { exact: true })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await learner.head.press('End');
    await expect(row(page, 'copies serving')).toHaveText(/11 of 12\s*6 of 12/);
    await learner.button('Take back: send a kernel panic to VM 2').tap();
    await expect(row(page, 'copies serving')).toHaveText(/12 of 12\s*6 of 12/);
    await learner.button('Close the comparison').tap();
    await expect(stages(page)).toHaveCount(1);
  });
});
