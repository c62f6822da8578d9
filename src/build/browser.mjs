// Finds a Chromium for the end-to-end tests, or fetches one.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fromTop, run } from './top.mjs';

/** What Debian's build needs beside Playwright's own flags. */
export const browserFlags = ['--disable-gpu', '--disable-quic'];

const variables = ['BLAST_RADIUS_CHROMIUM', 'PLAYWRIGHT_CHROMIUM'];
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
const folders = [
  ...(process.env.PATH ?? '').split(delimiter),
  '/Applications/Chromium.app/Contents/MacOS',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) =>
    join(process.env[name] ?? '', 'Google/Chrome/Application'),
  ),
];
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** True when the environment asks for Playwright's own browser (`PLAYWRIGHT_OWN=1`), whatever is installed. */
export const wantsOwn = () => process.env.PLAYWRIGHT_OWN === '1';

/** The browser that the environment names, or null. Throws when the named file is not there. */
export function namedBrowser() {
  const variable = variables.find((name) => process.env[name]);
  const path = variable && process.env[variable];
  if (!path) return null;
  if (!existsSync(path)) throw new Error(`${variable} is ${path}, but there is no such file.`);
  return path;
}

/** Every Chromium or Chrome of this machine, by its usual names and places. */
export function installedBrowsers() {
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...places, ...elsewhere].filter((path) => existsSync(path));
}

/**
 * A browser that really starts: the one named, else one that is installed, else Playwright's own (fetched
 * if need be), else Debian's package when this process may install it.
 * @returns {Promise<string | null>} its path, or null for Playwright's own. Throws when there is none.
 */
export async function provideBrowser() {
  const named = namedBrowser();
  if (named) {
    if (await starts(named)) return named;
    throw new Error(`The browser named in the environment, ${named}, does not start.`);
  }
  const installed = wantsOwn() ? null : await firstThatStarts(installedBrowsers());
  if (installed) return installed;
  if (await starts(null)) return null;

  console.log("No Chromium found: fetching Playwright's own...");
  await run(process.execPath, [fromTop('node_modules/@playwright/test/cli.js'), 'install', 'chromium']);
  if (await starts(null)) return null;

  if (process.getuid?.() === 0) {
    console.log("That did not work: trying Debian's package...");
    await run('apt-get', ['update']);
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
    const packaged = await firstThatStarts(installedBrowsers());
    if (packaged) return packaged;
  }
  throw new Error(
    'The end-to-end tests need Chromium or Chrome, and none was found or could be fetched. ' +
      `Install one, or set ${variables[0]} to the path of its program.`,
  );
}

/** @param {string[]} paths @returns {Promise<string | null>} */
async function firstThatStarts(paths) {
  for (const path of paths) if (await starts(path)) return path;
  return null;
}

/** Only a launch tells: a wrapper may be there without its browser, a download without its libraries. @param {string | null} path */
async function starts(path) {
  const { chromium } = await import('@playwright/test');
  try {
    const browser = await chromium.launch({ args: browserFlags, ...(path ? { executablePath: path } : {}) });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}
