// What a box is doing, read from facts or from tags, and what a copy's lane shows for it. The two readings
// agree at every instant (a test plays real runs); this is the one place that knows fact names.
import type { StateTag } from '../../sim/engine/view';

/** What one box is doing. */
export type Phase = 'up' | 'suffering' | 'starting' | 'waiting' | 'down' | 'off';

/** What the lane of a copy shows. */
export type LaneState = 'serving' | 'suffering' | 'starting' | 'waiting' | 'fallen' | 'off';

/** The phase that a box enters with a fact about it; facts that are not listed change none. */
const PHASES: Readonly<Record<string, Phase>> = {
  'host.lost-power': 'down',
  'host.powered-on': 'starting',
  'host.reset': 'starting',
  'host.up': 'up',
  'hypervisor.crashed': 'down',
  'hypervisor.fell': 'down',
  'hypervisor.booting': 'starting',
  'hypervisor.up': 'up',
  'hypervisor.rebooting': 'waiting',
  'vm.starting': 'starting',
  'vm.reset': 'starting',
  'vm.up': 'up',
  'vm.stopped': 'off',
  'vm.crashed': 'down',
  'vm.fell': 'down',
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

/** The phase that a chart's tags tell. */
export function phaseOfTags(tags: readonly StateTag[]): Phase {
  if (tags.includes('suffering')) return 'suffering';
  if (tags.includes('up')) return 'up';
  if (tags.includes('starting')) return 'starting';
  if (tags.includes('waiting')) return 'waiting';
  return tags.includes('down') ? 'down' : 'off';
}

/**
 * What the lane of a copy shows. `floors` are the phases of what it stands on, the nearest first. A copy that
 * is down is told by the lowest floor that is not up: as long as that one boots, the copy is on its way.
 */
export function laneState(copy: Phase, floors: readonly Phase[]): LaneState {
  if (copy === 'up') return 'serving';
  if (copy === 'suffering' || copy === 'starting') return copy;
  if (copy === 'off') return 'off';
  const lowest = floors.findLast((phase) => phase !== 'up' && phase !== 'suffering') ?? copy;
  return lowest === 'starting' || lowest === 'waiting' ? lowest : 'fallen';
}
