// Dockerfiles are read as instructions, whatever their form; what is none is read too, for the builder to refuse.
import { expect, it, vi } from 'vitest';
import { MOST_LETTERS, readDockerfile } from '../../src/link/dockerfile';

const only = (text: string) => readDockerfile(text)[0];

it('reads flags, continued lines, names with values, arrays and triggers', () => {
  expect(only('COPY --from=build --chown=1:1 ["a b", "/x"]')).toEqual({
    line: 1,
    keyword: 'COPY',
    text: '--from=build --chown=1:1 ["a b", "/x"]',
    words: ['a b', '/x'],
    flags: { from: 'build', chown: '1:1' },
  });
  expect(only('RUN apt-get update && \\\n  apt-get install gcc')?.words.slice(-2)).toEqual([
    'install',
    'gcc',
  ]);
  expect(only('ENV A=1 B="two words"')?.pairs).toEqual([
    ['A', '1'],
    ['B', 'two words'],
  ]);
  expect(only('ARG NAME')?.pairs).toEqual([['NAME', null]]);
  expect(only('ONBUILD RUN make')?.trigger).toMatchObject({ keyword: 'RUN', words: ['make'] });
});

it('keeps what is no instruction, with its line', () => {
  const read = readDockerfile('# a comment\nFROM debian\nRUNN make\n');
  expect(read.map(({ line, keyword }) => [line, keyword])).toEqual([
    [2, 'FROM'],
    [3, 'RUNN'],
  ]);
  expect(readDockerfile('')).toEqual([]);
});

it('refuses a text that is too long', () => {
  expect(() => readDockerfile('#'.repeat(MOST_LETTERS + 1))).toThrow(RangeError);
});

it.each(['Node', 'a browser, which has no Buffer'])('passes over a byte order mark in %s', async (place) => {
  const { Buffer } = globalThis;
  vi.resetModules();
  try {
    if (place !== 'Node') Reflect.deleteProperty(globalThis, 'Buffer');
    const here = await import('../../src/link/dockerfile');
    expect(here.readDockerfile('\uFEFFFROM debian:12\nRUNN make').map(({ keyword }) => keyword)).toEqual([
      'FROM',
      'RUNN',
    ]);
  } finally {
    globalThis.Buffer = Buffer;
  }
});
