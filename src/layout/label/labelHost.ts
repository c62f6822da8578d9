// All words of one host, placed one after the other: boxes, tabs of thin boxes, hardware, notes on empty places.
import { bottom, type Rect } from '../rect';
import type { Entity, WorldView } from '../../sim/engine/view';
import type { BoxScene, HostScene, LabelScene } from '../stage/scene';
import type { StageWords } from '../stageWords';
import type { TextStyle } from '../stage/textStyle';
import { createBoard, type Board } from './board';
import { bandHeight, hangTabs, type Band } from './hanging';
import { hardwareLabel, hardwareStrip } from './header';
import { insideLabel, nameSize, type Speech } from './inside';
import { freeBytes, type Telling } from './telling';
import { freeRects } from './skyline';
import { noteIn, unusedRects } from './notes';
import { standTabs } from './standing';
import { gatherAlike, tabHeight, tabWish, type TabWish } from './tab';

/** Everything that the words of one host depend on. */
export interface HostToLabel {
  readonly host: HostScene;
  readonly entity: Entity;
  readonly boxes: readonly BoxScene[];
  readonly view: WorldView;
  readonly words: StageWords;
  readonly telling: Telling;
  readonly style: TextStyle;
  /** Rows of tabs that the foundation has room for. */
  readonly rows: number;
}

export interface HostLabels {
  readonly labels: readonly LabelScene[];
  readonly free: readonly Rect[];
  readonly board: Board;
  /** Whether every floor has its word; if not, more rows of tabs are needed. */
  readonly isComplete: boolean;
}

/** No word fits on a box that is narrower than this, and a tenant gets no tab either; px. */
const narrowest = 12;

/** Where the word of a box may stand on the box: a room's is above all that is in it. */
function roomForWord(box: BoxScene, boxes: readonly BoxScene[]): Rect {
  if (box.build !== 'room') return box.drawn;
  const tops = boxes
    .filter((other) => other.parent === box.id || isInside(other, box))
    .map((other) => other.exact.y);
  return { ...box.drawn, height: Math.max(0, Math.min(bottom(box.drawn), ...tops) - box.drawn.y) };
}

const isInside = (box: BoxScene, room: BoxScene): boolean =>
  box.depth > room.depth &&
  box.exact.x >= room.exact.x - 0.01 &&
  box.exact.x + box.exact.width <= room.exact.x + room.exact.width + 0.01;

interface Spoken {
  readonly box: BoxScene;
  readonly kind: string;
  readonly speech: Speech;
  readonly room: Rect;
}

function spokenBoxes({ boxes, view, telling }: HostToLabel): Spoken[] {
  return boxes.flatMap((box) => {
    const entity = view.get(box.id);
    if (entity === undefined || box.build === 'wrap') return [];
    return [{ box, kind: entity.kind, speech: telling.of(entity), room: roomForWord(box, boxes) }];
  });
}

/** Boxes of one kind on one host speak at one size: the largest at which the names of all that can be named fit. */
function sizeByKind(spoken: readonly Spoken[], style: TextStyle): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { kind, speech, room } of spoken) {
    if (room.width < narrowest) continue;
    const size = nameSize(room, kind, speech, style);
    if (size !== null) sizes.set(kind, Math.min(size, sizes.get(kind) ?? size));
  }
  return sizes;
}

/** Bands that a tab may hang in: the first thick floor under its box, then the foundation. */
function bandsUnder(box: BoxScene, { boxes, host, rows, style }: HostToLabel): Band[] {
  const ground: Band = { rect: { ...host.foundation, height: bandHeight(rows, style.size) }, rows };
  for (let under = boxes.find((each) => each.id === box.parent); under;) {
    const { drawn, build, parent } = under;
    if (build === 'floor' && drawn.height >= tabHeight(style.size) + 8) {
      return [{ rect: { ...drawn, x: drawn.x, width: drawn.width }, rows: 1 }, ground];
    }
    under = boxes.find((each) => each.id === parent);
  }
  return [ground];
}

