// The room that a stage keeps for what comes and goes on it, so that the scale does not move while somebody watches: told
// by what its run began with and by what there is, not by how that is now. One state has one picture.
import type { Entity, WorldView } from '../../sim/engine/view';
import { bandHeight } from '../label/hanging';
import { hardwareHeight, headerLine } from '../label/header';
import { labelHost, type HostToLabel } from '../label/labelHost';
import type { Rect } from '../rect';
import type { StageWords } from '../stageWords';
import { claimsOf, roomBytes } from './claim';
import { arrangeHosts, sideBySideFrom } from './frames';
import { furnitureFor, type Furnishing } from './furniture';
import type { BoxScene } from './scene';
import { shelfRow, shelfRows, shelfScenes } from './shelf';
import type { TextStyle } from './textStyle';

/** No room for tabs is kept from memory that would be drawn lower than this: its floors carry their words themselves, px. */
const lowestFrame = 240;

/** Rows of tabs of a guest OS and of what it stands on: how it is is told there when it is not well. */
const tabRows = 2;

/** The boxes that a run began with, as a world of its own in which nothing happened. */
function atStart(view: WorldView, start: readonly Entity[]): WorldView {
  const byId = new Map(start.map((each) => [each.id, each]));
  return {
    ...view,
    entities: start,
    get: (id) => byId.get(id),
    ofKind: (kind) => start.filter((each) => each.kind === kind),
    deliveryOf: () => null,
    isPromised: () => false,
  };
}

/** Where a run's hosts stand, and what says and sets the words there. */
export interface Place {
  /** Of each host, in their order. */
  readonly areas: readonly Rect[];
  readonly words: StageWords;
  readonly style: TextStyle;
}

/** Rows of tiles that these hosts had when the run began. */
function shelfAtStart(view: WorldView, start: readonly Entity[], { areas, words, style }: Place): number {
  const first = atStart(view, start);
  const claims = claimsOf(first);
  const says = (box: Entity) => {
    const [name = ''] = words.name(box, first);
    const [state] = words.state(box, first);
    return state === undefined ? name : words.nameAndState(name, state);
  };
  const rows = first.ofKind('host').map((host, at) => {
    const area = areas[at];
    const setting = { gathered: false, says };
    return area ? shelfRows(shelfScenes(host, first, area, style, claims, setting)) : 0;
  });
  return Math.max(0, ...rows);
}

/** What was told last of a run's start; it does not change. */
const told = new WeakMap<readonly Entity[], { readonly place: Place; readonly rows: number }>();

const isSamePlace = (one: Place, other: Place): boolean =>
  one.words === other.words &&
  one.style.size === other.style.size &&
  one.style.smallest === other.style.smallest &&
  one.areas.length === other.areas.length &&
  one.areas.every(({ width }, at) => width === other.areas[at]!.width);

function shelfOf(view: WorldView, start: readonly Entity[], place: Place): number {
  const known = told.get(start);
  if (known && isSamePlace(known.place, place)) return known.rows;
  const rows = shelfAtStart(view, start, place);
  told.set(start, { place, rows });
  return rows;
}

/** Whether there are VMs that the run did not begin with: new ones wait outside until they are started. */
function hasMade(view: WorldView, start: readonly Entity[]): boolean {
  const known = new Set(start.map(({ id }) => id));
  return view.ofKind('vm').some(({ id }) => !known.has(id));
}

/** What a stage of this size keeps room for besides, in a run that began with these boxes. */
export function reserveFor(
  view: WorldView,
  start: readonly Entity[],
  room: { readonly width: number; readonly height: number; readonly fits?: boolean },
  furnishing: Furnishing,
  words: StageWords,
  style: TextStyle,
): Furnishing {
  const { size } = style;
  const furniture = furnitureFor(furnishing, room, size, false);
  const { places } = arrangeHosts(view.ofKind('host').map(roomBytes), room, furniture, 1);
  const begun = shelfOf(view, start, { areas: places.map(({ area }) => area), words, style });
  const shelf = Math.max(furnishing.shelf, Number(begun > 0 || hasMade(view, start)));
  const above = headerLine(size) + shelf * shelfRow(size) + 2 * size;
  const left = room.height - above - bandHeight(tabRows, size) - hardwareHeight(size);
  const hasTabs = room.width >= sideBySideFrom && left >= lowestFrame && view.ofKind('vm').length > 0;
  return { ...furnishing, shelf, kept: hasTabs ? tabRows : 0, mostTiles: begun || Infinity };
}

/** Looks of what has fallen, or is on its way. */
const passing: readonly BoxScene['look'][] = ['fallen', 'starting'];

/**
 * Whether every floor of a host would have its word if all that is there ran: how much room words get is told by what
 * stands there, not by how it is, so a fall does not change the scale. Asked where all have their word as it is.
 */
export function isCalmNamed(scene: HostToLabel): boolean {
  const { boxes, telling } = scene;
  if (boxes.every(({ look }) => !passing.includes(look))) return true;
  const calm = boxes.map((box) => (passing.includes(box.look) ? { ...box, look: 'running' as const } : box));
  const of = (box: Entity) => ({ ...telling.of(box), states: [] });
  return labelHost({ ...scene, boxes: calm, telling: { ...telling, of } }).isComplete;
}
