// A second window beside that of the class: in step, with notes and a clock, and what happens without it.
import type { Page } from '@playwright/test';
import { beliefs } from '../../src/i18n/projector';
import { lesson } from './lessonTen';
import { expect, test } from './page';
import { answers, caption, openProjector as open, place, secondsOf, stage, type } from './projectorPage';

test('two windows keep in step, and one goes on when the other is gone', async ({ page, context }) => {
  await open(page, '?step=2');
  const opened = context.waitForEvent('page');
  await page.keyboard.press('n');
  const notes = await opened;
  await expect(place(notes, 7)).toBeVisible();
  const [beginning = ''] = lesson.meta.teacher!.split(/\bM\d/);
  await expect(notes.getByText(beginning)).toBeVisible();
  await expect(notes.getByText(`"${beliefs['M10']!}"`)).toBeVisible();
  const next = notes.getByRole('heading', { name: 'Next', exact: true }).locator('+ p');
  await expect(next).toHaveText('The kernel of VM 2 panics');
  await expect(notes.getByRole('timer', { name: 'Time' })).toHaveText(
    /^\d+:\d\d.*\d+:\d\d(?<!\D0:00) since you began$/,
  );
  await expect(page).toHaveURL(/channel=[0-9a-f]{16}/);
  const hint = notes.getByText('Between 30 and 70 percent were right');
  await page.bringToFront();
  await type(page, '4', '4', '2');
  await expect(hint).toBeVisible();
  await expect(page.getByText('percent were right')).toHaveCount(0);
  await notes.bringToFront();
  await type(notes, 'PageDown', 'PageDown');
  await expect(place(page, 9)).toBeVisible();
  await expect(next).toHaveText(/^The hypervisor of host-a crashes\./);
  await expect(answers(page)).toBeVisible();
  const digest = async (each: Page) => stage(each).getAttribute('data-digest');
  await expect
    .poll(async () => (await digest(page)) === (await digest(notes)) && (await digest(page)) !== null)
    .toBe(true);
  // The projector's window is loaded again: by then the notes lead, and it follows.
  await notes.keyboard.press('PageDown');
  await page.reload();
  await expect(place(page, 10)).toBeVisible();
  await page.close();
  await expect(async () => {
    await notes.keyboard.press('PageDown');
    await expect(place(notes, 11)).toBeVisible();
  }).toPass();
});

test('a number breaks the same in both windows, also once something is struck off the list', async ({
  page,
  context,
}) => {
  await open(page, '?moment=guest-panics');
  const opened = context.waitForEvent('page');
  await page.keyboard.press('n');
  const notes = await opened;
  await expect(place(notes, 8)).toBeVisible();
  const list = (each: Page) => each.getByRole('list', { name: 'Break or start something, by number' });
  // VM 2 has panicked at this instant: nobody can send it a panic again.
  await expect(list(page).getByRole('button').nth(1)).toBeVisible();
  await expect(list(page)).not.toContainText('kernel panic to VM 2');
  const second = await list(page).getByRole('button').nth(1).innerText();
  await expect(list(notes)).toHaveText((await list(page).textContent())!);
  await notes.bringToFront();
  await notes.keyboard.press(/^\d/.exec(second)![0]);
  await expect(notes.getByLabel('Last key')).toHaveText(second.replace(/\s+/g, ' '));
  await expect(caption(page)).toContainText('Page up: back to the lesson.');
  await expect(caption(page)).not.toContainText('Next');
  const lists = async () => [await list(page).textContent(), await list(notes).textContent()];
  await expect.poll(async () => new Set(await lists()).size).toBe(1);
  expect(await lists()).not.toContain(null);
});

test('notes that do not fit the window say that more is below, and go on there', async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 500 });
  await open(page, '?step=4&view=presenter');
  const notes = page.getByRole('region', { name: 'Notes' });
  const more = notes.getByRole('button', { name: 'More below' });
  await expect(more).toBeInViewport();
  const scrolled = () => notes.evaluate((region) => region.scrollTop);
  expect(await scrolled()).toBe(0);
  await more.click();
  await expect.poll(scrolled).toBeGreaterThan(0);
  await notes.evaluate((region) => region.scrollTo(0, region.scrollHeight));
  await expect(more).toHaveCount(0);
});

test('what another page says on the channel is not believed', async ({ page }) => {
  await open(page, '?channel=abcdefgh12345678&moment=guest-panics');
  await page.evaluate(() => {
    const channel = new BroadcastChannel('blast-radius-abcdefgh12345678');
    const talk = {
      stop: 9999,
      part: 'stage',
      isBlank: true,
      draft: [],
      unit: 'tenths',
      wrong: null,
      votes: {},
    };
    const whole = { v: 1, counter: 9, from: 'zzz', situation: 'x', head: 0, playing: true, speed: 1, talk };
    for (const data of [
      null,
      'x',
      whole,
      { ...whole, talk: { ...talk, stop: 3 }, frame: [] },
      { ...whole, speed: 0 },
      // All of it well formed, but for the situation.
      { ...whole, talk: { ...talk, stop: 0 } },
    ])
      channel.postMessage(data);
  });
  await page.keyboard.press('PageDown');
  await expect(place(page, 9)).toBeVisible();
});

test("the presenter's clock goes on, with the time of day", async ({ page }) => {
  await page.clock.install({ time: new Date('2026-03-02T09:58:30') });
  await open(page, '?view=presenter&channel=abcdefgh12345678');
  const clock = page.getByRole('timer', { name: 'Time' });
  const span = async () => secondsOf(/[\d:]+(?= since you began$)/.exec(await clock.innerText())![0]);
  // From here on time passes only as this test says.
  await page.clock.pauseAt(new Date('2026-03-02T09:59:40'));
  const before = await span();
  await page.clock.runFor(90_000);
  await expect(clock).toContainText('10:01');
  expect((await span()) - before).toBeGreaterThanOrEqual(89);
});

test('without a channel there is one window, and it is said once', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
  await open(page, '?moment=guest-panics');
  const said = page.getByText('This browser has no channel between windows');
  await expect(said).toHaveCount(1);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(said).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Notes' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(place(page, 9)).toBeVisible();
  await expect(said).toHaveCount(0);
});
