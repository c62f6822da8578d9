// Writes out cells: for one leaf and one event, every candidate with all that it does from exit to entry.
import { type Build, isDone } from './build';
import { whereIs } from './check';
import { type ChartNode, type ChartTransition, outwards, written } from './internals';
import { guardOf } from './names';
import { opOf, opsOf } from './ops';
import { type Move, initialChain, moveOf } from './plan';
import { placeOf } from './refuse';
import type { Candidate, MachineEvent, Op } from './table';

function exitOps(build: Build, node: ChartNode): readonly Op[] {
  const where = whereIs(build.chart, node);
  const disarms = build.slots.flatMap((slot, index) =>
    slot.node === node ? [opOf('disarm', placeOf(where), { index })] : [],
  );
  return [...opsOf(build, where, written(node, 'exit')), ...disarms];
}

function entryOps(build: Build, node: ChartNode): readonly Op[] {
  const where = whereIs(build.chart, node);
  const arms = build.slots.flatMap(({ node: owner, event, delay: { micros, compute } }, index) =>
    owner === node
      ? [opOf('arm', `${placeOf(where)}: the delay of "${event}"`, { index, delay: micros, compute })]
      : [],
  );
  return [...opsOf(build, where, written(node, 'entry')), ...arms];
}

/** XState's own event when a final state inside a compound state is entered. */
function doneEvent(entered: readonly ChartNode[]): MachineEvent | null {
  const final = entered.find((node) => node.type === 'final' && !isDone(node));
  if (!final?.parent) return null;
  return Object.freeze({ type: `xstate.done.state.${final.parent.id}`, output: undefined });
}

/** Whether the machine is at rest in this leaf, whatever the context. */
function isQuiet(leaf: ChartNode): boolean {
  return isDone(leaf) || outwards(leaf).every(({ always }) => always === undefined);
}

/** Everything a move does: leave, act, enter. When the machine is done, XState leaves all that is still active. */
function opsOfMove(build: Build, { exits, enters, to }: Move, own: readonly Op[]): readonly Op[] {
  const farewell = enters.length > 0 && isDone(to) ? outwards(to) : [];
  return [
    ...exits.flatMap((node) => exitOps(build, node)),
    ...own,
    ...enters.flatMap((node) => entryOps(build, node)),
    ...farewell.flatMap((node) => exitOps(build, node)),
  ];
}

function candidateOf(build: Build, leaf: ChartNode, transition: ChartTransition): Candidate {
  const where = whereIs(build.chart, transition.source);
  const guard = guardOf(build.chart, where, transition.guard);
  const move = moveOf(leaf, transition);
  const ops = opsOfMove(build, move, opsOf(build, where, transition.actions));
  const assigns = ops.some(({ kind }) => kind === 'write' || kind === 'writeAll' || kind === 'patch');
  const to = build.leaves.indexOf(move.to);
  const changes = move.to !== leaf || assigns;
  const way = transition.target === undefined ? -1 : build.ways.indexOf(transition);
  return { guard, to, way, ops, rests: isQuiet(move.to), changes, done: doneEvent(move.enters) };
}

function cell(
  build: Build,
  leaf: ChartNode,
  transitions: readonly ChartTransition[],
): readonly Candidate[] | null {
  const candidates = transitions.map((transition) => candidateOf(build, leaf, transition));
  if (isDone(leaf) || candidates.length === 0) return null;
  // Whatever stands after a candidate without guard is never reached.
  const last = candidates.findIndex(({ guard }) => guard === null);
  return last < 0 ? candidates : candidates.slice(0, last + 1);
}

/** What a leaf does about one event; null when neither it nor a state around it listens. Throws ChartRefused. */
export function cellOf(build: Build, leaf: ChartNode, event: string): readonly Candidate[] | null {
  const transitions = outwards(leaf).flatMap((node) => node.transitions.get(event) ?? []);
  return cell(build, leaf, transitions);
}

/** What a leaf does without any event. Throws ChartRefused. */
export function alwaysOf(build: Build, leaf: ChartNode): readonly Candidate[] | null {
  const transitions = outwards(leaf).flatMap((node) => node.always ?? []);
  return cell(build, leaf, transitions);
}

/** The first entry into the machine. Throws ChartRefused. */
export function startOf(build: Build): Candidate {
  const enters = initialChain(build.chart.root);
  const to = enters.at(-1) ?? build.chart.root;
  const ops = opsOfMove(build, { exits: [], enters, to }, []);
  return {
    guard: null,
    to: build.leaves.indexOf(to),
    way: -1,
    ops,
    rests: false,
    changes: true,
    done: doneEvent(enters),
  };
}
