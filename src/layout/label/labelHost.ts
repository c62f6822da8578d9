// All words of one host, placed one after the other: boxes, tabs of thin boxes, hardware, notes on empty places.
import { bottom, right, type Rect } from '../rect';
import type { Entity, WorldView } from '../../sim/engine/view';
import type { BoxScene, HostScene, LabelScene } from '../stage/scene';
import type { StageWords } from '../stageWords';
import type { TextStyle } from '../stage/textStyle';
import { lineHeight } from '../text/measure';
import { insideLabel } from './inside';
import { vmOfArrival } from '../stage/arrivals';
import { createBoard, type Board } from './board';
import { bandHeight, hangTabs, standsOn, thinnest, type Band } from './hanging';
import { coresLabel, hardwareLabel, hardwareStrip } from './header';
import { freeBytes, type Telling } from './telling';
import { inCommon, labelOnBoxes, narrowest, type Spoken } from './onBoxes';
import { freeRects, whiteArea } from './skyline';
import { noteIn, unusedRects } from './notes';
import { standTabs } from './standing';
import { gatherAlike, plateWidth, tabBlock, tabHeight, tabWish, type TabWish } from './tab';

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
  /** Lines of the header. */
  readonly lines: number;
  /** Floors that hang in the hardware, for one that stands on them has no other place: they would seem to stand on it. */
  readonly apart?: ReadonlySet<string>;
}

/** The words of one host, and what they leave to notes and tiles. */
export interface HostLabels {
  readonly labels: readonly LabelScene[];
  /** White parts of its frame: nothing stands there. */
  readonly free: readonly Rect[];
  /** What is written on. */
  readonly board: Board;
  /** Whether every floor has its word; if not, more rows of tabs are needed. */
  readonly isComplete: boolean;
}

/** Room for a VM's gauge under its name, px, and how many lines its figure takes in a room that is so narrow. */
const gauge = { height: 14, lines: 3, narrow: 110 } as const;

/** Up to so many times the white that a figure stands on it is the same, rounded. */
const rounded = 1.02;

/** So much of a floor is seen under a tab that hangs in it, px: the tab ends there. */
const left = 3;

/**
 * The band that a tab may hang in: the first thick floor under its box, else the foundation. In a floor of its own colour
 * it would be read as the name of that one: a guest OS on a host's.
 */
function bandUnder(box: BoxScene, { boxes, host, rows, style }: HostToLabel): Band {
  const thick = floorsUnder(box, boxes).find(
    ({ build, tone, drawn }) =>
      build === 'floor' && tone !== box.tone && drawn.height >= tabHeight(style.smallest) + 8,
  );
  return thick
    ? { rect: { ...thick.drawn, height: thick.drawn.height - left }, rows: 1 }
    : { rect: { ...host.foundation, height: bandHeight(rows, style.size) }, rows };
}

/** All that a box stands on, the nearest first. */
function floorsUnder({ parent }: BoxScene, boxes: readonly BoxScene[]): BoxScene[] {
  const under = boxes.find(({ id }) => id === parent);
  return under === undefined ? [] : [under, ...floorsUnder(under, boxes)];
}

/** Tabs that hang, and whether all that wished for one have one. */
interface Hanging {
  readonly labels: readonly LabelScene[];
  readonly isComplete: boolean;
}

const hasFallen = ({ boxes }: TabWish) => boxes[0]?.look === 'fallen';

/** Without shorter names: these are for those that have no room together either. */
function inFull(wish: TabWish): TabWish {
  const name = wish.oneLine.find(({ tellsState }) => !tellsState)?.text ?? '';
  return { ...wish, oneLine: wish.oneLine.filter(({ text }) => text.startsWith(name)) };
}

/** Without names that would reach from a floor's tab in the next floor under what stands beside it, where others do not. */
function underItself(wish: TabWish, { drawn }: BoxScene, { smallest }: TextStyle): TabWish {
  const oneLine = wish.oneLine.filter((line) => plateWidth(tabBlock([line], smallest)) <= drawn.width);
  return oneLine.length === 0 ? wish : { ...wish, oneLine };
}

