// B1, B2, B3: what a lesson weighs until it can be used, how long that takes on a slow machine, and the build.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadavg } from 'node:os';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { noBrowser, onPage, top, withSite } from './browser';
import { TURNS } from './measure';
import { shown } from './row';
import type { Row } from './row';
import { median } from './statistics';

const VIEWPORT = { width: 1440, height: 900 };
const LESSON = '#/lesson/one-kernel-falls';
const SLOWER = 4;

interface Usable {
  /** Milliseconds from navigation on. */
  readonly after: number;
  /** Addresses loaded by then. */
  readonly loaded: readonly string[];
}

/** Opens the lesson; usable is when its stage says what run it shows and its question can be answered. */
async function openLesson(page: Page, address: string): Promise<Usable> {
  await page.addInitScript(`
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[data-digest]') || !document.querySelector('main [type=radio]')) return;
      observer.disconnect();
      const loaded = performance.getEntriesByType('resource').filter(({ responseEnd }) => responseEnd > 0);
      window.usable = { after: performance.now(), loaded: loaded.map(({ name }) => name) };
    }).observe(document, { childList: true, subtree: true, attributeFilter: ['data-digest'] });`);
  await page.goto(address + LESSON);
  // A function: the page's policy lets no text be run.
  const handle = await page.waitForFunction(() => (globalThis as { usable?: Usable }).usable);
  return (await handle.jsonValue())!;
}

/** B1: HTML, JS, CSS and lesson data until the lesson can be begun, compressed. */
export async function weight(): Promise<Row> {
  const row = { id: 'B1', what: 'weight: brotli until lesson 10 is usable, fonts apart', goal: '<= 80 kB' };
  const usable = await withSite((address) => onPage([], VIEWPORT, (page) => openLesson(page, address)));
  if (usable === null) return noBrowser(row);
  const text = usable.loaded.map((url) => new URL(url).pathname).filter((path) => !path.endsWith('.woff2'));
  const sizes = await Promise.all(
    ['/index.html', ...text].map(async (path) => {
      const file = await readFile(join(top, 'dist', path));
      return brotliCompressSync(file).length;
    }),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const measured = `${shown(bytes / 1_000, 1)} kB`;
  const numbers = { bytes, files: sizes.length };
  return { ...row, measured, holds: bytes <= 80_000, stretch: '<= 50 kB', numbers };
}

/** B2: milliseconds from navigation until the lesson can be begun, the processor four times slower. */
export async function timeToUse(): Promise<Row> {
  const row = { id: 'B2', what: 'usable: navigation to lesson 10, 4x CPU throttle', goal: '<= 1500 ms' };
  const load = loadavg()[0] ?? 0;
  const times: number[] = [];
  for (let turn = 0; turn <= TURNS; turn++) {
    const usable = await withSite((address) =>
      onPage([], VIEWPORT, async (page) => {
        const session = await page.context().newCDPSession(page);
        await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
        return openLesson(page, address);
      }),
    );
    if (usable === null) return noBrowser(row);
    if (turn > 0) times.push(usable.after);
  }
  const middle = median(times);
  return {
    ...row,
    measured: `${shown(middle, 0)} ms (load of the machine ${shown(load, 1)})`,
    holds: middle <= 1_500,
    stretch: '<= 800 ms',
    numbers: { medianMs: middle, shortestMs: Math.min(...times), longestMs: Math.max(...times), load },
  };
}

/** Seconds that a script of node takes; rejects when it fails. */
function seconds(script: string, ...rest: readonly string[]): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(top, script), ...rest], { cwd: top, stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve((performance.now() - began) / 1_000) : reject(new Error(`${script} failed`)),
    );
  });
}

/** B3: the site built from nothing, and the unit tests. Builds what the other rows open. */
export async function tools(): Promise<Row> {
  const load = loadavg()[0] ?? 0;
  const build = await seconds('src/build/site.mjs');
  const unit = await seconds('node_modules/vitest/vitest.mjs', 'run', '--configLoader', 'runner');
  return {
    id: 'B3',
    what: 'tools: seconds of the whole build; of all unit tests',
    measured: `${shown(build, 1)} s; ${shown(unit, 0)} s (load of the machine ${shown(load, 1)})`,
    goal: '<= 10 s; <= 30 s',
    holds: build <= 10 && unit <= 30,
    numbers: { buildSeconds: build, unitSeconds: unit, load },
  };
}
