// The world as it stood when a fact happened: containers are moved about, and what is in them is called after the place;
// a file becomes a snapshot, and is called so from then on.
import type { EntityId, Fact } from '../sim/engine/fact';
import type { Entity, WorldView } from '../sim/engine/view';

/** A run as far as it is told. */
export interface ToldRun {
  /** The world that gives the names, at any instant of the run. */
  readonly view: WorldView;
  /** The boxes at instant 0. */
  readonly start: readonly Entity[];
  /** Its facts by `seq`, from 0 to the last that is asked about. */
  readonly facts: readonly Fact[];
}

/** From which fact on a file is a snapshot, by its id. */
const snapshotsIn = (facts: readonly Fact[]) =>
  new Map(
    facts.flatMap(({ name, data, seq }) =>
      name === 'vm.snapshot-taken' ? [[String(data?.['snapshot']), seq]] : [],
    ),
  );

const isMove = ({ name }: Fact) => name === 'container.placed' || name === 'container.removed';

/** Gives each fact the world in which every container stands, and every file is, as it was just after that fact. */
export function worldsThen({ view, start, facts }: ToldRun): (fact: Fact) => WorldView {
  const moves = facts.filter(isMove);
  const snapshots = snapshotsIn(facts);
  if (moves.length + snapshots.size === 0) return () => view;
  const moved = new Set(moves.map(({ about }) => about));

  const floorAt = (id: EntityId, seq: number): EntityId | null => {
    const last = moves.findLast((move) => move.about === id && move.seq <= seq);
    if (last === undefined) return start.find((box) => box.id === id)?.standsOn ?? null;
    if (last.name === 'container.removed' || last.because === null) return null;
    // The command that led to it names the kernel.
    const kernel = facts[last.because]?.data?.['kernel'];
    return typeof kernel === 'string' ? kernel : null;
  };

  return ({ seq }) => ({
    ...view,
    get(id) {
      const box = view.get(id);
      if (box !== undefined && moved.has(id)) return { ...box, standsOn: floorAt(id, seq) };
      if (box === undefined || seq >= (snapshots.get(id) ?? 0)) return box;
      return { ...box, context: { ...box.context, use: 'written' } };
    },
  });
}
