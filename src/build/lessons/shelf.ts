// What has been read of a course: every lesson once, however many builds and pages ask for it, until a file changes.
import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { WholeLesson } from '../../lesson/crossCheck';
import type { PreparedOpening } from '../../lesson/opening';
import { compareLesson } from './checkLesson';
import { lessonFolders } from './folders';
import { lessonFiles, loadLesson, type LoadedLesson } from './loadLesson';
import { importModules } from './modules';
import { openingOf } from './opening';

/** A lesson as far as it was asked for. */
interface Read {
  readonly stamp: string;
  readonly loaded: LoadedLesson;
  whole?: Promise<WholeLesson>;
  opening?: Promise<PreparedOpening>;
}

/** Changes when one of a lesson's own files does. */
function stampOf(path: string): string {
  const times = lessonFiles.map((name) => statSync(join(path, name), { throwIfNoEntry: false })?.mtimeMs);
  return times.join(' ');
}

/** The lessons of a course by their folders' paths. */
export class Shelf {
  readonly #course: string;
  readonly #read = new Map<string, Read>();
  #modules: ReturnType<typeof importModules> | null = null;

  constructor(course: string) {
    this.#course = course;
  }

  /** Reads everything again when it is next asked for: what lessons import may have changed as well. */
  clear(): void {
    this.#read.clear();
    this.#modules = null;
  }

  /** A lesson's page alone. Throws LessonProblem. */
  loaded(path: string): LoadedLesson {
    return this.#lesson(path).loaded;
  }

  /** A whole lesson, compared. Rejects with LessonProblem, or with what a module of it throws. */
  async whole(path: string): Promise<WholeLesson> {
    const lesson = this.#lesson(path);
    return (lesson.whole ??= this.#compare(path, lesson.loaded));
  }

  /** What its first stage is seen as. Rejects as `whole` does. */
  async opening(path: string): Promise<PreparedOpening> {
    const lesson = this.#lesson(path);
    return (lesson.opening ??= this.whole(path).then(openingOf));
  }

  #lesson(path: string): Read {
    const stamp = stampOf(path);
    const known = this.#read.get(path);
    if (known?.stamp === stamp) return known;
    if (known) this.#modules = null;
    const lesson: Read = { stamp, loaded: loadLesson(path) };
    this.#read.set(path, lesson);
    return lesson;
  }

  async #compare(path: string, loaded: LoadedLesson): Promise<WholeLesson> {
    this.#modules ??= importModules(lessonFolders(this.#course).map((folder) => folder.path));
    const modules = await this.#modules;
    return compareLesson(loaded, await modules.get(basename(path))!);
  }
}