/** Hangs all tabs; those that find no place in a thick floor go to the foundation. Where not all fit, those that do. */
function hangAll(wishes: readonly TabWish[], scene: HostToLabel, board: Board): Hanging {
  const size = scene.style.size;
  const byBand = new Map<string, { band: Band; wishes: TabWish[] }>();
  for (const wish of wishes) {
    const box = wish.boxes[0];
    if (box === undefined) continue;
    const band = bandUnder(box, scene);
    const key = `${band.rect.x} ${band.rect.y}`;
    const said = band.rect.y < scene.host.foundation.y ? underItself(wish, box, scene.style) : wish;
    byBand.set(key, { band, wishes: [...(byBand.get(key)?.wishes ?? []), said] });
  }
  const labels: LabelScene[] = [];
  let isComplete = true;
  for (const { band, wishes: here } of byBand.values()) {
    const alike = gatherAlike(here, scene.words);
    const { smallest } = scene.style;
    // What fell alike is told as one: there is room then to tell of each that it did.
    const isAlone = (wish: TabWish) =>
      alike.some(({ boxes }) => boxes.length === 1 && boxes[0] === wish.boxes[0]);
    const apart = here.map((wish) => (isAlone(wish) ? wish : inFull(wish)));
    const hung =
      (here.some(hasFallen) ? null : hangTabs(apart, band, board, size)) ??
      hangTabs(alike, band, board, size) ??
      hangTabs(alike, band, board, smallest) ??
      hangTabs(here, band, board, size);
    // More rows are in the foundation alone.
    isComplete &&= hung !== null || band.rect.y < scene.host.foundation.y;
    // What fell comes first; then the deepest floor: it is the widest, and what all the others stand on.
    // A word is left out before it stands beside, or under, that of what its floor stands on.
    const fitting = () => {
      const placed: TabWish[] = [];
      return alike
        .toSorted((one, other) => Number(hasFallen(other)) - Number(hasFallen(one)))
        .flatMap((wish) => {
          const isFalse = placed.some((other) => standsOn(wish, other) || standsOn(other, wish));
          const one = isFalse ? null : hangTabs([wish], band, board, smallest);
          if (one) placed.push(wish);
          return one ?? [];
        });
    };
    labels.push(...(hung ?? fitting()));
  }
  return { labels, isComplete };
}

/** So many copies that say the same, each too narrow for it, are named once: their colour tells the others. */
const namedOnce = 3;

/** Leaves out the tabs of all but the first of many copies alike, which speaks for them all, its echoes: in no VM alone. */
function withoutEchoes(spoken: readonly Spoken[]): (Spoken & { readonly echoes: readonly BoxScene[] })[] {
  const sayingOf = ({ box, speech }: Spoken) => JSON.stringify([inCommon(speech), box.tone, box.look]);
  const sayings = spoken.map((each) => (each.kind === 'process' ? sayingOf(each) : each.box.id));
  const isMany = (saying: string) => sayings.filter((each) => each === saying).length >= namedOnce;
  return spoken.flatMap((each, at) => {
    if (!isMany(sayings[at]!)) return [{ ...each, echoes: [] }];
    const alike = spoken.flatMap(({ box }, other) => (sayings[other] === sayings[at] ? [box] : []));
    return alike[0] === each.box ? [{ ...each, speech: inCommon(each.speech), echoes: alike.slice(1) }] : [];
  });
}

/** The walls of the VM that a box is in; undefined where it is in none, or in one with no other beside it. */
function wallsOf(box: BoxScene, boxes: readonly BoxScene[]): Rect | undefined {
  const room = floorsUnder(box, boxes).find(({ build }) => build === 'room');
  const hasNeighbour = boxes.some(
    ({ build, parent, id }) => build === 'room' && parent === room?.parent && id !== room.id,
  );
  return hasNeighbour ? room?.exact : undefined;
}

