// Finds lesson folders by their number: `NN-slug`, never registered anywhere.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LessonProblem } from './problem';

const FOLDER = /^(\d{2})-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/;

/** Where a lesson lies and what its folder's name says. */
export interface LessonFolder {
  readonly path: string;
  readonly number: number;
  readonly slug: string;
}

/** Reads number and slug from a folder's name. Throws when the name has another form. */
export function lessonFolder(path: string): LessonFolder {
  const match = FOLDER.exec(basename(path));
  if (!match)
    throw new LessonProblem(
      path,
      1,
      'A lesson folder is named by a two-digit number and a slug, such as 10-one-kernel-falls',
      'Rename the folder',
    );
  return { path, number: Number(match[1]), slug: match[2]! };
}

/** All lesson folders of a course in order of their numbers. Throws when two share a number or a slug. */
export function lessonFolders(course: string): readonly LessonFolder[] {
  const folders = readdirSync(course, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => lessonFolder(join(course, entry.name)))
    .sort((a, b) => a.number - b.number);
  for (const [index, folder] of folders.entries()) {
    const twin = folders
      .slice(0, index)
      .find((other) => other.number === folder.number || other.slug === folder.slug);
    if (twin)
      throw new LessonProblem(
        folder.path,
        1,
        `It has the number or the slug of ${basename(twin.path)}`,
        'Rename one of the two folders',
      );
  }
  return folders;
}
