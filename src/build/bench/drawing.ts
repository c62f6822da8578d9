// R2, R3: what drawing with Svelte costs, sparse changes and against attributes set by hand.
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { UNLIMITED, noBrowser, onPage, top } from './browser';
import { TURNS } from './measure';
import { shown } from './row';
import type { Row } from './row';
import { median } from './statistics';

type Way = 'svelteMoving' | 'bareMoving' | 'sparse';

/** The ways of drawing as one script that leaves them on the page as `drawing`. */
async function script(): Promise<string> {
  const built = await build({
    configFile: false,
    root: top,
    logLevel: 'error',
    plugins: [svelte({ configFile: false })],
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: join(top, 'tests/bench/drawing/page.ts'), formats: ['iife'], name: 'drawing' },
    },
  });
  const output = Array.isArray(built) ? built[0]?.output[0] : undefined;
  if (output?.type !== 'chunk') throw new Error('The ways of drawing were not built as one script.');
  return output.code;
}

/** Median milliseconds of a frame for each turn; ways take turns, the first warms up. Null: there is no browser. */
async function turns<Name extends Way>(
  count: number,
  ways: readonly Name[],
): Promise<Record<Name, number[]> | null> {
  const content = await script();
  return onPage(UNLIMITED, { width: 1280, height: 800 }, async (page) => {
    await page.addScriptTag({ content });
    const times = Object.fromEntries(ways.map((way) => [way, [] as number[]])) as Record<Name, number[]>;
    for (let turn = 0; turn <= TURNS; turn++) {
      for (const way of ways) {
        const frames = await page.evaluate<number[]>(`drawing.${way}(${count})`);
        if (turn > 0) times[way].push(median(frames));
      }
    }
    return times;
  });
}

/** R2: 5,000 elements of which one in a hundred changes in each frame. */
export async function sparseChanges(): Promise<Row> {
  const row = {
    id: 'R2',
    what: 'sparse: ms of a frame, 5000 SVG elements, 1 % changing',
    goal: '<= 16.7 ms',
  };
  const times = await turns(5_000, ['sparse']);
  if (times === null) return noBrowser(row);
  const frame = median(times.sparse);
  const measured = `${shown(frame, 1)} ms`;
  return { ...row, measured, holds: frame <= 16.7, stretch: '<= 5 ms', numbers: { frameMs: frame } };
}

/** R3: a frame by Svelte's keyed each over one by a bare loop of setAttribute, everything moving. */
export async function svelteTax(): Promise<Row> {
  const row = {
    id: 'R3',
    what: 'svelte tax: frame of keyed each / of bare setAttribute, 1000 and 5000 moving',
    goal: '<= 1.3; <= 1.7',
  };
  const taxes: number[] = [];
  for (const count of [1_000, 5_000]) {
    const times = await turns(count, ['svelteMoving', 'bareMoving']);
    if (times === null) return noBrowser(row);
    taxes.push(median(times.svelteMoving.map((time, turn) => time / (times.bareMoving[turn] ?? NaN))));
  }
  const [thousand = NaN, fiveThousand = NaN] = taxes;
  return {
    ...row,
    measured: `${shown(thousand)}; ${shown(fiveThousand)}`,
    holds: thousand <= 1.3 && fiveThousand <= 1.7,
    stretch: '<= 1.1; <= 1.3',
    numbers: { thousand, fiveThousand },
  };
}
