// Names of all commands that ship, repair, build, or name another box or a way to do it: what they are given is read off
// the world by what is loaded only where there is any of that.

/** What a runtime does with images. */
export const ON_IMAGE = ['pull-image', 'run-container', 'remove-image'] as const;
/** What is done with a file of a container. */
export const ON_FILE = ['write-file', 'delete-file', 'look-for-file'] as const;

/** By what an artifact carries: the command, the kind of box that takes it, the argument that names it. */
export const SHIPPING: Readonly<Record<string, readonly [command: string, kind: string, argument: string]>> =
  {
    build: ['deploy-build', 'process', 'build'],
    package: ['install-library', 'kernel', 'package'],
    'vm-image': ['deploy-vm-image', 'vm', 'image'],
    'container-image': ['run-image', 'container', 'image'],
  };

/** All that ship, repair, build or do something with images. */
export const SHIPS: readonly string[] = [
  ...Object.values(SHIPPING).map(([command]) => command),
  'grant-permission',
  'open-firewall',
  ...ON_IMAGE,
  ...ON_FILE,
  'replace-container',
  'prune-images',
  'stop-registry',
  'start-registry',
  'build-image',
  'push-image',
  'scan-image',
  'commit-change',
  'move-tag',
  'publish-fix',
  'prune-builder',
  'patch-container',
  'commit-container',
];

/** What is done about a VM's disk. */
export const DISK_ACTS = [
  'take-snapshot',
  'upgrade-guest',
  'roll-back',
  'delete-snapshot',
  'resume-vm',
  'clone-vm',
  'back-up',
  'restore',
] as const;

/** All that name another box or a way to do it. */
export const ARGUED: readonly string[] = [
  ...DISK_ACTS,
  'break-disk',
  'migrate-vm',
  'cancel-migration',
  'move-vm',
  'unshare',
];
