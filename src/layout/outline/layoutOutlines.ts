// What fell together, as outlines with a count; and what would fall with the selected box.
import type { Blast } from '../../sim';
import type { EntityId } from '../../sim/engine/fact';
import { around, bottom, grow, overlaps, right, type Rect } from '../rect';
import { sideBySideFrom } from '../stage/frames';
import type { BoxScene, StageScene } from '../stage/scene';
import type { Lengths, StageWords } from '../stageWords';
import { rectsInBundle } from './inBundle';
import { dashedPath, roundedPath } from './path';
import { hiddenBy, placePills, type Counted, type PillScene } from './placePills';
import { unionLoops } from './union';

/** One outline and its count. */
export interface OutlineScene {
  readonly key: string;
  readonly root: string;
  /**
   * `fell`: dashed red; `ended`: by somebody, a count in ink and no line; `preview`: dashed ink; `outlined`: dashed ink,
   * without a count.
   */
  readonly kind: 'fell' | 'ended' | 'preview' | 'outlined';
  /** It broke, and no copy with it, or somebody ended it: its count is no bad news. */
  readonly isSpared: boolean;
  /** All around, and only the dashes: none around what somebody ended. */
  readonly path: string;
  readonly dashes: string;
  readonly pill: PillScene | null;
  /** Keys of the notes that its pill takes the place of. */
  readonly hides: readonly string[];
}

/** What is to be outlined. */
export interface OutlineInput {
  readonly blasts: readonly Blast[];
  readonly preview: Blast | null;
  /** A box that is outlined with all that stands on it, whatever happens to it. */
  readonly outlined?: EntityId | null;
  /** A prediction is open: nothing that would tell its answer is drawn. */
  readonly hideOutcome: boolean;
}

/** Between the exact edge and the outline, px. */
const offset = (scene: StageScene): number => (scene.width < sideBySideFrom ? 2 : 3);

/** Radius of its corners, px. */
const round = 6;

/** Half of the line that is drawn, with the white that keeps it off what is beside, px. */
const halfLine = 2;

/**
 * Around a strip that is hardly wider than the line itself, the line runs within it: what stands beside it would be
 * covered, and look like less memory.
 */
function withinStrip({ rects, kept }: Course, by: number): Course {
  const strip = around(rects);
  if (strip === null || strip.width >= 2 * (by + halfLine)) return { rects, kept };
  const inside = Math.min(halfLine, (strip.width - 1) / 2);
  const from = strip.x + inside;
  const end = Math.max(from + 1, right(strip) - inside);
  return { rects, kept: kept.map((rect) => ({ ...rect, x: from, width: end - from })) };
}

/** What an outline is around, and where it runs. */
interface Course {
  readonly rects: readonly Rect[];
  /** The rectangles with what it keeps from each edge. */
  readonly kept: readonly Rect[];
}

/** On the floor that it stands on: beyond its lower edge it would lie over that, and a thin one would be gone. */
const standingRect = (rect: Rect, by: number): Rect => {
  const around = grow(rect, by);
  return { ...around, height: around.height - by };
};

