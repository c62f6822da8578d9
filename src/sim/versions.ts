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
  Mesos: '1.11',
} as const;
