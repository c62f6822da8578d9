// What cannot be done with machines: refused with which limit and by how much, in a sentence; nothing is changed, and
// nothing of it is left behind later.
import { describe, expect, it } from 'vitest';
import { createRun, GIBIBYTE, MEBIBYTE, ScenarioError, SECOND, type BoxSpec } from '../../src/sim';
import type { Command, Refusal, Run } from '../../src/sim';
import { refusalSentence } from '../../src/words';
import { hostOn, vmOn, withDisks } from '../fixtures/disks';
import { copy, hostA, scenario, vm } from '../fixtures/worlds';

const off = vm('vm-9', [], { start: 'off', memoryBytes: 16 * GIBIBYTE });
const xen: BoxSpec = {
  ...hostA,
  holds: hostA.holds!.map((box) => ({ ...box, holds: [...box.holds!, off] })),
};

const hyperV: BoxSpec = {
  ...xen,
  holds: xen.holds!.map((box) => ({ ...box, spec: { ...box.spec, product: 'hyper-v' } })),
};

/** Two hosts: the second one as it is told. */
function pair(spec: BoxSpec['spec']): readonly BoxSpec[] {
  const host = (name: string, holds: readonly BoxSpec[], more = {}): BoxSpec => ({
    kind: 'host',
    name,
    spec: { memoryBytes: 16 * GIBIBYTE, ...more },
    holds: [{ kind: 'hypervisor', name, spec: { product: 'kvm' }, holds }],
  });
  return [host('one', [vm('vm-1', [copy('cart-1')])]), host('host-2', [], spec)];
}

/** A VM whose file of 2 GiB leaves this much of its disk. */
function tight(freeBytes: number): readonly BoxSpec[] {
  const disk = (name: string, capacityBytes: number, holds: readonly BoxSpec[] = []): BoxSpec => ({
    kind: 'disk',
    name,
    spec: { capacityBytes },
    holds,
  });
  const spec = { of: 'vm/vm-1', dataBytes: 2 * GIBIBYTE, writeBytesPerSecond: 0 };
  return [
    hostOn('one', [vmOn('vm-1', 'vdisk/vm-1')]),
    disk('ssd', 2 * GIBIBYTE + freeBytes, [{ kind: 'vdisk', name: 'vm-1', spec }]),
    disk('old', GIBIBYTE),
  ];
}

const to = { to: 'hypervisor/host-2' };
/** Worlds in which the machine is gone: its hypervisor, its disk, or the snapshot. */
const gone = {
  hypervisor: [{ name: 'crash-hypervisor', target: 'hypervisor/disk-a' }],
  disk: [{ name: 'break-disk', target: 'disk/ssd-a' }],
  snapshot: [
    { name: 'take-snapshot', target: 'vm/vm-1' },
    { name: 'take-snapshot', target: 'vm/vm-1' },
    { name: 'delete-snapshot', target: 'vm/vm-1', args: { snapshot: 'vdisk/vm-1' } },
  ],
} as const;