/** Places every word of a host. Deterministic; depends on nothing but its argument. */
export function labelHost(all: HostToLabel): HostLabels {
  const scene = { ...all, boxes: all.boxes.filter(({ build }) => build !== 'tile') };
  const { host, entity, boxes, telling, words, style } = scene;
  const board = createBoard();
  const { labels: onBoxes, thin } = labelOnBoxes(scene);
  const tiles = all.boxes.filter(({ build }) => build === 'tile');
  const labels = [
    ...(telling.late?.giveWay(onBoxes, thin, scene) ?? onBoxes),
    ...labelOnBoxes({ ...all, boxes: tiles }).labels,
  ];
  labels.forEach(({ rect }) => board.take(rect));
  const add = (label: LabelScene | null): void => {
    if (label === null) return;
    board.take(label.rect);
    labels.push(label);
  };
  const strip = hardwareStrip(host.foundation, style.size);
  const hardware = hardwareLabel(host, strip, telling.hardware(entity), style.size);
  add(hardware);
  const wordEnd = hardware === null ? strip.x : right(hardware.rect);
  add(coresLabel(host, strip, wordEnd, words.cpuInUse(), style.size));

  const frameTop = Math.min(host.frame.y, ...boxes.map((box) => box.exact.y));
  const within = { ...host.frame, y: frameTop, height: bottom(host.frame) - frameTop };
  const carrying = new Set(boxes.map(({ parent }) => parent));
  // The lowest floor hangs in the hardware, whether or not anything stands on it: as its neighbours' do.
  const isLowest = ({ build, parent, host }: BoxScene) => build === 'floor' && parent === host;
  const isTop = ({ box }: Spoken) => (!carrying.has(box.id) && !isLowest(box)) || box.build === 'room';
  const isTenant = (each: Spoken) => each.kind === 'process';
  const standing = withoutEchoes(
    thin.filter((each) => isTop(each) && !(isTenant(each) && each.box.drawn.width < narrowest)),
  );
  // Narrow boxes have the least choice.
  const wishes = standing
    .sort((a, b) => Math.round(a.box.drawn.width - b.box.drawn.width))
    .map(({ box, kind, speech, echoes }) => {
      const walls = echoes.length > 0 ? undefined : wallsOf(box, boxes);
      return { ...(telling.late?.besideWish ?? tabWish)(box, kind, speech, words, style), walls, echoes };
    });
  const late = { raise: telling.late?.raiseOver, standLate: telling.late?.standLate };
  const stood = standTabs(wishes, { within, boxes, board, ...late }, style);
  labels.push(...stood);
  const told = new Set(stood.flatMap(({ of }) => of));
  // A room that is full to its top, where nothing is above it: its word is at its top as ever, over what fills it.
  for (const { box, kind, speech } of thin) {
    if (box.build !== 'room' || told.has(box.id)) continue;
    const label = insideLabel(box, kind, box.drawn, speech, words, style);
    if (label === null || !board.isFree(label.rect)) continue;
    add({ ...label, ground: 'plate' });
    told.add(box.id);
  }
  const hanging = thin
    .filter((each) => !isTenant(each) && !told.has(each.box.id) && each.box.drawn.width >= thinnest)
    .map(({ box, kind, speech }) => {
      const under = floorsUnder(box, boxes).map(({ id }) => id);
      return { ...tabWish(box, kind, speech, words), walls: wallsOf(box, boxes), under };
    });
  const around = { within: host.frame, boxes, board, ...style };
  const written = { labels, bandTop: (box: BoxScene) => bandUnder(box, scene).rect.y };
  const { apart = new Set() } = all;
  const { raised, low, inTheWay } = telling.late?.raisedTabs(
    hanging,
    around,
    words,
    host.foundation.y,
    written,
    apart,
  ) ?? { raised: [], low: hanging, inTheWay: [] };
  const inOrder =
    inTheWay.length > 0 && apart.size === 0 ? labelHost({ ...all, apart: new Set(inTheWay) }) : null;
  if (inOrder?.isComplete) return inOrder;
  labels.push(...raised);
  const hung = hangAll(low, scene, board);
  labels.push(...hung.labels);

  const free = freeRects(
    host.frame,
    boxes.map((box) => box.exact),
  );
  const shown = telling.late ? labels.map(telling.late.asFallen) : labels;
  return { labels: shown, free, board, isComplete: hung.isComplete && inOrder === null };
}

