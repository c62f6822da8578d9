// A situation file, as "Save the file" of the page wrote it, for the scripts: read, checked and played like there.
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { problemOf, readLinked } from '../../apps/course/linked';
import { sharingWords } from '../../i18n/sharing';
import type { LessonEntry } from '../../lesson/format';
import { MOST_TEXT, replay } from '../../link/situations';
import type { Run } from '../../sim';

/** Thrown for a file that cannot be played; the message says why. */
export class BadFile extends Error {
  override readonly name = 'BadFile';
}

/** Whether a script was given a situation file in place of a lesson. */
export const isFile = (name: string): boolean => name.endsWith('.json');

/** Plays a situation file; the head of the run is at its instant. Throws BadFile. */
export async function runOfFile(name: string, lessons: readonly LessonEntry[]): Promise<Run> {
  const text = read(name);
  try {
    const { situation, scenario } = await readLinked(text, 'file', lessons, null);
    return replay(situation, scenario);
  } catch (error) {
    const problem = problemOf(error);
    throw new BadFile(`${name}: ${sharingWords.problems[problem.code]?.({ ...problem }) ?? problem.code}`);
  }
}

function read(name: string): string {
  // npm runs its scripts at the top of the repository, wherever it was called.
  const path = resolve(process.env['INIT_CWD'] ?? '.', name);
  try {
    // A character takes at most four bytes.
    if (statSync(path).size > 4 * MOST_TEXT) return ' '.repeat(MOST_TEXT + 1);
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new BadFile(`${name} cannot be read: ${(error as Error).message}`);
  }
}
