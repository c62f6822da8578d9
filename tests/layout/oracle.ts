// The rule of LOOK.md computed a second time, slowly and in another way: every box as fractions of its host, heights
// in bytes per unit of width, widths of columns by bisection. Shares no code with the layout.
import type { Entity, WorldView } from '../../src/sim';

/** Bundles that a scene has drawn, by the ids of the boxes gathered in each: a bundle counts as one box. */
export type Gathered = ReadonlyMap<string, readonly string[]>;

/** A rectangle with the host's width as 1 and the host's RAM as height 1, from the ground up. */
export interface Expected {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly foot: number;
  readonly head: number;
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
const isRoom = (box: Entity) => box.kind === 'host' || box.kind === 'vm';
const spaceOf = (box: Entity) => number(box.context['memoryBytes']);
const isBoxed = (box: Entity) => box.kind === 'container';
const isFloor = (box: Entity) => !isRoom(box) && box.kind !== 'container';
/** Where the boxes of a room are more than it, those that fell share what is left of it. */
const floorOf = (box: Entity, view: WorldView): number => {
  if (!isFloor(box)) return 0;
  const room = roomOf(box, view);
  const wanted = box.memory.own || spaceOf(box);
  if (box.tags.includes('holds-memory')) return wanted;
  return room ? wanted * Math.min(1, Math.max(0.02, sharedIn(room, view))) : wanted;
};
const roomOf = (box: Entity, view: WorldView): Entity | undefined => {
  const below = view.get(box.standsOn ?? '');
  return below && !isRoom(below) ? roomOf(below, view) : below;
};
/** What a room has left, through what those in it that hold nothing would like to have. */
function sharedIn(room: Entity, view: WorldView): number {
  const inside = insideOf(room, view).filter((each) => !isOutside(each, view));
  return partOf(room, inside, view);
}

const insideOf = (room: Entity, view: WorldView) =>
  view.entities.filter(
    (each) => roomOf(each, view) === room && !each.tags.includes('absent') && !isOffVm(each),
  );

function partOf(room: Entity, inside: readonly Entity[], view: WorldView): number {
  const floors = inside.filter(isFloor);
  const size = (each: Entity) => each.memory.own || spaceOf(each);
  const isHeld = (each: Entity) => each.tags.includes('holds-memory');
  const held = [
    ...inside.filter(isRoom).map((each) => takes(each, view)),
    ...floors.filter(isHeld).map(size),
  ];
  const idle = floors.filter((each) => !isHeld(each)).map(size);
  const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
  const left = spaceOf(room) - sum(held);
  if (left >= sum(idle)) return 1;
  // Half of it stays free to see, unless it is less than a sixteenth of the room.
  return (16 * left > spaceOf(room) ? left / 2 : left) / sum(idle);
}

const nothing = ({ tags }: Entity) =>
  !tags.some((tag) => ['up', 'down', 'starting', 'suffering', 'holds-memory'].includes(tag));

/** Off by the scenario, or made a moment ago: it came to where it is from nowhere. */
const wasNeverUp = ({ lastTransition }: Entity) => (lastTransition?.from ?? 'placed') === 'placed';

const isOffVm = (box: Entity) => box.kind === 'vm' && nothing(box);

/** What a VM that is off would take is free: it stands on a shelf, but for one that went off and is in nobody's way. */
function isShelved(vm: Entity, view: WorldView): boolean {
  const room = roomOf(vm, view);
  if (!isOffVm(vm) || !room) return false;
  if (wasNeverUp(vm)) return true;
  const size = (each: Entity) => (isRoom(each) ? takes(each, view) : each.memory.own || spaceOf(each));
  let spare = spaceOf(room);
  for (const each of insideOf(room, view)) spare -= isBoxed(each) ? 0 : size(each);
  const off = view.entities.filter(
    (each) => isOffVm(each) && !wasNeverUp(each) && roomOf(each, view) === room,
  );
  const place = ({ id, standsOn }: Entity) => view.get(standsOn ?? '')!.holds.indexOf(id);
  for (const each of off.sort((a, b) => place(a) - place(b))) {
    const fits = takes(each, view) <= spare;
    if (fits) spare -= takes(each, view);
    if (each.id === vm.id) return !fits;
  }
  return true;
}

/**
 * Where its room is too small for all, a program that was not started waits outside with what is in it; in any room
 * one that never was on the OS of a host.
 */
function isOutside(box: Entity, view: WorldView): boolean {
  const below = view.get(box.standsOn ?? '');
  if (below?.kind === 'container' && isOutside(below, view)) return true;
  const room = roomOf(box, view);
  if (!room || !['container', 'process', 'monitor'].includes(box.kind) || !nothing(box)) return false;
  if (wasNeverUp(box) && room.kind === 'host' && below?.kind === 'kernel') return true;
  return partOf(room, insideOf(room, view), view) < 1;
}

function heldBy(box: Entity, view: WorldView): Entity[] {
  const held = view.entities
    .filter((each) => each.standsOn === box.id && !each.tags.includes('absent') && !isShelved(each, view))
    .filter((each) => !isOutside(each, view));
  const places = held.map(({ id }) => box.holds.indexOf(id));
  const [boxed, others] = [held.filter(isBoxed), held.filter((each) => !isBoxed(each))];
  // Containers among themselves stand as the world lists them, in the places that they have together.
  const mine = boxed.map(({ id }) => box.holds.indexOf(id)).sort((a, b) => a - b);
  const placeOf = (each: Entity) =>
    isBoxed(each) ? mine[boxed.indexOf(each)]! : places[held.indexOf(each)]!;
  const byHolds = [...boxed, ...others].sort((a, b) => placeOf(a) - placeOf(b));
  return byHolds.sort((a, b) => Number(a.kind === 'runtime') - Number(b.kind === 'runtime'));
}

function takes(box: Entity, view: WorldView): number {
  let above = 0;
  for (const each of heldBy(box, view)) above += takes(each, view);
  return isRoom(box) ? Math.max(spaceOf(box), above) : floorOf(box, view) + above;
}

/** Structure keeps 24 px of a crowded floor, but not more than a sixteenth of it; crowds keep nothing. */
const leastOf = (box: Entity, frame: number, width: number) =>
  ['vm', 'container', 'process'].includes(box.kind) ? 0 : Math.min(24 / frame, width / 16);

/** Needs raised to the least widths, unless they would not all fit then. */
function roomy(needs: readonly number[], leasts: readonly number[], width: number): readonly number[] {
  const raised = needs.map((need, at) => Math.max(need, leasts[at]!));
  return raised.reduce((sum, need) => sum + need, 0) <= width ? raised : needs;
}

/** Equal widths, except that none may be narrower than its need: found by halving the common width. */
function shares(needs: readonly number[], width: number): number[] {
  const total = needs.reduce((sum, need) => sum + need, 0);
  if (total >= width * (1 - 1e-12)) return needs.map((need) => (need / total) * width);
  let [low, high] = [0, width];
  for (let round = 0; round < 200; round += 1) {
    const level = (low + high) / 2;
    const used = needs.reduce((sum, need) => sum + Math.max(level, need), 0);
    if (used > width) high = level;
    else low = level;
  }
  return needs.map((need) => Math.max(low, need));
}

/** Every box on a host whose frame is so many px wide, those that are gathered as one. */
export function expectedBoxes(
  host: Entity,
  view: WorldView,
  frame: number,
  gathered: Gathered = new Map(),
): Expected[] {
  const bundleOf = (id: string) => [...gathered].find(([, ids]) => ids.includes(id))?.[0];
  const whole = spaceOf(host);
  const found: Expected[] = [];
  const stand = (box: Entity, left: number, right: number, foot: number, ceiling: number): number => {
    const width = right - left;
    const own = (isRoom(box) ? spaceOf(box) : floorOf(box, view)) / whole / width;
    const base = isRoom(box) ? foot : foot + own;
    const top = isRoom(box) ? foot + own : ceiling;
    const crown = row(box, left, right, base, top);
    const head = box.kind === 'container' ? crown : foot + own;
    found.push({ id: box.id, left, right, foot, head });
    return Math.max(head, crown);
  };
  /** Few rooms stand close: seven tenths of their place high, or 96 px wide each. */
  const roomsTake = (count: number, total: number, place: number) =>
    place > 0 && total > 0 ? Math.max(total / place / 0.7, (count * 96) / frame) : Infinity;
  const row = (box: Entity, left: number, floor: number, base: number, ceiling: number): number => {
    const boxes = heldBy(box, view);
    const areas = boxes.map((each) => takes(each, view) / whole);
    const total = areas.reduce((sum, area) => sum + area, 0);
    const row = boxes.every(isRoom) ? roomsTake(boxes.length, total, ceiling - base) : Infinity;
    const right = Math.min(floor, left + row);
    const height = Math.max(ceiling - base, total / (right - left));
    const widths =
      total > 0
        ? shares(
            roomy(
              areas.map((area) => area / height),
              boxes.map((each) => leastOf(each, frame, right - left)),
              right - left,
            ),
            right - left,
          )
        : areas.map(() => (right - left) / areas.length);
    let [x, crown] = [left, base];
    const bundles = new Map<string, { left: number; right: number; area: number }>();
    boxes.forEach((each, at) => {
      const bundle = bundleOf(each.id);
      if (bundle === undefined) crown = Math.max(crown, stand(each, x, x + widths[at]!, base, ceiling));
      else {
        const { left, area } = bundles.get(bundle) ?? { left: x, area: 0 };
        bundles.set(bundle, { left, right: x + widths[at]!, area: area + areas[at]! });
      }
      x += widths[at]!;
    });
    for (const [id, { left, right, area }] of bundles) {
      const head = base + area / (right - left);
      found.push({ id, left, right, foot: base, head });
      crown = Math.max(crown, head);
    }
    return crown;
  };
  row(host, 0, 1, 0, 1);
  return found;
}
