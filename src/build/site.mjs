// `npm run build`: the whole site. The course and its pages as modules; apart from it (see vite.config.ts) the stage
// for frames, the projector, the workbench, the client for slides and the example deck; last the stills of all lessons.
import { pathToFileURL } from 'node:url';
import { fromTop, run } from './top.mjs';

/**
 * Builds everything into dist/.
 * @param {'info' | 'warn'} logLevel
 * @returns {Promise<void>} rejects with what Vite says when a part cannot be built
 */
export async function buildSite(logLevel) {
  const { build } = await import('vite');
  const config = { configFile: fromTop('vite.config.ts'), configLoader: /** @type {const} */ ('runner') };
  await build({ ...config, logLevel });
  for (const mode of ['embed', 'projector', 'workbench', 'client', 'deck'])
    await build({ ...config, logLevel, mode });
  const { code } = await run(process.execPath, [fromTop('src/build/run.mjs'), 'slides', fromTop('dist')]);
  if (code !== 0) throw new Error('The stills for slides could not be made; the reason stands above.');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildSite('info').catch((/** @type {unknown} */ reason) => {
    console.error(reason instanceof Error ? reason.message : reason);
    process.exitCode = 1;
  });
}
