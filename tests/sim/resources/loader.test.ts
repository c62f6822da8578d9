// The loader's look-up: order of directories, what is passed over, and why a program does not run.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareVersions,
  lookUpAll,
  type Library,
  type Program,
  type Surroundings,
} from '../../../src/sim/resources/loader';

const library = (directory: string, version: string, over: Partial<Library> = {}): Library => ({
  directory,
  soname: 'libssl.so.3',
  version,
  cpu: 'amd64',
  needs: [],
  rpath: [],
  runpath: [],
  ...over,
});
const program = (over: Partial<Program> = {}): Program => ({
  needs: [{ soname: 'libssl.so.3', least: '3.0' }],
  rpath: [],
  runpath: [],
  cpu: 'amd64',
  setuid: false,
  ...over,
});
const around = (libraries: readonly Library[], over: Partial<Surroundings> = {}): Surroundings => ({
  libraries,
  libraryPath: [],
  cached: ['/usr/lib/x86_64-linux-gnu'],
  ...over,
});
const foundIn = (of: Program, where: Surroundings) => lookUpAll(of, where)[0]!.found?.directory ?? null;

describe('the order', () => {
  const all = around(
    ['/opt/r', '/opt/env', '/opt/run', '/usr/lib/x86_64-linux-gnu', '/lib', '/usr/lib'].map((directory) =>
      library(directory, '3.2'),
    ),
    { libraryPath: ['/opt/env'] },
  );
  const without = (...directories: string[]): Surroundings => ({
    ...all,
    libraries: all.libraries.filter(({ directory }) => !directories.includes(directory)),
  });

  it('is rpath, environment, runpath, cache, /lib, /usr/lib; a runpath puts the rpath out of use', () => {
    expect(foundIn(program({ rpath: ['/opt/r'] }), all)).toBe('/opt/r');
    expect(foundIn(program({ rpath: ['/opt/r'], runpath: ['/opt/run'] }), all)).toBe('/opt/env');
    const run = program({ runpath: ['/opt/run'] });
    expect(foundIn(run, without('/opt/env'))).toBe('/opt/run');
    expect(foundIn(program({ setuid: true, runpath: ['/opt/run'] }), all)).toBe('/opt/run');
    expect(foundIn(run, without('/opt/env', '/opt/run'))).toBe('/usr/lib/x86_64-linux-gnu');
    const last = without('/opt/env', '/usr/lib/x86_64-linux-gnu');
    expect(foundIn(program(), last)).toBe('/lib');
    expect(foundIn(program(), without('/opt/env', '/usr/lib/x86_64-linux-gnu', '/lib'))).toBe('/usr/lib');
  });

  it('says where it was looked', () => {
    expect(lookUpAll(program(), around([]))).toEqual([
      {
        soname: 'libssl.so.3',
        least: '3.0',
        tried: [
          { directory: '/usr/lib/x86_64-linux-gnu', rule: 'cache' },
          { directory: '/lib', rule: 'default' },
          { directory: '/usr/lib', rule: 'default' },
        ],
        found: null,
        problem: 'missing',
      },
    ]);
  });
});

describe('works on my machine', () => {
  it('the first file is taken even when it is too old and a newer one stands behind it', () => {
    const [found] = lookUpAll(program({ needs: [{ soname: 'libssl.so.3', least: '3.1' }] }), {
      ...around([library('/opt/old', '3.0'), library('/usr/lib', '3.2')]),
      libraryPath: ['/opt/old'],
    });
    expect(found).toMatchObject({ problem: 'too-old', found: { directory: '/opt/old', version: '3.0' } });
  });

  it('a file for another CPU type is passed over', () => {
    const both = around([library('/lib', '3.2', { cpu: 'arm64' }), library('/usr/lib', '3.2')]);
    expect(foundIn(program(), both)).toBe('/usr/lib');
  });

  it('two programs that need different versions of one soname cannot live together, in boxes they can', () => {
    const needs = (least: string, runpath: readonly string[] = []) =>
      program({ needs: [{ soname: 'libssl.so.3', least }], runpath });
    const bare = around([library('/lib', '3.0')]);
    expect([needs('3.0'), needs('3.2')].map((each) => lookUpAll(each, bare)[0]!.problem)).toEqual([
      null,
      'too-old',
    ]);
    const boxed = around([library('/lib', '3.2')]);
    expect(lookUpAll(needs('3.2'), boxed)[0]!.problem).toBeNull();
  });

  it('what a library needs is looked for too, once, and by its own runpath', () => {
    const zlib = library('/opt/z', '1.3', { soname: 'libz.so.1' });
    const ssl = library('/lib', '3.2', {
      needs: [{ soname: 'libz.so.1', least: '1.2' }],
      runpath: ['/opt/z'],
    });
    const both = program({
      needs: [
        { soname: 'libssl.so.3', least: '3.0' },
        { soname: 'libz.so.1', least: '1.4' },
      ],
    });
    expect(lookUpAll(program(), around([ssl, zlib])).map(({ problem }) => problem)).toEqual([null, null]);
    // The program's own look-up comes first, and does not know the library's directory.
    expect(lookUpAll(both, around([ssl, zlib])).map(({ problem }) => problem)).toEqual([null, 'missing']);
  });
});

it('versions are compared part by part, in a total order', () => {
  expect(compareVersions('2.9', '2.34')).toBeLessThan(0);
  expect(compareVersions('3', '3.0.0')).toBe(0);
  const version = fc.array(fc.nat(40), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(version, version, (one, other) => {
      const padded = (parts: readonly number[]) =>
        BigInt([...parts, 0, 0, 0, 0].slice(0, 4).reduce((sum, part) => sum * 100 + part, 0));
      const slow = padded(one) - padded(other);
      const fast = compareVersions(one.join('.'), other.join('.'));
      expect(Math.sign(fast)).toBe(slow < 0n ? -1 : slow > 0n ? 1 : 0);
    }),
  );
});
