// A lesson in front of a class: moments by remote, a vote in two rounds, number keys, and what its address may ask.
import { drawn } from './deckPage';
import { openAt } from './learner';
import { lesson, solvedRun } from './lessonTen';
import { expect, test } from './page';
import { answers, caption, openProjector as open, place, secondsOf, stage, type } from './projectorPage';

const LONGEST_CAPTION = 90;
const FULL_HD = { viewport: { width: 1920, height: 1080 } };

test('a remote leads through questions and moments, on and back', async ({ page }) => {
  await open(page);
  await expect(caption(page)).toHaveText(`${lesson.meta.title}. ${lesson.meta.question}`);
  const seen: string[] = [];
  for (let at = 2; at <= 21; at++) {
    await page.keyboard.press('PageDown');
    await expect(place(page, at)).toBeVisible();
    const text = (await caption(page).innerText()).replaceAll('\u00a0', ' ');
    expect(text.length, text).toBeLessThanOrEqual(LONGEST_CAPTION);
    seen.push(text);
  }
  expect(seen.join(' ')).toContain('host-a serves 5 of 6, host-b 0 of 6.');
  await page.keyboard.press('PageDown');
  await expect(page.getByText('this is the end')).toBeVisible();
  await expect(page.getByRole('link', { name: 'All lessons' })).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(place(page, 20)).toBeVisible();
  await page.keyboard.press('Home');
  await expect(place(page, 1)).toBeVisible();
});

test('a moment is that of the solution, and its address leads there again', async ({ page }) => {
  await open(page, '?moment=host-kernel-panics');
  const run = solvedRun(1);
  run.seek(10_000_000);
  await expect(stage(page)).toHaveAttribute('data-digest', run.digest());
  await page.keyboard.press('PageUp');
  await expect(page).toHaveURL(/#\/one-kernel-falls\?moment=guest-panics$/);
  run.seek(5_000_000);
  await expect(stage(page)).toHaveAttribute('data-digest', run.digest());
  await page.keyboard.press('ArrowRight');
  await expect(stage(page)).not.toHaveAttribute('data-digest', run.digest());
  await page.keyboard.press('ArrowLeft');
  await expect(stage(page)).toHaveAttribute('data-digest', run.digest());
  await expect(page).toHaveURL(/moment=guest-panics$/);
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/moment=guest-panics&s=/);
  const digest = await stage(page).getAttribute('data-digest');
  await page.reload();
  await expect(stage(page)).toHaveAttribute('data-digest', digest!);
  await page.keyboard.press('PageUp');
  await expect(place(page, 8)).toBeVisible();
});

test.describe('a vote', () => {
  test.use(FULL_HD);

  test('has two rounds, shows neither before both are in, and the answer only after the run', async ({
    page,
  }) => {
    await open(page, '?step=2');
    const [question] = lesson.steps[1]!.parts.filter(({ type }) => type === 'prediction');
    expect(question).toBeDefined();
    const letters = page.getByRole('listitem').getByText(/^[ABC]$/);
    await expect(letters).toHaveCount(3);
    for (const letter of await letters.all())
      expect(
        Number.parseFloat(await letter.evaluate((each) => getComputedStyle(each).fontSize)),
      ).toBeGreaterThanOrEqual(48);
    await expect(page.getByRole('button', { name: 'Play' })).toBeDisabled();
    await type(page, 'Space', 'ArrowRight', '3', '5');
    await expect(page.getByLabel('Last key')).toHaveText('hands for B: counted');
    await page.keyboard.press('2');
    await expect(caption(page)).toHaveText(/^The first vote is in/);
    await expect(page.getByText('%')).toHaveCount(0);
    await expect(page.getByLabel('Last key')).toHaveText('all hands are counted');
    // No letter stands there as if it were the answer.
    await expect(page.getByLabel('Last key').locator('kbd')).toHaveCount(0);
    await page.keyboard.press('Enter');
    // Hands that were counted: 24 of 30.
    await page.getByLabel('or hands for A').fill('24');
    await page.keyboard.press('Tab');
    for (const [letter, tenths] of [
      ['B', 3],
      ['C', 3],
    ] as const) {
      const group = page.getByRole('group', { name: `How many are for ${letter},` });
      await group.getByRole('button', { name: `${tenths} tenths`, exact: true }).click();
    }
    await expect(caption(page)).toHaveText(/^Both votes are in/);
    await expect(page.getByText('30%')).toBeVisible();
    await expect(page.getByText('80%')).toBeVisible();
    await expect(answers(page)).toHaveCount(0);
    await type(page, 'PageDown', 'PageDown');
    await expect(page.getByRole('listitem').filter({ has: answers(page) })).toContainText('1 and 6.');
    // The room that the question has left is the stage's, as it is for whoever comes to this slide at once.
    const heights = () =>
      page.locator('main > .stage').evaluate((room) => {
        const drawn = room.querySelector('svg')!.getBoundingClientRect();
        return room.getBoundingClientRect().height - drawn.height;
      });
    await expect.poll(heights).toBeLessThan(8);
    // The figures of the options say nothing without what was asked.
    await expect(page.getByText('How many of the six copies stop on each host?')).toBeVisible();
    await expect(page.getByText('80%')).toBeVisible();
  });
});

