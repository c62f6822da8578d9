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

/** One copy: where it stands or stood, and what it did. */
export interface History {
  readonly copy: EntityId;
  /** The host at the end of the facts, or where it stood last; null for a copy that was never placed. */
  readonly host: EntityId | null;
  /** All hosts that it stood on, the last one first. */
  readonly hosts: readonly EntityId[];
  /** The VM that it was always in; null where there is none, and where there were several. */
  readonly vm: EntityId | null;
  readonly stretches: readonly Stretch[];
}

/** The boxes of a world and what each stands on or stood on, as the facts move them about. */
class Standing {
  /** Of each box all that it stood on, the last one first. */
  readonly #floors = new Map<EntityId, readonly EntityId[]>();
  readonly #kinds = new Map<EntityId, string>();

  constructor(start: readonly Entity[]) {
    for (const { id, kind, standsOn } of start) {
      this.#kinds.set(id, kind);
      this.stand(id, standsOn);
    }
  }

  /** Puts a box on another. One that stands on nothing any more is still known by where it stood. */
  stand(id: EntityId, floor: EntityId | null): void {
    const before = this.#floors.get(id) ?? [];
    if (floor !== null) this.#floors.set(id, [floor, ...before.filter((one) => one !== floor)]);
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
  const lanes = new Map<EntityId, Stretch[]>();
  for (const { id } of start.filter(isCopy)) lanes.set(id, [{ state: 'off', from: 0 }]);
  for (const copy of made.filter(isCopy)) {
    const first = firstOf(copy, made, facts);
    if (first) lanes.set(copy.id, [{ state: 'off', from: first.at }]);
  }

  for (const fact of facts) {
    const phase = phaseAfter(fact.name);
    if (fact.about === null) continue;
    if (fact.name === 'container.placed' && !isReplaced(fact, facts))
      standing.stand(fact.about, floorIn(fact, facts));
    if (ARRIVALS.has(fact.name)) standing.stand(fact.about, peerIn(fact));
    const lane = lanes.get(fact.about);
    if (lane && phase !== null) enter(lane, laneState(phase), fact.at);
  }

  return [...lanes].map(([copy, stretches]) => {
    const hosts = standing.all(copy, 'host');
    const vms = standing.all(copy, 'vm');
    return { copy, host: hosts[0] ?? null, hosts, vm: vms.length === 1 ? vms[0]! : null, stretches };
  });
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
