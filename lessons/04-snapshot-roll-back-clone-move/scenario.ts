// The worlds of lesson 4: a VM and the disk that its file lies on, and two hosts between which VMs move.
import type { LessonScenario } from '../../src/lesson/format';
import { GIBIBYTE, MEBIBYTE, SECOND, type BoxSpec, type Fact, type TimedCommand } from '../../src/sim';

const VM_1 = 'vm/vm-1';
const VM_2 = 'vm/vm-2';

type Spec = NonNullable<BoxSpec['spec']>;

/** A VM with one copy in it, which needs the file that is the VM's disk. */
function vm(number: number, spec: Spec = {}, service = 'cart'): BoxSpec {
  const file = `vdisk/vm-${number}`;
  const copy = {
    service,
    cpuMicro: 400_000,
    memoryBytes: 1_700 * MEBIBYTE,
    startMs: 1_000,
    startAtBoot: true,
  };
  const program: BoxSpec = {
    kind: 'process',
    name: `${service}-${number}`,
    spec: copy,
    needs: [file],
  };
  return {
    kind: 'vm',
    name: `vm-${number}`,
    spec: { memoryBytes: 4 * GIBIBYTE, ...spec },
    needs: [file],
    holds: [{ kind: 'kernel', name: `vm-${number}`, holds: [program] }],
  };
}

/** The file that a VM sees as its disk. */
function file(number: number, spec: Spec): BoxSpec {
  return { kind: 'vdisk', name: `vm-${number}`, spec: { of: `vm/vm-${number}`, ...spec } };
}

/** A host with KVM, 1 Gbit/s. */
function host(letter: string, holds: readonly BoxSpec[]): BoxSpec {
  const hypervisor: BoxSpec = {
    kind: 'hypervisor',
    name: `hypervisor-${letter}`,
    spec: { product: 'kvm' },
    holds,
  };
  return {
    kind: 'host',
    name: `host-${letter}`,
    spec: { networkBytesPerSecond: 125_000_000 },
    holds: [hypervisor],
  };
}

function disk(name: string, on: string | null, gibibytes: number, holds: readonly BoxSpec[] = []): BoxSpec {
  return { kind: 'disk', name, spec: { host: on, capacityBytes: gibibytes * GIBIBYTE }, holds };
}

const ON_A = 'host/host-a';

/** 20 GiB, all of it in use; the guest writes the same 3 GiB again and again. */
const LARGE = {
  dataBytes: 20 * GIBIBYTE,
  hotBytes: 3 * GIBIBYTE,
  writeBytesPerSecond: 64 * MEBIBYTE,
  nextDrivers: 'ahci',
} as const;
/** 8 GiB, of which it writes 512 MiB. */
const SMALL = {
  virtualBytes: 8 * GIBIBYTE,
  dataBytes: 8 * GIBIBYTE,
  hotBytes: 512 * MEBIBYTE,
  writeBytesPerSecond: 16 * MEBIBYTE,
} as const;
/** 8 GiB, of which it writes 2 in a night. */
const BUSY = { ...SMALL, hotBytes: 2 * GIBIBYTE, writeBytesPerSecond: 48 * MEBIBYTE } as const;

/** A night passes in a minute here. */
const NIGHT = 60 * SECOND;
const nightly: readonly TimedCommand[] = Array.from({ length: 8 }, (_, night) => ({
  at: 10 * SECOND + night * NIGHT,
  command: { name: 'take-snapshot', target: 'vm/vm-1' },
}));

/** Ten snapshots of VM 1, and then the disk breaks. */
const tenAndBroken: readonly TimedCommand[] = [
  ...Array.from({ length: 10 }, (_, at) => ({
    at: (at + 1) * SECOND,
    command: { name: 'take-snapshot', target: 'vm/vm-1' },
  })),
  { at: 12 * SECOND, command: { name: 'break-disk', target: 'disk/ssd' } },
];

