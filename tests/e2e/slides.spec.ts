// The example deck and pages without reveal.js: stages go where the slides say and back, keys turn the deck, paper
// and pages without scripts have stills.
import { brotliCompressSync } from 'node:zlib';
import type { Frame, Locator, Page } from '@playwright/test';
import { qrCode } from '../../src/link/qrCode';
import { packSituation } from '../../src/link/situations';
import { slideLines } from '../../src/link/slideLines';
import { darkPath, sideOf } from '../../src/view/share/qrPicture';
import { fallen, runOf } from '../link/situations';
import { barriers } from './barriers';
import { solvedRun } from './lessonTen';
import { settle } from './looks';
import { expect, test } from './page';

/** Slides of the deck, from 0 on. */
const VOTE = 1;
const FALLS = 2;
const HYPERVISOR = 4;
const QUESTIONS = 7;
const SECOND = 1_000_000;

declare global {
  interface Window {
    /** What this window was sent as messages, but by itself. */
    received: { type?: string; moment?: string }[];
    /** Set by a test, gone when the frame was loaded anew. */
    marked?: boolean;
  }
}

test.beforeEach(async ({ context }) => {
  await context.addInitScript(() => {
    window.received = [];
    window.addEventListener('message', ({ source, data }) => {
      if (source !== window) window.received.push(data as Window['received'][number]);
    });
  });
});

/** The digest of a step's solution at a second of its run. */
function digestAt(step: number, second: number): string {
  const run = solvedRun(step);
  run.seek(second * SECOND);
  return run.digest();
}

/** What can be read of the moments in the deck. */
const DIGESTS = {
  guestPanics: digestAt(1, 5),
  hostKernelPanics: digestAt(1, 10),
  hypervisorCrashes: digestAt(2, 5),
};

const present = (page: Page) => page.locator('section.present');
const stageOf = (place: Locator) => place.frameLocator('iframe').locator('[data-digest]');

async function openDeck(page: Page, slide: number): Promise<void> {
  await page.goto(`./deck.html#/${slide}`);
  await expect(present(page).locator('.blast-radius')).toHaveAttribute('data-live', '');
}

async function frameOf(stage: Locator): Promise<Frame> {
  const handle = await stage.locator('iframe').elementHandle();
  const frame = await handle.contentFrame();
  if (!frame) throw new Error('the stage has no frame');
  return frame;
}

/** The moments that a frame was sent to. */
const sentTo = (frame: Frame) =>
  frame.evaluate(() => window.received.filter(({ type }) => type === 'sim:goto').map(({ moment }) => moment));

test('the deck goes forward, and going back undoes', async ({ page }) => {
  await openDeck(page, FALLS);
  await expect(present(page).locator('iframe')).toBeInViewport({ ratio: 0.99 });
  const { width } = (await present(page).locator('iframe').boundingBox())!;
  expect(width).toBeGreaterThan(1000);
  const stage = stageOf(present(page));
  await expect(stage).toHaveAttribute('data-digest', DIGESTS.guestPanics);
  await page.keyboard.press('PageDown');
  await expect(stage).toHaveAttribute('data-digest', DIGESTS.hostKernelPanics);
  await page.keyboard.press('PageUp');
  await expect(stage).toHaveAttribute('data-digest', DIGESTS.guestPanics);
  await page.keyboard.press('PageDown');
  await expect(stage).toHaveAttribute('data-digest', DIGESTS.hostKernelPanics);
  expect(await sentTo(await frameOf(present(page)))).toEqual([
    ...['host-kernel-panics', 'guest-panics', 'host-kernel-panics'],
  ]);

  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(page).toHaveURL(new RegExp(`#/${HYPERVISOR}$`));
  await expect(stage).toHaveAttribute('data-digest', DIGESTS.hypervisorCrashes);
});

test('what a lecturer did by hand is there after another slide', async ({ page }) => {
  await openDeck(page, FALLS);
  await page.keyboard.press('PageDown');
  const stage = stageOf(present(page));
  await expect(stage).toHaveAttribute('data-digest', DIGESTS.hostKernelPanics);
  await (await frameOf(present(page))).evaluate(() => (window.marked = true));
  await page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('.present iframe');
    frame?.contentWindow?.postMessage({ type: 'sim:goto', v: 1, ms: 7000 }, '*');
  });
  await expect(stage).toHaveAttribute('data-digest', digestAt(1, 7));

  for (const key of ['PageDown', 'PageDown', 'PageUp', 'PageUp']) await page.keyboard.press(key);
  await expect(page).toHaveURL(new RegExp(`#/${FALLS}/0/0$`));
  await expect(stage).toHaveAttribute('data-digest', digestAt(1, 7));
  expect(await (await frameOf(present(page))).evaluate(() => window.marked)).toBe(true);

  // A frame that is loaded anew has lost it all: it is told again where its slide is.
  await (await frameOf(present(page))).evaluate(() => window.location.reload());
  await expect(stage).toHaveAttribute('data-digest', DIGESTS.hostKernelPanics);
});

