// What fell together, as outlines with a count; and what would fall with the selected box.
import type { Blast } from '../../sim';
import type { EntityId } from '../../sim/engine/fact';
import { createBoard, trialOn, type Board } from '../label/board';
import { around, bottom, grow, overlaps, right, type Rect } from '../rect';
import { bold, lineBlock, setLines } from '../label/block';
import { sideBySideFrom } from '../stage/frames';
import type { BoxScene, LineScene, StageScene } from '../stage/scene';
import type { Lengths, StageWords } from '../stageWords';
import { rectsInBundle } from './inBundle';
import { dashedPath, roundedPath } from './path';
import { pillPlace } from './pill';
import { unionLoops } from './union';

/** One outline and its count. */
export interface OutlineScene {
  readonly key: string;
  readonly root: string;
  /** `fell`: dashed red; `preview`: dashed ink; `outlined`: dashed ink, without a count. */
  readonly kind: 'fell' | 'preview' | 'outlined';
  /** All around, and only the dashes. */
  readonly path: string;
  readonly dashes: string;
  readonly pill: { readonly rect: Rect; readonly line: LineScene; readonly size: number } | null;
}

export interface OutlineInput {
  readonly blasts: readonly Blast[];
  readonly preview: Blast | null;
  /** A box that is outlined with all that stands on it, whatever happens to it. */
  readonly outlined?: EntityId | null;
  /** A prediction is open: nothing that would tell its answer is drawn. */
  readonly hideOutcome: boolean;
}

type Loops = ReturnType<typeof unionLoops>;

/** Between the exact edge and the outline, px. */
const offset = (scene: StageScene): number => (scene.width < sideBySideFrom ? 2 : 3);

/** Radius of its corners, px. */
const round = 6;

/** Everything that belongs to the boxes: their rectangles, their host's foundation, tabs that hang from them. */
function rectsOf(ids: ReadonlySet<string>, scene: StageScene): Rect[] {
  // What stands in a wrapping is covered by it.
  const wrapped = new Set(
    scene.boxes.filter((box) => box.build === 'wrap' && ids.has(box.id)).map((box) => box.id),
  );
  const boxes = scene.boxes
    .filter((box) => ids.has(box.id) && !wrapped.has(box.parent) && box.exact.height > 0)
    .map((box) => box.exact);
  const hosts = scene.hosts
    .filter((host) => ids.has(host.id))
    .map(({ frame, foundation }) => ({ ...frame, height: bottom(foundation) - frame.y }));
  const tabs = scene.labels.filter(({ joins, of }) => joins === 'above' && of.every((id) => ids.has(id)));
  const gathered = scene.boxes.flatMap((box) => (wrapped.has(box.parent) ? [] : rectsInBundle(box, ids)));
  return [...boxes, ...gathered, ...hosts, ...tabs.map(({ rect }) => rect)];
}

/** How far a pill may stand out beside its host, px. */
const reach = 12;

/** What two rectangles share, px². */
const shared = (a: Rect, b: Rect): number =>
  Math.max(0, Math.min(right(a), right(b)) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y));

/** A pill stays with its host, and on the stage: what stands over a neighbour would be told of that one. */
function boundsOf(loops: Loops, scene: StageScene): Rect {
  const stage: Rect = { x: 1, y: 1, width: scene.width - 2, height: scene.height - 2 };
  const fallen = around((loops[0] ?? []).map((corner) => ({ ...corner, width: 0, height: 0 }))) ?? stage;
  const [own, ...others] = scene.hosts
    .map(({ area }) => area)
    .sort((a, b) => Math.round(shared(b, fallen) - shared(a, fallen)));
  if (own === undefined || shared(own, fallen) === 0) return stage;
  const beside = others.filter((area) => area.y < bottom(own) && own.y < bottom(area));
  const lefts = beside.map(right).filter((x) => x <= own.x);
  const rights = beside.map(({ x }) => x).filter((x) => x >= right(own));
  const x = Math.max(stage.x, own.x - reach, ...lefts);
  return { ...stage, x, width: Math.min(right(stage), right(own) + reach, ...rights) - x };
}

/** The same board for a count that shall not lie on the core cells: there it would cover what is in use. */
function clearOfCores(scene: StageScene, board: Board): Board {
  const clear = trialOn(board);
  for (const { rect } of scene.hosts.flatMap(({ cores }) => cores)) clear.take(grow(rect, 1));
  return clear;
}

