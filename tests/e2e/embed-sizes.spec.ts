// A stage in frames from 320x240 up, with an origin and without one: it fits, whatever has happened on it.
import { scenario } from '../../lessons/10-one-kernel-falls/scenario';
import { digestOf, inside, openDeck, SANDBOXES, say } from './deckPage';
import { textFaults } from './looks';
import { expect, test } from './page';

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

for (const [name, sandbox] of Object.entries(SANDBOXES))
  test(`${name}, a frame of any size shows every moment without scrolling or clipping a word`, async ({
    page,
  }) => {
    const src = 'embed.html?lesson=one-kernel-falls';
    await openDeck(
      page,
      SIZES.map((size) => ({ src, sandbox, size })),
    );
    const faults: string[] = [];
    for (const [turn, { id: moment }] of scenario.moments.entries())
      for (const [at, size] of SIZES.entries()) {
        await say(page, { type: 'sim:goto', moment }, at);
        await digestOf(page, 100 * turn + at, at);
        const frame = inside(page, at);
        const found = [...(await textFaults(frame)), ...(await frame.evaluate(overflowing))];
        faults.push(...found.map((fault) => `${moment} at ${size.join('x')}: ${fault}`));
      }
    expect(faults).toEqual([]);
  });
