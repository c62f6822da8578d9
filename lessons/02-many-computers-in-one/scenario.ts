// The worlds of lesson 2: six computers and the host that takes their work, and what VMs on one host share.
import type { LessonScenario } from '../../src/lesson/format';
import {
  asText,
  CORE,
  GIBIBYTE,
  ioOf,
  MEBIBYTE,
  SECOND,
  stackOf,
  STACKS,
  type BoxSpec,
  type Fact,
} from '../../src/sim';

/** Two copies of each service, one to a machine. */
const COPIES = ['search-1', 'cart-1', 'buy-1', 'search-2', 'cart-2', 'buy-2'] as const;

/** One copy of a service that wants `cpuMicro` micro-cores; it is started with its machine. */
function copy(prefix: string, name: string, cpuMicro: number): BoxSpec {
  const service = name.split('-')[0] ?? name;
  return {
    kind: 'process',
    name: `${prefix}-${name}`,
    spec: { service, cpuMicro, memoryBytes: 768 * MEBIBYTE, startMs: 1_000, startAtBoot: true },
  };
}

type Spec = NonNullable<BoxSpec['spec']>;

/** A VM with one copy in it. */
function vm(name: string, inside: BoxSpec, spec: Spec = {}, os: Spec = {}): BoxSpec {
  return {
    kind: 'vm',
    name,
    spec: { memoryBytes: 4 * GIBIBYTE, ...spec },
    holds: [{ kind: 'kernel', name, spec: os, holds: [inside] }],
  };
}

/** A host with a type 1 hypervisor; what manages it is counted into it. */
function virtual(name: string, holds: readonly BoxSpec[]): BoxSpec {
  return { kind: 'host', name, holds: [{ kind: 'hypervisor', name: `xen-${name}`, holds }] };
}

/** What a copy wants that has little to do: a sixth of the cores of its computer. */
const LITTLE = 0.6 * CORE;

/** Half as many cores as host-a, as many as it needs and more. */
function computer(name: string, index: number): BoxSpec {
  const host = `pc-${index + 1}`;
  return {
    kind: 'host',
    name: host,
    spec: { cores: 4, memoryBytes: 8 * GIBIBYTE },
    holds: [{ kind: 'kernel', name: host, holds: [copy('pc', name, LITTLE)] }],
  };
}

const offVms = COPIES.map((name, index) => vm(`vm-${index + 1}`, copy('a', name, LITTLE), { start: 'off' }));

/** About what an idle Windows takes, and how long it boots (MODEL-FACTS.md section 8, [M]). */
const WINDOWS = { os: 'windows', memoryBytes: 1536 * MEBIBYTE, bootMs: 60_000 } as const;

const twoOses = virtual('host-b', [
  vm('vm-1', copy('b', 'search-1', LITTLE), { start: 'off' }, WINDOWS),
  vm('vm-2', copy('b', 'cart-1', LITTLE), { start: 'off' }),
]);

/** Five copies that want a little more than their share of eight cores, and one in VM 3 that wants what is said. */
const busyVms = (third: number) =>
  COPIES.map((name, index) => vm(`vm-${index + 1}`, copy('a', name, name === 'buy-1' ? third : 1.5 * CORE)));

const laptop: BoxSpec = {
  kind: 'host',
  name: 'laptop',
  spec: { memoryBytes: 16 * GIBIBYTE },
  holds: [
    {
      kind: 'kernel',
      name: 'windows',
      spec: WINDOWS,
      holds: [
        {
          kind: 'hypervisor',
          name: 'virtualbox',
          spec: { type: 2, product: 'virtualbox', named: true, memoryBytes: 100 * MEBIBYTE },
          holds: [vm('vm-2', copy('l', 'cart-1', LITTLE))],
        },
      ],
    },
  ],
};

/** Two customers who both want more than half of the server. */
const cloud = virtual('server-1', [
  vm('customer-a', copy('mine', 'cart-1', 6 * CORE), { vcpus: 8 }),
  vm('customer-b', copy('theirs', 'search-1', 6 * CORE), { vcpus: 8 }),
]);

