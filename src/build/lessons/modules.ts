// The modules of lesson folders, run in Node when the site is built: those of all lessons at once, since what they
// import of the model is then read and run once.
import { basename, join } from 'node:path';
import { runnerImport } from 'vite';
import { dockerfiles } from '../dockerfiles/plugin';
import { shapes, type ExportName } from './shapes';

/** The modules of a lesson, by the one thing that each must export. */
export const exportNames = Object.keys(shapes) as ExportName[];

/** All that the modules of a lesson export. */
export type LessonModules = Readonly<Record<string, unknown>>;

const ENTRY = 'virtual:lesson-modules';

/** Waits for all of them, whatever becomes of each: a lesson that is broken spoils no other. */
function entryCode(paths: readonly string[]): string {
  const files = (path: string) =>
    exportNames.map((name) => `import(${JSON.stringify(join(path, `${name}.ts`))})`);
  const rows = paths.map((path) => `whole(${files(path).join(', ')})`);
  return `const whole = async (...parts) => Object.assign({}, ...(await Promise.all(parts)));
export const found = [${rows.join(',\n')}];
await Promise.allSettled(found);`;
}

/**
 * Runs the modules of these lesson folders, transformed as Vite transforms them. What each exports is found by its
 * folder's name; that promise is rejected with what one of its modules throws.
 */
export async function importModules(
  paths: readonly string[],
): Promise<ReadonlyMap<string, Promise<LessonModules>>> {
  const { module } = await runnerImport<{ readonly found: readonly Promise<LessonModules>[] }>(ENTRY, {
    logLevel: 'silent',
    plugins: [
      dockerfiles(),
      {
        name: 'lesson-modules',
        resolveId: (id) => (id === ENTRY ? `\0${ENTRY}` : null),
        load: (id) => (id === `\0${ENTRY}` ? entryCode(paths) : null),
      },
    ],
  });
  return new Map(module.found.map((exports, index) => [basename(paths[index]!), exports]));
}