type Case = readonly [
  what: string,
  boxes: readonly BoxSpec[],
  before: readonly Command[],
  command: Command,
  refusal: Refusal,
  says: string,
];
const CASES: readonly Case[] = [
  [
    'more virtual CPUs than a domain may have',
    [xen],
    [],
    { name: 'set-vcpus', target: 'vm/vm-9', args: { vcpus: 200 } },
    { code: 'over-limit', data: { box: 'vm/vm-9', most: 128, over: 72, of: 'Xen' } },
    'VM 9 may have 128 virtual CPUs at most, the limit of Xen: that is 72 too many.',
  ],
  [
    'more virtual CPUs than is told of a product whose maker tells nothing',
    [hyperV],
    [],
    { name: 'set-vcpus', target: 'vm/vm-9', args: { vcpus: 2_050 } },
    { code: 'over-limit', data: { box: 'vm/vm-9', most: 2_048, over: 2, of: 'Hyper-V', about: true } },
    'VM 9 may have about 2,048 virtual CPUs at most, the limit of Hyper-V: that is 2 too many.',
  ],
  [
    'a larger cap than its virtual CPUs can use',
    [xen],
    [],
    { name: 'set-cpu-cap', target: 'vm/vm-2', args: { percent: 250 } },
    { code: 'over-limit', data: { box: 'vm/vm-2', most: 200, over: 50 } },
    'The cap of VM 2 may be 200 percent at most, what its virtual CPUs can use: that is 50 too much.',
  ],
  [
    'more memory than the host has left',
    [xen],
    [],
    { name: 'start-vm', target: 'vm/vm-9' },
    {
      code: 'no-memory',
      data: { box: 'vm/vm-9', neededBytes: 16 * GIBIBYTE, freeBytes: 7 * GIBIBYTE, where: 'host/host-a' },
    },
    'VM 9 needs 16 GiB; host-a has 7 GiB free: 9 GiB too little.',
  ],
  [
    'more memory than a VM was started with',
    [xen],
    [],
    { name: 'set-vm-memory', target: 'vm/vm-2', args: { bytes: 5 * GIBIBYTE } },
    { code: 'over-maximum', data: { box: 'vm/vm-2', mostBytes: 4 * GIBIBYTE, overBytes: GIBIBYTE } },
    'VM 2 was started with 4 GiB at most: that is 1 GiB too many.',
  ],
  [
    'less memory than its guest uses',
    [xen],
    [],
    { name: 'set-vm-memory', target: 'vm/vm-2', args: { bytes: GIBIBYTE } },
    {
      code: 'guest-needs',
      data: { box: 'vm/vm-2', neededBytes: 1075 * MEBIBYTE, overBytes: 51 * MEBIBYTE },
    },
    'The guest in VM 2 uses 1.05 GiB: that is 51 MiB more.',
  ],
  [
    'a snapshot of a machine whose hypervisor is gone',
    withDisks,
    gone.hypervisor,
    { name: 'take-snapshot', target: 'vm/vm-1' },
    { code: 'floor-down', data: { box: 'vm/vm-1', floor: 'hypervisor/disk-a' } },
    'Nobody can do that with VM 1: the hypervisor of disk-a is down.',
  ],
  [
    'a snapshot of a machine whose disk is gone',
    withDisks,
    gone.disk,
    { name: 'take-snapshot', target: 'vm/vm-1' },
    { code: 'vdisk-gone', data: { box: 'vdisk/vm-1', state: 'gone' } },
    'The disk file of VM 1 is not there any more.',
  ],
  [
    'a way back to a snapshot that is gone',
    withDisks,
    gone.snapshot,
    { name: 'roll-back', target: 'vm/vm-1', args: { to: 'vdisk/vm-1' } },
    { code: 'vdisk-gone', data: { box: 'vdisk/vm-1', state: 'deleted' } },
    'Snapshot 1 of VM 1 is not there any more.',
  ],
  [
    'a migration to a host that lacks room',
    pair({ memoryBytes: 4 * GIBIBYTE }),
    [],
    { name: 'migrate-vm', target: 'vm/vm-1', args: to },
    {
      code: 'no-memory',
      data: { box: 'vm/vm-1', neededBytes: 4 * GIBIBYTE, freeBytes: 3 * GIBIBYTE, where: 'host/host-2' },
    },
    'VM 1 needs 4 GiB; host-2 has 3 GiB free: 1 GiB too little.',
  ],
  [
    'a migration to a host that lacks the CPU feature',
    pair({ cpu: 'x86-64-v2' }),
    [],
    { name: 'migrate-vm', target: 'vm/vm-1', args: to },
    {
      code: 'cpu-missing',
      data: { box: 'vm/vm-1', where: 'hypervisor/host-2', cpu: 'x86-64-v2', wanted: 'x86-64-v3' },
    },
    'VM 1 booted on a CPU of type x86-64-v3; the other host has x86-64-v2.',
  ],
  [
    'a clone onto a full disk',
    tight(GIBIBYTE),
    [],
    { name: 'clone-vm', target: 'vm/vm-1', args: { kind: 'full' } },
    {
      code: 'disk-full',
      data: { box: 'disk/ssd', neededBytes: 2 * GIBIBYTE, freeBytes: GIBIBYTE, overBytes: GIBIBYTE },
    },
    'A full clone of VM 1 takes 2 GiB, and the disk ssd has 1 GiB free: 1 GiB too little.',
  ],
  [
    'a backup onto a disk that is too small',
    tight(0),
    [],
    { name: 'back-up', target: 'vm/vm-1', args: { to: 'disk/old' } },
    {
      code: 'disk-full',
      data: { box: 'disk/old', neededBytes: 2 * GIBIBYTE, freeBytes: GIBIBYTE, overBytes: GIBIBYTE },
    },
    'A backup of VM 1 takes 2 GiB, and the disk old has 1 GiB free: 1 GiB too little.',
  ],
  [
    'a snapshot with memory onto a full disk',
    tight(0),
    [],
    { name: 'take-snapshot', target: 'vm/vm-1', args: { memory: true } },
    {
      code: 'disk-full',
      data: { box: 'disk/ssd', neededBytes: 563 * MEBIBYTE, freeBytes: 0, overBytes: 563 * MEBIBYTE },
    },
    'The memory of VM 1 takes 563 MiB, and the disk ssd has 0 B free: 563 MiB too little.',
  ],
];

/** A run in which something went before, two minutes ago. */
function runAfter(boxes: readonly BoxSpec[], before: readonly Command[]): Run {
  const run = createRun(scenario(boxes));
  for (const command of before) {
    expect(run.do(command)).toMatchObject({ done: true });
    run.seek(run.head + 60 * SECOND);
  }
  return run;
}

describe('is refused', () => {
  it.each(CASES)('%s', (_, boxes, before, command, refusal, says) => {
    const run = runAfter(boxes, before);
    const was = [run.digest(), run.journal.length, run.factsAtHead, run.view().entities];
    expect(run.do(command)).toEqual({ done: false, refusal });
    expect([run.digest(), run.journal.length, run.factsAtHead, run.view().entities]).toEqual(was);
    expect(refusalSentence(refusal, command, run.view())).toBe(says);
    const untouched = runAfter(boxes, before);
    for (const each of [run, untouched]) each.seek(each.head + 120 * SECOND);
    expect(run.digest()).toBe(untouched.digest());
  });

  it('a snapshot of a machine that was never there', () => {
    const run = createRun(scenario(withDisks));
    const was = run.digest();
    expect(run.do({ name: 'take-snapshot', target: 'vm/vm-77' })).toMatchObject({
      refusal: { code: 'unknown-target' },
    });
    expect(run.digest()).toBe(was);
  });

  it('a scenario in which a VM has more virtual CPUs than a domain may have', () => {
    const wide = { ...hostA, holds: [{ ...hostA.holds![0]!, holds: [vm('wide', [], { vcpus: 200 })] }] };
    const build = () => createRun(scenario([wide]));
    expect(build).toThrow(ScenarioError);
    expect(build).toThrow('vm/wide: vcpus is 200; 128 at most, the limit of Xen: that is 72 too many.');
  });
});
