// How the pages are built and served, and how vitest finds the tests.
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { contentSecurityPolicy } from './src/build/contentSecurityPolicy';
import { lessons } from './src/build/lessons/plugin';
import { licences } from './src/build/licences';
import { models } from './src/build/models/plugin';

const fromTop = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Every page of the site, by the name of its html file in `src/`. */
const pages = ['index'];

export default defineConfig({
  root: fromTop('src'),
  publicDir: fromTop('public'),
  cacheDir: fromTop('node_modules/.vite'),
  base: './',
  plugins: [svelte({ configFile: false }), lessons(), models(), contentSecurityPolicy(), licences()],
  server: { host: '127.0.0.1', fs: { allow: [fromTop('.')] } },
  preview: { host: '127.0.0.1', port: 4173 },
  build: {
    outDir: fromTop('dist'),
    emptyOutDir: true,
    target: 'es2023',
    // A font or picture inside a data: address would need a hole in the policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // How long each plugin took says nothing to those who only want the pages.
      checks: { bundlerTimings: false },
      input: Object.fromEntries(pages.map((page) => [page, fromTop(`src/${page}.html`)])),
    },
  },
  test: {
    root: fromTop('.'),
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    environment: 'node',
    // No test changes what another one sees, so the modules are loaded once for each thread.
    pool: 'threads',
    isolate: false,
    // Enough for ten thousand random commands on a machine that does something else as well.
    testTimeout: 60_000,
    passWithNoTests: true,
  },
});
