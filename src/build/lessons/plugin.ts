// The Vite plugin for lessons: `lesson.md` as a module with its typed page, `virtual:lessons` as the list
// of all lesson folders, and a build that fails when a lesson contradicts itself.
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin, ViteDevServer } from 'vite';
import { beginningOf } from './beginning';
import { checkLesson } from './checkLesson';
import { lessonFolders } from './folders';
import { lessonFiles, loadLesson } from './loadLesson';

const LIST = 'virtual:lessons';
const RESOLVED_LIST = `\0${LIST}`;
const PAGE = 'lesson.md';
/** The page as a new learner needs it. */
const BEGINNING = `${PAGE}?beginning`;

/** Where the lesson folders lie; by default `lessons/` at the top of the project. */
export interface LessonsOptions {
  readonly course?: string;
}

const literal = (value: unknown) => JSON.stringify(value);

/** One row of `virtual:lessons`: number, slug and front matter now, everything else when it is opened. */
function entryCode(path: string): string {
  const { folder, page } = loadLesson(path);
  const { title, minutes } = page.meta;
  const load = (name: string) => `import(${literal(join(path, name))})`;
  return `{
  number: ${folder.number}, slug: ${literal(folder.slug)}, meta: ${literal({ title, minutes })},
  begin: async () => {
    const [{ page }, { scenario }] = await Promise.all([${load(BEGINNING)}, ${load('scenario.ts')}]);
    return { page, scenario };
  },
  open: async () => {
    const [{ page }, { scenario }, { checks }] = await Promise.all([
      ${load(PAGE)}, ${load('scenario.ts')}, ${load('checks.ts')}]);
    return { page, scenario, checks };
  },
  solution: async () => (await ${load('solution.ts')}).solution,
}`;
}

/** Reads the list again when a lesson folder comes or goes while the development server runs. */
function watchFolders(server: ViteDevServer, course: string): void {
  const reload = (file: string): void => {
    if (basename(file) !== PAGE || resolve(dirname(file), '..') !== course) return;
    for (const environment of Object.values(server.environments)) {
      const list = environment.moduleGraph.getModuleById(RESOLVED_LIST);
      if (list) environment.moduleGraph.invalidateModule(list);
    }
    server.ws.send({ type: 'full-reload' });
  };
  server.watcher.add(course);
  server.watcher.on('add', reload).on('unlink', reload);
}

/** The plugin. A broken lesson throws a LessonProblem: file, line and what to do, in the overlay and the log. */
export function lessons(options: LessonsOptions = {}): Plugin {
  const course = options.course ?? fileURLToPath(new URL('../../../lessons', import.meta.url));
  let checksAll = false;
  return {
    name: 'lessons',
    enforce: 'pre',
    configResolved(config) {
      // A script of src/build reads the lessons it wants; the site must have every lesson right.
      checksAll = config.command === 'build' && config.build.ssr === false;
    },
    configureServer(server) {
      watchFolders(server, course);
    },
    async buildStart() {
      if (checksAll) for (const { path } of lessonFolders(course)) await checkLesson(path);
    },
    resolveId(id) {
      return id === LIST ? RESOLVED_LIST : null;
    },
    async load(id) {
      if (id === RESOLVED_LIST) {
        const rows = lessonFolders(course).map(({ path }) => {
          this.addWatchFile(join(path, PAGE));
          return entryCode(path);
        });
        return { code: `export const lessons = [${rows.join(',\n')}];`, moduleType: 'js' };
      }
      const [file = '', query] = id.split('?');
      if (basename(file) !== PAGE) return null;
      for (const name of lessonFiles) this.addWatchFile(join(dirname(file), name));
      const { page } = checksAll ? loadLesson(dirname(file)) : await checkLesson(dirname(file));
      const wanted = query === 'beginning' ? beginningOf(page) : page;
      return { code: `export const page = ${literal(wanted)};`, moduleType: 'js' };
    },
  };
}
