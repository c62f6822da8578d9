// What every file keeps to: it says what it is for, and leaves nothing switched off or half done.
import { expect, it } from 'vitest';
import { read, trackedFiles } from './sources';

const own = 'tests/architecture/habits.test.ts';
const sources = trackedFiles().filter((path) => /\.(ts|mjs|js|cjs|svelte)$/.test(path) && path !== own);

/** Files with the first line that matches, as `path:line: text`. */
function linesWith(pattern: RegExp, paths: string[] = sources): string[] {
  return paths.flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((text, index) => (pattern.test(text) ? [`${path}:${index + 1}: ${text.trim()}`] : [])),
  );
}

it('every source file opens with a comment that says what it is responsible for', () => {
  const opening = /^(#!.*\n)?(\/\/|\/\*|<!--|<script[^>]*>\s*(\/\/|\/\*))/;
  expect(sources.filter((path) => !opening.test(read(path)))).toEqual([]);
});

it('no test is skipped, narrowed down or postponed', () => {
  const tests = sources.filter((path) => path.startsWith('tests/'));
  expect(
    linesWith(/\b(it|test|describe)\.(only|skip|todo|fixme|skipIf|runIf)\b|\bx(it|describe)\(/, tests),
  ).toEqual([]);
});

it('no rule is switched off for one line, and nothing is left for later', () => {
  expect(linesWith(/(eslint|oxlint)-disable|@ts-(ignore|nocheck)/)).toEqual([]);
  expect(linesWith(/\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
});

it('no file is named after nothing in particular', () => {
  const vague = /(^|\/)(utils?|helpers?|manager|misc|common|stuff)[./]/i;
  expect(trackedFiles().filter((path) => vague.test(path))).toEqual([]);
});
