// The worlds of lesson 9: two equal hosts that are filled with copies of one service, in VMs and in containers.
import type { LessonScenario } from '../../src/lesson/format';
import { CORE, GIBIBYTE, MEBIBYTE, SECOND, type BoxSpec, type TimedCommand } from '../../src/sim';

/** Copies of the small service that the script tries to start on each host, and of the huge one. */
const MANY = 130;
const FEW = 4;

/** A small service, and one for which a host is just big enough: the scenario's choice. */
const SMALL = 256 * MEBIBYTE;
const HUGE = 12 * GIBIBYTE;

/** An idle Linux, kernel and services together: about 0.3 GiB (MODEL-FACTS.md section 8, [M]). */
const LINUX = 307 * MEBIBYTE;
/** A Linux cut down to one program: about 30 MiB (Tinyx in LightVM, SOSP'17, [M]). */
const TINY = 30 * MEBIBYTE;
/** What Firecracker itself needs for a microVM (MODEL-FACTS.md section 4, [R] firecracker SPECIFICATION.md). */
const VMM = 5 * MEBIBYTE;
/** From its start to the guest's first program (same source), in milliseconds. */
const MICRO_BOOT_MS = 125;

type Spec = BoxSpec['spec'];

/** One copy: little to do, and a second from its start to its first answer. */
function copy(name: string, memoryBytes: number, spec: Spec = {}): BoxSpec {
  const load = { service: 'search', memoryBytes, cpuMicro: 0.02 * CORE, startMs: 1_000 };
  return { kind: 'process', name, spec: { ...load, ...spec } };
}

/** A VM with just the memory that its guest and its copy need. */
function vm(number: number, memoryBytes: number, guest: Spec & { memoryBytes: number }, own: Spec): BoxSpec {
  const program = copy(`a-search-${number}`, memoryBytes, { startAtBoot: true });
  return {
    kind: 'vm',
    name: `vm-${number}`,
    spec: { start: 'off', vcpus: 1, ...own, memoryBytes: guest.memoryBytes + memoryBytes },
    holds: [{ kind: 'kernel', name: `vm-${number}`, spec: guest, holds: [program] }],
  };
}

function container(number: number, memoryBytes: number): BoxSpec {
  const holds = [copy(`b-search-${number}`, memoryBytes)];
  return { kind: 'container', name: `search-${number}`, spec: { start: 'off' }, holds };
}

/** What stays beside a container as long as that runs. */
function shim(number: number): BoxSpec {
  return {
    kind: 'monitor',
    name: `shim-${number}`,
    spec: { start: 'off', of: `container/search-${number}` },
  };
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** host-a: a type 1 hypervisor and VMs with a whole OS in each. */
function inVms(count: number, memoryBytes: number): BoxSpec {
  const holds = numbers(count).map((number) => vm(number, memoryBytes, { memoryBytes: LINUX }, {}));
  return { kind: 'host', name: 'host-a', holds: [{ kind: 'hypervisor', name: 'xen-a', holds }] };
}

/** The same host with a Linux, KVM and microVMs: no firmware to run, and hardly an OS to boot. */
function inMicroVms(count: number, memoryBytes: number): BoxSpec {
  const guest = { memoryBytes: TINY + VMM, bootMs: MICRO_BOOT_MS };
  const holds = numbers(count).map((number) => vm(number, memoryBytes, guest, { firmwareMs: 0 }));
  const kvm = { kind: 'hypervisor', name: 'kvm-a', spec: { type: 2, product: 'kvm', memoryBytes: 0 }, holds };
  return { kind: 'host', name: 'host-a', holds: [{ kind: 'kernel', name: 'host-a', holds: [kvm] }] };
}

/** host-b: one kernel, a runtime, and containers. */
function inContainers(count: number, memoryBytes: number): BoxSpec {
  const containers = numbers(count).flatMap((number) => [container(number, memoryBytes), shim(number)]);
  const holds: readonly BoxSpec[] = [{ kind: 'runtime', name: 'docker-b' }, ...containers];
  return { kind: 'host', name: 'host-b', holds: [{ kind: 'kernel', name: 'host-b', holds }] };
}

/** Starts so many copies on each host every half second, and does not ask whether there is room. */
function script(count: number, atOnce: number): readonly TimedCommand[] {
  return numbers(count).flatMap((number) =>
    [
      { name: 'start-vm', target: `vm/vm-${number}` },
      { name: 'start-container', target: `container/search-${number}` },
    ].map((command) => ({ at: SECOND + (Math.ceil(number / atOnce) * SECOND) / 2, command })),
  );
}

/** Starts VMs one by one, the last when the others serve: whoever goes on after the question sees which has no room. */
function startAll(count: number): readonly TimedCommand[] {
  return numbers(count).map((number) => {
    return {
      at: (number < count ? number : 40) * SECOND,
      command: { name: 'start-vm', target: `vm/vm-${number}` },
    };
  });
}

/** Eight VMs of 8 GiB, of which the OS and its copy use half, on a host of 64 GiB. */
function eightPromised(): BoxSpec {
  const promise = { ...inVms(8, 4 * GIBIBYTE - LINUX), spec: { memoryBytes: 64 * GIBIBYTE } };
  const [xen] = promise.holds ?? [];
  const holds = (xen?.holds ?? []).map((box) => ({
    ...box,
    spec: { ...box.spec, memoryBytes: 8 * GIBIBYTE },
  }));
  return { ...promise, holds: xen ? [{ ...xen, holds }] : [] };
}

/** Seed, worlds, commands and moments. */
export const scenario: LessonScenario = {
  seed: 9,
  worlds: {
    'eight-promised': { boxes: [eightPromised()], faults: startAll(8) },
    race: { boxes: [inVms(MANY, SMALL), inContainers(MANY, SMALL)], faults: script(MANY, 2) },
    huge: { boxes: [inVms(FEW, HUGE), inContainers(FEW, HUGE)], faults: script(FEW, 1) },
    ready: { boxes: [inVms(2, HUGE), inContainers(2, HUGE)] },
    micro: { boxes: [inMicroVms(MANY, SMALL), inContainers(MANY, SMALL)], faults: script(MANY, 10) },
  },
  commands: ['start-vm', 'start-container'],
  moments: [
    {
      id: 'kernel-kills',
      sentence: 'The kernel of host-b kills one to start another',
      when: ({ name }) => name === 'process.oom-killed',
    },
    {
      id: 'first-serves',
      sentence: 'The first copy serves, in a container',
      when: ({ name, about }) => name === 'process.up' && about?.startsWith('process/b-') === true,
    },
    {
      id: 'vm-serves',
      sentence: 'The first copy in a VM serves',
      when: ({ name, about }) => name === 'process.up' && about?.startsWith('process/a-') === true,
    },
  ],
};
