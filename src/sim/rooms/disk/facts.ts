// Disks of hosts, and the image files on them: what a virtual machine sees as its disk.
import { CLUSTER } from '../../resources/images';
import { GIBIBYTE, MEBIBYTE } from '../../resources/units';

/** Context of a disk. */
export interface DiskContext {
  /** The host that it is built into, `host/host-a`; null: storage that all hosts reach over the network. */
  readonly host: string | null;
  readonly capacityBytes: number;
  /** What it reads or writes in a second, in bytes. */
  readonly bytesPerSecond: number;
}

/** Size and speed are the scenario's choice; 500 MB/s is what the interface of a SATA disk leaves of its 6 Gbit/s. */
export const DISK_DEFAULTS = {
  host: null as string | null,
  capacityBytes: 200 * GIBIBYTE,
  bytesPerSecond: 500_000_000,
} as const satisfies DiskContext;

/** What a file is for: written by a VM, a snapshot's, read by several, or a copy that no VM has. */
export type ImageUse = 'written' | 'snapshot' | 'base' | 'backup';

/** Context of an image file. */
export interface ImageContext {
  readonly use: ImageUse;
  /** The file that is looked at for what this one does not hold; null at the end of a chain. */
  readonly backing: string | null;
  /** The VM whose disk, snapshot or copy it is; null for one that several share. */
  readonly of: string | null;
  /** Size of the disk that the guest sees, and what was installed on it at the start. */
  readonly virtualBytes: number;
  readonly dataBytes: number;
  /** What the guest writes in a second while a program in it runs, and the part of its disk that it goes round in. */
  readonly writeBytesPerSecond: number;
  readonly hotBytes: number;
  /** The release of the guest OS on it, the drivers that it boots with, and the one for the disk that it sees. */
  readonly release: string;
  readonly drivers: string;
  readonly bus: string;
  /** What an upgrade brings in their place, and how much it writes. */
  readonly nextRelease: string;
  readonly nextDrivers: string;
  readonly upgradeBytes: number;
  /** Clusters that the file holds itself, as `from-to from-to`. */
  readonly layer: string;
  /** The cluster that the guest writes to next. */
  readonly cursor: number;
  /** Files that a read of what the guest goes round in looks into on average, in hundredths. */
  readonly readCost: number;
  /** Memory that was kept with a snapshot, and the boxes that ran then, separated by spaces. */
  readonly stateBytes: number;
  readonly ran: string;
  /** Room that is taken besides while this file and the one above it become one. */
  readonly spareBytes: number;
  /** How long it is copied, or takes to become one with another, in milliseconds. */
  readonly workMs: number;
}

/** What a scenario may set: 20 GiB, 4 of them used. What guests write is the scenario's choice. */
export const IMAGE_DEFAULTS = {
  use: 'written' as ImageUse,
  backing: null as string | null,
  of: null as string | null,
  virtualBytes: 20 * GIBIBYTE,
  dataBytes: 4 * GIBIBYTE,
  writeBytesPerSecond: 8 * MEBIBYTE,
  hotBytes: 2 * GIBIBYTE,
  release: '1',
  drivers: 'ahci virtio_blk',
  bus: 'virtio_blk',
  nextRelease: '2',
  nextDrivers: 'ahci virtio_blk',
  upgradeBytes: GIBIBYTE,
} as const;

/** What a scenario does not set. */
export const IMAGE_AT_FIRST = {
  layer: '',
  cursor: 0,
  readCost: 100,
  stateBytes: 0,
  ran: '',
  spareBytes: 0,
  workMs: 0,
} as const;

/** The first clusters of a disk, as many as what is installed takes. */
export function installed(dataBytes: number): string {
  const clusters = Math.ceil(dataBytes / CLUSTER);
  return clusters === 0 ? '' : `0-${clusters}`;
}