function pillOf({ texts, ids }: Wanted, loops: Loops, scene: StageScene, board: Board): OutlineScene['pill'] {
  const bounds = boundsOf(loops, scene);
  // One box says by itself what became of it: its count is not worth hiding what the cores do.
  const boards = ids.length === 1 ? [clearOfCores(scene, board)] : [clearOfCores(scene, board), board];
  const tries = boards.flatMap((free) => texts.map((text) => ({ text, free })));
  for (const { text, free } of tries) {
    const block = lineBlock(bold(text), scene.textSize);
    const height = Math.round(block.height + 6);
    const rect = pillPlace(loops, { width: Math.ceil(block.width + height * 0.9), height }, bounds, free);
    if (rect === null) continue;
    const y = rect.y + (rect.height - block.height) / 2;
    const line = setLines(block, { ...rect, y, height: block.height }, 'middle')[0];
    if (line === undefined) continue;
    board.take(grow(rect, 2));
    return { rect, line, size: block.size };
  }
  return null;
}

/** A box and everything that stands on it, on this stage: also what is gathered in a bundle. */
export function standingOn(scene: StageScene, id: EntityId): EntityId[] {
  const found = new Set([id]);
  for (const box of scene.boxes) {
    if (!found.has(box.parent) && !found.has(box.id)) continue;
    found.add(box.id);
    for (const member of box.bundle?.members ?? []) member.ids.forEach((each) => found.add(each));
  }
  return [...found];
}

/** One outline that is asked for. */
interface Wanted {
  readonly key: string;
  readonly root: EntityId;
  readonly kind: OutlineScene['kind'];
  readonly ids: readonly EntityId[];
  readonly texts: Lengths;
}

/** The bundle that all of these are gathered in; undefined where any of them is drawn by itself. */
const bundleAround = (scene: StageScene, ids: readonly EntityId[]): BoxScene | undefined =>
  scene.boxes.find(({ bundle }) => {
    const members = bundle?.members ?? [];
    return members.length > 0 && ids.every((id) => members.some((member) => member.ids.includes(id)));
  });

/** Whether the words on a bundle tell how its members are: no pill has to say it again. */
const isTold = (scene: StageScene, bundle: BoxScene): boolean =>
  scene.labels.some(({ of, lines }) => of.includes(bundle.id) && lines.some(({ tellsState }) => tellsState));

