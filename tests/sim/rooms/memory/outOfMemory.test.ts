// Whom a full kernel ends: a program counts with what it has got, not with what it asks for.
import { describe, expect, it } from 'vitest';
import { createRun, MEBIBYTE, SECOND, type BoxSpec } from '../../../../src/sim';

const MEMORY = 1024 * MEBIBYTE;
const KERNEL = 300 * MEBIBYTE;

/** The programs that were ended on a host of 1 GiB, of which its kernel takes 300 MiB. */
function killed(sizes: Readonly<Record<string, number>>, late: { readonly bytes: number }): string[] {
  const program = (name: string, memoryBytes: number, start: string): BoxSpec => ({
    kind: 'process',
    name,
    spec: { start, memoryBytes, startMs: 100 },
  });
  const holds = [
    ...Object.entries(sizes).map(([name, bytes]) => program(name, bytes, 'up')),
    program('late', late.bytes, 'off'),
  ];
  const kernel: BoxSpec = { kind: 'kernel', name: 'a', spec: { memoryBytes: KERNEL }, holds };
  const host: BoxSpec = { kind: 'host', name: 'a', spec: { memoryBytes: MEMORY }, holds: [kernel] };
  const run = createRun({ id: 'full', seed: 1, world: { boxes: [host] } });
  run.do({ name: 'start-process', target: 'process/late' });
  run.seek(SECOND);
  const ends = run.facts.slice(0).filter(({ name }) => name === 'process.oom-killed');
  return ends.map(({ about }) => about ?? '');
}

describe('a kernel without memory left', () => {
  it('ends a program that is all there before an equal one that has only a part yet', () => {
    expect(killed({ first: 300 * MEBIBYTE, second: 300 * MEBIBYTE }, { bytes: 300 * MEBIBYTE })).toEqual([
      'process/second',
    ]);
  });

  it('ends the one that asks once that has got more than any other', () => {
    expect(killed({ first: 200 * MEBIBYTE }, { bytes: 900 * MEBIBYTE })).toEqual(['process/late']);
  });
});
