// The worlds of lesson 10: the same six copies on VMs and on one kernel, and what else the steps need.
import type { LessonScenario } from '../../src/lesson/format';
import { GIBIBYTE, MEBIBYTE, SECOND, type BoxSpec, type Fact, type TimedCommand } from '../../src/sim';

/** Two copies of each service, in this order on every host. */
const COPIES = ['search-1', 'cart-1', 'buy-1', 'search-2', 'cart-2', 'buy-2'] as const;

/** One copy of a service: about a second from its start to its first answer, and little to do. */
function copy(prefix: string, name: string): BoxSpec {
  const service = name.split('-')[0] ?? name;
  return {
    kind: 'process',
    name: `${prefix}-${name}`,
    spec: { service, memoryBytes: 768 * MEBIBYTE, cpuMicro: 100_000, startMs: 1_000 },
  };
}

/** One copy in a container of its own. */
function container(prefix: string, name: string): BoxSpec {
  return { kind: 'container', name: `${prefix}-${name}`, holds: [copy(prefix, name)] };
}

/** host-a: a type 1 hypervisor and six VMs with one copy in each. */
const hostA: BoxSpec = {
  kind: 'host',
  name: 'host-a',
  holds: [
    {
      kind: 'hypervisor',
      name: 'xen-a',
      holds: COPIES.map((name, index) => ({
        kind: 'vm',
        name: `vm-${index + 1}`,
        spec: { memoryBytes: 4 * GIBIBYTE },
        holds: [{ kind: 'kernel', name: `vm-${index + 1}`, holds: [copy('a', name)] }],
      })),
    },
  ],
};

/** host-b: one kernel, a runtime, and six containers beside it. */
const hostB: BoxSpec = {
  kind: 'host',
  name: 'host-b',
  holds: [
    {
      kind: 'kernel',
      name: 'host-b',
      holds: [{ kind: 'runtime', name: 'docker-b' }, ...COPIES.map((name) => container('b', name))],
    },
  ],
};

/** A VM of host-c: a guest with a runtime, ready for containers. */
function dockerVm(name: string): BoxSpec {
  return {
    kind: 'vm',
    name,
    spec: { memoryBytes: 8 * GIBIBYTE },
    holds: [{ kind: 'kernel', name, holds: [{ kind: 'runtime', name }] }],
  };
}

const hostC: BoxSpec = {
  kind: 'host',
  name: 'host-c',
  holds: [{ kind: 'hypervisor', name: 'xen-c', holds: [dockerVm('c-1'), dockerVm('c-2')] }],
};

/** Windows, VirtualBox on it, two Linux guests, four containers in the first. */
const laptop: BoxSpec = {
  kind: 'host',
  name: 'laptop',
  spec: { memoryBytes: 16 * GIBIBYTE },
  holds: [
    {
      kind: 'kernel',
      name: 'windows',
      // About what an idle Windows takes; the footprint of a server without a desktop is 1.5 GiB.
      spec: { os: 'windows', memoryBytes: 1536 * MEBIBYTE },
      holds: [
        {
          kind: 'hypervisor',
          name: 'virtualbox',
          spec: { type: 2, product: 'virtualbox', memoryBytes: 100 * MEBIBYTE },
          holds: [
            {
              kind: 'vm',
              name: 'linux-1',
              spec: { memoryBytes: 6 * GIBIBYTE },
              holds: [
                {
                  kind: 'kernel',
                  name: 'linux-1',
                  holds: [
                    { kind: 'runtime', name: 'docker' },
                    ...COPIES.slice(0, 4).map((name) => container('l', name)),
                  ],
                },
              ],
            },
            {
              kind: 'vm',
              name: 'linux-2',
              spec: { memoryBytes: 4 * GIBIBYTE },
              holds: [{ kind: 'kernel', name: 'linux-2' }],
            },
          ],
        },
      ],
    },
  ],
};

/** How a copy stops: by itself, or with its floor. */
const STOPPED = ['process.exited', 'process.fell'];

function fault(seconds: number, name: string, target: string): TimedCommand {
  return { at: seconds * SECOND, command: { name, target } };
}

/** Whether a copy came up again after it had stopped. */
const servesAgain =
  (copy: string) =>
  ({ seq, name, about }: Fact, facts: readonly Fact[]): boolean =>
    name === 'process.up' &&
    about === copy &&
    facts.slice(0, seq).some((fact) => fact.about === copy && STOPPED.includes(fact.name));

/** Seed, worlds, commands and moments. */
export const scenario: LessonScenario = {
  seed: 10,
  worlds: {
    'two-hosts': { boxes: [hostA, hostB] },
    'three-faults': {
      boxes: [hostA, hostB],
      faults: [
        fault(10, 'kill-process', 'process/b-cart-1'),
        fault(20, 'panic-kernel', 'kernel/vm-2'),
        fault(30, 'panic-kernel', 'kernel/host-b'),
      ],
    },
    'host-c': { boxes: [hostC, ...COPIES.map((name) => container('c', name))] },
    laptop: { boxes: [laptop], faults: [fault(5, 'panic-kernel', 'kernel/windows')] },
  },
  commands: [
    'kill-process',
    'panic-kernel',
    'crash-hypervisor',
    'pull-plug',
    'set-restart-policy',
    'set-restart',
    'set-on-crash',
    'set-reboot-on-panic',
    'set-start-at-boot',
    'place-container',
    'remove-container',
  ],
  moments: [
    {
      id: 'cart-killed',
      sentence: 'cart on host-b is killed',
      when: ({ name, about }) => name === 'process.exited' && about?.startsWith('process/b-cart') === true,
    },
    {
      id: 'cart-in-vm-killed',
      sentence: 'cart in VM 2 is killed',
      when: ({ name, about }) => name === 'process.exited' && about === 'process/a-cart-1',
    },
    {
      id: 'guest-panics',
      sentence: 'The kernel of VM 2 panics',
      when: ({ name, about }) => name === 'kernel.panicked' && about === 'kernel/vm-2',
    },
    {
      id: 'host-kernel-panics',
      sentence: 'The kernel of host-b panics',
      when: ({ name, about }) => name === 'kernel.panicked' && about === 'kernel/host-b',
    },
    {
      id: 'hypervisor-crashes',
      sentence: 'The hypervisor of host-a crashes',
      when: ({ name, about }) => name === 'hypervisor.crashed' && about === 'hypervisor/xen-a',
    },
    {
      id: 'plug-pulled',
      sentence: 'host-b loses its power',
      when: ({ name, about }) => name === 'host.lost-power' && about === 'host/host-b',
    },
    {
      id: 'cart-back',
      sentence: 'cart on host-b serves again',
      when: servesAgain('process/b-cart-1'),
    },
    {
      id: 'vm-back',
      sentence: 'cart in VM 2 serves again',
      when: servesAgain('process/a-cart-1'),
    },
    {
      id: 'host-back',
      sentence: 'host-b has booted again',
      when: ({ seq, name, about }, facts) =>
        name === 'kernel.up' &&
        about === 'kernel/host-b' &&
        facts.slice(0, seq).some((fact) => fact.name === 'kernel.panicked' && fact.about === about),
    },
    {
      id: 'wall-holds',
      sentence: 'The kernel of VM 1 panics on host-c',
      when: ({ name, about }) => name === 'kernel.panicked' && about === 'kernel/c-1',
    },
    {
      id: 'laptop-stops',
      sentence: 'The kernel of the laptop stops',
      when: ({ name, about }) => name === 'kernel.panicked' && about === 'kernel/windows',
    },
  ],
};
