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
import { noteUse, type Noted } from './use';
import { median } from './statistics';

const VIEWPORT = { width: 1440, height: 900 };
const LESSON = '#/lesson/one-kernel-falls';
const SLOWER = 4;

/** Opens the lesson and answers its first question; what it notes when that stands, and when time has run then. */
async function beginLesson(page: Page, address: string): Promise<{ stands: Noted; runs: Noted }> {
  await page.addInitScript(noteUse);
  await page.goto(address + LESSON);
  // A function: the page's policy lets no text be run.
  await page.waitForFunction(() => window.lessonRuns);
  return page.evaluate(() => ({ stands: window.lessonStands!, runs: window.lessonRuns! }));
}

/** Bytes of the page and of what it loaded, compressed, fonts apart. */
async function weightOf({ loaded }: Noted): Promise<number> {
  const text = loaded.map((url) => new URL(url).pathname).filter((path) => !path.endsWith('.woff2'));
  const sizes = await Promise.all(
    ['/index.html', ...text].map(async (path) => {
      const file = await readFile(join(top, 'dist', path));
      return brotliCompressSync(file).length;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

const kilobytes = (bytes: number) => `${shown(bytes / 1_000, 1)} kB`;

/** B1: HTML, JS, CSS and lesson data until stage and first question stand, and until time runs, compressed. */
export async function weight(): Promise<Row> {
  const row = { id: 'B1', what: 'weight: brotli until lesson 10 stands, fonts apart', goal: '<= 80 kB' };
  const begun = await withSite((address) => onPage([], VIEWPORT, (page) => beginLesson(page, address)));
  if (begun === null) return noBrowser(row);
  const bytes = await weightOf(begun.stands);
  const bytesToRun = await weightOf(begun.runs);
  const measured = `${kilobytes(bytes)} (until its first answer has time run: ${kilobytes(bytesToRun)})`;
  const numbers = { bytes, bytesToRun };
  return { ...row, measured, holds: bytes <= 80_000, stretch: '<= 50 kB', numbers };
}

/** B2: milliseconds from navigation until the first answer has time run, the processor four times slower. */
export async function timeToUse(): Promise<Row> {
  const row = { id: 'B2', what: 'usable: navigation to time running, 4x CPU throttle', goal: '<= 1500 ms' };
  const load = loadavg()[0] ?? 0;
  const stands: number[] = [];
  const runs: number[] = [];
  for (let turn = 0; turn <= TURNS; turn++) {
    const begun = await withSite((address) =>
      onPage([], VIEWPORT, async (page) => {
        const session = await page.context().newCDPSession(page);
        await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
        return beginLesson(page, address);
      }),
    );
    if (begun === null) return noBrowser(row);
    if (turn === 0) continue;
    stands.push(begun.stands.after);
    runs.push(begun.runs.after);
  }
  const [middle, standing] = [median(runs), median(stands)];
  return {
    ...row,
    measured: `${shown(middle, 0)} ms (lesson stands: ${shown(standing, 0)} ms; load of the machine ${shown(load, 1)})`,
    holds: middle <= 1_500,
    stretch: '<= 800 ms',
    numbers: {
      ...{ medianMs: middle, shortestMs: Math.min(...runs), longestMs: Math.max(...runs) },
      ...{ standsMs: standing, load },
    },
  };
}

/** Seconds that a script of node takes; rejects with the last of what it wrote when it fails. */
function seconds(script: string, ...rest: readonly string[]): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(top, script), ...rest], {
      cwd: top,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let wrote = '';
    const keepEnd = (chunk: Buffer) => (wrote = `${wrote}${chunk.toString()}`.slice(-4_000));
    child.stdout.on('data', keepEnd);
    child.stderr.on('data', keepEnd);
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve((performance.now() - began) / 1_000)
        : reject(
            new Error(`${[script, ...rest].join(' ')} failed, so B3 is not a time. It ended:\n${wrote}`),
          ),
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
