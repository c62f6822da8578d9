// The worlds of lesson 8: neighbours on one kernel, a quota beside idle cores, a limit that is too small, and machines
// and containers that are given more while they run.
import type { LessonScenario } from '../../src/lesson/format';
import { CORE, GIBIBYTE, MEBIBYTE, SECOND, type BoxSpec } from '../../src/sim';

/** What the price list of `buy` needs: more than its container may have. */
const PRICE_LIST = 1280 * MEBIBYTE;

type Spec = NonNullable<BoxSpec['spec']>;

/** A container with one program, of the same name. */
function container(name: string, program: Spec, limits: Spec = {}): BoxSpec {
  const copy = { service: name, startMs: 1_000, memoryBytes: GIBIBYTE, cpuMicro: 0, ...program };
  return { kind: 'container', name, spec: limits, holds: [{ kind: 'process', name, spec: copy }] };
}

/** A host with containers on one kernel. */
function host(cores: number, containers: readonly BoxSpec[]): BoxSpec {
  return {
    kind: 'host',
    name: 'host-a',
    spec: { cores, memoryBytes: 16 * GIBIBYTE },
    holds: [
      { kind: 'kernel', name: 'host-a', holds: [{ kind: 'runtime', name: 'docker-a' }, ...containers] },
    ],
  };
}

/** A VM with 2 GiB and one copy; up to `maxMemoryBytes` it takes more while it runs, 0: nothing. */
function vm(number: number, service: string, maxMemoryBytes: number): BoxSpec {
  const copy = { service, startMs: 1_000, startAtBoot: true, memoryBytes: 717 * MEBIBYTE };
  const program: BoxSpec = { kind: 'process', name: service, spec: copy };
  return {
    kind: 'vm',
    name: `vm-${number}`,
    spec: { memoryBytes: 2 * GIBIBYTE, maxMemoryBytes },
    holds: [{ kind: 'kernel', name: `vm-${number}`, holds: [program] }],
  };
}

/** A host with VMs on a hypervisor. */
function hostOfVms(name: string, vms: readonly BoxSpec[]): BoxSpec {
  return {
    kind: 'host',
    name,
    spec: { memoryBytes: 16 * GIBIBYTE },
    holds: [{ kind: 'hypervisor', name, spec: { product: 'kvm' }, holds: vms }],
  };
}

const busy = { cpuMicro: 4 * CORE };

/** Seed, worlds, commands and moments. */
export const scenario: LessonScenario = {
  seed: 8,
  worlds: {
    // Off until the question is answered: what is free would answer it.
    reserved: {
      boxes: [
        hostOfVms(
          'host-b',
          ['search', 'cart', 'buy'].map((service, index) => {
            const box = vm(index + 1, service, 0);
            return { ...box, spec: { ...box.spec, memoryBytes: 4 * GIBIBYTE, start: 'off' } };
          }),
        ),
      ],
      faults: [1, 2, 3].map((number) => ({
        at: number * SECOND,
        command: { name: 'start-vm', target: `vm/vm-${number}` },
      })),
    },
    neighbours: { boxes: [host(4, [container('cart', busy), container('search', busy)])] },
    'seven-idle': {
      boxes: [host(8, [container('search', { cpuMicro: CORE }), container('cart', {})])],
    },
    'price-list': {
      boxes: [
        host(8, [
          container('search', { memoryBytes: 6 * GIBIBYTE, cpuMicro: CORE / 2 }),
          container('cart', { cpuMicro: CORE / 2 }),
          container(
            'buy',
            { memoryBytes: 400 * MEBIBYTE, cpuMicro: CORE / 2 },
            { memoryLimitBytes: GIBIBYTE },
          ),
        ]),
      ],
      faults: [
        {
          at: 5 * SECOND,
          command: { name: 'use-memory', target: 'process/buy', args: { bytes: PRICE_LIST } },
        },
      ],
    },
    'soft-limit': {
      boxes: [
        host(8, [
          container(
            'buy',
            { memoryBytes: 400 * MEBIBYTE, cpuMicro: CORE / 2 },
            { memoryHighBytes: GIBIBYTE, restartPolicy: 'always' },
          ),
        ]),
        { kind: 'healthcheck', name: 'buy', spec: { intervalMs: 5_000, timeoutMs: 2_000 } },
      ],
      faults: [
        {
          at: 8 * SECOND,
          command: { name: 'use-memory', target: 'process/buy', args: { bytes: PRICE_LIST } },
        },
      ],
    },
    'three-to-grow': {
      boxes: [
        host(8, [
          container('cart', { heapPercent: 75, cpuMicro: CORE / 2 }, { memoryLimitBytes: 2 * GIBIBYTE }),
        ]),
        hostOfVms('host-b', [vm(1, 'search', 4 * GIBIBYTE), vm(2, 'buy', 0)]),
      ],
    },
    'one-to-three': {
      boxes: [
        host(4, [container('search', busy, { weight: 100 }), container('cart', busy, { weight: 300 })]),
      ],
      faults: [
        { at: 5 * SECOND, command: { name: 'set-demand', target: 'process/cart', args: { cpuMicro: 0 } } },
      ],
    },
  },
  commands: [
    'set-threads',
    'set-cpu-weight',
    'set-cpu-max',
    'set-memory-max',
    'set-memory-high',
    'stop-container',
    'start-container',
    'set-vm-memory',
    'stop-vm',
    'start-vm',
  ],
  moments: [
    {
      id: 'more-threads',
      sentence: 'search starts more threads',
      when: ({ name, about }) => name === 'command.set-threads' && about === 'process/search',
    },
    {
      id: 'quota',
      sentence: 'search gets a quota',
      when: ({ name }) => name === 'command.set-cpu-max',
    },
    {
      id: 'out-of-memory',
      sentence: 'The kernel chooses whom to end',
      when: ({ name }) => name === 'kernel.out-of-memory',
    },
    {
      id: 'unhealthy',
      sentence: 'Docker calls buy unhealthy',
      when: ({ name }) => name === 'healthcheck.unhealthy',
    },
    {
      id: 'limit-raised',
      sentence: 'The limit of cart is doubled while it runs',
      when: ({ name, about }) => name === 'command.set-memory-max' && about === 'container/cart',
    },
    {
      id: 'cart-again',
      sentence: 'cart serves again, with its new limit',
      when: ({ seq, name, about }, facts) =>
        name === 'process.up' &&
        about === 'process/cart' &&
        facts
          .slice(0, seq)
          .some((fact) => fact.name === 'container.starting' && fact.about === 'container/cart'),
    },
    {
      id: 'second-idle',
      sentence: 'cart goes idle',
      when: ({ name }) => name === 'fault.set-demand',
    },
  ],
};
