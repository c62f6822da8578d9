// A lesson folder on disk -> its page. The other three files are TypeScript and are loaded as modules.
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cwd } from 'node:process';
import { lessonFolder, type LessonFolder } from './folders';
import { readPage, type ReadPage } from './page';
import { LessonProblem } from './problem';

/** The files of a lesson folder. */
export const lessonFiles = ['lesson.md', 'scenario.ts', 'checks.ts', 'solution.ts'] as const;

/** A page as it was read, and where it lies. */
export interface LoadedLesson extends ReadPage {
  readonly folder: LessonFolder;
}

/** A path as messages write it: from where the command was given. */
export function shownPath(path: string): string {
  return relative(cwd(), path) || '.';
}

/** Reads lesson.md of a folder. Throws LessonProblem with file, line and what to do. */
export function loadLesson(path: string): LoadedLesson {
  const folder = lessonFolder(path);
  for (const name of lessonFiles)
    if (!existsSync(join(path, name)))
      throw new LessonProblem(
        shownPath(path),
        1,
        `The lesson has no ${name}`,
        'Add it; "npm run new:lesson" shows how it looks',
      );
  const file = join(path, 'lesson.md');
  return { folder, ...readPage(readFileSync(file, 'utf8'), folder, shownPath(file)) };
}
