// What a run comes to at one instant, in figures that can be set side by side.
import type { EntityId, Fact } from '../../sim/engine/fact';
import type { TimedCommand } from '../../sim/engine/command';
import type { Micros } from '../../sim/engine/time';
import type { Entity, WorldView } from '../../sim/engine/view';
import { historiesOf, isCopy, type History } from '../timeline/histories';

/** The part of a frame that figures are read from. */
export interface Instant {
  readonly view: WorldView;
  readonly start: readonly Entity[];
  /** Boxes that were made later. */
  readonly made: readonly Entity[];
  readonly facts: readonly Fact[];
  readonly journal: readonly TimedCommand[];
}

/** Figures of one instant. Times are in microseconds, memory in bytes, CPU in micro-cores. */
export interface Figures {
  readonly copies: number;
  readonly serving: number;
  /** Copies that are down against somebody's wish, fallen or ended, and not back. */
  readonly fallen: number;
  /** Time in which copies were gone after they had come up, all together, and of the one that took longest. */
  readonly away: Micros;
  readonly longest: Micros;
  readonly memory: number;
  readonly cpu: number;
  /** Commands given up to this instant. */
  readonly commands: number;
}

/** The figures of a run at its view's instant. */
export function figuresOf({ view, start, made, facts, journal }: Instant): Figures {
  const copies = view.entities.filter(isCopy);
  const hosts = view.ofKind('host');
  const away = absences(historiesOf(facts, start, made), view.at);
  return {
    copies: copies.length,
    serving: copies.filter(({ tags }) => tags.includes('serving')).length,
    fallen: copies.filter(({ tags }) => tags.includes('down') || tags.includes('waiting')).length,
    away: away.reduce((sum, time) => sum + time, 0),
    longest: Math.max(0, ...away),
    memory: hosts.reduce((sum, { memory }) => sum + memory.charged, 0),
    cpu: hosts.reduce((sum, { cpu }) => sum + cpu.granted, 0),
    commands: journal.filter(({ at }) => at <= view.at).length,
  };
}

/** Each time a copy was away: from when it fell or stopped serving until it served again, or until now. */
function absences(histories: readonly History[], now: Micros): Micros[] {
  return histories.flatMap(({ stretches }) => {
    const times: Micros[] = [];
    let since: Micros | null = null;
    let hasServed = false;
    for (const { state, from } of stretches) {
      const isServing = state === 'serving' || state === 'suffering';
      const isGone = state === 'fallen' || state === 'waiting';
      if (isGone || (!isServing && hasServed)) since ??= from;
      if (isServing && since !== null) times.push(from - since);
      if (isServing) since = null;
      hasServed ||= isServing;
    }
    return since === null ? times : [...times, now - since];
  });
}

/** A box that is not the same in two worlds. */
export interface DifferingBox {
  readonly id: EntityId;
  /** `state`: it does something else, or stands elsewhere. `picker`: only who would pick it up is another. */
  readonly in: 'state' | 'picker';
  /** Differing boxes that stand on it, and so on upwards: they are told with it. Those told with another are left out. */
  readonly above: readonly EntityId[];
}

/** All boxes that differ, the lowest first; each of them once, by itself or `above` another. */
export function differingBoxes(left: WorldView, right: WorldView): DifferingBox[] {
  const changed = new Set<EntityId>();
  for (const box of left.entities) if (isOther(box, right.get(box.id))) changed.add(box.id);
  const boxes: DifferingBox[] = [];
  for (const { id, standsOn } of left.entities) {
    if (!changed.has(id)) {
      if (picked(left, id) !== picked(right, id)) boxes.push({ id, in: 'picker', above: [] });
    } else if (standsOn === null || !changed.has(standsOn)) {
      boxes.push({ id, in: 'state', above: changedAbove(id, left, changed) });
    }
  }
  return boxes;
}

/** When a delay ends is seen only of what starts or waits; a box that runs has inner ones that nobody is shown. */
function isOther(box: Entity, other: Entity | undefined): boolean {
  if (other?.state !== box.state || other.standsOn !== box.standsOn) return true;
  return other.due !== box.due && (box.tags.includes('starting') || box.tags.includes('waiting'));
}

function changedAbove(id: EntityId, view: WorldView, changed: ReadonlySet<EntityId>): EntityId[] {
  const held = view.get(id)?.holds.filter((each) => changed.has(each)) ?? [];
  return held.flatMap((each) => [each, ...changedAbove(each, view, changed)]);
}

const picked = (view: WorldView, id: EntityId) => JSON.stringify(view.pickersOf(id));