test('what was recalled is answered by what stands there, not by a run', async ({ page }) => {
  await open(page, '?step=recall');
  await expect(page.locator('[data-outline]')).toHaveCount(0);
  await page.keyboard.press('PageDown');
  const right = page.getByRole('listitem').filter({ hasText: 'The stage shows it' });
  await expect(right).toHaveCount(1);
  await expect(page.locator(`[data-outline="${lesson.recall!.outline}"]`)).toBeAttached();
  await expect(answers(page)).toHaveCount(0);
});

test('number keys break what the list says, b blanks the screen, and f fills it', async ({ page }) => {
  await open(page);
  const offer = page.getByRole('button', { name: /^2 Send a kernel panic to VM 2$/ });
  await expect(offer).toBeVisible();
  await page.keyboard.press('2');
  await expect(page.getByLabel('Last key')).toHaveText('2 Send a kernel panic to VM 2');
  await expect(page.getByText('1 copy fell', { exact: true })).toBeVisible();
  await expect(offer).toHaveCount(0);
  // What comes behind it keeps its number, and its own means nothing else.
  await expect(page.getByRole('button', { name: /^3 Crash the hypervisor of host-a$/ })).toBeVisible();
  await page.keyboard.press('2');
  await expect(page.getByLabel('Last key')).toHaveText('2 nothing has this number now');
  await page.keyboard.press('b');
  await expect(page.getByText('The screen is blank. B lights it again.')).toBeVisible();
  const tree = page.getByRole('tree', { name: /^What stands on what/ });
  await expect(tree).toBeHidden();
  await page.keyboard.press('b');
  await expect(tree).toBeVisible();
  const isFull = () => page.evaluate(() => document.fullscreenElement === document.documentElement);
  await page.keyboard.press('f');
  await expect.poll(isFull).toBe(true);
  await page.keyboard.press('f');
  await expect.poll(isFull).toBe(false);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Page down');
});

test('tenths that cannot be those of one class are sent back, with what they make', async ({ page }) => {
  await open(page, '?step=2');
  await type(page, '9', '9', '9');
  await expect(page.getByText('That made 270 percent.')).toBeVisible();
  await expect(page.getByLabel('Last key')).toHaveText('not counted, count again');
  await type(page, '3', '3', '3');
  await expect(caption(page)).toHaveText(/^The first vote is in/);
});

test('the timeline tells a class no more than the stage has shown', async ({ page }) => {
  await open(page, '?moment=guest-panics');
  const lanes = page.locator('section.timeline');
  const down = lanes.getByText('6 down', { exact: true });
  await expect(lanes.getByText('panic in VM 2')).toBeVisible();
  await expect(lanes.getByText('not run yet')).toBeVisible();
  await expect(lanes.getByText('panic on host-b')).toHaveCount(0);
  await expect(down).toHaveCount(0);
  await page.keyboard.press('PageDown');
  await expect(place(page, 9)).toBeVisible();
  await expect(lanes.getByText('panic on host-b')).toBeVisible();
  // What was seen stays when time goes back.
  await page.keyboard.press('PageUp');
  await expect(place(page, 8)).toBeVisible();
  await expect(lanes.getByText('panic on host-b')).toBeVisible();
});

test('what is broken in the midst of a run keeps the scale of the timeline', async ({ page }) => {
  await page.goto('./projector.html#/snapshot-roll-back-clone-move?moment=held');
  const ends = () =>
    page
      .locator('.plots svg text')
      .filter({ hasText: /^\d+:\d\d$/ })
      .last()
      .textContent();
  await expect(page.getByRole('button', { name: '1 Pull the plug of host-a' })).toBeVisible();
  const before = await ends();
  expect(before).not.toBe(null);
  await page.keyboard.press('1');
  await expect(page.getByLabel('Last key')).toHaveText('1 Pull the plug of host-a');
  // The lanes are drawn anew with the frames that follow.
  await drawn(page, 10);
  expect(await ends()).toBe(before);
});

test('an address that leaves no commands leaves no number keys', async ({ page }) => {
  await open(page, '?moment=guest-panics&hide=commands');
  await page.keyboard.press('1');
  await expect(page.getByLabel('Last key')).toHaveText('1 nothing has this number now');
});

test('controls=0 leaves the moments, and no way to move time by hand', async ({ page }) => {
  await open(page, '?moment=guest-panics&controls=0');
  const clock = page.getByLabel('Time of the run');
  const before = await clock.innerText();
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toHaveCount(0);
  await expect(page.locator('section.timeline')).toHaveCount(0);
  await type(page, 'Space', 'ArrowRight', '1');
  // The number is the last of the three that was taken in.
  await expect(page.getByLabel('Last key')).toHaveText('1 nothing has this number now');
  expect(await clock.innerText()).toBe(before);
  await page.keyboard.press('PageDown');
  await expect(place(page, 9)).toBeVisible();
});

