// From a world to the scene of the stage: hosts to one scale, boxes by the exact rule, and a place for every word.
import type { Entity, WorldView } from '../../sim/engine/view';
import { trialOn } from '../label/board';
import { bandHeight } from '../label/hanging';
import {
  headerLabels,
  headerLine,
  headerLines,
  onOneLine,
  scaleLines,
  type HeaderSpeech,
} from '../label/header';
import { labelHost, noteLabels, type HostLabels, type HostToLabel } from '../label/labelHost';
import type { StageMemory } from '../label/memory';
import { tell, type Telling } from '../label/telling';
import { scaleTiles, tileLabel } from '../label/tiles';
import { right } from '../rect';
import type { StageWords } from '../stageWords';
import { vmOfArrival } from './arrivals';
import { claimsOf, roomBytes, type Claims } from './claim';
import { arrangeHosts, sideBySideFrom } from './frames';
import { furnitureFor, type Furnishing } from './furniture';
import { boxScenes, hostScene } from './hostScene';
import { lookOf } from './look';
import type { BoxScene, StageScene, TileScene } from './scene';
import { mayGather, shelfRow, shelfRows, shelfScenes } from './shelf';
import { overcommitOf, stackHost } from './stack';
import { textStyleFor, type TextStyle } from './textStyle';

/** How a stage is laid out, and what it keeps of the one before. */
export interface StageOptions {
  readonly words: StageWords;
  /** Font sizes; chosen from the width when left out. */
  readonly text?: TextStyle;
  /** Rows of tabs under each host, and of tiles above, that another stage beside this one needs. */
  readonly rows?: readonly number[];
  readonly shelf?: number;
  /** The boxes that its run began with: what waits outside then has its room there to the end. */
  readonly start?: readonly Entity[] | undefined;
  /** What was said and written before, of this world on a stage with these words. */
  readonly memory?: StageMemory;
  /** Words that are not needed at first, once they are known. */
  readonly late?: Telling['late'];
  /** What another stage of this size needs besides: with the same room both have one scale. */
  readonly room?: Pick<StageScene, 'lines' | 'overcommit'>;
}

interface Size {
  readonly width: number;
  readonly height: number;
  /** The scene may not be higher: hosts get lower, and words that find no place are left out. */
  readonly fits?: boolean;
}

/** What one layout works with; looked up once, however often the room for words must grow. */
interface Work {
  readonly view: WorldView;
  readonly size: Size;
  readonly words: StageWords;
  readonly style: TextStyle;
  readonly claims: Claims;
  readonly telling: Telling;
  readonly overcommit: number;
  readonly memory: StageMemory | undefined;
  readonly shelf: number;
}

interface Drawn {
  readonly toLabel: readonly HostToLabel[];
  readonly labelled: readonly HostLabels[];
  readonly height: number;
}

/** Rows of tabs under the ground line that are tried before a floor goes without its word. */
const mostRows = 3;

/** Nobody sees so small a part of a host's memory jut out of it. */
const littleOver = 0.005;

/** On a stage that must fit, words take no more room from a frame that is as low as this, px. */
const lowestForWords = 84;

/** An OS that fell with its VM says its name only: what became of it is told on the VM. */
function inShort(scene: HostToLabel): HostToLabel {
  const { telling, view } = scene;
  const of = (box: Entity) => {
    const under = box.kind === 'kernel' ? view.get(box.standsOn ?? '') : undefined;
    return under?.kind === 'vm' && lookOf(under) === 'fallen'
      ? { ...telling.of(box), states: [] }
      : telling.of(box);
  };
  return { ...scene, telling: { ...telling, of } };
}

/** The words of a host, on a board of their own: what is written later is not remembered on it. */
function write(scene: HostToLabel, { memory, size }: Work): HostLabels {
  const label = (said: HostToLabel) => memory?.labels(said) ?? labelHost(said);
  const whole = label(scene);
  // A stage that grows with its words has room for all.
  const short = whole.isComplete || size.height === 0 ? whole : label(inShort(scene));
  const labels = short.isComplete ? short : whole;
  return { ...labels, board: trialOn(labels.board) };
}

