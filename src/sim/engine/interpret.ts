// Kinds that need parallel or history states run on XState's own pure transition, in the same place as a table: the
// state is a snapshot instead of a leaf, and the sink hears the same slots and effects.
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { eventsOf, slotsOf } from './compile/build';
import { checkChart } from './compile/check';
import { INTERPRETED } from './compile/closed';
import { keysOf } from './compile/context';
import { effectsOf } from './compile/effects';
import { type ChartNode, chartOf } from './compile/internals';
import { Scope } from './compile/scope';
import { Livelock } from './compile/step';
import type { MachineEvent, Sink, Table } from './compile/table';
import type { StateTag } from './view';

/** More microsteps than this in one step are a loop. */
const LOOP_LIMIT = 1_000;

type Numbering =
  'id' | 'events' | 'eventCode' | 'slots' | 'lanes' | 'slotLane' | 'slotEvent' | 'effects' | 'keys';

/** A chart that is not compiled. Snapshots are immutable: keyframes and forks may share them. */
export interface Interpreted extends Pick<Table, Numbering> {
  /** Starts an entity with a context made from `input`. Throws Livelock and what the chart's functions throw. */
  enter(input: unknown, sink: Sink): AnyMachineSnapshot;
  /** One macrostep; null when nothing was taken or the machine is done. Throws as `enter` does. */
  step(from: AnyMachineSnapshot, event: MachineEvent, sink: Sink): AnyMachineSnapshot | null;
  /** Paths of the active leaves, joined by `+`: `link.up+power.on`. */
  stateOf(snapshot: AnyMachineSnapshot): string;
  /** Tags of all active states. */
  tagsOf(snapshot: AnyMachineSnapshot): readonly StateTag[];
}

function stateOf({ _nodes }: AnyMachineSnapshot): string {
  const active = _nodes as unknown as readonly ChartNode[];
  const leaves = active.filter((node) => Object.keys(node.states).length === 0);
  return leaves
    .map((node) => node.path.join('.'))
    .sort()
    .join('+');
}

/**
 * Readies a chart with parallel or history states. Supported besides: what `compile` supports, several targets and
 * onDone. Throws ChartRefused as `compile` does.
 */
export function interpret(source: AnyStateMachine): Interpreted {
  const machine = source.provide({});
  machine.options.maxIterations = LOOP_LIMIT;
  const chart = chartOf(machine);
  checkChart(chart, INTERPRETED);
  const keys = keysOf(chart.id, chart.config['context'], {});
  const slots = slotsOf(chart);
  const events = eventsOf(chart, slots);
  const effects = effectsOf(chart, keys);
  const timers = slots.map(({ event }) => event);
  const scope = new Scope(chart, timers, effects);

  function run(sink: Sink, act: () => AnyMachineSnapshot): AnyMachineSnapshot {
    scope.sink = sink;
    scope.taken = 0;
    try {
      const snapshot = act();
      if (snapshot.status === 'error') throw snapshot.error;
      return snapshot;
    } catch (error) {
      if (!String(error).includes('Infinite loop detected')) throw error;
      throw new Livelock(`machine "${chart.id}": more than ${LOOP_LIMIT} microsteps in one step`);
    }
  }

  return {
    id: chart.id,
    events,
    eventCode: (type) => events.indexOf(type),
    slots: slots.length,
    // Regions run side by side: every timer has a place of its own.
    lanes: slots.length,
    slotLane: slots.map((_, slot) => slot),
    slotEvent: timers.map((event) => events.indexOf(event)),
    effects,
    keys,
    enter: (input, sink) =>
      run(sink, () => machine.getInitialSnapshot(scope as never, input) as AnyMachineSnapshot),
    step: (from, event, sink) => {
      if (from.status !== 'active') return null;
      const to = run(sink, () => machine.transition(from, event, scope as never) as AnyMachineSnapshot);
      return scope.taken > 0 ? to : null;
    },
    stateOf,
    tagsOf: (snapshot) => [...(snapshot.tags as ReadonlySet<StateTag>)],
  };
}
