// A stage in frames from 320x240 up, with an origin and without one: it fits, whatever has happened on it.
import { ask, digestOf, inside, openDeck, SANDBOXES, say } from './deckPage';
import { lessonAt, slugs } from './lessons';
import { textFaults } from './looks';
import { expect, test } from './page';
import { secretsOf, TELLS } from './secrets';

const SIZES = [
  [320, 240],
  [480, 270],
  [320, 568],
  [640, 360],
  [960, 540],
  [1280, 720],
] as const;

// A frame that is out of sight draws nothing: all of them stand in the window.
test.use({ viewport: { width: 2300, height: 1400 }, contextOptions: { reducedMotion: 'reduce' } });

/** The keys under a stage take one line, px. */
const ONE_LINE = 64;
const heightsOf = (elements: readonly Element[]) =>
  elements.map((element) => element.getBoundingClientRect().height);

/** Whatever can be scrolled to see the rest of it, and what juts out of the window. */
function overflowing(): readonly string[] {
  const nameOf = (element: Element) => `${element.tagName.toLowerCase()}.${element.classList.value}`;
  return [...document.querySelectorAll('html, body, body *')]
    .filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const scrolls = element === document.documentElement || /auto|scroll/.test(overflowX + overflowY);
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      return scrolls && (scrollWidth > clientWidth || scrollHeight > clientHeight);
    })
    .map(nameOf);
}

for (const [at, slug] of slugs.entries())
  // Both sandboxes differ by their font only: each has every second lesson.
  test(`frames of any size show every moment of ${slug} without scrolling or clipping a word`, async ({
    page,
  }) => {
    const sandbox = Object.values(SANDBOXES)[at % 2]!;
    await openDeck(
      page,
      SIZES.map((size) => ({ src: `embed.html?lesson=${slug}`, sandbox, size })),
    );
    const ready = await page.evaluate(() => window.heard.find(({ type }) => type === 'sim:ready'));
    const moments = (ready?.['moments'] as readonly { readonly id: string }[]).map(({ id }) => ({
      moment: id,
    }));
    const faults: string[] = [];
    for (const [turn, place] of [{ step: '1' }, ...moments].entries())
      for (const [at, size] of SIZES.entries()) {
        await say(page, { type: 'sim:goto', ...place }, at);
        await digestOf(page, 100 * turn + at, at);
        const frame = inside(page, at);
        const found = [...(await textFaults(frame)), ...(await frame.evaluate(overflowing))];
        const named = await frame.locator('.stage svg text').allInnerTexts();
        if (named.length === 0) found.push('no word on the stage');
        // In a small frame they are in one line with the caption, beside the clock.
        const keys = await frame.locator('.transport, .bar .clock').evaluateAll(heightsOf);
        if (keys.length !== 1 || keys.some((tall) => tall > ONE_LINE))
          found.push(`keys of ${keys.join()} px`);
        faults.push(...found.map((fault) => `${JSON.stringify(place)} at ${size.join('x')}: ${fault}`));
      }
    expect(moments.length).toBeGreaterThan(0);
    expect(faults).toEqual([]);

    const lesson = lessonAt(slug);
    const last = SIZES.length - 1;
    for (const { slug: step } of lesson.steps) {
      await say(page, { type: 'sim:goto', step }, last);
      const state = await ask(page, { type: 'sim:get', id: Date.now(), want: ['words', 'svg'] }, last);
      const held = [state['words'], state['svg'], await inside(page, last).content()].map(String).join();
      expect(TELLS.exec(held)?.[0] ?? null, step).toBeNull();
      expect(
        secretsOf(lesson).filter((text) => held.includes(text)),
        step,
      ).toEqual([]);
    }
  });

test('in the smallest frame the key is round, and the ring of the focus is whole', async ({ page }) => {
  await openDeck(page, [{ src: 'embed.html?lesson=one-kernel-falls', size: [320, 240] }]);
  const frame = inside(page);
  const play = frame.getByRole('button', { name: 'Play', exact: true });
  const box = (await play.boundingBox())!;
  expect(box.width).toBeCloseTo(box.height, 0);
  await play.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(play).toBeFocused();
  const ring = await play.evaluate((button) => {
    const { outlineWidth, outlineOffset, outlineStyle } = getComputedStyle(button);
    const out = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
    const { left, top, right, bottom } = button.getBoundingClientRect();
    return {
      isDrawn: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      room: Math.min(
        left - out,
        top - out,
        window.innerWidth - right - out,
        window.innerHeight - bottom - out,
      ),
    };
  });
  expect(ring.isDrawn).toBe(true);
  expect(ring.room).toBeGreaterThanOrEqual(0);
});
