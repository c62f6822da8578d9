// The example deck and pages without reveal.js: stages go where the slides say and back, keys turn the deck, paper
// and pages without scripts have stills.
import { brotliCompressSync } from 'node:zlib';
import type { Frame, Locator, Page } from '@playwright/test';
import { qrCode } from '../../src/link/qrCode';
import { packSituation } from '../../src/link/situations';
import { slideLines } from '../../src/link/slideLines';
import { darkPath, sideOf } from '../../src/view/share/qrPicture';
import { fallen, runOf } from '../link/situations';
import { barriersEverywhere } from './barriers';
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

/** Opens the deck as it is printed; returns its pictures and the names of their files. */
async function openPaper(page: Page) {
  await page.goto('./deck.html?print-pdf');
  await expect(page.locator('.pdf-page')).toHaveCount(11);
  await expect(page.locator('iframe')).toHaveCount(0);
  const shown = page.locator('.pdf-page .blast-radius img:visible');
  await expect(shown).toHaveCount(10);
  // A picture that is not decoded yet is painted as nothing.
  await shown.evaluateAll((images: HTMLImageElement[]) => Promise.all(images.map((image) => image.decode())));
  const stills = await shown.evaluateAll((images: HTMLImageElement[]) =>
    images.map((image) => image.src.replace(/^.*\//, '')),
  );
  return { shown, stills };
}

test('on paper each fragment has the still of its moment', async ({ page }) => {
  const { stills } = await openPaper(page);
  expect(stills).toEqual([
    ...['step-1.svg', 'step-2.svg', 'guest-panics.svg', 'host-kernel-panics.svg', 'step-3.svg'],
    ...['hypervisor-crashes.svg', 'plug-pulled.svg', 'wall-holds.svg', 'step-4.svg', 'host-back.svg'],
  ]);
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(11);
});

test('what is painted on a page is its own still, and no other is nearer', async ({ page }) => {
  const { shown, stills } = await openPaper(page);
  const drawn: string[] = [];
  for (const still of await shown.all()) drawn.push((await still.screenshot()).toString('base64'));
  const apart = await page.evaluate(distances, { drawn, stills });
  for (const [at, row] of apart.entries()) {
    expect(row[at]! - Math.min(...row), stills[at]).toBeLessThan(ROUNDING);
    expect(row[at], stills[at]).toBeLessThan(PAINTED_ALIKE);
  }
  // A page and that of its fragment differ.
  for (const at of FRAGMENTS) {
    expect(apart[at]![at], stills[at]).toBeLessThan(apart[at]![at - 1]!);
    expect(apart[at - 1]![at - 1], stills[at - 1]).toBeLessThan(apart[at - 1]![at]!);
  }
});

/** How far what was painted may be from its file, of 255 for each colour on average: hatches fall on other pixels. */
const PAINTED_ALIKE = 10;
const ROUNDING = 0.01;
/** Pages of a fragment, among those that have a still. */
const FRAGMENTS = [3, 6, 9];

/** Runs in the page: how far each picture that was painted is from each still, as a mean difference of colours. */
async function distances({ drawn, stills }: { readonly drawn: string[]; readonly stills: string[] }) {
  const WIDTH = 320;
  const read = async (source: string, height: number | null) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), {
      width: WIDTH,
      height: height ?? Math.round((WIDTH * image.height) / image.width),
    });
    const pen = canvas.getContext('2d')!;
    pen.fillStyle = getComputedStyle(document.querySelector('.reveal-viewport')!).backgroundColor;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    // As `object-fit: contain` does.
    const scale = Math.min(canvas.width / image.width, canvas.height / image.height);
    const [width, tall] = [image.width * scale, image.height * scale];
    pen.drawImage(image, (canvas.width - width) / 2, (canvas.height - tall) / 2, width, tall);
    return { height: canvas.height, points: pen.getImageData(0, 0, canvas.width, canvas.height).data };
  };
  return Promise.all(
    drawn.map(async (painted) => {
      const one = await read(`data:image/png;base64,${painted}`, null);
      return Promise.all(
        stills.map(async (name) => {
          const other = await read(`./stills/one-kernel-falls/${name}`, one.height);
          let sum = 0;
          for (const [at, value] of one.points.entries()) sum += Math.abs(value - other.points[at]!);
          return sum / one.points.length;
        }),
      );
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
  await box.focus();
  await page.keyboard.press('PageDown');
  await expect(stageOf(present(page))).toHaveAttribute('data-digest', DIGESTS.hostKernelPanics);
  // Whatever the arrows had sent would have come before it.
  expect(await sentTo(await frameOf(present(page)))).toEqual(['host-kernel-panics']);
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

/** A slide as it is made for, and a phone, where the deck scrolls. */
const WINDOWS = [
  { width: 1280, height: 720 },
  { width: 360, height: 740 },
];

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
    expect(await barriersEverywhere(page, null, WINDOWS)).toEqual([]);
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
