// `npm run build`: the whole site. The course and its pages as modules; the stage for frames apart, as one
// classic script; the projector and the workbench apart too, with files of their own (see vite.config.ts).
import { pathToFileURL } from 'node:url';
import { fromTop } from './top.mjs';

/**
 * Builds everything into dist/.
 * @param {'info' | 'warn'} logLevel
 * @returns {Promise<void>} rejects with what Vite says when a page cannot be built
 */
export async function buildSite(logLevel) {
  const { build } = await import('vite');
  const config = { configFile: fromTop('vite.config.ts'), configLoader: /** @type {const} */ ('runner') };
  await build({ ...config, logLevel });
  await build({ ...config, logLevel, mode: 'embed' });
  await build({ ...config, logLevel, mode: 'projector' });
  await build({ ...config, logLevel, mode: 'workbench' });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildSite('info').catch((/** @type {unknown} */ reason) => {
    console.error(reason instanceof Error ? reason.message : reason);
    process.exitCode = 1;
  });
}
