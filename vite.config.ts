// How the pages are built and served, and how vitest finds the tests.
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { BuildEnvironmentOptions } from 'vite';
import { defineConfig } from 'vitest/config';
import { classicScript } from './src/build/classicScript';
import { charts } from './src/build/charts/plugin';
import { contentSecurityPolicy, policy } from './src/build/contentSecurityPolicy';
import { deckPolicy } from './src/build/deckPolicy';
import { dockerfiles } from './src/build/dockerfiles/plugin';
import { freshPages } from './src/build/freshPages';
import { lessons } from './src/build/lessons/plugin';
import { licences } from './src/build/licences';
import { models } from './src/build/models/plugin';
import { fileGroups } from './src/build/together';

const fromTop = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Every page of the site, by the name of its html file in `src/`. */
const pages = ['index'];

const inputOf = (names: readonly string[]) =>
  Object.fromEntries(names.map((page) => [page, fromTop(`src/${page}.html`)]));

/**
 * What a first view needs is one file: it is compressed as one text and asked for at once. It lists the names of a
 * hundred later files, and what tells two builds apart in them is what cannot be compressed: seven letters are the
 * fewest, and those of a number take the fewest bits.
 */
const courseBuild = {
  input: inputOf(pages),
  output: {
    codeSplitting: { groups: fileGroups },
    hashCharacters: 'hex' as const,
    chunkFileNames: 'assets/[name]-[hash:7].js',
    assetFileNames: 'assets/[name]-[hash:7][extname]',
  },
};
/** One classic script without imports: a frame with an opaque origin may load no module. */
const embedBuild = {
  input: inputOf(['embed']),
  output: { format: 'iife' as const, codeSplitting: false },
};

/** The client that other people's decks load: one classic script of a name that stays. */
const clientBuild = {
  input: fromTop('src/link/client/main.ts'),
  output: { format: 'iife' as const, entryFileNames: 'blast-radius-slides.js' },
};

/** The page that stands in other people's frames is built apart, in the mode of this name. */
const EMBED = 'embed';
/** So are the projector and the page of all fixtures: nothing of them may change how the course is cut into files. */
const PROJECTOR = 'projector';
const WORKBENCH = 'workbench';
/** And the client of slides, and the example deck, which brings reveal.js along. */
const CLIENT = 'client';
const DECK = 'deck';

const APART: Readonly<Record<string, BuildEnvironmentOptions['rolldownOptions']>> = {
  [EMBED]: embedBuild,
  [PROJECTOR]: { input: inputOf([PROJECTOR]) },
  [WORKBENCH]: { input: inputOf([WORKBENCH]) },
  [CLIENT]: clientBuild,
  [DECK]: { input: inputOf([DECK]) },
};

/** Made once: what these have read, run and compiled serves every build of a process. */
const readOnce = [dockerfiles(), lessons(), charts(), models()];

/** The class that ties a component's styles to it: it stands in two files for each component, so it is short. */
const cssHash = ({ hash, css }: { hash: (text: string) => string; css: string }) =>
  `s${hash(css).slice(0, 4)}`;

/** `Features.LightDark` of lightningcss: no theme here says `light-dark()`, so none needs its two variables. */
const LIGHT_DARK = 1 << 20;

export default defineConfig(({ command, mode, isSsrBuild = false }) => ({
  root: fromTop('src'),
  publicDir: fromTop('public'),
  cacheDir: fromTop('node_modules/.vite'),
  base: './',
  plugins: [
    svelte({
      configFile: false,
      compilerOptions: { runes: true, ...(command === 'build' && !isSsrBuild && { cssHash }) },
    }),
    freshPages(),
    ...readOnce,
    contentSecurityPolicy(mode === DECK ? deckPolicy() : policy),
    ...(mode === EMBED ? [classicScript()] : []),
    ...(mode === DECK ? [licences('licences-deck.txt')] : []),
    ...(mode in APART ? [] : [licences('licences.txt')]),
  ],
  css: { lightningcss: { exclude: LIGHT_DARK } },
  server: { host: '127.0.0.1', fs: { allow: [fromTop('.')] } },
  preview: { host: '127.0.0.1', port: 4173 },
  build: {
    outDir: fromTop('dist'),
    emptyOutDir: !(mode in APART),
    target: 'es2023',
    // A font or picture inside a data: address would need a hole in the policy.
    assetsInlineLimit: 0,
    modulePreload:
      mode === EMBED
        ? false
        : {
            polyfill: false,
            // What a page begins with is there when any later part is asked for.
            resolveDependencies: (_, files) => files.filter((file) => !/\/index-[^/]+$/.test(file)),
          },
    cssCodeSplit: mode !== EMBED,
    rolldownOptions: {
      // How long each plugin took says nothing to those who only want the pages.
      // What asks for other files by `import.meta` asks for none where all is one file.
      // A script that runs here waits for nothing: what it needs at once may be what a page loads late.
      checks: {
        bundlerTimings: false,
        emptyImportMeta: mode !== EMBED,
        ineffectiveDynamicImport: !isSsrBuild,
      },
      // A script awaits what it loads at its top: no part of it may lie in the file that waits.
      ...(isSsrBuild ? {} : (APART[mode] ?? courseBuild)),
    },
  },
  test: {
    root: fromTop('.'),
    include: ['tests/**/*.test.ts'],
    // A page has all sentences once it has the model that needs them; tests have the model from the beginning.
    setupFiles: ['tests/allSentences.ts'],
    exclude: ['tests/e2e/**'],
    environment: 'node',
    // No test changes what another one sees, so the modules are loaded once for each thread.
    pool: 'threads',
    isolate: false,
    // Enough for ten thousand random commands on a machine that does something else as well.
    testTimeout: 60_000,
    passWithNoTests: true,
  },
}));