function drawHosts(work: Work, furnishing: Furnishing): Drawn {
  const { view, size, words, style, claims, telling, overcommit } = work;
  const hosts = view.ofKind('host');
  const furniture = furnitureFor(furnishing, size, style.size, overcommit > 1 + littleOver);
  const { places, height } = arrangeHosts(hosts.map(roomBytes), size, furniture, overcommit);
  const most = Math.max(0, ...furnishing.rows);
  const spare = bandHeight(Math.max(0, furnishing.kept - most), style.size);
  const toLabel = hosts.flatMap((entity, at): HostToLabel[] => {
    const place = places[at];
    if (place === undefined) return [];
    const area = { ...place.area, height: place.area.height - spare };
    const host = hostScene(
      entity,
      { ...place, area },
      style.size,
      telling.hardware(entity),
      words.cpuInUse(),
    );
    const placed = stackHost(entity, claims, place.frame);
    const stacked = boxScenes(placed, { view, host: entity.id, claims, scale: host.scale });
    const shelf = { ...place.area, y: place.area.y + furnishing.lines * headerLine(style.size) + 4 };
    const says = (box: Entity) => {
      const { names, states } = telling.of(box);
      const [name = ''] = names;
      return states[0] === undefined ? name : words.nameAndState(name, states[0]);
    };
    const { gathered, mostTiles } = furnishing;
    const setting = { fits: size.fits, gathered: gathered[at] === true, mostTiles, says };
    const boxes = [...stacked, ...shelfScenes(entity, view, shelf, style, claims, setting)];
    return [
      {
        host,
        entity,
        boxes,
        view,
        words,
        telling,
        style,
        rows: furnishing.rows[at] ?? 0,
        lines: furnishing.lines,
      },
    ];
  });
  return { toLabel, labelled: toLabel.map((scene) => write(scene, work)), height };
}

/** Whether every floor would have its word if all that is there ran. */
const isNamed = (scene: HostToLabel, labelled: HostLabels | undefined, { height }: Size): boolean =>
  labelled?.isComplete !== false && (height === 0 || scene.telling.late?.isCalmNamed(scene) !== false);

/** What stands above a host; where room is short, in words that leave it one line. */
function headerOver({ telling, size, style }: Work, { host, entity }: HostToLabel): HeaderSpeech {
  const speech = telling.header(entity, host.ownScale);
  return size.fits ? onOneLine(speech, host.area.width, style.size) : speech;
}

/** Rows of tiles that there are now on the host with the most, here or on the stage beside this one. */
const tileRows = ({ toLabel }: Drawn, { shelf }: Work): number =>
  Math.max(shelf, ...toLabel.map(({ boxes }) => shelfRows(boxes.filter(({ build }) => build === 'tile'))));

/** Whether one of many tiles has no room for its name. */
function hasNamelessTile({ boxes }: HostToLabel, labelled: HostLabels | undefined): boolean {
  const tiles = boxes.filter(({ build }) => build === 'tile');
  if (!mayGather(tiles)) return false;
  const named = new Set(labelled?.labels.flatMap(({ of }) => of));
  return tiles.some(({ id }) => !named.has(id));
}

/** What more room the words need, or null when all have their place. */
function moreRoom(drawn: Drawn, furnishing: Furnishing, work: Work): Furnishing | null {
  const { style, size } = work;
  const needed = drawn.toLabel.map((scene) =>
    headerLines(headerOver(work, scene), scene.host.area.width, style.size),
  );
  const lines = Math.max(furnishing.lines, ...needed);
  const least = lowestForWords + bandHeight(1, style.size);
  const tiles = tileRows(drawn, work);
  const isHigh = !size.fits || drawn.toLabel.every(({ host }) => host.frame.height >= least);
  // Words take their room from a row of tiles that is empty by now before they take it from a low frame.
  const mayGrow = isHigh || furnishing.shelf > tiles;
  const rows = furnishing.rows.map((each, at) =>
    mayGrow && each < (furnishing.kept || mostRows) && !isNamed(drawn.toLabel[at]!, drawn.labelled[at], size)
      ? each + 1
      : each,
  );
  const lent = Number(!isHigh && rows.some((each, at) => each !== furnishing.rows[at]));
  const gathered = drawn.toLabel.map(
    (scene, at) => furnishing.gathered[at] === true || hasNamelessTile(scene, drawn.labelled[at]),
  );
  const isGathered = gathered.every((each, at) => each === (furnishing.gathered[at] === true));
  // Tiles that become one leave the room that they would have needed.
  const shelf = isGathered ? Math.max(furnishing.shelf - lent, tiles) : furnishing.shelf;
  const isSame = isGathered && lines === furnishing.lines && shelf === furnishing.shelf;
  const isEnough = isSame && rows.every((each, at) => each === furnishing.rows[at]);
  return isEnough ? null : { ...furnishing, lines, rows, shelf, gathered };
}

/**
 * Lays the world out on a stage of this size (CSS px). Pure: the same arguments give the same scene. The scene may
 * be higher than asked for, where hosts are stacked on a narrow stage.
 */
