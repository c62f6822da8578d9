// What is loaded before a lesson stands, and before time runs in it, compressed, grows no further. The goal for the
// first is 80 kB.
import { brotliCompressSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { noteUse, type Noted } from '../../src/build/bench/use';
import { expect, test } from './page';

const kilobyte = 1000;
/** Until stage and first question stand: Svelte makes up a fifth of it, the stage more than a quarter. */
const mostText = 78 * kilobyte;
/** Until the answer to the question has time run: with the engine, the timeline and what can be done. */
const mostToRun = 140 * kilobyte;
const mostFonts = 55 * kilobyte;

const isFont = (url: string) => url.endsWith('.woff2');

/** Opens the lesson and begins it; what the page notes, and all that it was sent. */
async function begin(page: Page): Promise<{ stands: Noted; runs: Noted; responses: readonly Response[] }> {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.addInitScript(noteUse);
  await page.goto('./#/lesson/one-kernel-falls');
  await page.waitForFunction(() => window.lessonRuns);
  const noted = await page.evaluate(() => ({ stands: window.lessonStands!, runs: window.lessonRuns! }));
  await page.waitForLoadState('networkidle');
  return { ...noted, responses };
}

/** Bytes of these responses as they are sent. */
async function bytesOf(responses: readonly Response[]): Promise<number> {
  const bodies = await Promise.all(
    responses.map(async (response) => [response.url(), await response.body()] as const),
  );
  return bodies.reduce((sum, [url, body]) => sum + (isFont(url) ? body : brotliCompressSync(body)).length, 0);
}

test('a lesson stands after at most 78 kB, runs after 140 kB, and takes 55 kB of fonts', async ({
  page,
  baseURL,
}) => {
  const { stands, runs, responses } = await begin(page);
  const textOf = ({ loaded }: Noted) =>
    bytesOf(
      responses.filter((response) => {
        const url = response.url();
        return !isFont(url) && (url === baseURL || loaded.includes(url));
      }),
    );
  const [text, toRun] = [await textOf(stands), await textOf(runs)];
  expect(text).toBeGreaterThan(10 * kilobyte);
  expect(text).toBeLessThanOrEqual(mostText);
  // The engine and what can be done come after it.
  expect(toRun).toBeGreaterThan(text + 20 * kilobyte);
  expect(toRun).toBeLessThanOrEqual(mostToRun);
  const fonts = await bytesOf(responses.filter((response) => isFont(response.url())));
  expect(fonts).toBeGreaterThan(0);
  expect(fonts).toBeLessThanOrEqual(mostFonts);
});
