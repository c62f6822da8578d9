// The scene told as an outline: loaded with that.
import type { PluralForms } from '../format';

const COPIES = { one: 'copy', other: 'copies' };

/** Pieces of the outline that says what stands on what. */
export const outline = {
  copies: COPIES,
  line: (name: string, says: string) => `${name}: ${says}`,
  join: (parts: readonly string[]) => parts.join(', '),
  /** Kinds of boxes whose names do not say what they are. */
  kinds: { host: 'host', process: 'process' } as Readonly<Record<string, string>>,
  /** Kinds of boxes, counted. */
  kindsCounted: {
    hypervisor: { one: 'hypervisor', other: 'hypervisors' },
    vm: { one: 'VM', other: 'VMs' },
    kernel: { one: 'kernel', other: 'kernels' },
    runtime: { one: 'runtime', other: 'runtimes' },
    monitor: { one: 'monitor', other: 'monitors' },
    container: { one: 'container', other: 'containers' },
    process: { one: 'process', other: 'processes' },
  } as Readonly<Record<string, PluralForms>>,
  carries: (boxes: string) => `carries ${boxes}`,
  memory: (used: string, size: string) => `${used} of ${size} used`,
  /** Of a host whose VMs keep memory that they may not use. */
  reserved: (taken: string, size: string) => `${taken} of ${size} reserved or used`,
  /** Memory held ready for a VM that stands elsewhere now. */
  keeps: (bytes: string, vm: string) => `keeps ${bytes} for ${vm}`,
  unplaced: 'Not placed',
  fell: (root: string, copies: string) => `${copies} fell with ${root}`,
  stoppedWith: (root: string, copies: string) => `${copies} stopped with ${root}`,
  andSuffer: (fell: string, suffering: string) => `${fell}, ${suffering} with errors`,
  stopped: (root: string) => `${root} stopped`,
  exited: (root: string) => `${root} exited`,
  oomKilled: (root: string) => `${root} OOM killed`,
  notStarted: (root: string) => `${root} did not start`,
  hint: 'Up and down: the next box. Right: what stands on it. Left: what it stands on. Enter selects it.',
};