test('a class reads what the step says before it asks, and then the reason with the figures of the run', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('./projector.html#/how-many-fit?step=2');
  await expect(page.getByText('each copy needs 12 GiB of the 32 GiB')).toBeVisible();
  const fields = page.getByRole('textbox', { name: 'or hands for' });
  await expect(fields).toHaveCount(3);
  // The field stands on the line of the tenths.
  for (const field of await fields.all()) {
    const zero = field.locator('xpath=preceding-sibling::button[1]');
    const [one, other] = [await field.boundingBox(), await zero.boundingBox()];
    expect(Math.abs(one!.y - other!.y)).toBeLessThan(8);
  }
  await page.keyboard.press('PageDown');
  await expect(answers(page)).toBeVisible();
  await expect(page.getByText('each copy needs 12 GiB')).toHaveCount(0);
  const reason = page.getByText('guest OSes together took');
  await expect(reason).toBeVisible();
  // What somebody else breaks is another run: nothing of the answer speaks of it.
  const first = page
    .getByRole('list', { name: 'Break or start something, by number' })
    .getByRole('button')
    .first();
  await page.keyboard.press((await first.locator('kbd').innerText()).trim());
  await expect(page.getByText('Page up: back to the lesson.')).toBeVisible();
  await expect(answers(page)).toHaveCount(0);
  await expect(reason).toHaveCount(0);
});

test('Shift and p lead from a lesson to the same instant, and so does its link', async ({ page }) => {
  await openAt(page, 1, '?moment=host-kernel-panics&autoplay=0');
  await expect(page.getByText('6 copies fell', { exact: true })).toHaveCount(0);
  const link = page.getByRole('link', { name: 'Show in class' });
  await expect(link).toHaveAttribute('href', /^projector\.html#\/one-kernel-falls\?.*s=/);
  const digest = await stage(page).getAttribute('data-digest');
  await page.keyboard.press('Shift+P');
  await expect(page).toHaveURL(/projector\.html#\/one-kernel-falls/);
  await expect(stage(page)).toHaveAttribute('data-digest', digest!);
});

for (const way of ['key', 'link'])
  test(`while time runs a class is shown the instant of the stage, by ${way}`, async ({ page }) => {
    await openAt(page, 1, '?moment=host-kernel-panics&autoplay=0&speed=10');
    const clock = page.getByLabel('Time of the run');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    const before = secondsOf(await clock.innerText());
    await expect.poll(async () => secondsOf(await clock.innerText())).toBeGreaterThan(before + 3);
    const left = secondsOf(await clock.innerText());
    if (way === 'key') await page.keyboard.press('Shift+P');
    else await page.getByRole('link', { name: 'Show in class' }).click();
    await expect(page).toHaveURL(/projector\.html/);
    await expect(caption(page)).not.toBeEmpty();
    expect(secondsOf(await clock.innerText())).toBeGreaterThanOrEqual(left);
  });

test('wrong values in the address leave the page as it would be, with a note for each', async ({ page }) => {
  const notes: string[] = [];
  page.on('console', (message) => notes.push(message.text()));
  await open(page, '?theme=light');
  const digest = await stage(page).getAttribute('data-digest');
  expect(notes).toEqual([]);
  const malformed = 'speed=fast&theme=pink&autoplay=yes&controls=maybe&hide=a%20b&seed=-1&colour=red';
  const wrong = `view=wall&channel=no&${malformed}&step=99&moment=nowhere`;
  await open(page, `?${wrong}`);
  await expect(stage(page)).toHaveAttribute('data-digest', digest!);
  await expect(place(page, 1)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('light');
  for (const [parameter] of new URLSearchParams(wrong))
    await expect
      .poll(() => notes.filter((note) => note.includes(`"${parameter}"`)).length, parameter)
      .toBe(1);
  // What it can be is said, too.
  expect(notes.find((note) => note.includes('"nowhere"'))).toContain('host-kernel-panics');
});

test('a hidden window stands still, and its time does not run ahead afterwards', async ({ page }) => {
  await open(page, '?moment=guest-panics&speed=100');
  const clock = page.getByLabel('Time of the run');
  const hide = (isHidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await hide(true);
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  const before = await clock.innerText();
  await page.evaluate(async () => {
    for (let frame = 0; frame < 40; frame++) await new Promise(requestAnimationFrame);
  });
  expect(await clock.innerText()).toBe(before);
  const shownAgain = Date.now();
  await hide(false);
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  // At this speed a frame that was not seen would count for one or two seconds.
  const wall = (Date.now() - shownAgain) / 1000;
  expect(secondsOf(await clock.innerText()) - secondsOf(before)).toBeLessThanOrEqual(wall * 100 + 2);
});
