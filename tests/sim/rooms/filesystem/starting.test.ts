// Whether a program starts: against an independent slow loader on random trees, and in the words of real systems.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withFiles, type FileEntry } from '../../../../src/sim/rooms/filesystem/files';
import { tryToStart, type Ground } from '../../../../src/sim/rooms/filesystem/starting';
import { slowLoad } from './slowLoader';

const ground = (files: readonly FileEntry[], over: Partial<Ground> = {}): Ground => ({
  files,
  os: 'linux',
  cpu: 'amd64',
  inContainer: false,
  user: 'shop',
  libraryPath: [],
  cached: ['/usr/lib/x86_64-linux-gnu'],
  ...over,
});
const SEARCH = '/opt/shop/search';
const elf = (over: Partial<FileEntry> = {}): FileEntry => ({
  path: SEARCH,
  type: 'elf',
  cpu: 'amd64',
  ...over,
});
const jvm = (classFile: number): FileEntry => ({ path: '/usr/bin/java', type: 'jvm', classFile });
const JAR = '/opt/shop/buy.jar';
const jar = (over: Partial<FileEntry> = {}): FileEntry => ({
  path: JAR,
  type: 'jar',
  classFile: 65,
  ...over,
});
const said = (path: string, where: Ground) => tryToStart(path, where).failure;

describe('in the words of real systems', () => {
  it.each<[string, string, Ground, string, number]>([
    ['no file', SEARCH, ground([]), `bash: ${SEARCH}: No such file or directory`, 127],
    ['not executable', SEARCH, ground([elf({ mode: '644' })]), `bash: ${SEARCH}: Permission denied`, 126],
    [
      'another CPU type',
      SEARCH,
      ground([elf({ cpu: 'arm64' })]),
      `bash: ${SEARCH}: cannot execute binary file: Exec format error`,
      126,
    ],
    [
      'another CPU type, in a container',
      SEARCH,
      ground([elf({ cpu: 'arm64' })], { inContainer: true }),
      `exec ${SEARCH}: exec format error`,
      255,
    ],
    [
      'another OS',
      SEARCH,
      ground([elf()], { os: 'windows' }),
      `${SEARCH.replaceAll('/', '\\')} is not a valid Win32 application.`,
      193,
    ],
    [
      'no library',
      SEARCH,
      ground([elf({ needs: [{ soname: 'libshop.so.2', versions: [] }] })]),
      `${SEARCH}: error while loading shared libraries: libshop.so.2: cannot open shared object file: No such file or directory`,
      127,
    ],
    ['no JVM', JAR, ground([jar()]), 'bash: java: command not found', 127],
    ['no JAR', JAR, ground([jvm(65)]), `Error: Unable to access jarfile ${JAR}`, 1],
    [
      'an older JVM',
      JAR,
      ground([jar(), jvm(61)]),
      'java.lang.UnsupportedClassVersionError: Main has been compiled by a more recent version of the Java Runtime (class file version 65.0), this version of the Java Runtime only recognizes class file versions up to 61.0',
      1,
    ],
    [
      'a file it may not read',
      JAR,
      ground([
        jar({ reads: ['/etc/shop.conf'] }),
        jvm(65),
        { path: '/etc/shop.conf', type: 'data', mode: '640' },
      ]),
      'Exception in thread "main" java.io.FileNotFoundException: /etc/shop.conf (Permission denied)',
      1,
    ],
  ])('%s', (_, path, where, error, exitCode) => {
    expect(said(path, where)).toEqual({ error, exitCode });
  });

  it('nothing is wrong where everything is there, and a JAR runs on any OS that has its JVM', () => {
    expect(said(JAR, ground([jar(), jvm(65)], { os: 'windows' }))).toBeNull();
    expect(said(SEARCH, ground([elf()]))).toBeNull();
    expect(said(SEARCH, ground([elf({ mode: '700' })], { user: 'root' }))).toBeNull();
    expect(said(SEARCH, ground([elf({ mode: '700', owner: 'shop' })]))).toBeNull();
  });
});

const DIRECTORIES = ['/opt/r', '/opt/env', '/usr/lib/x86_64-linux-gnu', '/lib', '/usr/lib'];
const NAMES = ['libshop.so', 'libindex.so.1', 'libz.so.1'];
const VERSIONS = ['V_1', 'V_2', 'V_3'];
const needs = fc.uniqueArray(
  fc.record({ soname: fc.constantFrom(...NAMES), versions: fc.subarray(VERSIONS, { maxLength: 2 }) }),
  { selector: ({ soname }) => soname, maxLength: 3 },
);
const linked = {
  needs,
  rpath: fc.subarray(DIRECTORIES.slice(0, 2)),
  runpath: fc.subarray(DIRECTORIES.slice(0, 1)),
};
const libraries = fc.uniqueArray(
  fc
    .record({
      directory: fc.constantFrom(...DIRECTORIES),
      name: fc.constantFrom(...NAMES),
      offers: fc.subarray(VERSIONS),
      cpu: fc.constantFrom('amd64', 'amd64', 'arm64'),
      ...linked,
    })
    .map(({ directory, name, ...more }): FileEntry => ({
      ...more,
      path: `${directory}/${name}`,
      type: 'library',
    })),
  { selector: ({ path }) => path, maxLength: 10 },
);
const program = fc.record(linked).map((more) => elf(more));

describe('on random trees', () => {
  it('the same is said as by a loader that tries every path one after the other', () => {
    let ended = { 127: 0, 1: 0, 0: 0 };
    fc.assert(
      fc.property(libraries, program, fc.boolean(), (files, search, fromEnvironment) => {
        const libraryPath = fromEnvironment ? ['/opt/env'] : [];
        const where = ground([...files, search], { libraryPath });
        const slow = slowLoad(files, search, libraryPath, where.cached);
        const failure = said(SEARCH, where);
        expect(failure && { says: failure.error, code: failure.exitCode }).toEqual(slow);
        const code = (slow?.code ?? 0) as keyof typeof ended;
        ended = { ...ended, [code]: ended[code] + 1 };
      }),
      { numRuns: 1500, seed: 1 },
    );
    for (const count of Object.values(ended)) expect(count).toBeGreaterThan(40);
  });

  it('two versions of one name do not live together bare, and do in boxes', () => {
    let both = 0;
    fc.assert(
      fc.property(libraries, fc.constantFrom(...DIRECTORIES.slice(2)), (others, directory) => {
        const named = (offers: string): FileEntry => ({
          path: `${directory}/libshop.so`,
          type: 'library',
          cpu: 'amd64',
          offers: [offers],
        });
        const wants = (path: string, version: string): FileEntry =>
          elf({ path, needs: [{ soname: 'libshop.so', versions: [version] }] });
        const [cart, search] = [wants('/opt/shop/cart', 'A'), wants(SEARCH, 'B')] as const;
        const bare = others.filter(({ path }) => !path.endsWith('/libshop.so'));
        const repaired = withFiles(withFiles([...bare, cart, search], [named('A')]), [named('B')]);
        const starts = [cart, search].map(({ path }) => said(path, ground(repaired)) === null);
        expect(starts).toEqual([false, true]);
        const boxes = [
          [cart, named('A')],
          [search, named('B')],
        ] as const;
        for (const [each, own] of boxes) {
          const box = ground(withFiles([...bare, each], [own]), { inContainer: true });
          expect(said(each.path, box)).toBeNull();
        }
        both++;
      }),
      { numRuns: 500, seed: 2 },
    );
    expect(both).toBe(500);
  });
});
