// Which version of each real system is modelled; shown on the page, changed only with its constants.

/** Modelled systems and their versions. */
export const VERSIONS = {
  Linux: '6.12',
  systemd: '257',
  Docker: '28',
  containerd: '2.1',
  runc: '1.3',
  'CRI-O': '1.34',
  Kubernetes: '1.34',
  etcd: '3.6',
  Xen: '4.20',
  'QEMU/KVM': '10',
  ESXi: '8',
  'Hyper-V': 'Windows Server 2025',
  VirtualBox: '7.2',
  Mesos: '1.11',
} as const;

/** Those that the rooms follow so far; the others come with the lessons that need them. */
const MODELLED: readonly (keyof typeof VERSIONS)[] = [
  'Linux',
  'systemd',
  'Docker',
  'containerd',
  'runc',
  'CRI-O',
  'Xen',
  'QEMU/KVM',
  'ESXi',
  'Hyper-V',
  'VirtualBox',
];

/** Whether the model follows a real system already. */
export function isModelled(system: string): boolean {
  return MODELLED.some((name) => name === system);
}
