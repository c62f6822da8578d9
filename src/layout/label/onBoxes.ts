// Words on the boxes themselves: of each box its own where it fits, of copies alike side by side one for all.
import type { Entity, WorldView } from '../../sim/engine/view';
import { bottom, type Rect } from '../rect';
import type { BoxScene, Bundle, LabelScene } from '../stage/scene';
import { speakerOn } from '../stage/shelf';
import type { TextStyle } from '../stage/textStyle';
import type { StageWords } from '../stageWords';
import { insideLabel, nameSize, type Speech } from './inside';
import type { Telling } from './telling';

/** What the words on boxes depend on. */
export interface BoxesToLabel {
  readonly boxes: readonly BoxScene[];
  readonly view: WorldView;
  readonly words: StageWords;
  readonly telling: Telling;
  readonly style: TextStyle;
  /** Floors whose words shall not be on them. */
  readonly apart?: ReadonlySet<string>;
}

/** A box with what it has to say, and where on it that may stand. */
export interface Spoken {
  readonly box: BoxScene;
  readonly kind: string;
  readonly speech: Speech;
  readonly room: Rect;
}

/** No word fits on a box that is narrower than this, and a tenant gets no tab either; px. */
export const narrowest = 12;

/** A line of words needs this height, px. */
const leastRoom = 24;

/** For each room, the upper edge of the highest box in it, px. */
function crownsOf(boxes: readonly BoxScene[]): ReadonlyMap<string, number> {
  const known = new Map(boxes.map((box) => [box.id, box]));
  const crowns = new Map<string, number>();
  for (const box of boxes) {
    for (let under = known.get(box.parent); under !== undefined; under = known.get(under.parent)) {
      if (under.build === 'room') {
        crowns.set(under.id, Math.min(box.exact.y, crowns.get(under.id) ?? Infinity));
      }
    }
  }
  return crowns;
}

/** Where the word of a box may stand on the box: a room's is above all that is in it. */
function roomForWord({ id, build, drawn }: BoxScene, crowns: ReadonlyMap<string, number>): Rect {
  if (build !== 'room') return drawn;
  const top = Math.min(bottom(drawn), crowns.get(id) ?? Infinity);
  return { ...drawn, height: Math.max(0, top - drawn.y) };
}

/** The word of gathered rooms stands above what is in them, where that leaves it a line. */
function roomInBundle(box: BoxScene, { parts }: Bundle): Rect {
  const tops = parts.flatMap(({ layers }) => layers.map(({ drawn }) => drawn.y));
  const height = Math.min(bottom(box.drawn), ...tops) - box.drawn.y;
  return height < leastRoom ? box.drawn : { ...box.drawn, height };
}

/** Who speaks on a box. */
function speaker({ id, build }: BoxScene, view: WorldView): Entity | undefined {
  const box = view.get(id);
  return build === 'tile' && box ? speakerOn(box, view) : box;
}

/** What the walls of a program and the frame of a chosen one take of its room, at the left and at the right, px. */
const wall = 8;

/** Between the walls of a program that has some. */
function withinWalls({ walls }: BoxScene, room: Rect): Rect {
  if (!walls) return room;
  const low = Math.min(wall, room.height / 8);
  return {
    ...{ x: room.x + wall, width: Math.max(0, room.width - 2 * wall) },
    ...{ y: room.y + low, height: room.height - 2 * low },
  };
}

function spokenBoxes({ boxes, view, telling }: BoxesToLabel): Spoken[] {
  const crowns = crownsOf(boxes);
  return boxes.flatMap((box) => {
    if (box.bundle !== null) {
      const room = roomInBundle(box, box.bundle);
      return [{ box, kind: 'bundle', speech: telling.ofBundle(box.bundle), room }];
    }
    const entity = speaker(box, view);
    if (entity === undefined || box.build === 'wrap') return [];
    const room = withinWalls(box, roomForWord(box, crowns));
    return [{ box, kind: entity.kind, speech: telling.of(entity), room }];
  });
}

/** A program so many times as wide as another does not speak as low as that one must. */
const muchWider = 3;

/**
 * Boxes of one kind on one host speak at one size: the largest at which the names of all that can be named fit, but for
 * programs that are far narrower than others.
 */
function sizeByKind(spoken: readonly Spoken[], style: TextStyle): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { kind, speech, room } of spoken) {
    const isFarNarrower =
      kind === 'process' &&
      spoken.some((each) => each.kind === kind && each.room.width > muchWider * room.width);
    if (room.width < narrowest || isFarNarrower) continue;
    const size = nameSize(room, kind, speech, style);
    if (size !== null) sizes.set(kind, Math.min(size, sizes.get(kind) ?? size));
  }
  return sizes;
}

/** What copies of a service have in common, without the numbers that tell them apart. */
export const inCommon = ({ names, states }: Speech): Speech => ({ names: names.slice(-1), states });

/** Labels on boxes, and the boxes on which no word fits. */
export function labelOnBoxes(scene: BoxesToLabel): { labels: LabelScene[]; thin: Spoken[] } {
  const {
    words,
    style,
    telling: { late },
  } = scene;
  const spoken = spokenBoxes(scene);
  const isApart = ({ box }: Spoken) => scene.apart?.has(box.id) === true;
  const sizes = sizeByKind(
    spoken.filter((each) => !isApart(each)),
    style,
  );
  const labels: LabelScene[] = [];
  const told = new Set<string>();
  const add = (label: LabelScene | null): void => {
    if (label === null || scene.apart?.has(label.of[0]!)) return;
    labels.push(label);
    label.of.forEach((id) => told.add(id));
  };
  const alike = late?.oneForm(spoken, scene, sizes);
  const write = ({ box, kind, speech, room }: Spoken) =>
    insideLabel(box, kind, room, speech, words, { ...style, size: sizes.get(kind) ?? style.size });
  for (const each of spoken) {
    const parts = late?.onBundle?.(each, scene);
    if (parts) parts.forEach(add);
    else if (alike) add(alike.get(each.box.id) ?? null);
    else if (each.room.width >= narrowest) add(write(each));
  }
  const silent = () => spoken.filter(({ box }) => !told.has(box.id));
  late?.onTwins(silent(), scene).forEach(add);
  return { labels, thin: silent() };
}
