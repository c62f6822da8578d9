// What each copy did, from the facts alone: stretches of lane states from instant 0 on.
import type { EntityId, Fact } from '../../sim/engine/fact';
import type { Micros } from '../../sim/engine/time';
import type { Entity } from '../../sim/engine/view';
import { isByOrder, isEnded, laneState, laneStateOn, phaseAfter, type LaneState, type Phase } from './phases';

/** One state from an instant to the next change; the last stretch of a history has no end yet. */
export interface Stretch {
  readonly state: LaneState;
  readonly from: Micros;
}

/** One copy: where it stands or stood, and what it did. */
export interface History {
  readonly copy: EntityId;
  /** The host at the end of the facts, or where it stood last; null for a copy that was never placed. */
  readonly host: EntityId | null;
  /** All hosts that it stood on, the last one first. */
  readonly hosts: readonly EntityId[];
  /** The VM that it was always in; null where there is none, and where there were several. */
  readonly vm: EntityId | null;
  /** What it is to run never arrived: it is no copy among others yet. */
  readonly isToCome?: boolean;
  readonly stretches: readonly Stretch[];
  /** What the same copy did in a run that is compared: copies share a lane where they are alike in both. */
  readonly beside?: History;
}

/** Boxes that boot, the outermost that a copy waits for: a VM boots by itself, whatever its host does. */
const MACHINES: ReadonlySet<string> = new Set(['vm', 'host']);

/** The boxes of a world and what each stands on or stood on, as the facts move them about, and what each does. */
class Standing {
  /** Of each box all that it stood on, the last one first. */
  readonly #floors = new Map<EntityId, readonly EntityId[]>();
  /** What stands on each box now. */
  readonly #above = new Map<EntityId, Set<EntityId>>();
  readonly #kinds = new Map<EntityId, string>();
  readonly #phases = new Map<EntityId, Phase>();
  /** Containers that stand nowhere any more. */
  readonly #away = new Set<EntityId>();

  constructor(start: readonly Entity[]) {
    for (const { id, kind, standsOn } of start) {
      this.#kinds.set(id, kind);
      this.stand(id, standsOn);
    }
  }

  /** Puts a box on another. One that stands on nothing any more is still known by where it stood. */
  stand(id: EntityId, floor: EntityId | null): void {
    const before = this.#floors.get(id) ?? [];
    if (floor === null) return;
    this.#above.get(before[0] ?? '')?.delete(id);
    this.#above.set(floor, (this.#above.get(floor) ?? new Set()).add(id));
    this.#floors.set(id, [floor, ...before.filter((one) => one !== floor)]);
    this.#away.delete(id);
  }

  /** Notes what a box does from now on. */
  enter(id: EntityId, phase: Phase, isTakenAway: boolean): void {
    this.#phases.set(id, phase);
    if (isTakenAway) this.#away.add(id);
  }

