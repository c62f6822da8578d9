// The worlds of lesson 5: one process and its walls, the same container by several programs, and their chains.
import type { LessonScenario } from '../../src/lesson/format';
import { CORE, GIBIBYTE, MEBIBYTE, SECOND, type BoxSpec, type Fact } from '../../src/sim';
import { NAMESPACES } from '../../src/sim/rooms/namespaces/names';

const program = (name: string, spec: BoxSpec['spec'] = {}): BoxSpec => {
  const service = name.split('-').at(-1) ?? name;
  return {
    kind: 'process',
    name,
    spec: { service, memoryBytes: 768 * MEBIBYTE, cpuMicro: 500_000, startMs: 1_000, ...spec },
  };
};

function onKernel(name: string, holds: readonly BoxSpec[]): BoxSpec {
  return {
    kind: 'host',
    name,
    spec: { cores: 4, memoryBytes: 8 * GIBIBYTE },
    holds: [{ kind: 'kernel', name, holds }],
  };
}

/** One copy in a container, with the monitor beside it; `start` is off where the learner starts it. */
function contained(name: string, monitor: string, start: 'up' | 'off'): BoxSpec[] {
  return [
    { kind: 'container', name, spec: { start }, holds: [program(name)] },
    {
      kind: 'monitor',
      name: `${monitor}-${name}`,
      spec: { product: monitor, of: `container/${name}`, start },
    },
  ];
}

const daemon = (product: string, letter: string, liveRestore = false): BoxSpec => ({
  kind: 'runtime',
  name: `${product}-${letter}`,
  spec: { product, liveRestore },
});

const docker = (letter: string, liveRestore = false) => [
  daemon('dockerd', letter, liveRestore),
  daemon('containerd', letter),
];

function vm(name: string, cpuMicro: number, spec: BoxSpec['spec']): BoxSpec {
  const holds = [{ ...program(`${name}-cart`, { cpuMicro, startAtBoot: true }) }];
  return {
    kind: 'vm',
    name,
    spec: { memoryBytes: 3 * GIBIBYTE, ...spec },
    holds: [{ kind: 'kernel', name, holds }],
  };
}

/** A host whose own OS carries KVM, so that a VM is one program on its list. */
function kvmHost(letter: string, vms: readonly BoxSpec[], cores: number): BoxSpec {
  const kvm = { type: 2, product: 'kvm', named: true, memoryBytes: 100 * MEBIBYTE };
  return {
    kind: 'host',
    name: `host-${letter}`,
    spec: { cores, memoryBytes: 8 * GIBIBYTE },
    holds: [
      {
        kind: 'kernel',
        name: `host-${letter}`,
        holds: [{ kind: 'hypervisor', name: `kvm-${letter}`, spec: kvm, holds: vms }],
      },
    ],
  };
}

const three = (letter: string) =>
  ['search', 'cart', 'buy'].flatMap((name) => contained(`${letter}-${name}`, 'shim', 'up'));

/** Two hosts with Docker, of which one has live-restore. */
const dockerTwice = {
  boxes: [
    onKernel('host-e', [...docker('e'), ...three('e')]),
    onKernel('host-f', [...docker('f', true), ...three('f')]),
  ],
};

const greedy = program('batch', { namespaces: NAMESPACES.join(' '), cpuMicro: 100_000 });

const isFirst =
  (name: string, about: string) =>
  (fact: Fact): boolean =>
    fact.name === name && fact.about === about;

/** It runs in what it was started again in. */
const isUpAgain = isFirst('process.up', 'process/cart');

/** It was given what it need not be started again for. */
const isMoved = ({ name, data }: Fact) =>
  name === 'command.unshare' && data?.['namespace'] !== 'pid' && data?.['namespace'] !== 'time';

/** The kinds that were given away, up to and with a fact. */
const ownKinds = (facts: readonly Fact[], { seq }: Fact) =>
  new Set(
    facts
      .slice(0, seq + 1)
      .flatMap(({ name, data }) => (name === 'command.unshare' ? [data?.['namespace']] : [])),
  );

