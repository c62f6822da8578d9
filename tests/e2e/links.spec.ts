// A run goes from one browser to another: as a link, as a file, as a picture; progress as a file. What is broken is
// said in one sentence and changes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser, Download, Page } from '@playwright/test';
import { packSituation, readSituation } from '../../src/link/situations';
import { SECOND } from '../../src/sim';
import { fallen, runOf, sealedJson } from '../link/situations';
import { barriers } from './barriers';
import { Learner, openAt, openFirst } from './learner';
import { lesson, progressAt } from './lessonTen';
import { expect, test } from './page';
import { written } from './written';

const here = `./#/lesson/${lesson.slug}`;
const NOTHING_LOST = 'Nothing was opened: what is on the page stays as it is.';

/** Waits until the address tells of this selection, and of time that stands still. */
async function settle(page: Page, selected: string | null): Promise<void> {
  await expect.poll(async () => (await written(page).catch(() => null))?.selected).toBe(selected);
}

/** What somebody sees of a run. */
async function seen(page: Page) {
  const chosen = page.locator('[data-id][aria-selected="true"]');
  return {
    digest: await page.locator('[data-digest]').getAttribute('data-digest'),
    seconds: await new Learner(page).seconds(),
    selected: await chosen.evaluateAll((boxes) => boxes.map((box) => box.getAttribute('data-id'))),
  };
}

/** A page of somebody else: nothing of the first browser is kept there. */
async function elsewhere(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL: baseURL ?? '' });
  return context.newPage();
}

/** What a button saves. */
async function saved(page: Page, button: string): Promise<Download> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  return download;
}

/** Opens the dialog in the header. */
async function share(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByLabel('Link to this instant')).not.toHaveValue('');
}

/** On the first page host-b loses its kernel; then, in another future, host-a its plug. A copy is selected. */
async function breakThings(page: Page): Promise<void> {
  const learner = await openFirst(page);
  await learner.press(/^Send a kernel panic to host-b/);
  await expect(page.getByText('6 copies fell', { exact: true })).toBeVisible();
  await learner.stop();
  await learner.head.press('Home');
  await learner.press('Pull the plug of host-a');
  await learner.stop();
  await page.locator('[data-id="process/b-cart-1"]').first().click();
  await settle(page, 'process/b-cart-1');
}

test('a link opens in another browser at the same instant, with its digest, selection and both futures', async ({
  page,
  browser,
  baseURL,
}) => {
  await breakThings(page);
  const mine = await seen(page);
  expect(mine.digest).toMatch(/^[0-9a-f]{16}$/);
  expect(mine.selected).toEqual(['process/b-cart-1']);
  const other = await elsewhere(browser, baseURL);
  await other.goto(page.url());
  await expect(other.locator('[data-digest]')).toHaveAttribute('data-digest', mine.digest ?? '');
  await expect.poll(() => seen(other)).toEqual(mine);
  await expect(new Learner(other).runs).toHaveCount(2);
  expect(other.url()).toBe(page.url());
  await share(page);
  await expect(page.getByLabel('Link to this instant')).toHaveValue(page.url());
  await other.context().close();
});

test('a page that is loaded again stands where it stood', async ({ page }) => {
  await breakThings(page);
  const before = await seen(page);
  await page.reload();
  await expect(page.locator('[data-digest]')).toHaveAttribute('data-digest', before.digest ?? '');
  await expect.poll(() => seen(page)).toEqual(before);
});

/** Breaks something on the first page, where time runs from then on only as a test says. */
async function breakWhileTimeWaits(page: Page): Promise<Learner> {
  await page.clock.install();
  const learner = await openFirst(page);
  await learner.select('guest OS of VM 3');
  await page.clock.pauseAt(Date.now() + 60_000);
  await learner.press('Send a kernel panic to VM 3');
  return learner;
}

test('what is done is in the address while time runs on', async ({ page }) => {
  const learner = await breakWhileTimeWaits(page);
  // Less than time runs on for, however long packing takes.
  await page.clock.runFor(300);
  await expect.poll(async () => (await written(page).catch(() => null))?.journal.length).toBe(1);
  await expect(learner.button('Pause')).toBeVisible();
});