/** What is drawn of a single program that ended by itself, with its container; null of any larger fall. */
function loneRect(scene: StageScene, { root, fell }: Blast): Rect | null {
  const drawn = scene.boxes.filter(({ id }) => fell.includes(id));
  const isLone = kindOf(root) === 'process' && drawn.every(({ id }) => /^(process|container)\//.test(id));
  return isLone ? around(drawn.map(({ exact }) => exact)) : null;
}

/** Two blasts of one kind that are counted as one. */
const together = (a: Blast, b: Blast): Blast => ({
  ...a,
  fell: [...a.fell, ...b.fell],
  suffers: [...new Set([...a.suffers, ...b.suffers])],
  copiesFell: a.copiesFell + b.copiesFell,
  copiesSuffer: Math.max(a.copiesSuffer, b.copiesSuffer),
});

/**
 * Programs that ended one by one, in one bundle or side by side, as one blast: nobody sees in a bundle which was which,
 * and two counts of one would lie on each other. What never started is counted apart from what stopped.
 */
function gatherLone(scene: StageScene, blasts: readonly Blast[]): Blast[] {
  const found: { blast: Blast; key: string; rect: Rect | null }[] = [];
  for (const blast of blasts) {
    const bundle = bundleAround(scene, blast.fell);
    const rect = bundle === undefined ? loneRect(scene, blast) : null;
    const key =
      bundle === undefined
        ? keyOf('fell', blast)
        : `${bundle.id} ${kindOf(blast.root)} ${blast.isNotStarted}`;
    const touches = (other: Rect | null) =>
      rect !== null && other !== null && overlaps(grow(rect, 1), other) && bottom(rect) === bottom(other);
    const same = found.find(
      (each) => each.key === key || (each.blast.isNotStarted === blast.isNotStarted && touches(each.rect)),
    );
    if (same === undefined) found.push({ blast, key, rect });
    else {
      same.blast = together(same.blast, blast);
      same.rect = rect === null || same.rect === null ? same.rect : around([rect, same.rect]);
    }
  }
  return found.map(({ blast }) => blast);
}

const kindOf = (id: EntityId): string => id.slice(0, id.indexOf('/'));

/** A floor that broke under copies that were down already: they are counted where they fell, and not denied here. */
function isCountedElsewhere(scene: StageScene, blast: Blast, blasts: readonly Blast[]): boolean {
  if (blast.copiesFell + blast.copiesSuffer > 0) return false;
  const above = new Set(standingOn(scene, blast.root));
  return blasts.some(
    (other) => other !== blast && other.copiesFell > 0 && other.fell.some((id) => above.has(id)),
  );
}

// A box can break again while some of what it took before is still down: its cause tells two blasts apart.
const keyOf = (kind: OutlineScene['kind'], { cause, root }: Blast): string => `${kind} ${cause ?? root}`;

function wantedOf(
  scene: StageScene,
  { blasts, preview, outlined }: OutlineInput,
  words: StageWords,
): Wanted[] {
  const of = (kind: 'fell' | 'preview', blast: Blast): Wanted => {
    const { copiesFell, copiesSuffer, root, fell } = blast;
    const texts =
      kind === 'fell'
        ? words.copiesFell(copiesFell, copiesSuffer, root, blast.isNotStarted)
        : words.copiesWouldFall(copiesFell, copiesSuffer, root);
    const bundle = bundleAround(scene, fell);
    const isSaid =
      isCountedElsewhere(scene, blast, blasts) ||
      (kind === 'fell' && bundle !== undefined && isTold(scene, bundle));
    return { key: keyOf(kind, blast), root, kind, ids: fell, texts: isSaid ? [] : texts };
  };
  const drawn: Wanted[] = gatherLone(scene, blasts).map((blast) => of('fell', blast));
  if (preview !== null) drawn.push(of('preview', preview));
  if (typeof outlined !== 'string') return drawn;
  const ids = standingOn(scene, outlined);
  return [...drawn, { key: `outlined ${outlined}`, root: outlined, kind: 'outlined', ids, texts: [] }];
}

/** Outlines of what fell, oldest first, then of what would fall; counts are placed beside all words. */
export function layoutOutlines(scene: StageScene, input: OutlineInput, words: StageWords): OutlineScene[] {
  if (input.hideOutcome) return [];
  const wanted = wantedOf(scene, input, words);
  const drawn = drawnOf(scene, wanted);
  // Side by side, "1 copy fell" and "6 fell" would seem to count two things: one that is short makes all short.
  const longest = new Map(wanted.map(({ key, texts }) => [key, texts[0]]));
  const isAnyShort = drawn.some(({ key, pill }) => pill !== null && pill.line.text !== longest.get(key));
  if (!isAnyShort || drawn.length === 1) return drawn;
  return drawnOf(
    scene,
    wanted.map((each) => ({ ...each, texts: each.texts.slice(-1) })),
  );
}

function drawnOf(scene: StageScene, all: readonly Wanted[]): OutlineScene[] {
  const board = createBoard();
  for (const { rect } of scene.labels) board.take(grow(rect, 1));
  return all.flatMap((wanted): OutlineScene[] => {
    const { key, root, kind, ids } = wanted;
    const rects = rectsOf(new Set(ids), scene);
    if (rects.length === 0) return [];
    const loops = unionLoops(rects.map((rect) => grow(rect, offset(scene))));
    const paths = { path: roundedPath(loops, round), dashes: dashedPath(loops, round) };
    return [{ key, root, kind, ...paths, pill: pillOf(wanted, loops, scene, board) }];
  });
}

/**
 * How many floors each fallen box is from the one that broke: falls are drawn from the cause outwards.
 * Empty while the outcome is hidden.
 */
export function fallOrder(scene: StageScene, { blasts, hideOutcome }: OutlineInput): Map<string, number> {
  if (hideOutcome) return new Map();
  const depths = new Map(scene.boxes.map((box) => [box.id, box.depth]));
  return new Map(
    blasts.flatMap(({ root, fell }) =>
      fell.map((id) => [id, (depths.get(id) ?? 0) - (depths.get(root) ?? 0)] as const),
    ),
  );
}