/** Seed, worlds, commands and moments. */
export const scenario: LessonScenario = {
  seed: 5,
  worlds: {
    // Idle until the answer is locked: what each gets is what is asked.
    'two-busy-vms': {
      boxes: [kvmHost('v', [vm('v-1', 50_000, { vcpus: 2 }), vm('v-2', 50_000, { vcpus: 2 })], 2)],
      faults: ['v-1', 'v-2'].map((name) => ({
        at: SECOND,
        command: { name: 'set-demand', target: `process/${name}-cart`, args: { cpuMicro: 2 * CORE } },
      })),
    },
    'one-kernel': {
      boxes: [
        onKernel(
          'host-a',
          // Busy enough that each limit that can be set is felt.
          [program('search'), program('cart', { cpuMicro: 3 * CORE }), program('buy')],
        ),
      ],
    },
    'two-ways': {
      boxes: [
        onKernel('host-b', [...docker('b'), ...contained('b-cart', 'shim', 'off')]),
        onKernel('host-c', contained('c-cart', 'lxc', 'off')),
        kvmHost('d', [vm('d', 500_000, { start: 'off' })], 4),
      ],
    },
    'docker-twice': dockerTwice,
    'docker-in-order': dockerTwice,
    'four-chains': {
      boxes: [
        onKernel('host-g', [daemon('containerd', 'g'), ...contained('g-cart', 'shim', 'off')]),
        onKernel('host-h', [daemon('cri-o', 'h'), ...contained('h-cart', 'conmon', 'off')]),
        onKernel('host-i', contained('i-cart', 'lxc', 'off')),
        onKernel('host-j', contained('j-cart', 'rkt', 'off')),
      ],
    },
    'no-limits': {
      boxes: [
        onKernel('host-k', [
          program('search', { cpuMicro: 1_500_000 }),
          program('buy', { cpuMicro: 1_500_000 }),
          greedy,
        ]),
      ],
      faults: [
        {
          at: 5 * SECOND,
          command: { name: 'set-demand', target: 'process/batch', args: { cpuMicro: 4 * CORE } },
        },
        {
          at: 5 * SECOND,
          command: { name: 'use-memory', target: 'process/batch', args: { bytes: 5 * GIBIBYTE } },
        },
      ],
    },
  },
  commands: [
    'unshare',
    'limit-process',
    'start-container',
    'start-vm',
    'crash-runtime',
    'stop-runtime',
    'kill-process',
    'set-demand',
  ],
  moments: [
    {
      id: 'own-list',
      sentence: 'cart lists no other process',
      when: (fact, facts) => isUpAgain(fact) && ownKinds(facts, fact).has('pid'),
    },
    {
      id: 'all-walls',
      sentence: 'cart has a namespace of its own of every kind',
      when: (fact, facts) =>
        (isUpAgain(fact) || isMoved(fact)) && ownKinds(facts, fact).size === NAMESPACES.length,
    },
    {
      id: 'docker-starts',
      sentence: 'Docker has started cart',
      when: isFirst('container.running', 'container/b-cart'),
    },
    {
      id: 'dockerd-dies',
      sentence: 'dockerd is killed on host-e',
      when: isFirst('runtime.crashed', 'runtime/dockerd-e'),
    },
    {
      id: 'shim-dies',
      sentence: 'The shim of cart is killed on host-f',
      when: isFirst('monitor.killed', 'monitor/shim-f-cart'),
    },
    {
      id: 'dockerd-stops',
      sentence: 'dockerd is stopped in order on host-e',
      when: isFirst('runtime.stopped', 'runtime/dockerd-e'),
    },
    {
      id: 'conmon-dies',
      sentence: 'conmon is killed on host-h',
      when: isFirst('monitor.killed', 'monitor/conmon-h-cart'),
    },
    {
      id: 'batch-wants-all',
      sentence: 'batch wants all the CPU it can get',
      when: ({ name }) => name === 'fault.set-demand',
    },
  ],
};