test('overview and a black screen drive nothing', async ({ page }) => {
  await openDeck(page, FALLS);
  await page.keyboard.press('PageDown');
  const frame = await frameOf(present(page));
  await expect(stageOf(present(page))).toHaveAttribute('data-digest', DIGESTS.hostKernelPanics);
  for (const key of ['b', 'b', 'o', 'ArrowRight', 'ArrowLeft', 'o']) await page.keyboard.press(key);
  await expect(page.locator('.reveal')).not.toHaveClass(/overview/);
  await expect(present(page).locator('iframe')).toBeVisible();
  await expect(stageOf(present(page))).toHaveAttribute('data-digest', DIGESTS.hostKernelPanics);
  expect(await sentTo(frame)).toEqual(['host-kernel-panics']);
});

test('the speaker view shows stills, and the deck is driven once', async ({ page, context }) => {
  await openDeck(page, FALLS);
  const opened = context.waitForEvent('page');
  await page.keyboard.press('s');
  const speaker = await opened;
  const still = speaker.frameLocator('#current-slide iframe').locator('.present .blast-radius img');
  await expect(still).toHaveAttribute('src', /guest-panics\.svg$/);
  await expect(speaker.locator('.speaker-controls-notes')).toContainText('Ask what each copy stands on.');
  await page.bringToFront();
  await page.keyboard.press('PageDown');
  await expect(still.last()).toHaveAttribute('src', /host-kernel-panics\.svg$/);
  expect(speaker.frames().filter((frame) => frame.url().includes('embed.html'))).toEqual([]);
  await expect.poll(async () => sentTo(await frameOf(present(page)))).toEqual(['host-kernel-panics']);
});

test('on paper each fragment has the still of its moment', async ({ page }) => {
  await page.goto('./deck.html?print-pdf');
  const pages = page.locator('.pdf-page');
  await expect(pages).toHaveCount(11);
  await expect(page.locator('iframe')).toHaveCount(0);
  const shown = page.locator('.pdf-page .blast-radius img:visible');
  await expect(shown).toHaveCount(10);
  const stills = await shown.evaluateAll((images: HTMLImageElement[]) =>
    images.map((image) => image.src.replace(/^.*\//, '')),
  );
  expect(stills).toEqual([
    ...['step-1.svg', 'step-2.svg', 'guest-panics.svg', 'host-kernel-panics.svg', 'step-3.svg'],
    ...['hypervisor-crashes.svg', 'plug-pulled.svg', 'wall-holds.svg', 'step-4.svg', 'host-back.svg'],
  ]);
  expect(await shown.evaluateAll(coloursOf)).toEqual(stills.map(() => true));
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(11);
});

/** Runs in the page: whether each picture holds more than a handful of colours. */
async function coloursOf(images: Element[]): Promise<boolean[]> {
  return Promise.all(
    images.map(async (image) => {
      if (!(image instanceof HTMLImageElement)) return false;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 90 });
      const pen = canvas.getContext('2d')!;
      pen.drawImage(image, 0, 0, 160, 90);
      const points = new Uint32Array(pen.getImageData(0, 0, 160, 90).data.buffer);
      return new Set(points).size > 50;
    }),
  );
}

test('a clicker turns the deck from within the frame, arrows only where they mean nothing else', async ({
  page,
}) => {
  await openDeck(page, FALLS);
  const box = present(page).frameLocator('iframe').getByRole('treeitem').last();
  await box.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  expect(await sentTo(await frameOf(present(page)))).toEqual([]);
  await box.focus();
  await page.keyboard.press('PageDown');
  await expect(stageOf(present(page))).toHaveAttribute('data-digest', DIGESTS.hostKernelPanics);
  await page.keyboard.press('PageUp');
  await expect(stageOf(present(page))).toHaveAttribute('data-digest', DIGESTS.guestPanics);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(page).toHaveURL(new RegExp(`#/${FALLS + 1}$`));
  // The frame with the focus is gone, and the keys are the deck's again.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('IFRAME');
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(new RegExp(`#/${HYPERVISOR}$`));
});