/** Each product by its name, with the floors that it really has, and one VM. */
const sixStacks = STACKS.map((product, index) => {
  const guest = vm(`vm-${index + 1}`, copy(product, 'cart-1', LITTLE), { memoryBytes: 2 * GIBIBYTE });
  const spec = { cores: 4, memoryBytes: 8 * GIBIBYTE };
  return stackOf({ host: `${product}-1`, product, spec, vms: [guest] });
});

const isPanic = ({ name, about }: Fact, kernel: string) =>
  name === 'kernel.panicked' && about === `kernel/${kernel}`;

/** Copies that were ready in a VM of host-a, up to and with a fact. */
function readyOnHostA(facts: readonly Fact[], { seq }: Fact): number {
  const ready = facts.slice(0, seq + 1).filter(({ name }) => name === 'process.up');
  return new Set(ready.map(({ about }) => about ?? '').filter((id) => id.startsWith('process/a-'))).size;
}

/** The files of an OS or a container: one library in one version. */
const files = (name: string, version: string): BoxSpec => ({
  kind: 'filesystem',
  name,
  spec: { files: asText([{ path: '/usr/lib/libshop.so', type: 'library', cpu: 'amd64', version }]) },
});

/** cart bare on a server with an old library, search in a container with a new one. */
const twoVersions: readonly BoxSpec[] = [
  {
    kind: 'host',
    name: 'server-a',
    spec: { cores: 4, memoryBytes: 4 * GIBIBYTE },
    holds: [
      {
        kind: 'kernel',
        name: 'server-a',
        spec: { root: 'filesystem/server-a' },
        holds: [
          copy('a', 'cart-9', LITTLE),
          { kind: 'runtime', name: 'docker-a' },
          {
            kind: 'container',
            name: 'box-a',
            spec: { root: 'filesystem/box-a' },
            holds: [copy('box', 'search-9', LITTLE)],
          },
        ],
      },
    ],
  },
  files('server-a', '1.4'),
  files('box-a', '2.0'),
];

/** Seed, worlds, commands and moments. */
export const scenario: LessonScenario = {
  seed: 2,
  worlds: {
    'two-versions': { boxes: twoVersions },
    'six-computers': { boxes: [virtual('host-a', offVms), ...COPIES.map(computer)] },
    'two-oses': { boxes: [twoOses] },
    'six-vms': { boxes: [virtual('host-a', busyVms(0.1 * CORE))] },
    'one-wants-all': { boxes: [virtual('host-a', busyVms(8 * CORE))] },
    'two-types': {
      boxes: [
        stackOf({ host: 'host-a', product: 'esxi', vms: [vm('vm-1', copy('a', 'cart-1', LITTLE))] }),
        laptop,
      ],
    },
    'six-stacks': { boxes: sixStacks },
    cloud: {
      boxes: [cloud],
      faults: [{ at: 5 * SECOND, command: { name: 'panic-kernel', target: 'kernel/customer-b' } }],
    },
  },
  commands: ['start-vm', 'shut-down', 'panic-kernel', 'set-demand', 'kill-process', 'start-process'],
  moments: [
    {
      id: 'all-moved',
      sentence: 'The last copy answers on host-a',
      when: (fact, facts) => fact.name === 'process.up' && readyOnHostA(facts, fact) === COPIES.length,
    },
    {
      id: 'windows-panics',
      sentence: 'The Windows kernel panics in VM 1',
      when: (fact) => isPanic(fact, 'vm-1'),
    },
    {
      id: 'wants-all',
      sentence: 'buy in VM 3 wants all the CPU it can get',
      when: ({ name, about }) => name === 'command.set-demand' && about === 'process/a-buy-1',
    },
    {
      id: 'vm-3-panics',
      sentence: 'The kernel of VM 3 panics',
      when: (fact) => isPanic(fact, 'vm-3'),
    },
    {
      id: 'laptop-panics',
      sentence: 'The kernel of the laptop stops',
      when: (fact) => isPanic(fact, 'windows'),
    },
    {
      id: 'neighbour-panics',
      sentence: "The other customer's guest panics",
      when: (fact) => isPanic(fact, 'customer-b'),
    },
    {
      id: 'drivers-gone',
      sentence: 'The guests lack the program in dom0 that drives their disks',
      when: ({ name, at }, facts) =>
        name === 'process.suffering' &&
        facts.some(
          (fact) => fact.at === at && fact.name === 'process.exited' && fact.about === ioOf('xen-1'),
        ),
    },
  ],
};
