// Ways of drawing many rectangles, run in a browser: milliseconds between frames in which everything or a little changes.
import { flushSync, mount, unmount } from 'svelte';
import { Shown, cells } from './cells.svelte';
import Moving from './Moving.svelte';
import Sparse from './Sparse.svelte';
import { rectanglesAt } from './rectangles';

const FRAMES = 90;
const SHARE = 0.01;
const SVG = 'http://www.w3.org/2000/svg';

/** Milliseconds between frames, `update` called in each. */
async function timesOf(update: (frame: number) => void): Promise<number[]> {
  const times: number[] = [];
  let last = await new Promise(requestAnimationFrame);
  for (let frame = 0; frame < FRAMES; frame++) {
    const now = await new Promise<number>((resolve) =>
      requestAnimationFrame((time) => {
        update(frame);
        resolve(time);
      }),
    );
    times.push(now - last);
    last = now;
  }
  return times.slice(10);
}

/** All rectangles change; drawn by Svelte's keyed each. */
export async function svelteMoving(count: number): Promise<number[]> {
  const props = new Shown(rectanglesAt(count, 0));
  const page = mount(Moving, { target: document.body, props });
  const times = await timesOf((frame) => {
    props.rectangles = rectanglesAt(count, frame);
    flushSync();
  });
  await unmount(page);
  return times;
}

/** All rectangles change; set by hand. */
export async function bareMoving(count: number): Promise<number[]> {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('width', '1280');
  svg.setAttribute('height', '800');
  const nodes = rectanglesAt(count, 0).map(({ y, size }) => {
    const node = document.createElementNS(SVG, 'rect');
    for (const [name, value] of Object.entries({ y, width: size, height: size }))
      node.setAttribute(name, String(value));
    svg.append(node);
    return node;
  });
  document.body.append(svg);
  const times = await timesOf((frame) => {
    for (const { id, x, fill } of rectanglesAt(count, frame)) {
      nodes[id]?.setAttribute('x', String(x));
      nodes[id]?.setAttribute('fill', fill);
    }
  });
  svg.remove();
  return times;
}

/** One in a hundred changes its colour; each is followed by itself. */
export async function sparse(count: number): Promise<number[]> {
  const all = cells(count);
  const page = mount(Sparse, { target: document.body, props: { cells: all } });
  let at = 0;
  const times = await timesOf(() => {
    for (let done = 0; done < count * SHARE; done++) {
      at = (at + 7919) % count;
      all[at]?.change();
    }
    flushSync();
  });
  await unmount(page);
  return times;
}
