// How many virtual CPUs a VM may have: each product has a limit of its own.
import type { EntityNumber, Reader } from '../../engine/acts';
import type { Refusal } from '../../engine/command';
import type { Limit } from '../../engine/kind';

/** No product gives more: KVM as many, built with MAXSMP. */
export const MOST_VCPUS_OF_ANY = 4096;

/**
 * By product, as far as a source is at hand (VMware Workstation: none).
 * Xen, HVM_MAX_VCPUS: xcp-ng/xcp-ng-tests, HVM guests ([S]). KVM, KVM_MAX_NR_VCPUS: 1,024 is Kconfig's default without
 * MAXSMP (4,096 with it), commit f10a570b093e6, arch/x86/kvm/Kconfig ([S], QEMU's q35 takes more). ESXi 8: VMware,
 * "Virtual CPU Limitations" ([R]). Hyper-V of Windows Server 2025, generation 2: about 2,048 ([M], from
 * anystackarchitect.com, no vendor's page at hand; until 2019: 240, Microsoft, "Plan for Hyper-V scalability", [R]).
 * VirtualBox 7.2: Oracle's user guide, "Processor Tab" ([R]).
 */
const MOST: Readonly<Record<string, Limit>> = {
  xen: { value: 128, of: 'Xen' },
  kvm: { value: 1024, of: 'KVM' },
  esxi: { value: 768, of: 'ESXi' },
  'hyper-v': { value: 2048, of: 'Hyper-V', about: true },
  virtualbox: { value: 32, of: 'VirtualBox' },
};

/** The limit of the product that a VM stands on, and its name; null where no source tells one. */
export function mostVcpusOn(reader: Reader, hypervisor: EntityNumber): Limit | null {
  return MOST[String(reader.value(hypervisor, 'product'))] ?? null;
}

/** Refuses a VM more virtual CPUs than a hypervisor gives. */
export function unlessTooManyVcpus(
  reader: Reader,
  vm: EntityNumber,
  hypervisor: EntityNumber,
  vcpus: number,
): Refusal | null {
  const most = mostVcpusOn(reader, hypervisor);
  return most && overLimit(reader.id(vm), vcpus, most.value, sourceOf(most));
}

/** Whose limit it is, and whether its figure is sure. */
const sourceOf = ({ of, about }: Limit): Refusal['data'] => (about ? { of, about } : { of });

/** Refuses more than a limit, and says by how much. */
export function overLimit(
  box: string,
  wanted: number,
  most: number,
  whose: Refusal['data'] = {},
): Refusal | null {
  return wanted <= most ? null : { code: 'over-limit', data: { box, most, over: wanted - most, ...whose } };
}
