// Which library a program gets: looked for as Linux's loader does it, directory by directory. The first file of the
// right name and CPU type is taken, whatever its version; only then is it seen whether that has what is used of it.
// Source: man-pages man8/ld.so.8@119ca28; glibc elf/dl-load.c (_dl_map_object), elf/dl-version.c (match_symbol).

/** What was linked with: a library's soname, and the symbol versions used of it (`GLIBC_2.34`). */
export interface Need {
  readonly soname: string;
  readonly versions: readonly string[];
}

/** What a file names itself: libraries, and where to look for them. */
export interface Linked {
  /** What messages call it: its path. */
  readonly path: string;
  readonly needs: readonly Need[];
  /** Directories that count before the environment's, for all that is loaded; not looked at beside a runpath. */
  readonly rpath: readonly string[];
  /** Directories that count after the environment's, for its own needs alone. */
  readonly runpath: readonly string[];
}

/** A file of a library. */
export interface Library extends Linked {
  readonly soname: string;
  /** Of its package, for people: the loader does not look at it. */
  readonly version: string;
  /** Symbol versions that it defines; none where its symbols have no versions. */
  readonly offers: readonly string[];
  readonly cpu: string;
  readonly readable: boolean;
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

/** One look-up: for whom, where it was looked, what was found, and why that will not do. */
export interface LookUp extends Need {
  readonly by: string;
  readonly tried: readonly { readonly directory: string; readonly rule: Rule }[];
  readonly found: Library | null;
  readonly problem: 'missing' | 'version' | null;
  /** Symbol versions that what was found does not define. */
  readonly lacks: readonly string[];
}

/** Looked at last, in this order. */
const DEFAULT_DIRECTORIES: readonly string[] = ['/lib', '/usr/lib'];

/** Something to look for: for whom, and who had that loaded, up to the program. */
interface Open {
  readonly need: Need;
  readonly chain: readonly [Linked, ...Linked[]];
}

/** All look-ups of a program, its own needs first, then those of what was found; each soname is loaded once. */
export function lookUpAll(program: Program, around: Surroundings): LookUp[] {
  const open: Open[] = program.needs.map((need) => ({ need, chain: [program] }));
  const loaded = new Map<string, Library | null>();
  const done: LookUp[] = [];
  for (let next = 0; next < open.length; next++) {
    const { need, chain } = open[next]!;
    const known = loaded.get(need.soname);
    const looked = known === undefined ? lookUp(open[next]!, program, around) : { tried: [], found: known };
    const { found } = looked;
    const lacks = lackingIn(found, need);
    const problem = found === null ? 'missing' : lacks.length > 0 ? 'version' : null;
    if (known === undefined || problem === 'version') {
      done.push({ ...need, by: chain[0].path, ...looked, problem, lacks });
    }
    if (known !== undefined) continue;
    loaded.set(need.soname, found);
    if (found !== null)
      for (const further of found.needs) open.push({ need: further, chain: [found, ...chain] });
  }
  return done;
}

/** The directory of a path. */
export const directoryOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

function lookUp(
  { need, chain }: Open,
  program: Program,
  around: Surroundings,
): Pick<LookUp, 'tried' | 'found'> {
  const tried: { directory: string; rule: Rule }[] = [];
  for (const place of placesFor(chain, program, around)) {
    tried.push(place);
    // A file for another CPU type or one that may not be read is passed over; one of another version is not.
    const found = around.libraries.find(
      ({ path, soname, cpu, readable }) =>
        directoryOf(path) === place.directory && soname === need.soname && cpu === program.cpu && readable,
    );
    if (found !== undefined) return { tried, found };
  }
  return { tried, found: null };
}

function placesFor(
  chain: Open['chain'],
  program: Program,
  { libraryPath, cached }: Surroundings,
): { directory: string; rule: Rule }[] {
  const [by] = chain;
  // Whoever has a runpath uses no rpath, not even those of the ones that had it loaded.
  const rpaths = by.runpath.length > 0 ? [] : [...new Set(chain.flatMap(({ rpath }) => rpath))];
  const ruled: readonly (readonly [Rule, readonly string[]])[] = [
    ['rpath', rpaths],
    ['LD_LIBRARY_PATH', program.setuid ? [] : libraryPath],
    ['runpath', by.runpath],
    ['cache', cached],
    ['default', DEFAULT_DIRECTORIES],
  ];
  return ruled.flatMap(([rule, directories]) => directories.map((directory) => ({ directory, rule })));
}

/** A library whose symbols have no versions is taken as it is: the loader only warns. */
function lackingIn(found: Library | null, { versions }: Need): readonly string[] {
  if (found === null || found.offers.length === 0) return [];
  return versions.filter((version) => !found.offers.includes(version));
}
