// What can be wrong with the words of one drawn stage: counts that cover something or stand apart, words that touch.
import type { Blast, WorldView } from '../../../src/sim';
import { layoutGauges } from '../../../src/layout/gauge/layoutGauges';
import { layoutLimits } from '../../../src/layout/gauge/limitGauges';
import { limitLines } from '../../../src/layout/gauge/memoryLimits';
import { layoutOutlines, type OutlineScene } from '../../../src/layout/outline/layoutOutlines';
import { besideCounts, coveredBy } from '../../../src/layout/outline/placePills';
import { bottom, centre, contains, grow, overlaps, right, type Rect } from '../../../src/layout/rect';
import type { LabelScene, StageScene } from '../../../src/layout/stage/scene';
import { stageWords } from '../../../src/words';
import { gaugeWords } from '../../../src/words/gauges';
import { limitWords } from '../../../src/words/limitGauges';

/** So much room is between two words side by side, px. */
const leastGap = 4;
/** A count is no farther from its outline, px, unless a stem ties it to that. */
const farthest = 4;

const textOf = ({ lines }: LabelScene) => lines.map(({ text }) => text).join(' ');

/** The lines of a label as high as their letters, without the plate under them. */
function linesOf(label: LabelScene): readonly Rect[] {
  const before = known.get(label);
  if (before !== undefined) return before;
  const { lines, align, size } = label;
  const rects = lines.map(({ x, y, width }) => ({
    x: align === 'middle' ? x - width / 2 : align === 'end' ? x - width : x,
    y: y - size * 0.75,
    width,
    height: size * 0.95,
  }));
  known.set(label, rects);
  return rects;
}

/** Lines that were reckoned before: most labels are the same whatever is chosen. */
const known = new WeakMap<LabelScene, readonly Rect[]>();

/** From one rectangle to the other, px; 0 where they meet. */
function apart(a: Rect, b: Rect): number {
  const x = Math.max(0, a.x - right(b), b.x - right(a));
  const y = Math.max(0, a.y - bottom(b), b.y - bottom(a));
  return Math.hypot(x, y);
}

/** The straight sides of an outline, as rectangles without area. */
function sidesOf({ path }: OutlineScene): Rect[] {
  return path.split('Z').flatMap((loop) => {
    const numbers = (loop.match(/-?[\d.]+/g) ?? []).map(Number);
    const points = numbers.flatMap((x, at) => (at % 2 === 0 ? [{ x, y: numbers[at + 1]! }] : []));
    return points.map((from, at) => {
      const to = points[(at + 1) % points.length]!;
      const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
      return { x, y, width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) };
    });
  });
}

/** Words that stand in boxes of their own, which tell them apart. */
const isOnBox = ({ role, ground }: LabelScene) => role === 'name' && ground !== 'tab';

/** Whether two words lie on each other or so near beside each other that they are read as one. */
const doTouch = (one: LabelScene, other: LabelScene): boolean =>
  linesOf(one).some((a) =>
    linesOf(other).some((b) =>
      overlaps({ ...a, x: a.x - leastGap + 0.1, width: a.width + 2 * leastGap - 0.2 }, b),
    ),
  );

const distanceTo = (x: number, y: number, rect: Rect): number => apart({ x, y, width: 0, height: 0 }, rect);

/** What one outline is around, with the tabs that speak of it, and what stands beside it: no floor under it, no room around it. */
function sidesFor(own: ReadonlySet<string>, { boxes, hosts, labels }: StageScene) {
  const parents = new Map(boxes.map(({ id, parent }) => [id, parent]));
  const under = new Set<string>();
  for (const id of own) for (let at = parents.get(id); at !== undefined; at = parents.get(at)) under.add(at);
  const gathers = ({ bundle }: StageScene['boxes'][number]) =>
    bundle?.members.some(({ ids }) => ids.some((id) => own.has(id))) ?? false;
  const isOwn = (box: StageScene['boxes'][number]) => own.has(box.id) || gathers(box);
  return {
    own: [
      ...boxes.filter(isOwn).map(({ exact }) => exact),
      ...hosts.filter(({ id }) => own.has(id)).map(({ area }) => area),
    ],
    tabs: labels.flatMap(({ role, of, rect }) =>
      role === 'tab' && of.every((id) => own.has(id)) ? [rect] : [],
    ),
    others: boxes.filter((box) => !isOwn(box) && !under.has(box.id)),
  };
}