test('a page that is loaded again while time runs stands at an instant, not at the last deed', async ({
  page,
}) => {
  const learner = await breakWhileTimeWaits(page);
  await page.clock.runFor(3000);
  const later = async () => {
    const { at, journal } = await written(page);
    return at - (journal.at(-1)?.at ?? at);
  };
  await expect.poll(() => later().catch(() => 0)).toBeGreaterThan(1_000_000);
  await expect(learner.button('Pause')).toBeVisible();
  await page.reload();
  await expect(page.locator('[data-digest]')).toHaveAttribute('data-digest', /./);
  expect(await later()).toBeGreaterThan(1_000_000);
});

test('what a learner did is judged on after a page is loaded again, also when its entry has lost its state', async ({
  page,
}) => {
  const learner = await openAt(page, 1);
  await learner.answer('1 and 6.');
  await learner.press('Send a kernel panic to VM 2');
  await learner.stop();
  // The head stands, so the address is written once more and then never again.
  const head = await learner.seconds();
  await expect
    .poll(async () => ((await written(page).catch(() => null))?.at ?? 0) / SECOND)
    .toBeCloseTo(head, 1);
  // What a page finds as it is loaded, before it writes anything.
  await page.addInitScript(() => Object.assign(window, { stateFound: window.history.state as unknown }));
  // Chromium drops it when the bar is written in the instant in which a page is loaded again.
  await page.evaluate(() => window.history.replaceState(null, '', window.location.hash));
  await page.reload();
  await expect(page.getByRole('button', { name: 'Give me a hint' })).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'stateFound') as unknown)).toBeNull();
  await learner.press('Send a kernel panic to host-b');
  await expect(page.getByText(/^Ask what each copy stands on/)).toBeVisible();
});

test('the address follows a deed within 300 ms', async ({ page }) => {
  await page.clock.install();
  await openFirst(page);
  await expect(page).not.toHaveURL(/[?&]s=/);
  await page.clock.pauseAt(Date.now() + 60_000);
  for (const box of ['process/b-cart-1', 'kernel/vm-2']) {
    await page.locator(`[data-id="${box}"]`).first().click();
    // What it takes to pack the run is the processor's own; all that is waited for is in here.
    await page.clock.runFor(300);
    await settle(page, box);
  }
});

const good = await packSituation(fallen);
const newer = { ...fallen, v: 3 };
const crowd = {
  ...fallen,
  scenario: {
    id: 'crowd',
    world: { boxes: Array.from({ length: 2_001 }, (_, index) => ({ kind: 'host', name: `h-${index}` })) },
  },
};
const broken: readonly (readonly [kind: string, s: string, sentence: string])[] = [
  ['cut', good.slice(0, -9), 'The end of this link is missing.'],
  ['altered', good.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), 'This link was changed on its way'],
  ['of another kind', 'hello', 'is not one of our links'],
  ['oversized', 'A'.repeat(100_000), 'This link is too long'],
  ['a bomb', sealedJson({ ...fallen, more: 'a'.repeat(5_000_000) }), 'unpacks to far more'],
  ['crowded', sealedJson(crowd), 'too many boxes'],
  ['newer', sealedJson(newer), 'a newer version of the course'],
  ['of no lesson', sealedJson({ ...fallen, scenario: { lesson: 'nowhere', world: 'x' } }), '"nowhere"'],
  [
    'impossible',
    sealedJson({ ...fallen, journal: fallen.journal.toSpliced(1, 0, fallen.journal[0]!) }),
    '"Send a kernel panic to',
  ],
];

test('each kind of broken link is said in one sentence, and the screen stays', async ({ page }) => {
  await page.goto(`./#/?s=${good}`);
  const stage = page.locator('[data-digest]');
  await expect(stage).toHaveAttribute('data-digest', (await runOf(fallen)).digest());
  const before = await seen(page);
  const address = page.url();
  for (const [kind, s, sentence] of broken) {
    await page.goto(`./#/?s=${s}`);
    const notice = page.getByRole('status').filter({ hasText: NOTHING_LOST });
    await expect(notice, kind).toContainText(sentence);
    await expect.poll(() => page.url(), kind).toBe(address);
    expect(await seen(page), kind).toEqual(before);
  }
});

