// Situation files on the command line: the same run as on the page, and one sentence for what is none.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lessons } from 'virtual:lessons';
import { afterAll, expect, it } from 'vitest';
import { reportRun } from '../../../src/build/play/report';
import { isFile, runOfFile } from '../../../src/build/play/situationFile';
import { writeSituation } from '../../../src/link/situations';
import { SECOND } from '../../../src/sim';
import { fallen, runOf } from '../../link/situations';

const folder = mkdtempSync(join(tmpdir(), 'blast-radius-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const path = join(folder, 'situation.json');
  writeFileSync(path, text);
  return path;
}

it('plays a file to its instant', async () => {
  const run = await runOfFile(file(writeSituation(fallen)), lessons);
  const digest = (await runOf(fallen)).digest();
  expect(reportRun(run, 'digest', null)).toEqual(['one-kernel-falls/two-hosts (0:12.0)', digest]);
  expect(reportRun(run, 'checks', 3 * SECOND)[0]).toBe('one-kernel-falls/two-hosts (0:03.0)');
});

it.each([
  ['{', /not a file of Blast Radius/],
  ['{"v":1,"lessons":{}}', /progress, not a run/],
  [
    writeSituation({ ...fallen, scenario: { lesson: 'nowhere', world: 'x' } }),
    /"nowhere", which is not here/,
  ],
  ['x'.repeat(600_000), /too large/],
])('%.30s is answered with a sentence', async (text, sentence) => {
  await expect(runOfFile(file(text), lessons)).rejects.toThrow(sentence);
});

it('a file that is not there is said to be so', async () => {
  await expect(runOfFile(join(folder, 'nothing.json'), lessons)).rejects.toThrow(/cannot be read/);
});

it('only names that end so are files', () => {
  expect([isFile('10'), isFile('lessons/10-one-kernel-falls'), isFile('a.json')]).toEqual([
    false,
    false,
    true,
  ]);
});
