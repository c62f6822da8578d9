// Which library a program gets: looked for as Linux's loader does it, directory by directory. The first file of the
// right name and CPU type is taken, whatever its version; only then is it seen whether that is new enough.
// Source: Linux man-pages ld.so(8).

/** A library that something was linked with: its soname, and the least version that has all symbols used. */
export interface Need {
  readonly soname: string;
  readonly least: string;
}

/** What a file names itself: libraries, and where to look for them. */
export interface Linked {
  readonly needs: readonly Need[];
  /** Directories that count before the environment's, for all that is loaded; not looked at beside a runpath. */
  readonly rpath: readonly string[];
  /** Directories that count after the environment's, for its own needs alone. */
  readonly runpath: readonly string[];
}

/** A file of a library. */
export interface Library extends Linked {
  readonly directory: string;
  readonly soname: string;
  readonly version: string;
  readonly cpu: string;
}

/** A program that shall run. */
export interface Program extends Linked {
  readonly cpu: string;
  /** Run with the rights of another: then the environment's directories do not count. */
  readonly setuid: boolean;
}

/** Where it shall run. */
export interface Surroundings {
  readonly libraries: readonly Library[];
  /** `LD_LIBRARY_PATH`. */
  readonly libraryPath: readonly string[];
  /** Directories in `/etc/ld.so.cache`. */
  readonly cached: readonly string[];
}

/** By which rule a directory was looked at. */
export type Rule = 'rpath' | 'LD_LIBRARY_PATH' | 'runpath' | 'cache' | 'default';

/** One look-up: where it was looked, what was found, and why that will not do. */
export interface LookUp extends Need {
  readonly tried: readonly { readonly directory: string; readonly rule: Rule }[];
  readonly found: Library | null;
  readonly problem: 'missing' | 'too-old' | null;
}

/** Looked at last, in this order. */
export const DEFAULT_DIRECTORIES: readonly string[] = ['/lib', '/usr/lib'];

/** Compares versions part by part: negative when `one` is older. Parts that are missing count as 0. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number)) as [number[], number[]];
  for (let part = 0; part < Math.max(a.length, b.length); part++) {
    const difference = (a[part] ?? 0) - (b[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** All look-ups of a program, its own needs first, then those of what was found; each soname is loaded once. */
export function lookUpAll(program: Program, around: Surroundings): LookUp[] {
  const open: { readonly need: Need; readonly by: Linked }[] = program.needs.map((need) => ({
    need,
    by: program,
  }));
  const loaded = new Map<string, Library | null>();
  const done: LookUp[] = [];
  for (let next = 0; next < open.length; next++) {
    const { need, by } = open[next]!;
    const known = loaded.get(need.soname);
    const looked =
      known === undefined ? lookUp(need, by, program, around) : { ...need, tried: [], found: known };
    const problem = problemOf(looked.found, need);
    if (known === undefined || problem === 'too-old') done.push({ ...looked, problem });
    if (known !== undefined) continue;
    loaded.set(need.soname, looked.found);
    const { found } = looked;
    if (found !== null) for (const further of found.needs) open.push({ need: further, by: found });
  }
  return done;
}

function lookUp(need: Need, by: Linked, program: Program, around: Surroundings): Omit<LookUp, 'problem'> {
  const tried: { directory: string; rule: Rule }[] = [];
  for (const place of placesFor(by, program, around)) {
    tried.push(place);
    // A file for another CPU type is passed over, an older one is not.
    const found = around.libraries.find(
      ({ directory, soname, cpu }) =>
        directory === place.directory && soname === need.soname && cpu === program.cpu,
    );
    if (found !== undefined) return { ...need, tried, found };
  }
  return { ...need, tried, found: null };
}

function placesFor(
  by: Linked,
  program: Program,
  { libraryPath, cached }: Surroundings,
): { directory: string; rule: Rule }[] {
  const rpaths = by.runpath.length > 0 ? [] : [...new Set([...by.rpath, ...program.rpath])];
  const ruled: readonly (readonly [Rule, readonly string[]])[] = [
    ['rpath', rpaths],
    ['LD_LIBRARY_PATH', program.setuid ? [] : libraryPath],
    ['runpath', by.runpath],
    ['cache', cached],
    ['default', DEFAULT_DIRECTORIES],
  ];
  return ruled.flatMap(([rule, directories]) => directories.map((directory) => ({ directory, rule })));
}

function problemOf(found: Library | null, { least }: Need): LookUp['problem'] {
  if (found === null) return 'missing';
  return compareVersions(found.version, least) < 0 ? 'too-old' : null;
}
