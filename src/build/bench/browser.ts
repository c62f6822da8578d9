// A browser for measurements, and the built site on an address of this machine.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, normalize } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { browserFlags, installedBrowsers, namedBrowser } from '../browser.mjs';
import type { Row } from './row';

/** run.mjs says where the script itself is; the bundle it runs from lies elsewhere. */
export const top = join(dirname(process.argv[1] ?? ''), '../..');

/** Frames come as fast as their work allows. */
export const UNLIMITED = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Does something on a fresh page of a browser with these flags besides the usual ones. Null: there is no browser. */
export async function onPage<Result>(
  flags: readonly string[],
  viewport: { width: number; height: number },
  act: (page: Page) => Promise<Result>,
): Promise<Result | null> {
  const executablePath = namedBrowser() ?? installedBrowsers()[0];
  if (executablePath === undefined) return null;
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath, args: [...browserFlags, ...flags] });
  try {
    return await act(await browser.newPage({ viewport }));
  } finally {
    await browser.close();
  }
}

/** Serves dist/ while something is done with its address. */
export async function withSite<Result>(act: (address: string) => Promise<Result>): Promise<Result> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(top, 'dist', path === '/' ? 'index.html' : path);
    readFile(file).then(
      (body) => response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await act(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** A row that could not be measured: it does not hold. */
export function noBrowser(row: Pick<Row, 'id' | 'what' | 'goal'>): Row {
  return { ...row, measured: 'no Chromium found', holds: false, numbers: { chromium: false } };
}
