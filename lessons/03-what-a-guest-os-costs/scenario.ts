// The worlds of lesson 3: a host that is filled with VMs, and one that has promised more than it has.
import type { LessonScenario } from '../../src/lesson/format';
import { CORE, GIBIBYTE, MEBIBYTE, SECOND, type BoxSpec, type Fact, type TimedCommand } from '../../src/sim';

const SERVICES = ['search', 'cart', 'buy'] as const;

/** The service of which a VM has a copy. */
const serviceOf = (number: number): string => SERVICES[(number - 1) % SERVICES.length] ?? SERVICES[0];

/** Twelve VMs of the overcommitting host. */
const TWELVE = Array.from({ length: 12 }, (_, index) => index + 1);

/** What a program uses so that it and its guest OS of about 0.3 GiB make 1 GiB together. */
const QUIET = 717 * MEBIBYTE;
/** The same with its job. */
const BUSY = QUIET + 3 * GIBIBYTE;

/** What of that are services: about 0.2 GiB of an idle Linux server (MODEL-FACTS.md section 8, [M]). */
const OS = { servicesBytes: 205 * MEBIBYTE };

/** What guests of one image have alike: the scenario's choice, about their kernel and services. */
const ALIKE = 256 * MEBIBYTE;

/** One VM with a reservation of 4 GiB and one copy in it. */
function vm(number: number, start: 'up' | 'off', cpuMicro = 0.1 * CORE): BoxSpec {
  const service = serviceOf(number);
  const copy = { service, cpuMicro, memoryBytes: QUIET, startMs: 1_000, startAtBoot: true };
  const program: BoxSpec = { kind: 'process', name: `${service}-${number}`, spec: copy };
  return {
    kind: 'vm',
    name: `vm-${number}`,
    spec: { start, memoryBytes: 4 * GIBIBYTE },
    holds: [{ kind: 'kernel', name: `vm-${number}`, spec: OS, holds: [program] }],
  };
}

/** A host of 32 GiB with a type 1 hypervisor. */
function host(hypervisor: NonNullable<BoxSpec['spec']>, holds: readonly BoxSpec[]): BoxSpec {
  return {
    kind: 'host',
    name: 'host-a',
    holds: [{ kind: 'hypervisor', name: 'hypervisor-a', spec: hypervisor, holds }],
  };
}

/** ESXi can promise more than it has; the swap device is the scenario's choice. */
const overcommitting = (overcommit: boolean) => ({
  product: 'esxi',
  overcommit,
  swapBytes: 24 * GIBIBYTE,
});

const twelve = (start: 'up' | 'off') => TWELVE.map((number) => vm(number, start, 0.5 * CORE));

/** From `seconds` on, the copies of these VMs use so much. */
function use(seconds: number, numbers: readonly number[], bytes: number): readonly TimedCommand[] {
  return numbers.map((number) => ({
    at: seconds * SECOND,
    command: {
      name: 'use-memory',
      target: `process/${serviceOf(number)}-${number}`,
      args: { bytes },
    },
  }));
}

const first = TWELVE.slice(0, 6);
const others = TWELVE.slice(6);

/** How many copies had served, up to and with a fact. */
const servedBy = (facts: readonly Fact[], { seq }: Fact) =>
  facts.slice(0, seq + 1).filter(({ name }) => name === 'process.up').length;

/** How many guests took memory in the instant of a fact, up to and with it. */
const busyWith = (facts: readonly Fact[], { seq, at, name }: Fact) =>
  facts.slice(0, seq + 1).filter((fact) => fact.at === at && fact.name === name).length;

/** Seed, worlds, commands and moments. */
export const scenario: LessonScenario = {
  seed: 3,
  worlds: {
    // Idle until the answer is locked: what each gets is what is asked.
    'three-busy': {
      boxes: [
        host(
          {},
          [1, 2, 3].map((number) => wide(number)),
        ),
      ],
      faults: [1, 2, 3].map((number) => ({
        at: SECOND,
        command: {
          name: 'set-demand',
          target: `process/${serviceOf(number)}-${number}`,
          args: { cpuMicro: 8 * CORE },
        },
      })),
    },
    'nine-vms': {
      boxes: [
        host(
          {},
          TWELVE.slice(0, 9).map((number) => vm(number, 'off')),
        ),
      ],
    },
    'twelve-vms': { boxes: [host(overcommitting(false), twelve('off'))] },
    'same-image': {
      boxes: [
        host(
          { product: 'kvm', overcommit: true },
          twelve('up').map((box) => ({ ...box, spec: { ...box.spec, image: 'linux', imageBytes: ALIKE } })),
        ),
      ],
    },
    'night-job': {
      boxes: [host(overcommitting(true), twelve('up'))],
      faults: [...use(5, first, BUSY), ...use(15, first, QUIET), ...use(25, others, BUSY)],
    },
    'while-it-runs': {
      boxes: [host({ product: 'kvm' }, [growing(1, 8, 4 * CORE), growing(2, 0, 0.5 * CORE)])],
    },
    morning: {
      boxes: [host(overcommitting(true), twelve('up'))],
      faults: use(5, TWELVE, BUSY),
    },
  },
  commands: [
    'start-vm',
    'stop-vm',
    'set-overcommit',
    'set-balloon',
    'set-page-sharing',
    'set-vcpus',
    'set-vm-memory',
    'set-cpu-cap',
  ],
  moments: [
    {
      id: 'first-starts',
      sentence: 'The first VM starts',
      when: ({ name }) => name === 'vm.starting',
    },
    {
      id: 'twelfth-serves',
      sentence: 'The last of the twelve serves',
      when: (fact, facts) => fact.name === 'process.up' && servedBy(facts, fact) === TWELVE.length,
    },
    {
      id: 'swapping',
      sentence: 'The host begins to swap',
      when: ({ name }) => name === 'vm.swapping',
    },
    {
      id: 'looks-for-equal',
      sentence: 'KVM begins to look for equal pages',
      when: ({ name }) => name === 'command.set-page-sharing',
    },
    {
      id: 'one-is-larger',
      sentence: 'VM 1 has more memory, and ran on',
      when: ({ name }) => name === 'vm.resized',
    },
    {
      id: 'all-busy',
      sentence: 'All twelve get busy at once',
      when: (fact, facts) => fact.name === 'fault.use-memory' && busyWith(facts, fact) === TWELVE.length,
    },
  ],
};

/** A VM with as many virtual CPUs as the host has cores, in which a copy idles until it is told to want them all. */
function wide(number: number): BoxSpec {
  const box = vm(number, 'up');
  return { ...box, spec: { ...box.spec, vcpus: 8 } };
}

/** A VM of 2 GiB that may have up to `mostGibibytes` while it runs; 0: it was started without a maximum. */
function growing(number: number, mostGibibytes: number, cpuMicro: number): BoxSpec {
  const box = vm(number, 'up', cpuMicro);
  const memory = { memoryBytes: 2 * GIBIBYTE, maxMemoryBytes: mostGibibytes * GIBIBYTE };
  return { ...box, spec: { ...box.spec, ...memory } };
}
