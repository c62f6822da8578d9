// T4: the head of lesson 10 is dragged over its timeline in a browser, as somebody does it with a mouse.
import { loadavg } from 'node:os';
import type { Locator, Page } from '@playwright/test';
import { UNLIMITED, noBrowser, onPage, withSite } from './browser';
import { shown } from './row';
import type { Row } from './row';
import { median, quantile } from './statistics';

const VIEWPORT = { width: 1440, height: 900 };
/** The whole run of the second step is known and stands still. */
const PLAYED = '#/lesson/one-kernel-falls?step=2&moment=host-kernel-panics&autoplay=false';
/** Places on the way, and how often they are passed, there and back again, after once that warms up. */
const PLACES = 80;
const SWEEPS = 6;

/** A frame: where the pointer was, and milliseconds from its move until the picture was handed over. */
interface Framed {
  readonly x: number;
  readonly took: number;
}

const WATCH = `
  window.framed = [];
  let move = null;
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    window.framed.push({ x: move.x, took: performance.now() - move.at });
    move = null;
  };
  addEventListener('pointermove', ({ clientX }) => {
    if (move !== null) return;
    move = { x: clientX, at: performance.now() };
    requestAnimationFrame(() => channel.port2.postMessage(null));
  }, { capture: true });`;

/** Where the head is drawn, pixels. */
async function placeOf(head: Locator): Promise<{ x: number; y: number }> {
  const box = await head.boundingBox();
  if (box === null) throw new Error('The head of the timeline is not on the screen.');
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + 8) };
}

/** Frames of a drag over all that was played, and at how many instants the head was. */
async function drag(page: Page, address: string): Promise<{ framed: readonly Framed[]; instants: number }> {
  await page.goto(address + PLAYED);
  const head = page.getByRole('slider', { name: 'Time' });
  await head.press('End');
  const { x: end } = await placeOf(head);
  await head.press('Home');
  const { x: start, y } = await placeOf(head);
  await page.evaluate(WATCH);
  await page.mouse.move(start, y);
  await page.mouse.down();
  const instants = new Set<string | null>();
  for (let sweep = -1; sweep < SWEEPS; sweep++) {
    if (sweep === 0) await page.evaluate('window.framed.length = 0');
    for (let place = 0; place < PLACES; place++) {
      const part = (sweep % 2 === 0 ? place : PLACES - place) / PLACES;
      await page.mouse.move(Math.round(start + (end - start) * part), y);
      instants.add(await head.getAttribute('aria-valuenow'));
    }
  }
  await page.mouse.up();
  return { framed: await page.evaluate('window.framed'), instants: instants.size };
}

/** T4: work of a frame while the head is dragged, with seek, scene, style, layout and paint; each place is a median. */
export async function dragged(): Promise<Row> {
  const id = 'T4';
  const what = 'drag: lesson 10 in the browser, ms from a pointer move to its frame, 95 in 100';
  const goal = '<= 16 ms';
  const load = loadavg()[0] ?? 0;
  const found = await withSite((address) => onPage(UNLIMITED, VIEWPORT, (page) => drag(page, address)));
  if (found === null) return noBrowser({ id, what, goal });
  const { framed, instants } = found;
  const places = [...new Set(framed.map(({ x }) => x))];
  const times = places.map((x) => median(framed.filter((each) => each.x === x).map(({ took }) => took)));
  const p95 = quantile(times, 0.95);
  return {
    id,
    what,
    measured: `${shown(p95, 1)} ms (median ${shown(median(times), 1)}; load of the machine ${shown(load, 1)})`,
    goal,
    holds: p95 <= 16 && Math.min(places.length, instants) >= PLACES / 2,
    numbers: {
      p95Ms: p95,
      medianMs: median(times),
      longestMs: Math.max(...times),
      frames: framed.length,
      instants,
      load,
    },
  };
}
