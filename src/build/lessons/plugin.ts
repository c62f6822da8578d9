// The Vite plugin for lessons: `lesson.md` as a module with its typed page, `virtual:lessons` as the list
// of all lesson folders, and a build that fails when a lesson contradicts itself.
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin, ViteDevServer } from 'vite';
import type { PreparedOpening } from '../../lesson/opening';
import { beginningOf } from './beginning';
import { lessonFolders } from './folders';
import { lessonFiles, type LoadedLesson } from './loadLesson';
import { Shelf } from './shelf';

const LIST = 'virtual:lessons';
const RESOLVED_LIST = `\0${LIST}`;
/** Before the name of a folder: what that lesson is begun with. */
const LESSON = 'virtual:lesson/';
const PAGE = 'lesson.md';
/** The page as a new learner needs it. */
const BEGINNING = `${PAGE}?beginning`;

/** Where the lesson folders lie; by default `lessons/` at the top of the project. */
export interface LessonsOptions {
  readonly course?: string;
}

const literal = (value: unknown) => JSON.stringify(value);

/**
 * How a row of `virtual:lessons` is made: number, slug and front matter now, everything else when it is opened. The
 * list names one file for each lesson, which knows the others, so that a lesson costs the first view of another little.
 */
const ENTRY = `const entry = (number, slug, meta, load) => ({
  number, slug, meta,
  begin: async () => (await load()).beginning,
  open: async () => (await load()).open(),
  solution: async () => (await load()).solution(),
});`;

/** One row of `virtual:lessons`. */
function entryCode({ folder, page }: LoadedLesson): string {
  const { title, minutes } = page.meta;
  const values = [folder.number, folder.slug, { title, minutes }].map(literal);
  return `entry(${values.join(', ')}, () => import(${literal(LESSON + basename(folder.path))}))`;
}

/**
 * The file that a lesson is begun with: its worlds, the first of them as it is entered, and the beginning of its page;
 * the rest is loaded from there.
 */
function lessonCode(path: string, prepared: PreparedOpening): string {
  const file = (name: string) => literal(join(path, name));
  return `import { page } from ${file(BEGINNING)};
import { scenario } from ${file('scenario.ts')};
export const beginning = { page, scenario, prepared: ${literal(prepared)} };
export const open = async () => {
  const [{ page }, { checks }] = await Promise.all([import(${file(PAGE)}), import(${file('checks.ts')})]);
  return { page, scenario, checks };
};
export const solution = async () => (await import(${file('solution.ts')})).solution;`;
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

/** The plugin, for any number of builds. A broken lesson throws a LessonProblem: file, line and what to do, in the overlay and the log. */
export function lessons(options: LessonsOptions = {}): Plugin {
  const course = options.course ?? fileURLToPath(new URL('../../../lessons', import.meta.url));
  let checksAll = false;
  const shelf = new Shelf(course);
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
      if (checksAll) for (const { path } of lessonFolders(course)) await shelf.whole(path);
    },
    watchChange() {
      shelf.clear();
    },
    resolveId(id) {
      return id === LIST || id.startsWith(LESSON) ? `\0${id}` : null;
    },
    async load(id) {
      if (id === RESOLVED_LIST) {
        const rows = lessonFolders(course).map(({ path }) => {
          this.addWatchFile(join(path, PAGE));
          return entryCode(shelf.loaded(path));
        });
        return { code: `${ENTRY}\nexport const lessons = [${rows.join(',\n')}];`, moduleType: 'js' };
      }
      if (id.startsWith(`\0${LESSON}`)) {
        const path = join(course, basename(id));
        for (const name of lessonFiles) this.addWatchFile(join(path, name));
        return { code: lessonCode(path, await shelf.opening(path)), moduleType: 'js' };
      }
      const [file = '', query] = id.split('?');
      if (basename(file) !== PAGE) return null;
      for (const name of lessonFiles) this.addWatchFile(join(dirname(file), name));
      const { page } = await shelf.whole(dirname(file));
      const wanted = query === 'beginning' ? beginningOf(page) : page;
      return { code: `export const page = ${literal(wanted)};`, moduleType: 'js' };
    },
  };
}
