// An independent, slow loader: every path that could be meant is written out and tried, one after the other.
import type { FileEntry } from '../../../../src/sim/rooms/filesystem/files';

/** What the loader of a real system would print and leave, or null when the program starts. */
export interface Ended {
  readonly says: string;
  readonly code: number;
}

interface Mapped {
  readonly file: FileEntry;
  readonly parent: Mapped | null;
}

const nameOf = (path: string) => path.split('/').at(-1)!;

/** Loads a program breadth first among these files, as ld.so(8) tells it. */
export function slowLoad(
  files: readonly FileEntry[],
  program: FileEntry,
  libraryPath: readonly string[],
  cached: readonly string[],
): Ended | null {
  const mapped: Mapped[] = [{ file: program, parent: null }];
  for (const each of mapped) {
    for (const { soname } of each.file.needs ?? []) {
      if (mapped.some(({ file }) => (file.soname ?? nameOf(file.path)) === soname)) continue;
      const path = candidates(each, soname, libraryPath, cached).find((candidate) =>
        files.some((file) => file.path === candidate && file.type === 'library' && file.cpu === program.cpu),
      );
      const why = 'cannot open shared object file: No such file or directory';
      if (path === undefined)
        return {
          says: `${program.path}: error while loading shared libraries: ${soname}: ${why}`,
          code: 127,
        };
      mapped.push({ file: files.find((file) => file.path === path)!, parent: each });
    }
  }
  for (const { file } of mapped) {
    for (const { soname, versions } of file.needs ?? []) {
      const used = mapped.find((other) => (other.file.soname ?? nameOf(other.file.path)) === soname)!.file;
      const lacking = versions.find(
        (version) => (used.offers ?? []).length > 0 && !used.offers!.includes(version),
      );
      if (lacking !== undefined)
        return {
          says: `${program.path}: ${used.path}: version \`${lacking}' not found (required by ${file.path})`,
          code: 1,
        };
    }
  }
  return null;
}

function candidates(
  by: Mapped,
  soname: string,
  libraryPath: readonly string[],
  cached: readonly string[],
): string[] {
  const directories: string[] = [];
  if ((by.file.runpath ?? []).length === 0) {
    for (let next: Mapped | null = by; next !== null; next = next.parent)
      directories.push(...(next.file.rpath ?? []));
  }
  directories.push(...libraryPath, ...(by.file.runpath ?? []), ...cached, '/lib', '/usr/lib');
  return directories.map((directory) => `${directory}/${soname}`);
}