test('a broken link in a fresh page leaves the page as it begins', async ({ page }) => {
  await page.goto(`./#/?s=${good.slice(0, -9)}`);
  await expect(page.getByText('The end of this link is missing.')).toBeVisible();
  await expect(new Learner(page).button(/^Send a kernel panic/).first()).toBeEnabled();
  await page.goto(`${here}?step=2&s=${good.slice(0, -9)}`);
  await expect(page.getByRole('heading', { name: lesson.steps[1]!.title, level: 1 })).toBeVisible();
  await expect(page.getByText('The end of this link is missing.')).toBeVisible();
  await new Learner(page).answer('1 and 6.');
  await expect(page.getByText('Locked.')).toBeVisible();
});

test('a link keeps its run back while its step asks, and passes nothing for the learner', async ({
  page,
}) => {
  await page.goto(`${here}?step=2&s=${good}`);
  await expect(page.getByText('could answer the question')).toBeVisible();
  await expect(page.getByText(/cop(y|ies) fell/)).toHaveCount(0);
  await expect(page.locator('[data-digest]')).not.toHaveAttribute(
    'data-digest',
    (await runOf(fallen)).digest(),
  );
  await new Learner(page).answer('1 and 6.');
  await new Learner(page).press('Show it');
  await expect(page.locator('[data-digest]')).toHaveAttribute('data-digest', (await runOf(fallen)).digest());
  const kept = await page.evaluate(() => localStorage.getItem('blast-radius'));
  expect(JSON.parse(kept ?? '')).toMatchObject({ lessons: { [lesson.slug]: { passed: [], outcomes: {} } } });
});

test('another address in the bar moves a lesson that is open', async ({ page }) => {
  await openAt(page, 1);
  for (const step of [3, 1]) {
    await page.goto(`${here}?step=${step}`);
    await expect(page.getByRole('heading', { name: lesson.steps[step - 1]!.title, level: 1 })).toBeVisible();
  }
  await page.goto(`${here}?step=1&s=${good}`);
  await expect(page.locator('[data-digest]')).toHaveAttribute('data-digest', (await runOf(fallen)).digest());
});

/** Saves what stands as a file. */
async function savedSituation(page: Page, path: string): Promise<string> {
  await share(page);
  await (await saved(page, 'Save the file')).saveAs(path);
  return path;
}

test('a situation is saved and opened elsewhere', async ({ page, browser, baseURL }, info) => {
  await breakThings(page);
  const mine = await seen(page);
  const path = await savedSituation(page, info.outputPath('situation.json'));
  const other = await elsewhere(browser, baseURL);
  await other.goto('./');
  await other.getByRole('button', { name: 'Share', exact: true }).click();
  await other.getByLabel('Open a file').setInputFiles(path);
  await expect(other.locator('[data-digest]')).toHaveAttribute('data-digest', mine.digest ?? '');
  await expect.poll(() => seen(other)).toEqual(mine);
  await other.context().close();
});

test('a situation that was saved is played without a screen', async ({ page }, info) => {
  await breakThings(page);
  const { digest } = await seen(page);
  const path = await savedSituation(page, info.outputPath('situation.json'));
  // Here and not by the script, which is tried on a lesson: packing it takes a busy machine most of a minute.
  expect((await runOf(readSituation(readFileSync(path, 'utf8')))).digest()).toBe(digest);
});

