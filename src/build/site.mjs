// `npm run build`: the whole site. The course and its pages as modules; apart from it (see vite.config.ts) the stage
// for frames, the projector, the workbench, the client for slides and the example deck; last the stills of all lessons.
import { pathToFileURL } from 'node:url';
import { importBundled } from './bundled.mjs';
import { settingsOf } from './settings.mjs';
import { fromTop } from './top.mjs';

/** What is built apart from the course: modes of vite.config.ts. */
const APART = ['embed', 'projector', 'workbench', 'client', 'deck'];

/**
 * Builds everything into dist/.
 * @param {'info' | 'warn'} logLevel
 * @returns {Promise<void>} rejects with what Vite says when a part cannot be built
 */
export async function buildSite(logLevel) {
  const { build } = await import('vite');
  await build({ ...(await settingsOf()), logLevel });
  for (const mode of APART) await build({ ...(await settingsOf({ mode })), logLevel });
  const { writeSlides } = await importBundled('slides');
  await writeSlides(fromTop('dist'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildSite('info').catch((/** @type {unknown} */ reason) => {
    console.error(reason instanceof Error ? reason.message : reason);
    process.exitCode = 1;
  });
}