/** What a VM gets is drawn under its name, once the stage stands, and so many lines say it: no note is written there. */
function keepForGauges({ boxes, style }: HostToLabel, { labels, board }: HostLabels, isSaid: boolean): void {
  const rooms = new Map(boxes.filter(({ build }) => build === 'room').map((box) => [box.id, box.drawn]));
  for (const { role, of, rect } of labels) {
    const room = of.map((id) => rooms.get(id)).find((each) => each !== undefined);
    if (role !== 'name' || room === undefined) continue;
    const lines = room.width < gauge.narrow ? gauge.lines : 1;
    const strip = isSaid ? { ...rect, x: room.x, width: room.width } : rect;
    const height = gauge.height + (isSaid ? lines * style.size * lineHeight : 0);
    board.take({ ...strip, y: bottom(rect), height });
  }
}

/** Words on empty places of a host; they give way to everything else, the tile included. */
export function noteLabels(scene: HostToLabel, placed: HostLabels | undefined): LabelScene[] {
  const { host, entity, boxes, view, words, style } = scene;
  if (placed === undefined) return [];
  keepForGauges(scene, placed, false);
  const notes = [...(scene.telling.late?.lineNotes(scene, placed.board) ?? [])];
  const bytes = freeBytes(entity, view);
  const hasFallen = boxes.some(({ parent, look }) => parent === host.id && look === 'fallen');
  if (bytes !== null || hasFallen) {
    // What is down left its memory and is still drawn; what is promised is drawn whole, and given as it is touched.
    const inUse = boxes.flatMap(({ exact, look, build }) =>
      look === 'off' || build === 'tile' ? [] : [exact],
    );
    const white = whiteArea(host.frame, inUse);
    const texts = words.free(bytes, (bytes ?? 0) * host.scale > white * rounded);
    // What fell is counted right above it.
    const lower = (height: number) => Math.max(height - 2 * style.size, Math.min(height, 1.5 * style.size));
    const free = placed.free.map((rect) => (bytes === null ? { ...rect, height: lower(rect.height) } : rect));
    notes.push(noteIn(`free ${host.id}`, 'free', host.id, free, texts, placed.board, style));
  }
  keepForGauges(scene, placed, true);
  for (const { id, drawn } of boxes) {
    const vm = view.get(vmOfArrival(id) ?? '');
    if (vm === undefined) continue;
    const texts = words.keptFor(vm, view);
    notes.push(noteIn(`kept ${vm.id}`, 'reserved', vm.id, [drawn], texts, placed.board, style));
  }
  const unused = unusedRects(boxes).filter(({ box }) => vmOfArrival(box.id) === null);
  const dots = (box: BoxScene, places: readonly Rect[], apart?: number) =>
    noteIn(
      `reserved ${host.id}`,
      'reserved',
      box.id,
      places,
      words.reservedUnused(),
      placed.board,
      style,
      apart,
    );
  let said: LabelScene | null = null;
  for (const { box, rect } of unused) {
    const name = placed.labels.find(({ role, of }) => role === 'name' && of.includes(box.id));
    // The line of a host is drawn across what juts above it.
    const y = bottom(rect) > host.frame.y ? Math.max(rect.y, host.frame.y) : rect.y;
    const under = name ? Math.max(y, bottom(name.rect)) : y;
    const from = (top: number) => [{ ...rect, y: top, height: bottom(rect) - top }];
    // Right beside the name of its VM it would be read with it.
    said ??= dots(box, from(under)) ?? dots(box, from(y), 3 * style.size);
  }
  // Dots with no room for it are told of right above them, unless that is where what fell is counted.
  if (boxes.every(({ look }) => look !== 'fallen'))
    said ??= scene.telling.late?.dotsAbove(unused, scene, placed.board) ?? null;
  notes.push(said);
  return notes.filter((note) => note !== null);
}
