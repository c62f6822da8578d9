// The loader's look-up: order of directories, what is passed over, and why a program does not run.
import { describe, expect, it } from 'vitest';
import { lookUpAll, type Library, type Program, type Surroundings } from '../../../src/sim/resources/loader';

const library = (directory: string, over: Partial<Library> = {}): Library => ({
  path: `${directory}/libssl.so.3`,
  soname: 'libssl.so.3',
  version: '3.2',
  offers: ['OPENSSL_3.0.0'],
  cpu: 'amd64',
  readable: true,
  needs: [],
  rpath: [],
  runpath: [],
  ...over,
});
const ssl = { soname: 'libssl.so.3', versions: ['OPENSSL_3.0.0'] };
const program = (over: Partial<Program> = {}): Program => ({
  path: '/opt/shop/search',
  needs: [ssl],
  rpath: [],
  runpath: [],
  cpu: 'amd64',
  setuid: false,
  ...over,
});
const MULTIARCH = '/usr/lib/x86_64-linux-gnu';
const around = (libraries: readonly Library[], over: Partial<Surroundings> = {}): Surroundings => ({
  libraries,
  libraryPath: [],
  cached: [MULTIARCH],
  ...over,
});
const foundAt = (of: Program, where: Surroundings, at = 0) => lookUpAll(of, where)[at]!.found?.path ?? null;

describe('the order', () => {
  const places = ['/opt/r', '/opt/env', '/opt/run', MULTIARCH, '/lib', '/usr/lib'];
  const all = around(
    places.map((directory) => library(directory)),
    { libraryPath: ['/opt/env'] },
  );
  const from = (...left: string[]): Surroundings => ({
    ...all,
    libraries: all.libraries.filter(({ path }) => left.some((each) => path === `${each}/libssl.so.3`)),
  });

  it('is rpath, environment, runpath, cache, /lib, /usr/lib', () => {
    const of = program({ rpath: ['/opt/r'] });
    places
      .filter((place) => place !== '/opt/run')
      .forEach((place, at, known) => {
        expect(foundAt(of, from(...known.slice(at)))).toBe(`${place}/libssl.so.3`);
      });
  });

  it('has no rpath where there is a runpath, and no environment for a program with the rights of another', () => {
    expect(foundAt(program({ rpath: ['/opt/r'], runpath: ['/opt/run'] }), all)).toBe('/opt/env/libssl.so.3');
    const run = program({ runpath: ['/opt/run'], setuid: true });
    expect(foundAt(run, all)).toBe('/opt/run/libssl.so.3');
  });

  it('says where it was looked', () => {
    expect(lookUpAll(program(), around([]))).toEqual([
      {
        ...ssl,
        by: '/opt/shop/search',
        tried: [
          { directory: MULTIARCH, rule: 'cache' },
          { directory: '/lib', rule: 'default' },
          { directory: '/usr/lib', rule: 'default' },
        ],
        found: null,
        problem: 'missing',
        lacks: [],
      },
    ]);
  });

  it("takes a program's rpath for what its libraries need, and a library's runpath for its own needs alone", () => {
    const zlib = { soname: 'libz.so.1', versions: [] };
    const z = library('/opt/z', { path: '/opt/z/libz.so.1', soname: 'libz.so.1', offers: [] });
    const needing = (over: Partial<Library>) => library('/lib', { needs: [zlib], ...over });
    expect(foundAt(program({ rpath: ['/opt/z'] }), around([needing({}), z]), 1)).toBe('/opt/z/libz.so.1');
    expect(foundAt(program({ runpath: ['/opt/z'] }), around([needing({}), z]), 1)).toBeNull();
    expect(foundAt(program(), around([needing({ runpath: ['/opt/z'] }), z]), 1)).toBe('/opt/z/libz.so.1');
    const own = needing({ runpath: ['/opt/none'] });
    expect(foundAt(program({ rpath: ['/opt/z'] }), around([own, z]), 1)).toBeNull();
  });
});

describe('works on my machine', () => {
  it('the first file is taken even when it lacks what is used and another that has it stands behind it', () => {
    const [found] = lookUpAll(program(), {
      ...around([library('/opt/old', { offers: ['OPENSSL_1.1.0'] }), library('/usr/lib')]),
      libraryPath: ['/opt/old'],
    });
    expect(found).toMatchObject({
      problem: 'version',
      lacks: ['OPENSSL_3.0.0'],
      found: { path: '/opt/old/libssl.so.3' },
    });
  });

  it('a library whose symbols have no versions is taken as it is', () => {
    expect(lookUpAll(program(), around([library('/lib', { offers: [] })]))[0]!.problem).toBeNull();
  });

  it('a file for another CPU type, or one that may not be read, is passed over', () => {
    for (const over of [{ cpu: 'arm64' }, { readable: false }]) {
      expect(foundAt(program(), around([library('/lib', over), library('/usr/lib')]))).toBe(
        '/usr/lib/libssl.so.3',
      );
    }
  });

  it('a name is loaded once, whoever else needs it: for another version it is not looked for again', () => {
    const other = { soname: 'libssl.so.3', versions: ['OPENSSL_3.4.0'] };
    const crypto = library('/lib', {
      path: '/lib/libcurl.so.4',
      soname: 'libcurl.so.4',
      offers: [],
      needs: [other],
    });
    const both = program({ needs: [{ soname: 'libcurl.so.4', versions: [] }, ssl] });
    const looked = lookUpAll(both, around([crypto, library('/lib')]));
    expect(looked.map(({ by, problem }) => [by, problem])).toEqual([
      ['/opt/shop/search', null],
      ['/opt/shop/search', null],
      ['/lib/libcurl.so.4', 'version'],
    ]);
  });
});
