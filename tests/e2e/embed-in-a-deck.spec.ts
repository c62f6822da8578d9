// A frame among the slides of a deck: it rests when nobody sees it, steals no focus, and hands the deck's keys on.
import type { Page } from '@playwright/test';
import { digestOf, drawn, inside, openDeck, say } from './deckPage';
import { settle } from './looks';
import { expect, test } from './page';

const LESSON = 'embed.html?lesson=one-kernel-falls';
/** Frames of the deck: long enough for a few reports of the time. */
const A_WHILE = 45;

const keysHeard = (page: Page) =>
  page.evaluate(() => window.heard.filter(({ type }) => type === 'sim:key').map(({ key }) => key));

async function lastTime(page: Page): Promise<number> {
  return await page.evaluate(() => Number(window.heard.findLast(({ type }) => type === 'sim:time')?.['ms']));
}

/** Time goes on in the frame. */
async function expectRuns(page: Page): Promise<void> {
  const before = await lastTime(page);
  await expect.poll(() => lastTime(page)).toBeGreaterThan(before);
}

/** Time comes to stand still in the frame, which may hear of it late. */
async function expectStands(page: Page): Promise<void> {
  const goneOn = async () => {
    const before = await lastTime(page);
    await drawn(page, A_WHILE);
    return (await lastTime(page)) - before;
  };
  await drawn(page, A_WHILE);
  await expect.poll(goneOn).toBe(0);
}

test('it plays when it is seen: not by itself, not off the screen, not on a slide that was left', async ({
  page,
}) => {
  await openDeck(page, [{ src: LESSON }], '<div hidden style="height:3000px"></div>');
  const above = (hidden: boolean) =>
    page.evaluate((is) => (document.querySelector('div')!.hidden = is), hidden);
  const slide = (text: string) =>
    page.evaluate((said) => document.querySelector('iframe')?.contentWindow?.postMessage(said, '*'), text);
  await expectStands(page);
  await say(page, { type: 'sim:play' });
  await expectRuns(page);
  await above(false);
  await expectStands(page);
  const left = await lastTime(page);
  const leftAt = Date.now();
  await drawn(page, A_WHILE);
  const away = Date.now() - leftAt;
  await above(true);
  await expectRuns(page);
  // The time out of sight was not made up for: the first report goes on where it stood.
  const first = await page.evaluate(
    (since) => Number(window.heard.find(({ type, ms }) => type === 'sim:time' && Number(ms) > since)?.['ms']),
    left,
  );
  expect(first - left).toBeLessThan(away);

  await slide('slide:stop');
  await expectStands(page);
  await slide('slide:start');
  await expectRuns(page);
  expect(await page.evaluate(() => window.heard.filter(({ type }) => type === 'sim:error'))).toEqual([]);
});

test('a frame that is loaded late begins where its address says, and autoplay is asked for', async ({
  page,
}) => {
  await openDeck(page, [{ src: `${LESSON}&autoplay=1`, more: 'loading="lazy"' }]);
  await expectRuns(page);
});

test('with loop= what plays begins again where the address stands, as long as nobody stops it', async ({
  page,
}) => {
  await openDeck(page, [{ src: `${LESSON}&moment=host-kernel-panics&autoplay=1&loop=2&speed=10` }]);
  const times = () =>
    page.evaluate(() =>
      window.heard.filter(({ type }) => type === 'sim:time').map(({ ms }) => Number(ms) / 1000),
    );
  const returns = async () => (await times()).filter((at, turn, all) => at < (all[turn - 1] ?? 0)).length;
  await expect.poll(returns).toBeGreaterThan(1);
  expect(Math.min(...(await times()))).toBe(10);
  await say(page, { type: 'sim:goto', ms: 20_000 });
  await digestOf(page, 1);
  await expectStands(page);
  expect((await times()).at(-1)).toBe(20);
});

test('it takes no focus, and Tab leads through it and out again', async ({ page }) => {
  await openDeck(page, [{ src: `${LESSON}&autoplay=1` }], '<button>before</button>');
  await page.getByText('before').focus();
  await say(page, { type: 'sim:goto', moment: 'host-kernel-panics' });
  await say(page, { type: 'sim:play' });
  await say(page, { type: 'sim:do', at: 4000, command: { name: 'panic-kernel', target: 'kernel/vm-3' } });
  await digestOf(page, 1);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('before');
  const visited: string[] = [];
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    visited.push(await page.evaluate(() => document.activeElement?.tagName ?? ''));
    if (visited.includes('IFRAME') && visited.at(-1) !== 'IFRAME') break;
  }
  expect(visited).toContain('IFRAME');
  expect(visited.at(-1)).not.toBe('IFRAME');
});

test("a clicker's keys go to the deck wherever the focus is; arrows walk the boxes and move sliders", async ({
  page,
}) => {
  await openDeck(page, [{ src: LESSON, size: [1280, 900], sandbox: 'allow-scripts' }]);
  const stage = inside(page);
  await stage.getByRole('button', { name: 'Play' }).focus();
  for (const key of ['PageDown', 'PageUp', 'ArrowRight', 'ArrowUp', 'b', '.', 'a'])
    await page.keyboard.press(key);
  await expect.poll(() => keysHeard(page)).toEqual(['PageDown', 'PageUp', 'ArrowRight', 'ArrowUp', 'b', '.']);

  for (const own of [stage.getByRole('treeitem').first(), stage.getByRole('slider')]) {
    await page.evaluate(() => (window.heard = []));
    await own.focus();
    for (const key of ['ArrowRight', 'ArrowUp', 'PageDown', 'PageUp']) await page.keyboard.press(key);
    await expect.poll(() => keysHeard(page)).toEqual(['PageDown', 'PageUp']);
  }
  expect(await page.evaluate(() => window.strings)).toEqual([]);
});

test('with clicker=1 the keys go to reveal.js in its own words, and to nobody twice', async ({ page }) => {
  await openDeck(page, [{ src: `${LESSON}&clicker=1` }]);
  await inside(page).getByRole('button', { name: 'Play' }).focus();
  for (const key of ['PageDown', 'PageUp', 'ArrowLeft', 'b']) await page.keyboard.press(key);
  const said = ['next', 'prev', 'left', 'togglePause'].map((method) => JSON.stringify({ method }));
  await expect.poll(() => page.evaluate(() => window.strings)).toEqual(said);
  expect(await keysHeard(page)).toEqual([]);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('a finger that goes sideways over the stage turns the slide; a tap does not', async ({ page }) => {
    await openDeck(page, [{ src: LESSON }]);
    // A finger finds what was drawn.
    await settle(inside(page));
    const touch = await page.context().newCDPSession(page);
    const swipe = async (from: number, to: number) => {
      const at = (x: number) => ({ touchPoints: [{ x, y: 200 }] });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', ...at(from) });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', ...at((from + to) / 2) });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', ...at(to) });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await swipe(600, 300);
    await swipe(300, 600);
    await swipe(400, 405);
    await expect.poll(() => keysHeard(page)).toEqual(['ArrowRight', 'ArrowLeft']);
  });
});
