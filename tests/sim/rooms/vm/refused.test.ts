// What the rules do not allow is refused with the limit and by how much, and leaves the world as it was.
import { expect, it } from 'vitest';
import { createRun, GIBIBYTE, type Command } from '../../../../src/sim';
import { hostA, scenario, vm } from '../../../fixtures/worlds';

const off = vm('vm-9', [], { start: 'off', memoryBytes: 16 * GIBIBYTE });
const host = { ...hostA, holds: hostA.holds!.map((box) => ({ ...box, holds: [...box.holds!, off] })) };

it.each<[string, Command, Record<string, unknown>]>([
  [
    'more virtual CPUs than a domain may have',
    { name: 'set-vcpus', target: 'vm/vm-9', args: { vcpus: 200 } },
    { code: 'over-limit', data: { box: 'vm/vm-9', most: 128, over: 72 } },
  ],
  [
    'a larger cap than its virtual CPUs can use',
    { name: 'set-cpu-cap', target: 'vm/vm-2', args: { percent: 250 } },
    { code: 'over-limit', data: { box: 'vm/vm-2', most: 200, over: 50 } },
  ],
  [
    'more memory than the host has left',
    { name: 'start-vm', target: 'vm/vm-9' },
    {
      code: 'no-memory',
      data: { box: 'vm/vm-9', neededBytes: 16 * GIBIBYTE, freeBytes: 7 * GIBIBYTE, where: 'host/host-a' },
    },
  ],
  [
    'more memory than a VM was started with',
    { name: 'set-vm-memory', target: 'vm/vm-2', args: { bytes: 5 * GIBIBYTE } },
    { code: 'over-maximum', data: { box: 'vm/vm-2', mostBytes: 4 * GIBIBYTE, overBytes: GIBIBYTE } },
  ],
])('%s', (_, command, refusal) => {
  const run = createRun(scenario([host]));
  const before = run.digest();
  expect(run.do(command)).toMatchObject({ done: false, refusal });
  expect(run.digest()).toBe(before);
  expect(run.journal).toEqual([]);
});