/** What is wrong where these boxes fell, and one more would. */
export function pillFaults(
  scene: StageScene,
  view: WorldView,
  blasts: readonly Blast[],
  preview: Blast | null,
): string[] {
  const input = { blasts, preview, hideOutcome: false };
  const outlines = layoutOutlines(scene, input, stageWords, limitLines(scene, view));
  const taken = outlines.flatMap(({ pill }) => coveredBy(pill));
  const left = besideCounts(scene, outlines);
  const { gauges, notes } = layoutGauges(left, view, gaugeWords, taken);
  const limits = layoutLimits(left, view, limitWords, taken);
  const labels = [...[left, ...gauges, ...limits].flatMap((each) => each.labels), ...notes];
  const drawn = [
    ...[...gauges, ...limits].flatMap(({ cells }) => cells.map(({ rect }) => rect)),
    ...limits.flatMap(({ period }) => (period === null ? [] : [period.runs, period.stopped])),
    ...limits.flatMap(({ line }) => line.map((part) => ({ ...part, y: part.y - 2, height: 4 }))),
  ];
  const faults = labels.flatMap((one, at) =>
    labels
      .slice(at + 1)
      .filter((other) => !(isOnBox(one) && isOnBox(other)) && doTouch(one, other))
      .map((other) => `"${textOf(one)}" touches "${textOf(other)}"`),
  );
  outlines.forEach((outline, at) => {
    const { pill, root } = outline;
    if (pill === null) return;
    const name = `"${pill.line.text}" of ${root}`;
    for (const rect of coveredBy(pill)) {
      for (const label of labels)
        if (overlaps(rect, label.rect)) faults.push(`${name} covers "${textOf(label)}"`);
      if (drawn.some((each) => overlaps(rect, each))) faults.push(`${name} covers a gauge`);
      // Where there is no room at all, what only would fall is counted on a tile rather than not.
      const isOver = outline.kind !== 'preview';
      if (isOver && left.tiles.some((tile) => overlaps(rect, tile.rect)))
        faults.push(`${name} covers a tile`);
      for (const other of outlines.slice(at + 1))
        if (coveredBy(other.pill).some((each) => overlaps(rect, each)))
          faults.push(`${name} covers another count`);
    }
    const isPreview = outline.kind === 'preview';
    const blast = isPreview ? preview : blasts.find((each) => each.root === root);
    // Copies that fell are counted where they are, not at what stood beside them; those that would, at what is chosen.
    const hasCopies = !isPreview && (blast?.copiesFell ?? 0) > 0 && root.startsWith('monitor/');
    const own = new Set(blast?.fell.filter((id) => !hasCopies || !id.startsWith('monitor/')) ?? []);
    const { own: around, tabs, others } = sidesFor(own, scene);
    const distance = Math.min(...sidesOf(outline).map((side) => apart(pill.rect, side)));
    const isInside = around.some((rect) => contains(rect, pill.rect));
    const isAtTab = tabs.some((tab) => apart(pill.rect, tab) <= farthest);
    if (pill.stem === null && distance > farthest && !isInside && !isAtTab)
      faults.push(`${name} stands ${Math.round(distance)} px apart`);
    const from = (rects: readonly Rect[]) =>
      Math.min(
        ...rects.map((rect) => distanceTo(centre(pill.rect), pill.rect.y + pill.rect.height / 2, rect)),
      );
    // VMs are hollow: the tab that says whose it is stands over them as well.
    const isNamed =
      isAtTab && !others.some(({ build, drawn }) => build !== 'room' && overlaps(drawn, pill.rect));
    const isAcross = [...around, ...tabs].some((rect) =>
      overlaps(pill.rect, { ...grow(rect, farthest), x: centre(rect), width: 0.1 }),
    );
    if (
      pill.stem === null &&
      !isNamed &&
      !isAcross &&
      from([...around, ...tabs]) > from(others.map((each) => each.drawn))
    )
      faults.push(`${outline.kind} ${name} is nearer to another box than to its own`);
    // To its outline, or to a tab that speaks of nothing else.
    const ends = [...sidesOf(outline), ...tabs];
    if (pill.stem !== null && !ends.some((end) => overlaps(grow(end, 1), grow(pill.stem!, 1))))
      faults.push(`${name} has a stem that ends nowhere`);
  });
  return faults;
}
