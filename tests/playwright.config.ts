// The end-to-end tests: on the build, served from this machine, in Chromium.
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { browserFlags, installedBrowsers, namedBrowser, wantsOwn } from '../src/build/browser.mjs';

const top = fileURLToPath(new URL('..', import.meta.url));
const executablePath = namedBrowser() ?? (wantsOwn() ? undefined : installedBrowsers()[0]);

// Workers read this file again: the port is chosen once and handed down, so that two runs do not meet.
const port = (process.env['BLAST_RADIUS_E2E_PORT'] ??= String(4200 + (process.pid % 700)));
const baseURL = `http://127.0.0.1:${port}/`;

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  workers: 2,
  // Enough for a machine that does something else as well.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    actionTimeout: 10_000,
    baseURL,
    browserName: 'chromium',
    trace: 'off',
    launchOptions: { args: browserFlags, ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --configLoader runner --strictPort --port ${port}`,
    cwd: top,
    url: baseURL,
    reuseExistingServer: false,
  },
});
