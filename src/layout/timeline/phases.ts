// What a box is doing, read from facts, and what a copy's lane shows for it. Tags of the copy's own box and of its
// machine say the same at every instant (a test plays real runs); this is the one place that knows fact names.
import type { Fact } from '../../sim/engine/fact';

/** What one box is doing. */
export type Phase = 'up' | 'suffering' | 'stuck' | 'starting' | 'waiting' | 'down' | 'stopped' | 'off';

/** What the lane of a copy shows, or that of a disk with images. */
export type LaneState =
  | 'serving'
  | 'suffering'
  | 'stuck'
  /** The machine that it is in boots. */
  | 'booting'
  | 'starting'
  | 'waiting'
  | 'fallen'
  /** It ended because somebody asked for that, of it or of what it stood on. */
  | 'stopped'
  /** Never started, or placed nowhere. */
  | 'off'
  /** Of a disk with images: one is built, one is pulled, one was cut and waits to be tried again, none of these. */
  | 'building'
  | 'pulling'
  | 'cut'
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
  'vm.refused': 'off',
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
  'process.stopped': 'stopped',
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

/** What the lane of a copy shows for what its own box is doing. */
export function laneState(copy: Phase): LaneState {
  if (copy === 'up') return 'serving';
  return copy === 'down' ? 'fallen' : copy;
}

/** Whether a copy in this state does nothing and waits for nothing of its own. */
export const isEnded = (state: LaneState) => state === 'fallen' || state === 'stopped' || state === 'off';

/**
 * The same with what is under it, up to its machine, the nearest first: a copy that is not up is on its way as soon as one
 * of them is.
 */
export function laneStateOn(
  own: LaneState,
  floors: readonly { readonly kind: string; readonly phase: Phase }[],
) {
  if (!isEnded(own)) return own;
  const coming = floors.find(({ phase }) => phase === 'starting');
  if (coming) return coming.kind === 'container' ? 'starting' : 'booting';
  const waits = floors.some(({ kind, phase }) => kind === 'container' && phase === 'waiting');
  return own === 'fallen' && waits ? 'waiting' : own;
}

/** Facts of boxes that ended with what they stood on, or with their first process. */
const FOLLOWS: ReadonlySet<string> = new Set([
  'process.fell',
  'container.fell',
  'container.exited',
  'kernel.fell',
]);
/** Facts by which a box ends, or begins anew, and takes with it what stands on it. */
const ENDS: ReadonlySet<string> = new Set(['vm.stopped', 'vm.reset', 'runtime.stopped']);

/** Whether a copy went down with a box that its owner ended or began anew; `facts` begin with seq 0. */
export function isByOrder(fact: Fact, facts: readonly Fact[]): boolean {
  let root: Fact | undefined = fact;
  while (root && FOLLOWS.has(root.name)) root = facts[root.because ?? -1];
  return (
    root !== undefined && ENDS.has(root.name) && /^command\./.test(facts[root.because ?? -1]?.name ?? '')
  );
}
