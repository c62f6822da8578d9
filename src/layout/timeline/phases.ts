// What a box is doing, read from facts, and what a copy's lane shows for it. Tags of the copy's own box say the
// same at every instant (a test plays real runs); this is the one place that knows fact names.

/** What one box is doing. */
export type Phase = 'up' | 'suffering' | 'stuck' | 'starting' | 'waiting' | 'down' | 'off';

/** What the lane of a copy shows, or that of a disk with images. */
export type LaneState =
  | 'serving'
  | 'suffering'
  | 'stuck'
  | 'starting'
  | 'waiting'
  | 'fallen'
  | 'off'
  /** Of a disk with images: one is built, one is pulled, neither. */
  | 'building'
  | 'pulling'
  | 'idle';

/** The phase that a box enters with a fact about it; facts that are not listed change none. */
const PHASES: Readonly<Record<string, Phase>> = {
  'host.lost-power': 'down',
  'host.off': 'off',
  'host.powered-on': 'starting',
  'host.reset': 'starting',
  'host.up': 'up',
  'hypervisor.crashed': 'down',
  'hypervisor.fell': 'down',
  'hypervisor.off': 'off',
  'hypervisor.booting': 'starting',
  'hypervisor.up': 'up',
  'hypervisor.rebooting': 'waiting',
  'vm.starting': 'starting',
  'vm.reset': 'starting',
  'vm.up': 'up',
  'vm.stopped': 'off',
  'vm.crashed': 'down',
  'vm.fell': 'down',
  'kernel.off': 'off',
  'kernel.booting': 'starting',
  'kernel.up': 'up',
  'kernel.panicked': 'down',
  'kernel.fell': 'down',
  'kernel.rebooting': 'waiting',
  'process.starting': 'starting',
  'process.up': 'up',
  'process.exited': 'down',
  'process.fell': 'down',
  'process.suffering': 'suffering',
  'process.stuck': 'stuck',
  'process.paused': 'stuck',
  'process.recovered': 'up',
  'process.waiting': 'waiting',
  'process.given-up': 'down',
  'process.left-alone': 'down',
  'process.stopped': 'off',
  'container.placed': 'off',
  'container.removed': 'off',
  'container.starting': 'starting',
  'container.running': 'up',
  'container.exited': 'down',
  'container.stopped': 'off',
  'container.fell': 'down',
  'container.backing-off': 'waiting',
  'container.left-alone': 'down',
};

/** The phase that begins with a fact of this name, or null when it changes none. */
export function phaseAfter(factName: string): Phase | null {
  return PHASES[factName] ?? null;
}

/** What the lane of a copy shows: what its own box is doing, whatever it stands on is doing meanwhile. */
export function laneState(copy: Phase): LaneState {
  if (copy === 'up') return 'serving';
  return copy === 'down' ? 'fallen' : copy;
}