/** Hangs all tabs; those that find no place in a thick floor go to the foundation. */
function hangAll(wishes: readonly TabWish[], scene: HostToLabel, board: Board): LabelScene[] | null {
  const size = scene.style.size;
  const byBand = new Map<string, { band: Band; wishes: TabWish[] }>();
  for (const wish of wishes) {
    const box = wish.boxes[0];
    if (box === undefined) continue;
    for (const band of bandsUnder(box, scene).slice(0, 1)) {
      const key = `${band.rect.x} ${band.rect.y}`;
      byBand.set(key, { band, wishes: [...(byBand.get(key)?.wishes ?? []), wish] });
    }
  }
  const labels: LabelScene[] = [];
  for (const { band, wishes: here } of byBand.values()) {
    const hung =
      hangTabs(here, band, board, size) ??
      hangTabs(gatherAlike(here, scene.words), band, board, size) ??
      hangTabs(gatherAlike(here, scene.words), band, board, scene.style.smallest);
    if (hung === null) return null;
    labels.push(...hung);
  }
  return labels;
}

/** Places every word of a host. Deterministic; depends on nothing but its argument. */
export function labelHost(scene: HostToLabel): HostLabels {
  const { host, entity, boxes, telling, words, style } = scene;
  const board = createBoard();
  const spoken = spokenBoxes(scene);
  const sizes = sizeByKind(spoken, style);
  const labels: LabelScene[] = [];
  const add = (label: LabelScene | null): boolean => {
    if (label === null) return false;
    board.take(label.rect);
    labels.push(label);
    return true;
  };
  const thin = spoken.filter(({ box, kind, speech, room }) => {
    if (room.width < narrowest) return true;
    const size = sizes.get(kind) ?? style.size;
    return !add(insideLabel(box, kind, room, speech, words, { ...style, size }));
  });
  const strip = hardwareStrip(host.foundation, style.size);
  add(hardwareLabel(host, strip, telling.hardware(entity), style.size));

  const frameTop = Math.min(host.frame.y, ...boxes.map((box) => box.exact.y));
  const within = { ...host.frame, y: frameTop, height: bottom(host.frame) - frameTop };
  const carrying = new Set(boxes.map(({ parent }) => parent));
  const isTop = ({ box }: Spoken) => !carrying.has(box.id) || box.build === 'room';
  const isTenant = (each: Spoken) => each.kind === 'process';
  const standing = thin.filter(
    (each) => isTop(each) && !(isTenant(each) && each.box.drawn.width < narrowest),
  );
  // Narrow boxes have the least choice.
  const wishes = standing
    .sort((a, b) => Math.round(a.box.drawn.width - b.box.drawn.width))
    .map(({ box, speech }) => tabWish(box, speech, words));
  const stood = standTabs(wishes, { within, boxes, board }, style);
  labels.push(...stood);
  const told = new Set(stood.flatMap(({ of }) => of));
  const hanging = thin
    .filter((each) => !isTenant(each) && !told.has(each.box.id))
    .map(({ box, speech }) => tabWish(box, speech, words));
  const hung = hangAll(hanging, scene, board);
  labels.push(...(hung ?? []));

  const free = freeRects(
    host.frame,
    boxes.map((box) => box.exact),
  );
  return { labels, free, board, isComplete: hung !== null };
}

/** Words on empty places of a host; they give way to everything else, the tile included. */
export function noteLabels(
  { host, entity, boxes, view, words, style }: HostToLabel,
  placed: HostLabels | undefined,
): LabelScene[] {
  if (placed === undefined) return [];
  const notes: (LabelScene | null)[] = [];
  const bytes = freeBytes(entity, view);
  if (bytes !== null) {
    notes.push(
      noteIn(`free ${host.id}`, 'free', host.id, placed.free, words.free(bytes), placed.board, style),
    );
  }
  for (const { box, rect } of unusedRects(boxes)) {
    const note = noteIn(
      `reserved ${host.id}`,
      'reserved',
      box.id,
      [rect],
      words.reservedUnused(),
      placed.board,
      style,
    );
    if (note === null) continue;
    notes.push(note);
    break;
  }
  return notes.filter((note) => note !== null);
}
