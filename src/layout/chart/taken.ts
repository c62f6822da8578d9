// The transition that a box took last, found by walking its chart along the facts that were told about it.
import type { ChartState, ChartWay } from '../../sim/describe';
import type { EntityId, Fact } from '../../sim/engine/fact';
import { isGiven } from '../timeline/weight';
import { flatten, type Flat } from './flatten';

/** A transition that was taken. */
export interface Taken {
  /** The innermost state that was left, and the one that was entered. */
  readonly from: string;
  readonly to: string;
  /** Key of the row that stands for it in the scene of the chart. */
  readonly row: string;
  /** What can have brought it about: one way, or several that look alike from outside. */
  readonly ways: readonly ChartWay[];
}

/** Events by which somebody outside acts on a box. */
const BY_HAND = ['START', 'STOP', 'KILL', 'CRASH', 'PANIC', 'PLACE', 'REMOVE', 'POWER.ON', 'POWER.LOST'];

/** A step of the walk: how a state was reached. */
interface Step {
  readonly taken: Taken | null;
  /** Facts told up to here. */
  readonly told: number;
}

/** What happens on a way: the facts that are told, and the innermost state that is reached. */
interface Move {
  readonly from: string;
  readonly owner: string;
  readonly way: ChartWay;
  readonly tells: readonly string[];
  readonly to: string;
}

/** All moves out of a state: its own, then those of the states around it. */
function movesFrom(leaf: Flat, all: ReadonlyMap<string, Flat>): Move[] {
  const isAround = (path: string, owner: string) =>
    path === '' || owner === path || owner.startsWith(`${path}.`);
  return [leaf, ...leaf.around].flatMap((owner) =>
    owner.ways.flatMap((way) => {
      const target = way.to === null ? undefined : all.get(way.to);
      if (target === undefined) return [];
      // States around both stay as they are.
      const entered = [...target.around].reverse().filter(({ path }) => !isAround(path, owner.path));
      const tells = [...entered, target, ...target.first].flatMap((state) => state.tells);
      const to = target.first.at(-1)?.path ?? target.path;
      return [{ from: leaf.path, owner: owner.path, way, tells: [...way.tells, ...tells], to }];
    }),
  );
}

/** Whether the facts from `told` on begin with those of a move. */
function isTold(facts: readonly Fact[], told: number, { tells }: Move): boolean {
  return tells.every((name, at) => facts[told + at]?.name === name);
}

/** Whether a cause is somebody's act on the box: a command, a fault, or what its container does to what is in it. */
function isAct(cause: Fact, about: EntityId | null): boolean {
  return isGiven(cause.name) || (cause.name.startsWith('container.') && cause.about !== about);
}

/** Of ways that look alike, those that fit to whether somebody acted. */
function likely(
  ways: readonly ChartWay[],
  fact: Fact | undefined,
  facts: readonly Fact[],
): readonly ChartWay[] {
  const cause = facts[fact?.because ?? -1];
  const acted = cause !== undefined && isAct(cause, fact?.about ?? null);
  const fitting = ways.filter(({ on }) => BY_HAND.includes(on) === acted);
  return fitting.length === 0 ? ways : fitting;
}

/**
 * The last transition of a box that is in `state` now, from all facts up to now in order of `seq`. Null when the
 * facts do not lead there, or nothing has been left yet.
 */
export function takenLast(
  chart: ChartState,
  id: EntityId,
  state: string,
  facts: readonly Fact[],
): Taken | null {
  const all = flatten(chart);
  const words = new Set(
    [...all.values()].flatMap(({ tells, ways }) => [...tells, ...ways.flatMap((way) => way.tells)]),
  );
  const about = facts.filter((fact) => fact.about === id && words.has(fact.name));
  const start = [...all.values()].find(({ path }) => path === chart.initial);
  if (start === undefined) return null;
  const first = start.first.at(-1)?.path ?? start.path;
  const seen = new Map<string, Step>([[`0 ${first}`, { taken: null, told: 0 }]]);
  const open: { leaf: string; told: number }[] = [{ leaf: first, told: 0 }];
  for (let at = 0; at < open.length; at += 1) {
    const { leaf, told } = open[at]!;
    const moves = movesFrom(all.get(leaf)!, all).filter((move) => isTold(about, told, move));
    for (const move of moves) {
      const next = told + move.tells.length;
      if (seen.has(`${next} ${move.to}`)) continue;
      const alike = moves.filter((other) => other.to === move.to && other.tells.join() === move.tells.join());
      const ways = likely(
        alike.map(({ way }) => way),
        move.tells.length === 0 ? undefined : about[told],
        facts,
      );
      const row = `${(alike.find(({ way }) => ways.includes(way)) ?? move).owner}>${move.way.to ?? ''}`;
      seen.set(`${next} ${move.to}`, { taken: { from: leaf, to: move.to, row, ways }, told: next });
      open.push({ leaf: move.to, told: next });
    }
  }
  return seen.get(`${about.length} ${state}`)?.taken ?? null;
}