  /** What is under a copy now, up to its machine, the nearest first; nothing under a container that was taken away. */
  under(copy: EntityId): { kind: string; phase: Phase }[] {
    const found: { kind: string; phase: Phase }[] = [];
    for (let id = this.#floors.get(copy)?.[0]; id !== undefined; id = this.#floors.get(id)?.[0]) {
      const kind = this.#kinds.get(id) ?? '';
      found.push({ kind, phase: this.#phases.get(id) ?? 'up' });
      if (MACHINES.has(kind) || this.#away.has(id)) break;
    }
    return found;
  }

  /** All that stand on a box now but for what is in another machine. */
  *over(id: EntityId): Iterable<EntityId> {
    for (const each of this.#above.get(id) ?? []) {
      if (MACHINES.has(this.#kinds.get(each) ?? '')) continue;
      yield each;
      yield* this.over(each);
    }
  }

  /** All boxes of a kind that a box ever stood on, the last one first. */
  all(id: EntityId, kind: string): EntityId[] {
    const floors = this.#floors.get(id) ?? [];
    const found = floors.flatMap((floor) =>
      this.#kinds.get(floor) === kind ? [floor] : this.all(floor, kind),
    );
    return [...new Set(found)];
  }
}

/** Whether a box is a copy: a process that serves. */
export function isCopy({ kind, context }: Entity): boolean {
  return kind === 'process' && typeof context['service'] === 'string';
}

/** The first fact about a box that was made later, or about what it stands on as far as that was made with it. */
function firstOf(box: Entity, made: readonly Entity[], facts: readonly Fact[]): Fact | undefined {
  const ids = new Set<EntityId>();
  const floors = new Map(made.map(({ id, standsOn }) => [id, standsOn]));
  for (let id: EntityId | null = box.id; id !== null && floors.has(id); id = floors.get(id) ?? null)
    ids.add(id);
  return facts.find(({ about }) => about !== null && ids.has(about));
}

/** Facts by which a VM stands on another hypervisor, its `peer`. */
const ARRIVALS: ReadonlySet<string> = new Set(['vm.migrated', 'vm.moved', 'vm.pulling']);

/**
 * The histories of all copies. `start`: the boxes as they stood at instant 0; `made`: those that came later, whose
 * history begins with the first fact about them or what was made under them; `facts` begin with seq 0.
 */
export function historiesOf(
  facts: readonly Fact[],
  start: readonly Entity[],
  made: readonly Entity[] = [],
): History[] {
  const standing = new Standing([...start, ...made]);
  const copies = new Map<EntityId, Copy>();
  for (const { id } of start.filter(isCopy)) copies.set(id, copyFrom(0));
  for (const copy of made.filter(isCopy)) {
    const first = firstOf(copy, made, facts);
    if (first) copies.set(copy.id, copyFrom(first.at));
  }

  for (const fact of facts) {
    const { about, name, at } = fact;
    const phase = phaseAfter(name);
    if (about === null) continue;
    if (name === 'container.placed' && !isReplaced(fact, facts)) standing.stand(about, floorIn(fact, facts));
    if (ARRIVALS.has(name)) standing.stand(about, peerIn(fact));
    if (phase === null) continue;
    standing.enter(about, phase, name === 'container.removed');
    const copy = copies.get(about);
    if (copy) {
      copy.own = phase === 'down' && isByOrder(fact, facts) ? 'stopped' : laneState(phase);
      enter(copy.stretches, laneStateOn(copy.own, standing.under(about)), at);
    } else {
      for (const id of standing.over(about)) {
        const above = copies.get(id);
        if (above === undefined || !isEnded(above.own)) continue;
        enter(above.stretches, laneStateOn(above.own, standing.under(id)), at);
      }
    }
  }

  return [...copies].map(([copy, { stretches }]) => {
    const hosts = standing.all(copy, 'host');
    const vms = standing.all(copy, 'vm');
    return { copy, host: hosts[0] ?? null, hosts, vm: vms.length === 1 ? vms[0]! : null, stretches };
  });
}

/** One copy while its history is read. */
interface Copy {
  /** What it does by itself, whatever is under it. */
  own: LaneState;
  readonly stretches: Stretch[];
}

const copyFrom = (from: Micros): Copy => ({ own: 'off', stretches: [{ state: 'off', from }] });

/** A container that is replaced is taken away and placed again where it was. */
function isReplaced({ because }: Fact, facts: readonly Fact[]): boolean {
  return because !== null && /\.replace-container$/.test(facts[because]?.name ?? '');
}

/** The state of a history at an instant, all of that instant's facts included. */
export function stateAt({ stretches }: History, at: Micros): LaneState {
  return stretches.findLast(({ from }) => from <= at)?.state ?? 'off';
}

function enter(lane: Stretch[], state: LaneState, at: Micros): void {
  if (lane.at(-1)?.from === at) lane.pop();
  if (lane.at(-1)?.state !== state) lane.push({ state, from: at });
}

/** Where a container was placed: the command that led to it names the kernel. */
function floorIn({ because }: Fact, facts: readonly Fact[]): EntityId | null {
  const kernel = because === null ? undefined : facts[because]?.data?.['kernel'];
  return typeof kernel === 'string' ? kernel : null;
}

/** The hypervisor that a VM went to. */
function peerIn({ data }: Fact): EntityId | null {
  const peer = data?.['peer'];
  return typeof peer === 'string' ? peer : null;
}
