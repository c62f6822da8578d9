// Whether a program can start where it stands: its file, its OS and CPU type, its libraries or its JVM, its files.
// Pure: the same files give the same answer.
import { directoryOf, lookUpAll, type Library, type LookUp } from '../../resources/loader';
import { mayRead, mayRun, type FileEntry } from './files';
import * as say from './messages';
import type { Failure, Starter } from './messages';

/** Where a program shall start. */
export interface Ground extends Starter {
  readonly files: readonly FileEntry[];
  readonly cpu: string;
  /** As whom it runs. */
  readonly user: string;
  readonly libraryPath: readonly string[];
  readonly cached: readonly string[];
}

/** Something that was looked for: what, which version or kind was wanted and found, where, and what is wrong. */
export interface Looked {
  readonly what: string;
  readonly wanted: string;
  readonly found: string;
  /** Where it was found, or ''. */
  readonly path: string;
  /** Places in the order in which they were looked at. */
  readonly tried: readonly string[];
  readonly problem: 'missing' | 'version' | 'permission' | 'os' | 'cpu' | null;
}

/** What was looked for, in order, and why the program does not start; null when it does. */
export interface Start {
  readonly looked: readonly Looked[];
  readonly failure: Failure | null;
}

/** Tries to start the program at a path. */
export function tryToStart(path: string, ground: Ground): Start {
  return path.endsWith('.jar') ? tryJar(path, ground) : tryNative(path, ground);
}

const look = (what: string, problem: Looked['problem'], more: Partial<Looked> = {}): Looked => ({
  what,
  wanted: '',
  found: '',
  path: '',
  tried: [],
  problem,
  ...more,
});

function tryNative(path: string, ground: Ground): Start {
  const file = ground.files.find((each) => each.path === path);
  if (file === undefined) return { looked: [look(path, 'missing')], failure: say.noSuchFile(path, ground) };
  const os = file.type === 'exe' ? 'windows' : 'linux';
  const built = { wanted: `${os}/${file.cpu}`, found: `${ground.os}/${ground.cpu}`, path };
  if (os !== ground.os) return { looked: [look(path, 'os', built)], failure: say.badFormat(path, ground) };
  if (!mayRun(file, ground.user))
    return { looked: [look(path, 'permission', { path })], failure: say.notExecutable(path, ground) };
  if (file.cpu !== ground.cpu)
    return { looked: [look(path, 'cpu', built)], failure: say.badFormat(path, ground) };
  const lookUps = lookUpAll(
    {
      path,
      needs: file.needs ?? [],
      rpath: file.rpath ?? [],
      runpath: file.runpath ?? [],
      cpu: file.cpu,
      setuid: false,
    },
    { libraries: librariesIn(ground), libraryPath: ground.libraryPath, cached: ground.cached },
  );
  const failure = loaderSays(path, lookUps);
  const opened = failure === null ? open(file, ground) : { looked: [], failure };
  return {
    looked: [look(path, null, built), ...lookUps.map(lookedUp), ...opened.looked],
    failure: opened.failure,
  };
}

function librariesIn({ files, user }: Ground): Library[] {
  return files
    .filter(({ type }) => type === 'library')
    .map((file) => ({
      path: file.path,
      soname: file.soname ?? file.path.slice(directoryOf(file.path).length + 1),
      version: file.version ?? '',
      offers: file.offers ?? [],
      cpu: file.cpu ?? '',
      readable: mayRead(file, user),
      needs: file.needs ?? [],
      rpath: file.rpath ?? [],
      runpath: file.runpath ?? [],
    }));
}

/** The loader stops at the first library that it does not find; versions are looked at when all are there. */
function loaderSays(program: string, lookUps: readonly LookUp[]): Failure | null {
  const missing = lookUps.find(({ problem }) => problem === 'missing');
  if (missing !== undefined) return say.libraryMissing(program, missing.soname);
  const other = lookUps.find(({ problem }) => problem === 'version');
  return other?.found ? say.versionMissing(program, other.found.path, other.lacks[0] ?? '', other.by) : null;
}

function lookedUp({ soname, versions, tried, found, problem }: LookUp): Looked {
  return look(soname, problem, {
    wanted: versions.join(', '),
    found: found?.version ?? '',
    path: found?.path ?? '',
    tried: tried.map(({ directory }) => directory),
  });
}

/** Java 1.0 had class file version 45; Java 21 has 65 (The Java Virtual Machine Specification, table 4.1-A). */
const BEFORE_JAVA_1 = 44;

function tryJar(path: string, ground: Ground): Start {
  const jvm = ground.files.find(({ type }) => type === 'jvm');
  const jar = ground.files.find((each) => each.path === path);
  const wanted = String((jar?.classFile ?? BEFORE_JAVA_1) - BEFORE_JAVA_1);
  if (jvm === undefined)
    return { looked: [look('java', 'missing', { wanted })], failure: say.noJava(ground) };
  const known = jvm.classFile ?? BEFORE_JAVA_1;
  const java = { wanted, found: String(known - BEFORE_JAVA_1), path: jvm.path };
  if (jar === undefined || !mayRead(jar, ground.user)) {
    const problem = jar === undefined ? 'missing' : 'permission';
    return { looked: [look('java', null, java), look(path, problem)], failure: say.noJar(path) };
  }
  if ((jar.classFile ?? 0) > known)
    return { looked: [look('java', 'version', java)], failure: say.olderJvm(jar.classFile ?? 0, known) };
  const opened = open(jar, ground);
  return { looked: [look('java', null, java), ...opened.looked], failure: opened.failure };
}

/** The program opens its files one after the other, and ends at the first that it cannot. */
function open(program: FileEntry, ground: Ground): Start {
  const looked: Looked[] = [];
  for (const path of program.reads ?? []) {
    const file = ground.files.find((each) => each.path === path);
    const problem = file === undefined ? 'missing' : mayRead(file, ground.user) ? null : 'permission';
    looked.push(look(path, problem, { path: file === undefined ? '' : path }));
    if (problem !== null)
      return { looked, failure: say.cannotOpen(program.path, path, file !== undefined, ground) };
  }
  return { looked, failure: null };
}
