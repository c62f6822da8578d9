// What carries the virtual devices of a guest, and what a stack is made of, by product. Sources: Hyper-V: hv_vmbus(4),
// Top-Level Functional Specification, glossary [R]; KVM: vhost in DPDK's guide, section "Vhost Sample Application" [R];
// VMware Workstation: Sugerman et al., USENIX 2001, "Hosted Virtual Machine Architecture" [R]; the others [M].

/** The devices of one product, each as a chain from the guest down to the hardware. */
export interface Devices {
  readonly cpu: string;
  readonly memory: string;
  readonly disk: string;
  readonly network: string;
}

const hosted = (program: string, disk: string, driver: string): Devices => ({
  cpu: `each a thread of ${program}, put on cores by the host OS`,
  memory: `memory of ${program}`,
  disk: `${program} → ${disk} file → file system of the host OS`,
  network: `${program} → ${driver} → network card of the host OS`,
});

/** The virtual devices of a VM, and what each stack does for them. */
export const enDevices = {
  title: 'Virtual devices',
  stack: 'stack',
  labels: { cpu: 'virtual CPUs', memory: 'memory', disk: 'disk', network: 'network card' },
  cpus: (count: string, how: string) => `${count}, ${how}`,
  byProduct: {
    xen: {
      cpu: "each put on cores by Xen's credit scheduler",
      memory: 'pages of the host that Xen gave it',
      disk: 'blkfront → blkback in dom0 → disk driver of dom0',
      network: 'netfront → netback in dom0 → bridge → network card',
    },
    'hyper-v': {
      cpu: 'each put on cores by the hypervisor',
      memory: 'pages of the host that the hypervisor gave it',
      disk: 'VMBus → service provider in the root partition → VHDX file',
      network: 'VMBus → virtual switch in the root partition → network card',
    },
    kvm: {
      cpu: 'each a thread of its QEMU process, put on cores by Linux',
      memory: 'memory of its QEMU process',
      disk: 'virtio-blk → QEMU → qcow2 file on the host',
      network: 'virtio-net → vhost-net in the kernel → tap → bridge → network card',
    },
    esxi: {
      cpu: 'each a world of its own for the scheduler of the VMkernel',
      memory: 'pages of the host that the VMkernel gave it',
      disk: 'PVSCSI → VMkernel → VMDK file on VMFS',
      network: 'vmxnet3 → virtual switch of the VMkernel → network card',
    },
    virtualbox: hosted('its VirtualBox process', 'VDI', "VirtualBox's network driver"),
    workstation: hosted('its vmware-vmx process', 'VMDK', 'vmnet driver'),
  } as Readonly<Record<string, Devices>>,
  /** Of the domain that manages the machine: it has the drivers itself. */
  ofManager: {
    xen: {
      disk: 'disk driver of its own Linux → disk',
      network: 'driver of its own Linux → network card',
    },
    'hyper-v': {
      disk: 'disk driver of its own Windows → disk',
      network: 'driver of its own Windows → network card',
    },
  } as Readonly<Record<string, Pick<Devices, 'disk' | 'network'>>>,
  stacks: {
    xen: 'Xen, type 1. It shares out CPU and memory; dom0, a Linux beside the guests, drives disks and network for all.',
    'hyper-v':
      'Hyper-V, type 1. The Windows that was installed stands in the root partition, and its drivers serve the guests.',
    kvm: 'KVM, a part of Linux: each VM is a QEMU process of it. Mostly counted as type 1, since that kernel runs guests on the hardware itself; some say type 2, since a whole OS lies under them.',
    esxi: 'ESXi, type 1. A kernel of its own with the drivers in it: neither host OS nor management domain.',
    virtualbox: 'VirtualBox, type 2. A program with a driver, on an OS whose scheduler and drivers it uses.',
    workstation:
      'VMware Workstation, type 2. A program with a driver, on an OS whose drivers do its input and output.',
  } as Readonly<Record<string, string>>,
};

/** What a language has to say of devices. */
export type DeviceMessages = typeof enDevices;
