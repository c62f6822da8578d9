// What playback hands to everything that draws or checks: one instant of one run, never changed afterwards.
import type { Blast, Entity, EntityId, Fact, Micros, TimedCommand, WorldView } from '../sim';
import type { Report, RunId } from './door';
import type { ToldFacts } from './toldFacts';

/** One instant of one run. */
export interface Frame {
  /** The run it is of; empty before the first is open. */
  readonly run: RunId;
  readonly view: WorldView;
  /** The boxes as the scenario puts them at instant 0; the same array for all its runs. */
  readonly start: readonly Entity[];
  /** Boxes that the run made later, as far as it was played; the same array until there are more. */
  readonly made: readonly Entity[];
  /** Facts up to the head. The same array as in the frame before when none was added. */
  readonly facts: readonly Fact[];
  /** Facts up to the furthest point: what lies ahead of the head as far as it was played. */
  readonly known: readonly Fact[];
  readonly head: Micros;
  readonly furthest: Micros;
  /** What fell and is still down. The same array as long as no fact was added and no box changed. */
  readonly blasts: readonly Blast[];
  readonly journal: readonly TimedCommand[];
}

const NOWHERE: WorldView = Object.freeze({
  at: 0,
  seed: 0,
  entities: [],
  versions: {},
  get: () => undefined,
  ofKind: () => [],
  cpuUsed: () => 0,
  orderOf: () => -1,
  pickersOf: () => [],
  waitOf: () => null,
  lacksOf: () => [],
  periodOf: () => null,
  shareOf: () => null,
  deliveryOf: () => null,
  isPromised: () => false,
  namespacesOf: () => [],
  hidesOf: () => [],
  packagesOf: () => [],
});

/** The frame before any run is open: an empty world at instant 0. */
export const EMPTY_FRAME: Frame = Object.freeze({
  run: '',
  view: NOWHERE,
  start: [],
  made: [],
  facts: [],
  known: [],
  head: 0,
  furthest: 0,
  blasts: [],
  journal: [],
});

/** The frame of a report; `told` are the facts of its run, the report's own included. */
export function frameOf(report: Report, told: ToldFacts, start: readonly Entity[], before: Frame): Frame {
  const { run, view, made, head, furthest, journal, factsAtHead } = report;
  const facts = told.first(factsAtHead);
  const unchanged = before.run === run && before.facts === facts && sameVersions(before.view, view);
  const blasts = unchanged ? before.blasts : report.blasts(told);
  const known = told.all();
  return Object.freeze({ run, view, start, made, facts, known, head, furthest, blasts, journal });
}

/** The selected box as long as it exists. */
export function stillThere(selected: EntityId | null, view: WorldView): EntityId | null {
  return selected !== null && view.get(selected) === undefined ? null : selected;
}

function sameVersions(a: WorldView, b: WorldView): boolean {
  const rooms = Object.keys(b.versions);
  return rooms.every((room) => a.versions[room] === b.versions[room]);
}
