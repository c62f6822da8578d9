// Stacks by name: the floors that each product really has, as a host for a world. Memory as MODEL-FACTS.md section 8
// has it ([M]: "about"); what is not told there is the scenario's choice.
import type { BoxSpec } from './engine/scenario';
import { GIBIBYTE, MEBIBYTE } from './resources/units';

/** Products that can be asked for; `kvm` is told with the dispute about its type, see the hypervisor room. */
export const STACKS = ['xen', 'hyper-v', 'kvm', 'esxi', 'virtualbox', 'workstation'] as const;

/** One of them. */
export type StackName = (typeof STACKS)[number];

/** A host with one of these stacks and the VMs on it. */
export interface Stacked {
  readonly host: string;
  readonly product: StackName;
  /** Fields of the host. */
  readonly spec?: BoxSpec['spec'];
  readonly vms: readonly BoxSpec[];
}

const WINDOWS = { os: 'windows', memoryBytes: 1536 * MEBIBYTE, bootMs: 60_000 } as const;
const LINUX = { os: 'linux', memoryBytes: 614 * MEBIBYTE } as const;

/** The id of what carries the disks and the network of the guests, where that is a box of its own. */
export const ioOf = (host: string): string => `process/io-${host}`;

/**
 * The domain that manages the machine, beside its guests: it has the drivers (Hyper-V: TLFS, glossary, [R]; Xen: blkback
 * and netback in dom0, [M]).
 */
function manager(name: string, host: string, memoryBytes: number, os: BoxSpec['spec']): BoxSpec {
  const io = { memoryBytes: 128 * MEBIBYTE, cpuMicro: 50_000, startMs: 1_000, startAtBoot: true };
  return {
    kind: 'vm',
    name,
    spec: { manages: true, startAtBoot: true, memoryBytes },
    holds: [
      { kind: 'kernel', name, spec: os ?? {}, holds: [{ kind: 'process', name: `io-${host}`, spec: io }] },
    ],
  };
}

/** Every program in these boxes needs another one. */
const needing = (boxes: readonly BoxSpec[], need: string): BoxSpec[] =>
  boxes.map((box) => ({
    ...box,
    ...(box.kind === 'process' ? { needs: [...(box.needs ?? []), need] } : {}),
    ...(box.holds ? { holds: needing(box.holds, need) } : {}),
  }));

function hypervisor({ host, product }: Stacked, spec: BoxSpec['spec'], holds: readonly BoxSpec[]): BoxSpec {
  return { kind: 'hypervisor', name: `${product}-${host}`, spec: { product, named: true, ...spec }, holds };
}

/** What stands on the hardware. */
function floorOf(stacked: Stacked): BoxSpec {
  const { host, product, vms } = stacked;
  const guests = () => needing(vms, ioOf(host));
  switch (product) {
    case 'xen': {
      const dom0 = manager('dom0', host, 896 * MEBIBYTE, LINUX);
      // Xen restarts its machine 5 s after dom0 crashed (xen/common/shutdown.c, hwdom_shutdown, [R]).
      return hypervisor(stacked, { memoryBytes: 128 * MEBIBYTE, restartSeconds: 5 }, [dom0, ...guests()]);
    }
    case 'hyper-v': {
      const root = manager('root', host, 2 * GIBIBYTE, WINDOWS);
      return hypervisor(stacked, { memoryBytes: 128 * MEBIBYTE }, [root, ...guests()]);
    }
    case 'esxi':
      return hypervisor(stacked, {}, vms);
    default: {
      const os = product === 'kvm' ? LINUX : WINDOWS;
      const own = { type: 2, memoryBytes: 100 * MEBIBYTE, bootMs: 1_000, startAtBoot: true };
      return { kind: 'kernel', name: host, spec: os, holds: [hypervisor(stacked, own, vms)] };
    }
  }
}

/** A host with the floors of a product, from its name, and VMs on it. */
export function stackOf(stacked: Stacked): BoxSpec {
  return { kind: 'host', name: stacked.host, spec: stacked.spec ?? {}, holds: [floorOf(stacked)] };
}
