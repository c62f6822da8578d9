// A page of a deck with frames in it, and how a test talks with them by messages.
import type { Frame, Page } from '@playwright/test';

/** The two sandboxes that a frame must work in. */
export const SANDBOXES = {
  'with an origin': 'allow-scripts allow-same-origin',
  'without an origin': 'allow-scripts',
} as const;

/** What a frame said. */
export interface Heard {
  readonly type: string;
  readonly v: number;
  readonly id?: number;
  readonly [field: string]: unknown;
}

declare global {
  interface Window {
    /** What all frames said, in order, and which of them each was. */
    heard: Heard[];
    heardFrom: number[];
    /** Strings that came along: reveal.js would read them. */
    strings: string[];
  }
}

/** A frame of the deck. */
export interface FrameAsked {
  readonly src: string;
  /** Null: no sandbox at all. */
  readonly sandbox?: string | null;
  readonly size?: readonly [width: number, height: number];
  /** More attributes. */
  readonly more?: string;
}

const frameOf = ({ src, sandbox = null, size = [960, 540], more = '' }: FrameAsked, at: number) =>
  `<iframe${sandbox === null ? '' : ` sandbox="${sandbox}"`} title="stage ${at}" name="stage-${at}" style="border:0"
    width="${size[0]}" height="${size[1]}" ${more} src="${src}"></iframe>`;

/** Opens a deck, served from the site's own address, and waits until all of its frames are ready. */
export async function openDeck(page: Page, frames: readonly FrameAsked[], around = ''): Promise<void> {
  await page.route('**/deck-page', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>deck</title>${around}${frames.map(frameOf).join('')}`,
    }),
  );
  await page.addInitScript(() => {
    // A page that opens a second deck has this twice.
    if (Object.hasOwn(window, 'heard')) return;
    window.heard = [];
    window.heardFrom = [];
    window.strings = [];
    window.addEventListener('message', ({ data, source }) => {
      if (typeof data === 'string') window.strings.push(data);
      if (typeof data !== 'object') return;
      window.heard.push(data as Heard);
      const all = [...document.querySelectorAll('iframe')];
      window.heardFrom.push(all.findIndex(({ contentWindow }) => contentWindow === source));
    });
  });
  await page.goto('./deck-page');
  await page.waitForFunction(
    (count) => window.heard.filter(({ type }) => type === 'sim:ready').length === count,
    frames.length,
  );
}

/** The inside of a frame of the deck. */
export function inside(page: Page, at = 0): Frame {
  return page.frame({ name: `stage-${at}` })!;
}

/** Says something to a frame; `v` is added. */
export function say(page: Page, message: object, at = 0): Promise<void> {
  return page.evaluate(
    ([data, which]) => document.querySelectorAll('iframe')[which]?.contentWindow?.postMessage(data, '*'),
    [{ v: 1, ...message }, at] as const,
  );
}

/** Asks a frame and waits for the reply that carries the id. */
export async function ask(
  page: Page,
  message: { readonly id: number; readonly [field: string]: unknown },
  at = 0,
): Promise<Heard> {
  await say(page, message, at);
  const reply = await page.waitForFunction(
    ([id, which]) => window.heard.find((each, index) => each.id === id && window.heardFrom[index] === which),
    [message.id, at] as const,
  );
  return (await reply.jsonValue())!;
}

/** Lets a page draw so many frames: as good as time, and longer where the machine is slow. */
export function drawn(place: Page | Frame, frames: number): Promise<void> {
  return place.evaluate(async (count) => {
    for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
  }, frames);
}

/** The digest of what stands in a frame. */
export async function digestOf(page: Page, id: number, at = 0): Promise<unknown> {
  return (await ask(page, { type: 'sim:get', id, want: ['digest'] }, at))['digest'];
}