export function layoutStage(view: WorldView, size: Size, options: StageOptions): StageScene {
  const { words, text: style = textStyleFor(size.width), memory } = options;
  const claims = claimsOf(view);
  const claimed = view.ofKind('host').map((host) => overcommitOf(host, claims));
  const overcommit = Math.max(options.room?.overcommit ?? 1, ...claimed);
  const work: Work = {
    view,
    size,
    words,
    style,
    claims,
    telling: { ...tell(view, words, memory), late: options.late },
    overcommit,
    memory,
    shelf: options.shelf ?? 0,
  };
  let furnishing: Furnishing = {
    rows: view.ofKind('host').map((_, at) => options.rows?.[at] ?? 0),
    lines: options.room?.lines ?? 1,
    shelf: work.shelf,
    gathered: [],
    kept: 0,
    mostTiles: Infinity,
  };
  if (size.height > 0 && options.start && options.late) {
    furnishing = options.late.reserveFor(view, options.start, size, furnishing, words, style);
  }
  let drawn = drawHosts(work, furnishing);
  for (let more = moreRoom(drawn, furnishing, work); more; more = moreRoom(drawn, furnishing, work)) {
    furnishing = more;
    drawn = drawHosts(work, furnishing);
  }
  // Better a scale that changes than hardware that is pushed off the stage by rows of tiles that are empty.
  const least = tileRows(drawn, work);
  while (size.height > 0 && drawn.height > size.height && furnishing.shelf > least) {
    furnishing = { ...furnishing, shelf: furnishing.shelf - 1 };
    drawn = drawHosts(work, furnishing);
  }
  // On a stage that may not grow, rows that were tried in vain give their room back, but for one with what fits in it.
  const hung = drawn.labelled.map(({ isComplete }, at) =>
    Math.max(options.rows?.[at] ?? 0, Math.min(isComplete ? Infinity : 1, furnishing.rows[at] ?? 0)),
  );
  if (size.fits && hung.some((each, at) => each !== furnishing.rows[at])) {
    furnishing = { ...furnishing, rows: hung };
    drawn = drawHosts(work, furnishing);
  }
  const speeches = drawn.toLabel.map((scene) => headerOver(work, scene));
  // One form for all: a count on another line than its neighbour's would look like a difference between the hosts.
  const { lines } = furnishing;
  const isShared = lines === 1 + Math.max(0, ...speeches.map(scaleLines));
  /** Headers whose counts are in one of their last forms, so many of them. */
  const headersIn = (forms: number, scale?: readonly TileScene[]) =>
    drawn.toLabel.flatMap((scene, at) => {
      const gap = (drawn.toLabel[at + 1]?.host.area.x ?? 0) - right(scene.host.area);
      const toNext = gap < 0 ? Infinity : gap;
      const speech = { ...speeches[at]!, serving: speeches[at]!.serving.slice(-forms) };
      const shelf = furnishing.shelf * shelfRow(style.size);
      const host = (scale && options.late?.underHeader(scene, drawn.toLabel, scale, shelf)) ?? scene.host;
      return headerLabels(host, speech, { lines, isShared }, style.size, toNext);
    });
  // Side by side all count in one form, the longest in which all have room; but what is counted is told where it can be.
  const counts = speeches.filter(({ serving }) => serving.length > 0);
  const isEven = (forms: number) => {
    const texts = headersIn(forms).flatMap((label) => (label.role === 'serving' ? label.lines[0]!.text : []));
    return counts.every(({ serving }) => texts.includes(serving.at(-forms) ?? ''));
  };
  const evenForm = () => (isEven(3) ? 3 : 2);
  let form = evenForm();
  const withTiles = () => scaleTiles(drawn.toLabel, drawn.labelled, words, headersIn(form));
  let scaled = withTiles();
  // Where nothing is left for what says that area is memory, it gets a row of its own, if the stage can be as high.
  const mayAdd = size.height === 0 || options.start === undefined || furnishing.shelf === 0;
  if (options.late && mayAdd && scaled.tiles.length === 0 && furnishing.shelf === tileRows(drawn, work)) {
    const withRow = { ...furnishing, shelf: furnishing.shelf + 1 };
    const higher = drawHosts(work, withRow);
    // A wide one is scrolled where it is too high already; a narrow frame is not.
    const isScrolled = size.width >= sideBySideFrom && drawn.height > size.height;
    const mayGrow = size.height === 0 || isScrolled;
    if (mayGrow || higher.height <= size.height) {
      furnishing = withRow;
      drawn = higher;
      form = evenForm();
      scaled = withTiles();
    }
  }
  const { tiles, notes: tileNotes } = scaled;
  const notes = drawn.toLabel.flatMap((scene, at) => noteLabels(scene, drawn.labelled[at]));
  const all = drawn.toLabel.flatMap(({ boxes }) => boxes);
  const isArrival = ({ id }: BoxScene) => vmOfArrival(id) !== null;
  return {
    width: size.width,
    height: Math.max(size.height, drawn.height),
    hosts: drawn.toLabel.map(({ host }) => host),
    boxes: all.filter((box) => !isArrival(box)),
    arrivals: all.filter(isArrival),
    labels: [
      ...headersIn(form, tiles),
      ...drawn.labelled.flatMap(({ labels }) => labels),
      ...tiles.map((tile) => tileLabel(tile, words, style)),
      ...tileNotes,
      ...notes,
    ],
    tiles,
    unplaced: view.entities.filter((each) => each.tags.includes('absent')).map((each) => each.id),
    textSize: style.size,
    rows: furnishing.rows,
    lines,
    overcommit,
    shelf: furnishing.shelf,
  };
}
