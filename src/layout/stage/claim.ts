// How much memory a box is drawn for, and how it is built: a room, a floor, or a wrapping around what stands in it.
import type { Entity, WorldView } from '../../sim/engine/view';
import { ARRIVAL, arrivalsAt } from './arrivals';
import { lookOf } from './look';

/**
 * `room`: a frame as large as its size, with what stands in it inside (a host's RAM, a VM's reservation).
 * `floor`: its own memory as a full-width floor, what stands on it above.
 * `wrap`: no memory of its own, as large as what stands in it.
 * `bundle`: several boxes that are too small to be drawn one by one, with everything on them.
 * `tile`: a room that is off: it holds nothing, and stands on a shelf outside the scale.
 */
export type Build = 'room' | 'floor' | 'wrap' | 'bundle' | 'tile';

/** How a box of some kind can be built by itself. */
type OwnBuild = Exclude<Build, 'bundle' | 'tile'>;

const builds: Readonly<Record<string, OwnBuild>> = {
  host: 'room',
  vm: 'room',
  [ARRIVAL]: 'room',
  container: 'wrap',
};

/** How boxes of a kind are built; a kind without an entry is a floor. */
export const buildOf = (kind: string): OwnBuild => builds[kind] ?? 'floor';

/** Whether a box is a VM that is off and holds nothing. */
const isOffRoom = (box: Entity): boolean =>
  box.kind === 'vm' && lookOf(box) === 'off' && !box.tags.includes('holds-memory');

/** Whether nobody ever started it: it has no place. One that fell or went off keeps its own, where there is room. */
const isNewRoom = (box: Entity): boolean => isOffRoom(box) && box.isAsMade;

const bytes = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 0);

/** Bytes of a room: a host's RAM, a VM's reservation, whether it is held now or not. */
export function roomBytes(box: Entity): number {
  return bytes(box.memory.size) || bytes(box.context['memoryBytes']);
}

/** What a floor holds, or would hold. */
const wholeFloor = (box: Entity): number =>
  buildOf(box.kind) === 'floor' ? bytes(box.memory.own) || bytes(box.context['memoryBytes']) : 0;

const holdsMemory = ({ tags }: Entity): boolean => tags.includes('holds-memory');

/** What stands beside containers and carries none: a runtime, a monitor. */
const isBeside = ({ kind }: Entity): boolean => kind === 'runtime' || kind === 'monitor';

/**
 * What stands on a box and is in the world, runtimes last: they stand beside their containers. Containers stand in the
 * order in which the world lists them: one that is replaced comes back to the place of the old one.
 */
export function standing(box: Entity, view: WorldView): Entity[] {
  const held = box.holds.flatMap((id) => view.get(id) ?? []).filter((each) => !each.tags.includes('absent'));
  return [...inOrder(held, view).filter((each) => !isBeside(each)), ...held.filter(isBeside)];
}

function inOrder(held: readonly Entity[], view: WorldView): readonly Entity[] {
  const containers = held.filter(({ kind }) => kind === 'container');
  if (containers.length < 2) return held;
  const here = new Set(containers.map(({ id }) => id));
  const sorted = view.ofKind('container').filter(({ id }) => here.has(id));
  let next = 0;
  return held.map((each) => (each.kind === 'container' ? (sorted[next++] ?? each) : each));
}

/** What each box of a host takes, and what stands on it: looked up once for each layout. */
export interface Claims {
  /**
   * Bytes of a box's own floor. A box that is down or off keeps the place of what it held or would hold, so that nothing
   * jumps when it falls and returns; where its room has not so much left, what fell shares half of it, and all where that
   * is less than a sixteenth of the room.
   */
  floorOf(box: Entity): number;
  /** Bytes that a box takes with everything above it; a VM takes its reservation even when little stands in it. */
  bytesOf(box: Entity): number;
  /** What stands on a box and takes area: what is in the world, but for what waits outside. */
  above(box: Entity): readonly Entity[];
  /** Whether a box is a room that keeps its memory, used or not; one that is given it as it touches it keeps none. */
  reserves(box: Entity): boolean;
  /** Whether a box holds nothing and waits outside the scale: what was never started, or what a full room has no place for. */
  isOutside(box: Entity): boolean;
}

