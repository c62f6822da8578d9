// The files of the repository as the architecture tests read them.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The absolute path of the top of the repository, with a slash at the end. */
export const top = fileURLToPath(new URL('../../', import.meta.url));

/** Paths below the top of every file that is committed, or new and not ignored. */
export function trackedFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: top,
  });
  const paths = listed.toString().split('\n').filter(Boolean);
  return paths.filter((path) => existsSync(top + path));
}

/** The text of a file, from its path below the top. */
export function read(path: string): string {
  return readFileSync(top + path, 'utf8');
}

/** How many lines a text has; the line end at its very end opens no new one. */
export function countLines(text: string): number {
  return text.replace(/\n$/, '').split('\n').length;
}
