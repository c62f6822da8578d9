// Copies gathered into lanes: by host, and in a host by equal histories. Copies that went from one host to another have
// lanes of their own, and no lane of a host that they left or reached is called by the host: it would be untrue of
// another time.
import type { EntityId } from '../../sim/engine/fact';
import type { Micros } from '../../sim/engine/time';
import { stateAt, type History } from './histories';
import type { LaneState } from './phases';
import type { LaneName } from './timelineWords';

/**
 * A state of a lane over time, of the `count` copies that there are then. Where they differ, `state` is null, `serving`
 * of them serve, `down` fell or wait to be started again, `coming` boot or start, and `off` are not to serve yet; the
 * others were stopped or suffer. `rest`: what all but those that are off and those that serve do, where that is one thing.
 */
export interface Span {
  readonly from: Micros;
  /** Exclusive; Infinity for the last. */
  readonly to: Micros;
  readonly state: LaneState | null;
  readonly serving: number;
  readonly down: number;
  readonly coming: number;
  readonly off: number;
  readonly rest?: LaneState | null;
  readonly count: number;
}

/** One line of the timeline. */
export interface Lane {
  /** The first of its copies: stable as long as that copy's history is told apart. */
  readonly id: EntityId;
  readonly name: LaneName;
  readonly copies: readonly EntityId[];
  /** How many machines they boot with. */
  readonly machines: number;
  readonly spans: readonly Span[];
}

type Group = readonly [History, ...History[]];

/** The copies that stood on the same hosts, and those of them that did the same. */
interface Place {
  readonly copies: Group;
  groups: readonly Group[];
  /** They are all that ever stood on their host. */
  readonly isWhole: boolean;
}

/** So many hosts share a lane where there is no room for theirs, though each did something else; fewer are told apart. */
const MANY_HOSTS = 4;

/**
 * The lanes of all histories. With more than `most` lanes, hosts with many are drawn as one lane each that
 * counts, all that have as many, then hosts with equal histories share a lane, and at last many hosts of as many copies.
 */
export function lanesOf(histories: readonly History[], most: number): Lane[] {
  const ever = histories.flatMap((history) => [history, history.beside ?? history]);
  const left = new Set(ever.flatMap(({ hosts }) => (hosts.length > 1 ? hosts : [])));
  const hosts = groupBy(histories, placeOf).map((copies): Place => ({
    copies,
    groups: groupBy(copies, keyOf),
    isWhole: copies[0].host !== null && !left.has(copies[0].host),
  }));
  const lanes = () => hosts.reduce((sum, { groups }) => sum + groups.length, 0);
  while (lanes() > most) {
    const many = Math.max(...hosts.map(({ groups }) => groups.length));
    if (many < 2) break;
    // Hosts that are drawn alike stay so: what is compared is told in the same way.
    for (const host of hosts) if (host.groups.length === many) host.groups = [host.copies];
  }
  const all = hosts.flatMap((host) =>
    host.groups.map((group): Drawn => ({ group, lane: laneOf(group, nameOf(group, host)) })),
  );
  if (all.length <= most) return all.map(({ lane }) => lane);
  /** Equal for hosts of as many copies with equal histories; a lane of less than a host stands alone. */
  const alikeKey = ({ lane, group }: Drawn) =>
    lane.name.kind === 'host'
      ? JSON.stringify([lane.spans, spansOf(group.flatMap(({ beside }) => beside ?? []))])
      : lane.id;
  const alike = groupBy(all, alikeKey);
  const byCount = groupBy(all, ({ lane, group }) => (lane.name.kind === 'host' ? group.length : lane.id));
  const many = byCount.filter(({ length }) => length >= MANY_HOSTS && alike.length > most).flat();
  return groupBy(all, (one) => (many.includes(one) ? one.group.length : alikeKey(one))).map(joined);
}

/** A lane and the copies that it shows. */
interface Drawn {
  readonly lane: Lane;
  readonly group: Group;
}