/** The claims of all boxes of a view. */
export function claimsOf(view: WorldView): Claims {
  const above = new Map<string, readonly Entity[]>();
  const taken = new Map<string, number>();
  /** By room, the part of its place that a floor in it keeps while it holds nothing. */
  const parts = new Map<string, number>();
  const rooms = new Map<string, string>();
  const outside = new Set<string>();
  const look = (room: Entity): void => {
    const place = keptPlace(room, claims, rooms, look);
    parts.set(room.id, place.part);
    for (const { box, floor } of place.outside) {
      outside.add(box.id);
      above.delete(floor.id);
    }
  };
  const claims: Claims = {
    floorOf(box) {
      const part = parts.get(rooms.get(box.id) ?? '') ?? 1;
      return wholeFloor(box) * (holdsMemory(box) ? 1 : part);
    },
    reserves: (box) => buildOf(box.kind) === 'room' && holdsMemory(box) && !view.isPromised(box.id),
    isOutside: (box) => outside.has(box.id) || isNewRoom(box) || isNewProgram(box, view),
    above(box) {
      const known = above.get(box.id);
      if (known !== undefined) return known;
      const here = standing(box, view).filter((each) => !claims.isOutside(each));
      const all = [...here, ...arrivalsAt(box, view)];
      above.set(box.id, all);
      return all;
    },
    bytesOf(box) {
      const known = taken.get(box.id);
      if (known !== undefined) return known;
      const held = claims.above(box).reduce((sum, each) => sum + claims.bytesOf(each), 0);
      const all = buildOf(box.kind) === 'room' ? Math.max(roomBytes(box), held) : claims.floorOf(box) + held;
      taken.set(box.id, all);
      return all;
    },
  };
  view.ofKind('host').forEach(look);
  return claims;
}

/** No floor vanishes: what of its place one keeps at least. */
const LEAST_KEPT = 0.02;

/** What fell shares half of what is left of its room, so that what is free is seen above it, where that is so much. */
const WORTH_SEEING = 1 / 16;

/** A box that may wait outside, and what it stands on. */
interface Waiting {
  readonly box: Entity;
  readonly floor: Entity;
}

const programs: ReadonlySet<string> = new Set(['container', 'process', 'monitor']);

/** What holds nothing and was never started, or was stopped in order: nothing of it is in memory, nor fell there. */
const isIdle = (box: Entity): boolean => programs.has(box.kind) && lookOf(box) === 'off' && !holdsMemory(box);

/** Whether nobody ever started it on the OS of a host: what it will take there is free until then, as a new VM's is. */
function isNewProgram(box: Entity, view: WorldView): boolean {
  if (!box.isAsMade || box.standsOn === null || !isIdle(box)) return false;
  const floor = view.get(box.standsOn);
  return floor?.kind === 'kernel' && view.get(floor.standsOn ?? '')?.kind === 'host';
}

/**
 * The part of its place that each floor in a room keeps while it holds nothing: all of it, unless they and what is held
 * are more than the room. Then what is idle waits outside, and what fell shares some of what is left; VMs that are off stay
 * inside as long as nothing else wants their place. Notes in which room everything stands, and looks at the rooms in it
 * first.
 */
function keptPlace(
  room: Entity,
  claims: Claims,
  rooms: Map<string, string>,
  look: (room: Entity) => void,
): { readonly part: number; readonly outside: readonly Waiting[] } {
  let held = 0;
  let wanted = 0;
  let idle = 0;
  const waiting: Waiting[] = [];
  const off: Waiting[] = [];
  const visit = (floor: Entity, isWithIdle: boolean): void => {
    for (const box of claims.above(floor)) {
      if (buildOf(box.kind) === 'room') {
        look(box);
        if (isOffRoom(box)) off.push({ box, floor });
        else held += claims.bytesOf(box);
        continue;
      }
      rooms.set(box.id, room.id);
      const waits = isWithIdle || isIdle(box);
      if (waits && !isWithIdle) waiting.push({ box, floor });
      if (holdsMemory(box)) held += wholeFloor(box);
      else if (waits) idle += wholeFloor(box);
      else wanted += wholeFloor(box);
      visit(box, waits);
    }
  };
  visit(room, false);
  const left = roomBytes(room) - held;
  const hasRoom = wanted + idle <= left;
  let spare = hasRoom ? left - wanted - idle : 0;
  const crowdedOut = off.filter(({ box }) => {
    const bytes = claims.bytesOf(box);
    const stays = bytes <= spare;
    if (stays) spare -= bytes;
    return !stays;
  });
  if (hasRoom) return { part: 1, outside: crowdedOut };
  const shared = left > roomBytes(room) * WORTH_SEEING ? left / 2 : left;
  const part = wanted <= left ? 1 : Math.max(LEAST_KEPT, shared / wanted);
  return { part, outside: [...waiting, ...crowdedOut] };
}