/** Everything that belongs to the boxes: their rectangles and their host's foundation; a word in it would be read as a box. */
function courseOf(ids: ReadonlySet<string>, scene: StageScene): Course {
  const by = offset(scene);
  const floors = new Set(scene.boxes.map(({ id }) => id));
  // What stands in a wrapping is covered by it.
  const wrapped = new Set(
    scene.boxes.filter((box) => box.build === 'wrap' && ids.has(box.id)).map((box) => box.id),
  );
  const boxes = scene.boxes.filter(({ parent }) => !wrapped.has(parent));
  const drawn = boxes.flatMap((box) => {
    const own = ids.has(box.id) && box.exact.height > 0 ? [box.exact] : [];
    const keep = floors.has(box.parent) ? standingRect : grow;
    return [...own, ...rectsInBundle(box, ids)].map((rect) => ({ rect, kept: keep(rect, by) }));
  });
  const hosts = scene.hosts
    .filter((host) => ids.has(host.id))
    .map(({ frame, foundation }) => ({ ...frame, height: bottom(foundation) - frame.y }));
  const course = {
    rects: [...drawn.map(({ rect }) => rect), ...hosts],
    kept: [...drawn.map(({ kept }) => kept), ...hosts.map((rect) => grow(rect, by))],
  };
  return withinStrip(course, by);
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
  readonly isSpared: boolean;
  readonly countsNone: boolean;
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

/** Whether two blasts came about in one way, so that one word says what became of both. */
const hasSameEnd = (a: Blast, b: Blast): boolean =>
  a.isNotStarted === b.isNotStarted && a.isOomKilled === b.isOomKilled && a.isOrdered === b.isOrdered;

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
        : `${bundle.id} ${kindOf(blast.root)} ${blast.isNotStarted} ${blast.isOrdered} ${blast.isOomKilled}`;
    const touches = (other: Rect | null) =>
      rect !== null && other !== null && overlaps(grow(rect, 1), other) && bottom(rect) === bottom(other);
    const same = found.find(
      (each) => each.key === key || (hasSameEnd(each.blast, blast) && touches(each.rect)),
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
  const of = (kind: 'fell' | 'ended' | 'preview', blast: Blast): Wanted => {
    const { copiesFell, copiesSuffer, root, fell } = blast;
    const isOver = kind !== 'preview';
    const counts = isOver
      ? words.copiesFell(copiesFell, copiesSuffer, root, blast)
      : words.copiesWouldFall(copiesFell, copiesSuffer, root);
    const hosts = hostsUnder(scene, fell);
    const texts = hosts > 1 ? counts.map((text) => words.onHosts(text, hosts)) : counts;
    const bundle = bundleAround(scene, fell);
    const isSaid =
      isCountedElsewhere(scene, blast, blasts) || (isOver && bundle !== undefined && isTold(scene, bundle));
    const countsNone = isOver && copiesFell === 0 && !blast.isNotStarted;
    const isSpared = kind === 'ended' || countsNone;
    const key = keyOf(kind, blast);
    return { key, root, kind, isSpared, countsNone, ids: fell, texts: isSaid ? [] : texts };
  };
  const drawn: Wanted[] = gatherLone(scene, blasts).map((blast) =>
    of(blast.isOrdered ? 'ended' : 'fell', blast),
  );
  if (preview !== null) drawn.push(of('preview', preview));
  if (typeof outlined !== 'string') return drawn;
  const ids = standingOn(scene, outlined);
  const key = `outlined ${outlined}`;
  const plain = { kind: 'outlined', isSpared: false, countsNone: false, texts: [] } as const;
  return [...drawn, { key, root: outlined, ids, ...plain }];
}

/**
 * Outlines of what fell, oldest first, then of what would fall; counts are placed at them, beside all words. `limits`:
 * lines of gauges that no count lies on.
 */
export function layoutOutlines(
  scene: StageScene,
  input: OutlineInput,
  words: StageWords,
  limits: readonly Rect[] = [],
): OutlineScene[] {
  if (input.hideOutcome) return [];
  const wanted = wantedOf(scene, input, words);
  const drawn = drawnOf(scene, wanted, limits);
  // Side by side, "1 copy fell" and "6 fell" would seem to count two things: one that is short makes all short.
  const longest = new Map(wanted.map(({ key, texts }) => [key, texts[0]]));
  const isAnyShort = drawn.some(({ key, pill }) => pill !== null && pill.line.text !== longest.get(key));
  if (!isAnyShort || drawn.length === 1) return drawn;
  const shortest = wanted.map((each) => ({ ...each, texts: each.texts.slice(-1) }));
  return drawnOf(scene, shortest, limits);
}

/** Where copies are in these outlines, with what is drawn of each bundle. */
const copiesIn = (ids: ReadonlySet<string>, { boxes }: StageScene): Rect[] =>
  boxes.flatMap((box) => {
    if (box.bundle !== null) return box.bundle.kind === 'monitor' ? [] : rectsInBundle(box, ids);
    return box.id.startsWith('process/') && ids.has(box.id) ? [box.exact] : [];
  });

/** Of what fell in several places, those with copies: at any other, the count would be read as what is there. */
function withCopies<T extends Counted>(outline: T, scene: StageScene): T {
  const { ids, loops, rects } = outline;
  const copies = copiesIn(new Set(ids), scene);
  const courses = loops.flatMap((loop) => {
    const course = around(loop.map((corner) => ({ ...corner, width: 0, height: 0 })));
    return course !== null && copies.some((rect) => overlaps(course, rect)) ? [{ loop, course }] : [];
  });
  if (courses.length === 0 || courses.length === loops.length) return outline;
  const at = courses.map(({ course }) => course);
  const kept = courses.map(({ loop }) => loop);
  const isThere = (rect: Rect) => at.some((each) => overlaps(each, rect));
  const elsewhere = new Set(scene.boxes.filter(({ exact }) => !isThere(exact)).map(({ id }) => id));
  return {
    ...outline,
    loops: kept,
    rects: rects.filter(isThere),
    ids: ids.filter((id) => !elsewhere.has(id)),
  };
}

/** On how many hosts these copies stand: a count at one of them would be read as what is there. */
function hostsUnder(scene: StageScene, ids: readonly EntityId[]): number {
  const copies = copiesIn(new Set(ids), scene);
  return scene.hosts.filter(({ frame }) => copies.some((rect) => overlaps(frame, rect))).length;
}

function drawnOf(scene: StageScene, all: readonly Wanted[], limits: readonly Rect[]): OutlineScene[] {
  const drawn = all.flatMap(({ ids, ...wanted }) => {
    const { rects, kept } = courseOf(new Set(ids), scene);
    const copies = copiesIn(new Set(ids), scene);
    return rects.length === 0 ? [] : [{ ...wanted, ids, copies, rects, loops: unionLoops(kept) }];
  });
  const pills = placePills(
    drawn.map((each) => withCopies(each, scene)),
    scene,
    limits,
  );
  return drawn.map(({ key, root, kind, isSpared, loops }, at) => {
    // A dashed line is around what fell, or would, and around nothing else.
    const dashes = kind === 'ended' ? '' : dashedPath(loops, round);
    const paths = { path: roundedPath(loops, round), dashes };
    const pill = pills[at] ?? null;
    return { key, root, kind, isSpared, ...paths, pill, hides: hiddenBy(pill, scene) };
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
