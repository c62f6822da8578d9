// What is loaded before a lesson stands, and all that comes by itself once time runs in it, compressed, grows no
// further than its goal. Names of later files alone make a tenth of a kilobyte between two builds of the same code.
import { brotliCompressSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { noteUse, type Noted } from '../../src/build/bench/use';
import { expect, test } from './page';

const kilobyte = 1000;
/** Until stage and first question stand: Svelte makes up a fifth of it, the stage more than a quarter. */
const mostText = 80 * kilobyte;
/** All that comes once the answer to the question has time run: with the engine, the timeline and what can be done. */
const mostAtRest = 176 * kilobyte;
const mostFonts = 55 * kilobyte;

const isFont = (url: string) => url.endsWith('.woff2');

/** Opens the lesson and begins it; what the page notes once it stands, and all that it was sent until it rests. */
async function begin(page: Page): Promise<{ stands: Noted; responses: readonly Response[] }> {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.addInitScript(noteUse);
  await page.goto('./#/lesson/one-kernel-falls');
  await page.waitForFunction(() => window.lessonRuns);
  const stands = await page.evaluate(() => window.lessonStands!);
  await page.waitForLoadState('networkidle');
  return { stands, responses };
}

/** Bytes of these responses as they are sent. */
async function bytesOf(responses: readonly Response[]): Promise<number> {
  const bodies = await Promise.all(
    responses.map(async (response) => [response.url(), await response.body()] as const),
  );
  return bodies.reduce((sum, [url, body]) => sum + (isFont(url) ? body : brotliCompressSync(body)).length, 0);
}

test('a lesson stands after at most 80 kB, takes 176 kB once it runs, and 55 kB of fonts', async ({
  page,
  baseURL,
}) => {
  const { stands, responses } = await begin(page);
  const texts = responses.filter((response) => !isFont(response.url()));
  const isThere = (url: string) => url === baseURL || stands.loaded.includes(url);
  const text = await bytesOf(texts.filter((response) => isThere(response.url())));
  const atRest = await bytesOf(texts);
  expect(text).toBeGreaterThan(10 * kilobyte);
  expect(text).toBeLessThanOrEqual(mostText);
  // The engine and what can be done come after it.
  expect(atRest).toBeGreaterThan(text + 20 * kilobyte);
  expect(atRest).toBeLessThanOrEqual(mostAtRest);
  const fonts = await bytesOf(responses.filter((response) => isFont(response.url())));
  expect(fonts).toBeGreaterThan(0);
  expect(fonts).toBeLessThanOrEqual(mostFonts);
});
