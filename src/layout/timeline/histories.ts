// What each copy did, from the facts alone: stretches of lane states from instant 0 on.
import type { EntityId, Fact } from '../../sim/engine/fact';
import type { Micros } from '../../sim/engine/time';
import type { Entity } from '../../sim/engine/view';
import { laneState, phaseAfter, type LaneState } from './phases';

/** One state from an instant to the next change; the last stretch of a history has no end yet. */
export interface Stretch {
  readonly state: LaneState;
  readonly from: Micros;
}

/** One copy: where it stands and what it did. */
export interface History {
  readonly copy: EntityId;
  /** The host at the end of the facts, or null for a copy that was never placed. */
  readonly host: EntityId | null;
  /** The VM nearest to it, or null. */
  readonly vm: EntityId | null;
  readonly stretches: readonly Stretch[];
}

/** The boxes of a world and what each stands on, as the facts move them about. */
class Standing {
  readonly #floors = new Map<EntityId, EntityId | null>();
  readonly #kinds = new Map<EntityId, string>();

  constructor(start: readonly Entity[]) {
    for (const { id, kind, standsOn } of start) {
      this.#kinds.set(id, kind);
      this.stand(id, standsOn);
    }
  }

  /** Puts a box on another, or on nothing. */
  stand(id: EntityId, floor: EntityId | null): void {
    this.#floors.set(id, floor);
  }

  /** What a box stands on, the nearest first. */
  floorsOf(id: EntityId): EntityId[] {
    const floors: EntityId[] = [];
    for (let next = this.#floors.get(id); next; next = this.#floors.get(next)) floors.push(next);
    return floors;
  }

  /** The nearest floor of a kind, or null. */
  nearest(id: EntityId, kind: string): EntityId | null {
    return this.floorsOf(id).find((floor) => this.#kinds.get(floor) === kind) ?? null;
  }
}

/** Whether a box is a copy: a process that serves. */
export function isCopy({ kind, context }: Entity): boolean {
  return kind === 'process' && typeof context['service'] === 'string';
}

/** Facts by which a VM stands on another hypervisor, its `peer`. */
const ARRIVALS: ReadonlySet<string> = new Set(['vm.migrated', 'vm.moved', 'vm.pulling']);

/** The histories of all copies. `start`: the boxes as they stood at instant 0; `facts` begin with seq 0. */
export function historiesOf(facts: readonly Fact[], start: readonly Entity[]): History[] {
  const standing = new Standing(start);
  const lanes = new Map<EntityId, Stretch[]>();
  for (const entity of start) if (isCopy(entity)) lanes.set(entity.id, [{ state: 'off', from: 0 }]);

  for (const fact of facts) {
    const phase = phaseAfter(fact.name);
    if (fact.about === null) continue;
    if (fact.name === 'container.placed' && !isReplaced(fact, facts))
      standing.stand(fact.about, floorIn(fact, facts));
    if (ARRIVALS.has(fact.name)) standing.stand(fact.about, peerIn(fact));
    if (fact.name === 'container.removed' && !isReplaced(fact, facts)) standing.stand(fact.about, null);
    const lane = lanes.get(fact.about);
    if (lane && phase !== null) enter(lane, laneState(phase), fact.at);
  }

  return [...lanes].map(([copy, stretches]) => ({
    copy,
    host: standing.nearest(copy, 'host'),
    vm: standing.nearest(copy, 'vm'),
    stretches,
  }));
}

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