test('a picture is saved with its words and without any other file', async ({ page }) => {
  await page.goto(`./#/?s=${good}`);
  await expect(page.locator('[data-digest]')).toBeVisible();
  await share(page);
  const svg = await read(await saved(page, 'Save as SVG'));
  const text = svg.toString();
  expect(text).not.toMatch(/<script|href=|url\((?!["']?(#|data:))/);
  expect(text).toContain('6 copies fell');
  expect(/<desc[^>]*>([^<]*)/.exec(text)?.[1]).toContain('guest OS of VM 2');
  expect(text).toContain('data:font/woff2;base64,');
  const png = await read(await saved(page, 'Save as PNG'));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2560, 1440]);
});

test('the dialog and the notice are in order for everybody, and work by keyboard alone', async ({ page }) => {
  await page.goto(`./#/?s=${good.slice(0, -9)}`);
  await expect(page.getByText(NOTHING_LOST)).toBeVisible();
  await page.getByRole('button', { name: 'Share', exact: true }).press('Enter');
  await expect(page.getByLabel('Link to this instant')).toBeFocused();
  // What cannot be copied yet is no stop for Tab.
  await expect(page.getByLabel('Link to this instant')).not.toHaveValue('');
  expect(await barriers(page)).toEqual([]);
  for (const name of [
    'Copy the link',
    'QR code',
    'Copy as PNG',
    'Save as PNG',
    'Save as SVG',
    'Copy for a slide',
    'Copy as text',
    'Save the file',
  ]) {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name, exact: true })).toBeFocused();
  }
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Open a file')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('what became of a press is said beside its button', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openFirst(page);
  await share(page);
  for (const name of ['Copy the link', 'Copy as text']) {
    const button = page.getByRole('button', { name, exact: true });
    await button.click();
    const said = page.getByText('Copied.', { exact: true });
    const pressed = (await button.boundingBox())!;
    await expect
      .poll(async () => Math.abs((await said.boundingBox())!.y - pressed.y), name)
      .toBeLessThan(pressed.height);
    await expect(said).toHaveCount(1);
  }
});

test('where the clipboard is refused, the link is selected in its field', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.goto(`./#/?s=${good}`);
  await expect(page.locator('[data-digest]')).toBeVisible();
  await share(page);
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await expect(page.getByText('copy it with your keyboard')).toBeVisible();
  const field = page.getByLabel('Link to this instant');
  await expect(field).toBeFocused();
  const selected = await field.evaluate((input: HTMLInputElement) =>
    input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
  );
  expect(selected).toBe(page.url());
});

test('progress goes into another browser as a file, and a file that is none changes nothing', async ({
  page,
  browser,
  baseURL,
}, info) => {
  await openAt(page, 2);
  await page.goto('./#/');
  const path = info.outputPath('progress.json');
  await (await saved(page, 'Save my progress')).saveAs(path);
  const other = await elsewhere(browser, baseURL);
  await other.goto('./#/');
  await other.getByLabel('Open a progress file').setInputFiles(path);
  await expect(other.getByText('1 lesson read from the file')).toBeVisible();
  const kept = () => other.evaluate(() => localStorage.getItem('blast-radius'));
  const before = await kept();
  expect(JSON.parse(before ?? '')).toEqual(progressAt(2));
  for (const [text, sentence] of [
    ['hello', 'This is not a progress file.'],
    ['{"v":2,"lessons":{}}', 'saved by a newer version'],
    [' '.repeat(300_000), 'too large'],
  ] as const) {
    writeFileSync(path, text);
    await other.getByLabel('Open a progress file').setInputFiles(path);
    await expect(other.getByText(sentence)).toBeVisible();
    expect(await kept()).toBe(before);
  }
  await other.goto(here);
  await expect(other.getByRole('heading', { name: lesson.steps[2]!.title, level: 1 })).toBeVisible();
  await other.context().close();
});

/** The bytes of a download. */
async function read(download: Download): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of await download.createReadStream()) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

test('the dialog to share goes with its stage, and does not come back with the next', async ({ page }) => {
  const learner = new Learner(page);
  await page.goto('./#/units');
  await page.goto('./#/');
  await learner.press('Share');
  await expect(page.getByRole('dialog', { name: 'Share what you see' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'The course', level: 1 })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goForward();
  await expect(learner.boxes.first()).toBeVisible();
  await expect(learner.button('Share')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
