// The runner says of each case what is true: passed, failed with a reason, or waiting for a room.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../src/build/conformance/kinds';
import { reportLines } from '../../src/build/conformance/report';
import { runFile, runFolder } from '../../src/build/conformance/runner';
import { waitingLines } from '../../src/build/conformance/waiting';

const cases = join(import.meta.dirname, 'cases');
const own = runFolder(cases);

const docker = {
  kind: 'dockerRestart',
  policy: 'always',
  exitCode: 0,
  executionSeconds: 1,
  previousTimeoutMs: 100,
};
const file = (input: object, expected: object = { timeoutMs: 200 }) =>
  JSON.stringify({ cases: [{ name: 'case', input, expected }] });
const resultOf = (text: string, name = 'backoff.json') => {
  const [report] = runFile(name, text);
  return report?.result === 'failed' ? report.why : report?.result;
};

describe('the cases of the project', () => {
  it('pass or wait for a room, none fails', () => {
    expect(own.filter(({ result }) => result === 'failed')).toEqual([]);
  });

  it('of Docker pass', () => {
    const docker = own.filter(({ kind }) => kind.startsWith('docker'));
    expect(docker.map(({ result }) => result)).toEqual(['passed', 'passed']);
  });

  it('of cgroups, and of whom the OOM killer takes, pass with none waiting', () => {
    const files = ['cgroup.json', 'qos-oom.json'];
    const cases = own.filter(({ file }) => files.includes(file));
    expect(cases.length).toBeGreaterThan(20);
    expect(cases.filter(({ result }) => result !== 'passed')).toEqual([]);
  });

  it('are all run: each file has cases', () => {
    const files = readdirSync(cases).filter((name) => name.endsWith('.json'));
    expect([...new Set(own.map((report) => report.file))]).toEqual(files.sort());
  });

  it('account for every line of the waiting list, and no line is answered already', () => {
    const stale = waitingLines().filter(
      (line) =>
        !own.some(({ file, kind }) => file === line.file && kind === line.kind) || KINDS.has(line.kind),
    );
    expect(stale).toEqual([]);
  });
});

describe('a case', () => {
  it('passes when every expected field is as the model says', () => {
    expect(resultOf(file(docker, { shouldRestart: true, timeoutMs: 200 }))).toBe('passed');
  });

  it('fails with both values when an expectation is wrong', () => {
    expect(resultOf(file(docker, { shouldRestart: true, timeoutMs: 100 }))).toBe(
      'timeoutMs: expected 100, got 200',
    );
    expect(resultOf(file(docker, { patience: 1 }))).toBe('patience: expected 1, got nothing');
  });

  it('of a sequence fails when it is too short or another', () => {
    const sequence = {
      kind: 'dockerRestartSequence',
      policy: 'on-failure',
      maximumRetryCount: 2,
      executionSeconds: 1,
    };
    expect(resultOf(file(sequence, { firstDelaysMs: [100, 200] }))).toBe('passed');
    expect(resultOf(file(sequence, { firstDelaysMs: [100, 200, 400] }))).toContain('got [100,200]');
  });

  it('of an unknown kind fails, whatever its file', () => {
    expect(resultOf(file({ kind: 'dockerRestarts' }))).toBe('unknown kind "dockerRestarts"');
    expect(resultOf(file({ members: 3 }), 'new.json')).toBe('unknown kind "new"');
    expect(resultOf(file({ kind: 'quorum' }), 'other.json')).toBe('unknown kind "quorum"');
  });

  it('waits when its file and kind are on the list', () => {
    expect(resultOf(file({ kind: 'quorum' }), 'raft-quorum.json')).toBe('waiting');
    expect(resultOf(file({ pod: {} }), 'scheduler-fit-filter.json')).toBe('waiting');
  });

  it.each([
    [{ ...docker, patience: 1 }, 'kind "dockerRestart" does not know input.patience'],
    [{ ...docker, policy: 'sometimes' }, 'input.policy must be one of'],
    [{ ...docker, executionSeconds: '1' }, 'input.executionSeconds must be a number'],
    [{ ...docker, manuallyStopped: 1 }, 'input.manuallyStopped must be true or false'],
  ])('with the wrong input fails: %j', (input, why) => {
    expect(resultOf(file(input))).toContain(why);
  });
});

describe('a file', () => {
  it.each([
    ['{', 'JSON'],
    ['[]', 'has no list of "cases"'],
    ['{"cases": []}', 'has no case'],
    ['{"cases": [1]}', 'case 0 is not an object'],
    ['{"cases": [{"input": {}, "expected": {"a": 1}}]}', 'case 0 has no "name"'],
    ['{"cases": [{"name": "a", "expected": {"a": 1}}]}', 'case "a" has no "input"'],
    ['{"cases": [{"name": "a", "input": {}, "expected": {}}]}', 'case "a" has no "expected"'],
  ])('that is not of the form is a failure: %s', (text, why) => {
    expect(resultOf(text)).toContain(why);
  });
});

describe('a folder', () => {
  it('is summed up in the last line', () => {
    const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
    try {
      expect(reportLines(runFolder(folder)).at(-1)).toBe('conformance: 0 passed, 1 failed, 0 waiting');
      writeFileSync(join(folder, 'b.json'), file(docker));
      writeFileSync(join(folder, 'a.json'), file({ kind: 'nothing' }));
      writeFileSync(join(folder, 'raft-quorum.json'), file({ kind: 'quorum' }));
      expect(reportLines(runFolder(folder))).toEqual([
        'a.json            0 passed, 1 failed, 0 waiting',
        'b.json            1 passed, 0 failed, 0 waiting',
        'raft-quorum.json  0 passed, 0 failed, 1 waiting',
        'waiting  raft-quorum.json quorum: for cluster/etcd: quorum (1)',
        'FAILED a.json: case: unknown kind "nothing"',
        'conformance: 1 passed, 1 failed, 1 waiting',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('that is not there is an error', () => {
    expect(() => runFolder(join(cases, 'nowhere'))).toThrow('ENOENT');
  });
});
