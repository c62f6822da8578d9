// E9: the same runs in Node and in a browser, on the engine as it is built for pages, have the same digests.
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { digests } from '../../../tests/bench/digests';
import { browserFlags, installedBrowsers, namedBrowser } from '../browser.mjs';
import type { Row } from './row';

type Digests = Readonly<Record<string, string>>;

/** run.mjs says where the script itself is; the bundle it runs from lies elsewhere. */
const top = join(dirname(process.argv[1] ?? ''), '../..');

/** The runs as one script that leaves `engine.digests` on the page. */
async function script(): Promise<string> {
  const built = await build({
    configFile: false,
    root: top,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: join(top, 'tests/bench/digests.ts'), formats: ['iife'], name: 'engine' },
    },
  });
  const output = Array.isArray(built) ? built[0]?.output[0] : undefined;
  if (output?.type !== 'chunk') throw new Error('The engine was not built as one script.');
  return output.code;
}

async function inChromium(path: string): Promise<Digests> {
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath: path, args: [...browserFlags] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await script() });
    return await page.evaluate<Digests>('engine.digests()');
  } finally {
    await browser.close();
  }
}

/** E9. Without a Chromium on this machine, two runs in Node are compared, and the row says so. */
export async function determinism(): Promise<Row> {
  const inNode = digests();
  const path = namedBrowser() ?? installedBrowsers()[0];
  const other = path === undefined ? digests() : await inChromium(path);
  const names = Object.keys(inNode);
  const different = names.filter((name) => inNode[name] !== other[name]);
  const where = path === undefined ? 'Node twice, no Chromium found' : 'Node and Chromium';
  return {
    id: 'E9',
    what: `determinism: digests of ${names.length} runs, ${where}`,
    measured: different.length === 0 ? 'equal' : `differ: ${different.join('; ')}`,
    goal: 'equal',
    holds: different.length === 0,
    numbers: { runs: names.length, different: different.length, chromium: path !== undefined },
  };
}
