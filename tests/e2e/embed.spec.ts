// A stage in the frame of somebody else's page: with an origin and without one, driven by messages.
import type { Page } from '@playwright/test';
import { solvedRun } from './lessonTen';
import { expect, test } from './page';
import { textFaults } from './looks';

const MOMENT = 'host-kernel-panics';
/** The step of lesson 10 in which that moment lies. */
const STEP = 1;

declare global {
  interface Window {
    /** What the frame said, in order. */
    heard: { type: string; id?: number; [field: string]: unknown }[];
  }
}

/** A page of a deck, served from the site's own address, with a frame in it. */
async function deckPage(page: Page, frame: string, sandbox: string | null): Promise<void> {
  const attribute = sandbox === null ? '' : ` sandbox="${sandbox}"`;
  await page.route('**/deck-page', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>deck</title><iframe${attribute} title="stage" width="960" height="540" src="${frame}"></iframe>`,
    }),
  );
  await page.addInitScript(() => {
    window.heard = [];
    window.addEventListener('message', ({ data }) => window.heard.push(data as Window['heard'][number]));
  });
  await page.goto('./deck-page');
  await page.waitForFunction(() => window.heard.some(({ type }) => type === 'sim:ready'));
}

function say(page: Page, message: object): Promise<void> {
  return page.evaluate((data) => document.querySelector('iframe')?.contentWindow?.postMessage(data, '*'), {
    v: 1,
    ...message,
  });
}

/** Asks the frame and waits for the reply that carries the id. */
async function ask(
  page: Page,
  message: { readonly id: number; readonly [field: string]: unknown },
): Promise<Record<string, unknown>> {
  await say(page, message);
  const reply = await page.waitForFunction((id) => window.heard.find((each) => each.id === id), message.id);
  return (await reply.jsonValue()) as Record<string, unknown>;
}

const digestOf = async (page: Page, id: number) =>
  (await ask(page, { type: 'sim:get', id, want: ['digest'] }))['digest'];

/** The digest of the step's solution at an instant. */
function digestAt(at: number | null): string {
  const run = solvedRun(STEP);
  if (at !== null) run.seek(at);
  return run.digest();
}

const PANIC_AT = 10_000_000;

for (const [name, sandbox] of [
  ['with an origin', 'allow-scripts allow-same-origin'],
  ['without an origin', 'allow-scripts'],
] as const)
  test(`${name}, a frame stands at its moment, goes where it is sent, and back`, async ({ page }) => {
    await deckPage(page, `embed.html?lesson=one-kernel-falls&moment=${MOMENT}`, sandbox);
    expect(await page.evaluate(() => window.heard[0])).toMatchObject({
      ...{ type: 'sim:ready', v: 1, lesson: 'one-kernel-falls' },
    });
    expect(await digestOf(page, 1)).toBe(digestAt(PANIC_AT));

    await say(page, { type: 'sim:goto', ms: 20_000 });
    expect(await digestOf(page, 2)).toBe(digestAt(null));
    await say(page, { type: 'sim:goto', moment: MOMENT });
    expect(await digestOf(page, 3)).toBe(digestAt(PANIC_AT));

    const stage = page.frameLocator('iframe');
    await expect(stage.getByText('6 copies fell', { exact: true })).toBeVisible();
    expect(await textFaults(page.frame({ url: /embed/ })!)).toEqual([]);
  });

test('a command at an instant is given once, however often it is sent', async ({ page }) => {
  await deckPage(page, 'embed.html?lesson=one-kernel-falls&step=one-kernel', null);
  const panic = { type: 'sim:do', at: 4000, command: { name: 'panic-kernel', target: 'kernel/host-b' } };
  await say(page, panic);
  await say(page, { type: 'sim:goto', ms: 5000 });
  const once = await digestOf(page, 1);
  await say(page, panic);
  await say(page, { type: 'sim:goto', ms: 5000 });
  expect(await digestOf(page, 2)).toBe(once);
  await say(page, { type: 'sim:reset' });
  await say(page, { type: 'sim:goto', ms: 5000 });
  expect(await digestOf(page, 3)).not.toBe(once);
});

test('what cannot be done is answered with the reason', async ({ page }) => {
  await deckPage(page, 'embed.html?lesson=one-kernel-falls', null);
  const answers = await Promise.all([
    ask(page, { type: 'sim:goto', id: 1, moment: 'no-such-moment' }),
    ask(page, { type: 'sim:do', id: 2, at: 0, command: { name: 'panic-kernel', target: 'kernel/nowhere' } }),
    ask(page, { type: 'sim:play', id: 3, speed: 2 }),
    ask(page, { type: 'sim:jump', id: 4 }),
  ]);
  expect(answers.map(({ type, what }) => [type, what])).toEqual([
    ['sim:error', 'unknown-place'],
    ['sim:error', 'refused'],
    ['sim:error', 'malformed'],
    ['sim:error', 'unknown-type'],
  ]);
});

test('a stranger is not heard, and after a flood the frame answers as ever', async ({ page }) => {
  await deckPage(page, 'embed.html?lesson=one-kernel-falls', null);
  const before = await page.evaluate(() => window.heard.length);
  await page.frame({ url: /embed/ })!.evaluate(() => {
    window.postMessage({ type: 'sim:goto', v: 1, id: 99, moment: 'nowhere' }, '*');
  });
  await page.evaluate(() => {
    const frame = document.querySelector('iframe')?.contentWindow;
    for (let id = 1000; id < 11_000; id++) frame?.postMessage({ type: 'sim:play', v: 2, id }, '*');
    frame?.postMessage('x'.repeat(10_000_000), '*');
  });
  const asked = Date.now();
  expect(await digestOf(page, 5)).toMatch(/^[0-9a-f]{16}$/);
  expect(Date.now() - asked).toBeLessThan(1000);
  const after = await page.evaluate((from) => window.heard.slice(from), before);
  expect(after.filter(({ id }) => id === 99)).toEqual([]);
  expect(after.filter(({ type }) => type === 'sim:error').length).toBeLessThan(20);
});

test('what stands in one frame stands in another that is given its situation', async ({ page }) => {
  await deckPage(page, 'embed.html?lesson=one-kernel-falls&step=one-kernel', null);
  const command = { name: 'panic-kernel', target: 'kernel/vm-3' };
  await say(page, { type: 'sim:do', at: 4000, command });
  await say(page, { type: 'sim:goto', ms: 4500 });
  const state = await ask(page, { type: 'sim:get', id: 1, want: ['situation', 'digest', 'svg', 'words'] });
  expect(state['words']).toContain('panicked');
  expect(state['svg']).toMatch(/^<svg .*VM 3.*<\/svg>$/s);

  await deckPage(page, `embed.html#s=${String(state['situation'])}`, 'allow-scripts');
  expect(await digestOf(page, 2)).toBe(state['digest']);
  await say(page, { type: 'sim:goto', ms: 0 });
  expect(await digestOf(page, 3)).not.toBe(state['digest']);
  await say(page, { type: 'sim:reset' });
  expect(await digestOf(page, 4)).toBe(state['digest']);
});

test('a situation that is cut says what to do', async ({ page }) => {
  await page.goto('./embed.html#s=1.400.abcdef.x');
  await expect(page.locator('main')).toContainText('Copy the whole link again.');
});

test('an address that names no lesson says what to mend', async ({ page }) => {
  await page.goto('./embed.html?lesson=no-such-lesson');
  await expect(page.getByText('There is no lesson "no-such-lesson" here.')).toBeVisible();
});
