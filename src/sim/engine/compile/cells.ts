// Writes out cells: for one leaf and one event, every candidate with all that it does from exit to entry.
import type { Build } from './build';
import { whereIs } from './closed';
import { type ChartNode, type ChartTransition, outwards, written } from './internals';
import { opOf } from './names';
import { type Move, initialChain, moveOf } from './plan';
import type { Candidate, MachineEvent, Op } from './table';
import { placeOf } from './refuse';

function exitOps(build: Build, node: ChartNode): readonly Op[] {
  const where = whereIs(build.chart, node);
  const disarms = build.slots.flatMap((slot, index) =>
    slot.node === node ? [opOf('disarm', placeOf(where), { index })] : [],
  );
  return [...build.names.actions(where, written(node, 'exit')), ...disarms];
}

function entryOps(build: Build, node: ChartNode): readonly Op[] {
  const where = whereIs(build.chart, node);
  const arms = build.slots.flatMap(({ node: owner, event, delay }, index) =>
    owner === node
      ? [
          opOf('arm', `${placeOf(where)}: delay of "${event}"`, {
            index,
            delay: delay.micros,
            compute: delay.compute,
          }),
        ]
      : [],
  );
  return [...build.names.actions(where, written(node, 'entry')), ...arms];
}

/** XState's own event when a final state inside a compound state is entered. */
function doneEvent(build: Build, entered: readonly ChartNode[]): MachineEvent | null {
  const final = entered.find((node) => node.type === 'final' && !build.isDone(node));
  return final?.parent
    ? Object.freeze({ type: `xstate.done.state.${final.parent.id}`, output: undefined })
    : null;
}

function candidateOf(
  build: Build,
  move: Move,
  from: ChartNode | null,
  guard: Candidate['guard'],
  own: readonly Op[],
): Candidate {
  const { exits, enters, to } = move;
  // When the machine is done, XState leaves every state that is still active.
  const farewell = enters.length > 0 && build.isDone(to) ? outwards(to) : [];
  const ops = [
    ...exits.flatMap((node) => exitOps(build, node)),
    ...own,
    ...enters.flatMap((node) => entryOps(build, node)),
    ...farewell.flatMap((node) => exitOps(build, node)),
  ];
  const assigns = ops.some(({ kind }) => kind === 'write' || kind === 'writeAll' || kind === 'patch');
  return {
    guard,
    to: build.leaves.indexOf(to),
    ops,
    changes: to !== from || assigns,
    done: doneEvent(build, enters),
  };
}

function candidates(
  build: Build,
  leaf: ChartNode,
  transitions: readonly ChartTransition[],
): readonly Candidate[] | null {
  const cell: Candidate[] = [];
  for (const transition of transitions) {
    const where = whereIs(build.chart, transition.source);
    const guard = build.names.guard(where, transition.guard);
    const own = build.names.actions(where, transition.actions);
    cell.push(candidateOf(build, moveOf(leaf, transition), leaf, guard, own));
  }
  if (build.isDone(leaf) || cell.length === 0) return null;
  // Whatever stands after a candidate without guard is never reached.
  const last = cell.findIndex((candidate) => candidate.guard === null);
  return last < 0 ? cell : cell.slice(0, last + 1);
}

/** What a leaf does about one event; null when neither it nor a state around it listens. */
export function cellOf(build: Build, leaf: ChartNode, event: string): readonly Candidate[] | null {
  return candidates(
    build,
    leaf,
    outwards(leaf).flatMap((node) => node.transitions.get(event) ?? []),
  );
}

/** What a leaf does without any event. */
export function alwaysOf(build: Build, leaf: ChartNode): readonly Candidate[] | null {
  return candidates(
    build,
    leaf,
    outwards(leaf).flatMap((node) => node.always ?? []),
  );
}

/** The first entry into the machine. */
export function startOf(build: Build): Candidate {
  const enters = initialChain(build.chart.root);
  const to = enters.at(-1) ?? build.chart.root;
  return candidateOf(build, { exits: [], enters, to }, null, null, []);
}