function laneOf(group: Group, name: LaneName): Lane {
  const copies = group.map(({ copy }) => copy);
  const machines = new Set(group.map(({ vm, host }) => vm ?? host)).size;
  return { id: group[0].copy, name, copies, machines, spans: spansOf(group) };
}

function placeOf({ hosts, beside }: History): string {
  return `${hosts.join(' ')} ${beside?.hosts.join(' ')}`;
}

/** Lanes of several hosts as one. */
function joined(all: readonly [Drawn, ...Drawn[]]): Lane {
  const [{ lane }, ...others] = all;
  if (others.length === 0) return lane;
  const group = all.flatMap((one) => one.group) as [History, ...History[]];
  const hosts = all.flatMap(({ lane: { name } }) => (name.kind === 'host' ? [name.host] : []));
  return laneOf(group, { kind: 'hosts', hosts, count: group.length });
}

function groupBy<T>(all: readonly T[], key: (one: T) => string | number): (readonly [T, ...T[]])[] {
  const groups = new Map<string | number, [T, ...T[]]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups.values()];
}

function keyOf({ stretches, beside }: History): string {
  return `${stretches.map(({ state, from }) => `${state}@${from}`).join(' ')} ${beside ? keyOf(beside) : ''}`;
}

function nameOf(group: Group, { copies, groups, isWhole }: Place): LaneName {
  const [{ host, copy }] = group;
  const count = group.length;
  if (host === null) return { kind: 'unplaced', count };
  if (isWhole && count === copies.length) return { kind: 'host', host, count, ...(count === 1 && { copy }) };
  // By its own name, in a VM of its own as well: that runs on when only the copy in it is down.
  if (count === 1) return { kind: 'copy', host, copy };
  const vms = wholeVms(group, copies);
  if (vms !== null) return { kind: 'vms', host, vms };
  return {
    kind: 'copies',
    host,
    count,
    rest: groups.length > 1 && groups.every((other) => other === group || other.length < count),
  };
}

/** The VMs of a group when it consists of all copies of some VMs, else null. */
function wholeVms(group: Group, all: Group): EntityId[] | null {
  const vms = new Set(group.map(({ vm }) => vm));
  const inThem = all.filter(({ vm }) => vms.has(vm));
  const known = [...vms].filter((vm) => vm !== null);
  return known.length === vms.size && inThem.length === group.length ? known : null;
}

const isComing = (state: LaneState) => state === 'booting' || state === 'starting';

/** What all of these do; those that boot and those that start are on their way. */
function alike(states: readonly LaneState[]): LaneState | null {
  const [first] = states;
  if (first === undefined || states.every((one) => one === first)) return first ?? null;
  return states.every(isComing) ? 'starting' : null;
}

function spansOf(all: readonly History[]): Span[] {
  const here = all.filter(({ isToCome }) => !isToCome);
  const group = here.length > 0 ? here : all;
  const starts = [...new Set(group.flatMap(({ stretches }) => stretches.map(({ from }) => from)))].sort(
    (a, b) => a - b,
  );
  const spans: Span[] = [];
  starts.forEach((from, index) => {
    const to = starts[index + 1] ?? Infinity;
    const there = group.filter(({ stretches }) => stretches[0]!.from <= from);
    const states = there.map((history) => stateAt(history, from));
    const state = states.every((one) => one === states[0]) ? states[0]! : null;
    const serving = states.filter((one) => one === 'serving').length;
    const down = states.filter((one) => one === 'fallen' || one === 'waiting').length;
    const last = spans.at(-1);
    const off = states.filter((one) => one === 'off').length;
    const rest = alike(states.filter((one) => one !== 'off' && one !== 'serving'));
    const coming = states.filter(isComing).length;
    const next = { state, rest, serving, down, coming, off, count: states.length };
    const isAsBefore =
      last && (Object.keys(next) as (keyof typeof next)[]).every((key) => last[key] === next[key]);
    if (isAsBefore) spans[spans.length - 1] = { ...last, to };
    else spans.push({ from, to, ...next });
  });
  return spans;
}
