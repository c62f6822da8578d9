// Files as far as a program's start depends on them: what they are, whose they are, what they need. A file system
// keeps them as one text, so that its context stays flat.
import type { Need } from '../../resources/loader';

/** One file. Paths on Windows are written with `/` too. */
export interface FileEntry {
  readonly path: string;
  /** `elf` and `exe` are native programs of Linux and of Windows. */
  readonly type: 'elf' | 'exe' | 'library' | 'jar' | 'jvm' | 'data';
  /** Of the package it came with. */
  readonly version?: string;
  /** Native programs and libraries: the CPU type that they were built for. */
  readonly cpu?: string;
  /** A library: its soname, if that is not its file's name, and the symbol versions that it defines. */
  readonly soname?: string;
  readonly offers?: readonly string[];
  /** What it was linked with, and where that is looked for. */
  readonly needs?: readonly Need[];
  readonly rpath?: readonly string[];
  readonly runpath?: readonly string[];
  /** A JAR: the class file version of its classes. A JVM: the latest that it recognizes. */
  readonly classFile?: number;
  /** Files that the program opens when it starts. */
  readonly reads?: readonly string[];
  /** Permission bits as `chmod` takes them; 755 where nothing is said. */
  readonly mode?: string;
  /** root where nothing is said. */
  readonly owner?: string;
}

/** What `grant-permission` sets. */
export const MODES = ['644', '755'] as const;

const READ = 4;
const EXECUTE = 1;

/** Files with others laid over them: one path is one file, so a new one takes the place of the old. */
export function withFiles(files: readonly FileEntry[], added: readonly FileEntry[]): readonly FileEntry[] {
  const paths = new Set(added.map(({ path }) => path));
  return [...files.filter(({ path }) => !paths.has(path)), ...added];
}

/** Files with another mode for one of them. */
export function withMode(files: readonly FileEntry[], path: string, mode: string): readonly FileEntry[] {
  return files.map((file) => (file.path === path ? { ...file, mode } : file));
}

/** Linux's rule without groups: root may read all, the owner has the first digit, everybody else the last. */
function may(file: FileEntry, user: string, bit: number): boolean {
  const mode = file.mode ?? '755';
  if (user === 'root') return bit === READ || /[1357]/.test(mode);
  const digit = Number((file.owner ?? 'root') === user ? mode[0] : mode[2]);
  return (digit & bit) !== 0;
}

/** Whether a user may read a file. */
export const mayRead = (file: FileEntry, user: string): boolean => may(file, user, READ);

/** Whether a user may run a file. */
export const mayRun = (file: FileEntry, user: string): boolean => may(file, user, EXECUTE);