test('where no frame answers, the still remains and follows the slide', async ({ page }) => {
  await page.route('**/embed.html*', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto(`./deck.html#/${FALLS}`);
  const stills = present(page).locator('.blast-radius img:visible');
  await expect(stills).toHaveAttribute('src', /guest-panics\.svg$/);
  await page.keyboard.press('PageDown');
  await expect(stills).toHaveAttribute('src', /host-kernel-panics\.svg$/);
  await page.keyboard.press('PageUp');
  await expect(stills).toHaveAttribute('src', /guest-panics\.svg$/);
});

// The frames have a test of their own.
for (const [kind, slide] of Object.entries({
  vote: VOTE,
  fragment: FALLS,
  'slide without a stage': QUESTIONS,
}))
  test(`a ${kind} has no violation for axe, in any theme`, async ({ page }) => {
    await page.goto(`./deck.html#/${slide}`);
    await expect(present(page)).toBeVisible();
    await expect(present(page).locator('.blast-radius[data-live]')).toHaveCount(slide === QUESTIONS ? 0 : 1);
    for (const theme of ['light', 'dark', 'contrast']) {
      await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
      expect(await barriers(page), theme).toEqual([]);
    }
  });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('each slide has its still', async ({ page }) => {
    await page.goto('./deck.html');
    await expect(page.getByRole('img')).toHaveCount(7);
    for (const still of await page.getByRole('img').all()) await expect(still).toBeVisible();
  });
});

test('the client has at most 4 kB', async ({ page }) => {
  const response = await page.request.get('./blast-radius-slides.js');
  expect(brotliCompressSync(await response.body()).length).toBeLessThanOrEqual(4000);
});

test.describe('by touch', () => {
  test.use({ viewport: { width: 740, height: 360 }, hasTouch: true, isMobile: true });

  test('a finger that goes sideways over a stage turns the slide, there and back', async ({ page }) => {
    await openDeck(page, FALLS);
    const stage = stageOf(present(page));
    await expect(stage).toHaveAttribute('data-digest', DIGESTS.guestPanics);
    await settle(page);
    const { x, y, width, height } = (await present(page).locator('.blast-radius').boundingBox())!;
    const touch = await page.context().newCDPSession(page);
    const swipe = async (from: number, to: number) => {
      const at = (part: number) => ({ touchPoints: [{ x: x + width * part, y: y + height / 2 }] });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', ...at(from) });
      for (const part of [0.25, 0.5, 0.75, 1])
        await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', ...at(from + (to - from) * part) });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await swipe(0.8, 0.2);
    await expect(stage).toHaveAttribute('data-digest', DIGESTS.hostKernelPanics);
    await swipe(0.2, 0.8);
    await expect(stage).toHaveAttribute('data-digest', DIGESTS.guestPanics);
  });
});

test('what the share dialog copies for a slide is a stage with the same run', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.goto(`./#/?s=${await packSituation(fallen)}`);
  const digest = (await runOf(fallen)).digest();
  await expect(page.locator('[data-digest]')).toHaveAttribute('data-digest', digest);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const field = page.getByLabel('Link to this instant');
  await expect(field).not.toHaveValue('');
  const link = await field.inputValue();
  await page.getByRole('button', { name: 'QR code', exact: true }).click();
  const code = page.getByRole('img', { name: 'QR code of the link' });
  await expect(code.locator('path')).toHaveAttribute('d', darkPath(qrCode(link)!));
  // A camera tells modules apart that are some points wide.
  const { width: side } = (await code.boundingBox())!;
  expect(side / sideOf(qrCode(link)!)).toBeGreaterThan(3);
  await page.getByRole('button', { name: 'Copy for a slide' }).click();
  const lines = await page.getByLabel('Text to copy').inputValue();
  await page.route('**/plain-page', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>page</title>${lines}` }),
  );
  await page.route('**/blast-radius.svg', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: '' }),
  );
  await page.goto('./plain-page');
  await expect(page.frameLocator('iframe').locator('[data-digest]')).toHaveAttribute('data-digest', digest);
  // A page that is no slide shows all of it at once.
  const { height } = (await page.locator('.blast-radius').boundingBox())!;
  const { height: window } = page.viewportSize()!;
  expect(height / window).toBeGreaterThan(0.5);
  expect(height / window).toBeLessThanOrEqual(0.71);
});

test('lines whose picture was not saved, on a page without a stage, still lead to the run', async ({
  page,
}) => {
  const address = new URL('./index.html#/lesson/one-kernel-falls', test.info().project.use.baseURL).href;
  const lines = slideLines({ packed: 'x', address, hint: 'Save it.', still: 'Open this run' });
  await page.route('**/plain-page', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>page</title>${lines}` }),
  );
  await page.route(/blast-radius\.svg|embed\.html/, (route) =>
    route.fulfill({ contentType: 'text/html', body: '' }),
  );
  await page.goto('./plain-page');
  const link = page.getByRole('link', { name: 'Open this run' });
  await expect(link).toBeInViewport();
  await expect(link).toHaveAttribute('href', address);
});