/** VM 1 writes less than the network sends, VM 2 more. */
const calm = { dirtyBytesPerSecond: 40 * MEBIBYTE, workingSetBytes: GIBIBYTE };
const wild = { dirtyBytesPerSecond: 256 * MEBIBYTE, workingSetBytes: 2 * GIBIBYTE };
const twoHosts: readonly BoxSpec[] = [
  host('a', [vm(1, calm), vm(2, wild, 'search')]),
  host('b', []),
  disk('shared', null, 64, [file(1, SMALL), file(2, SMALL)]),
];

/**
 * Three VMs that were promised 4 GiB and use half of it, on a host of 16 GiB, and a fourth that is off. All are off
 * until the answer is locked: what they leave is what is asked.
 */
const small: readonly BoxSpec[] = [
  {
    ...host(
      'a',
      [1, 2, 3, 4].map((number) => vm(number, { start: 'off' })),
    ),
    spec: { memoryBytes: 16 * GIBIBYTE },
  },
  disk('shared', null, 64, [file(1, SMALL), file(2, SMALL), file(3, SMALL), file(4, SMALL)]),
];

/** A round of a move for which there is as much to send as for the one before. */
function isNotShorter({ seq, name, about, data }: Fact, facts: readonly Fact[]): boolean {
  const before = facts.slice(0, seq).findLast((fact) => fact.name === 'vm.round' && fact.about === about);
  const [now, then] = [data, before?.data].map((each) => Number(each?.['roundBytes']));
  return name === 'vm.round' && Number(data?.['round']) > 1 && now! >= then!;
}

/** Seed, worlds, commands and moments. */
export const scenario: LessonScenario = {
  seed: 4,
  worlds: {
    'three-promised': {
      boxes: small,
      faults: [1, 2, 3].map((number) => ({
        at: number * SECOND,
        command: { name: 'start-vm', target: `vm/vm-${number}` },
      })),
    },
    'one-vm': { boxes: [host('a', [vm(1)]), disk('ssd', ON_A, 40, [file(1, LARGE)])] },
    clones: { boxes: [host('a', [vm(1)]), disk('ssd', ON_A, 26, [file(1, SMALL)])] },
    nights: {
      boxes: [host('a', [vm(1)]), disk('ssd', ON_A, 16, [file(1, BUSY)])],
      faults: nightly,
    },
    'two-disks': {
      boxes: [host('a', [vm(1)]), disk('ssd', ON_A, 24, [file(1, BUSY)]), disk('ssd-2', ON_A, 24)],
    },
    'two-hosts': { boxes: twoHosts },
    'ten-snapshots': {
      boxes: [host('a', [vm(1)]), disk('ssd', ON_A, 24, [file(1, BUSY)])],
      faults: tenAndBroken,
    },
  },
  commands: [
    'take-snapshot',
    'upgrade-guest',
    'roll-back',
    'clone-vm',
    'start-vm',
    'stop-vm',
    'delete-snapshot',
    'resume-vm',
    'back-up',
    'break-disk',
    'restore',
    'migrate-vm',
    'cancel-migration',
    'move-vm',
    'pull-plug',
  ],
  moments: [
    {
      id: 'no-boot',
      sentence: 'VM 1 does not boot with what it was upgraded to',
      when: ({ name, about }) => name === 'kernel.no-root' && about === 'kernel/vm-1',
    },
    {
      id: 'linked',
      sentence: 'The first linked clone is there at once',
      when: ({ name, data }) => name === 'vm.cloned' && data?.['kind'] === 'linked',
    },
    {
      id: 'disk-full',
      sentence: 'The disk is full, and VM 1 stands still',
      when: ({ name, about }) => name === 'vm.held' && about === VM_1,
    },
    {
      id: 'disk-breaks',
      sentence: 'The disk under VM 1 breaks',
      when: ({ name, about }) => name === 'disk.broke' && about === 'disk/ssd',
    },
    {
      id: 'too-busy',
      sentence: 'VM 2 would never arrive: no round is shorter',
      when: (fact, facts) => fact.about === VM_2 && isNotShorter(fact, facts),
    },
    {
      id: 'in-two-places',
      sentence: 'VM 2 runs on host-b, and a part of its memory is on host-a',
      when: ({ name, about, data }) =>
        name === 'vm.pulling' && about === VM_2 && data?.['peer'] === 'hypervisor/hypervisor-b',
    },
  ],
};
