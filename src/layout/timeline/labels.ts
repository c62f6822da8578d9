// Labels under marks, none over another: each on one of a few rows, beside or under its mark; labels that find
// no room are gathered into one, those that lose the least first.

/** One line of text in place. `left` and `right` are the room it takes; `x` is where it is anchored. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly left: number;
  readonly right: number;
}

/** Room between two labels of a row. */
const GAP = 10;
/** Room that the line from a mark to a label on a lower row keeps on both sides: nearer, it would lead to what it passes. */
const LINE = 6;

/** Something at `x` that wants a label. */
export interface Labelled<T> {
  readonly x: number;
  readonly item: T;
}

/** A text for one or more things, and what it costs that not all of them is told: nothing where every word is there. */
export interface Wording {
  readonly text: string;
  readonly loss: number;
}

/** Neighbours with one label for all of them. Below the first row a line leads to it from the first of them. */
export interface LabelGroup<T> {
  readonly items: readonly Labelled<T>[];
  readonly row: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** How labels are written. */
export interface LabelRoom<T> {
  readonly left: number;
  readonly right: number;
  readonly rows: number;
  /** From the wording that tells most to the one that fits anywhere. */
  words(items: readonly T[]): readonly Wording[];
  /** Whether these are one thing done again and again, which has one label wherever there is room for more. */
  isSeries(items: readonly T[]): boolean;
  /** What it costs that these share a label, whatever it says. */
  sharing(items: readonly T[]): number;
  measure(text: string): number;
}

type Items<T> = readonly Labelled<T>[];

/** More labels than this never find room: before they are tried, nearest neighbours share one. */
const MOST_GROUPS = 18;
/** So many of them may share one label before all places with fewer were tried. */
const MOST_SHARED = 6;
/** So many ways to place the labels up to a mark are followed further: the best. */
const WAYS = 60;
/**
 * What places cost beside what is not told: each row further down, each width of the words away from the middle,
 * each px between the first and the last that share words: these stand under one of them alone.
 */
const ROW = 0.4;
const ASIDE = 1;
const APART = 1 / 14;
/** The same for each px by which two neighbours that share words are further from each other than this. */
const FAR = 60;
const BRIDGED = 1 / 5;
/** Each px of shared words further than so many beside all their marks, and that words stand under a mark that is not theirs. */
const PAST = 1 / 8;
const NEAR = 130;
const OTHER = 1.5;
/** Words that begin so near behind a line read as those that it leads to: what that costs. */
const BEHIND = 24;
const LED = 1.2;

/** Labels up to a mark, as far as those after it must know them: by row how far right texts and lines reach. */
interface Way<T> {
  readonly cost: number;
  readonly texts: readonly number[];
  readonly lines: readonly number[];
  readonly last: LabelGroup<T> | null;
  readonly before: Way<T> | null;
}

/** A place for one more label behind a way: most of them are dropped for what they cost, before their reaches are reckoned. */
interface Place<T> {
  readonly cost: number;
  readonly row: number;
  readonly left: number;
  readonly label: Measured<T>;
  readonly before: Way<T>;
}

/** Labels for things in order of x. With too many of them, neighbours share one; a last one always remains. */
export function placeLabels<T>(labelled: Items<T>, room: LabelRoom<T>): LabelGroup<T>[] {
  if (labelled.length === 0) return [];
  const groups = seriesOf(labelled, room);
  while (groups.length > MOST_GROUPS) joinNearest(groups, room);
  while (groups.length > 1) {
    const best = bestWay(groups, room, 1) ?? bestWay(groups, room, MOST_SHARED);
    if (best !== null) return labelsOf(best);
    joinNearest(groups, room);
  }
  const best = bestWay([labelled], room, 1);
  return best === null ? [lastResort(labelled, room)] : labelsOf(best);
}

/** Neighbours that are one series each, else alone. */
function seriesOf<T>(labelled: Items<T>, room: LabelRoom<T>): Items<T>[] {
  const groups: Items<T>[] = [];
  for (const one of labelled) {
    const joined = [...(groups.at(-1) ?? []), one];
    if (joined.length > 1 && room.isSeries(joined.map(({ item }) => item))) groups.splice(-1, 1, joined);
    else groups.push([one]);
  }
  return groups;
}

function labelsOf<T>(way: Way<T>): LabelGroup<T>[] {
  const labels: LabelGroup<T>[] = [];
  for (let each: Way<T> | null = way; each?.last; each = each.before) labels.unshift(each.last);
  return labels;
}

/** The way to label these, at most so many in one label, that costs least among those followed; null where none was found. */
function bestWay<T>(groups: readonly Items<T>[], room: LabelRoom<T>, shared: number): Way<T> | null {
  const none = new Array<number>(room.rows).fill(-Infinity);
  const start: Way<T> = { cost: 0, texts: none, lines: none, last: null, before: null };
  const upTo: Place<T>[][] = groups.map(() => []);
  groups.forEach((_, first) => {
    const ways = first === 0 ? [start] : followed(upTo[first - 1]!);
    if (ways.length === 0) return;
    const most = Math.min(groups.length, first + shared);
    for (let end = first + 1; end <= most; end++) {
      const items = groups.slice(first, end).flat();
      const between: Between = [groups[first - 1]?.at(-1)!.x ?? -Infinity, groups[end]?.[0]!.x ?? Infinity];
      for (const label of wordings(items, between, room))
        for (const way of ways) addPlaces(upTo[end - 1]!, label, way, room);
    }
  });
  return followed(upTo.at(-1)!)[0] ?? null;
}

/** The marks before and after some. */
type Between = readonly [number, number];

/** A text with its width and what it costs wherever it stands. */
interface Measured<T> extends Wording {
  readonly items: Items<T>;
  readonly between: Between;
  readonly width: number;
}

function wordings<T>(items: Items<T>, between: Between, room: LabelRoom<T>): Measured<T>[] {
  const own = items.map(({ item }) => item);
  const gaps = items.slice(1).map(({ x }, at) => Math.max(0, x - items[at]!.x - FAR));
  const bridged = gaps.reduce((total, gap) => total + gap, 0) * BRIDGED;
  const shared = room.sharing(own) + (items.at(-1)!.x - items[0]!.x) * APART + bridged;
  return room.words(own).map(({ text, loss }, at) => ({
    ...{ items, between, text },
    loss: loss + shared + at,
    width: room.measure(text),
  }));
}

/** What it costs that words lie beside the marks that share them, and in the first row under others. */
function costOf<T>({ items, between, width }: Measured<T>, row: number, left: number): number {
  const right = left + width;
  const past = Math.max(0, items[0]!.x - left - NEAR) + Math.max(0, right - items.at(-1)!.x - NEAR);
  const under = row > 0 ? 0 : Number(between[0] > left) + Number(between[1] < right);
  return (items.length > 1 ? past * PAST : 0) + under * OTHER;
}

/** Adds each place where a label is free behind a way. */
function addPlaces<T>(places: Place<T>[], label: Measured<T>, way: Way<T>, room: LabelRoom<T>): void {
  const { items, width, loss } = label;
  const first = items[0]!.x;
  const last = items.at(-1)!.x;
  for (let row = 0; row < room.rows; row++) {
    // The line to it goes through the rows above, beside all that stands there.
    if (row > 0 && first <= way.texts[row - 1]! + LINE) break;
    const least = Math.max(room.left, first - width, way.texts[row]! + GAP, way.lines[row]! + LINE);
    const most = Math.min(room.right - width, row === 0 ? last : first);
    if (least > most) continue;
    const middle = (row === 0 ? (first + last) / 2 : first) - width / 2;
    // Labels of one mark are many: they are tried on either side of it as well.
    const beside = way.lines[row]! + BEHIND;
    const lefts = items.length > 1 ? [middle, least, beside] : [middle, first, first - width, least, beside];
    for (const left of lefts) {
      if (left < least || left > most) continue;
      const aside = (Math.abs(left - middle) / Math.max(1, width)) * ASIDE;
      const cost = way.cost + loss + row * ROW + (left < beside ? LED : 0) + aside + costOf(label, row, left);
      places.push({ cost, row, left, label, before: way });
    }
  }
}

/** The way that ends in a place. */
function wayTo<T>({ cost, row, left, label, before }: Place<T>): Way<T> {
  const { items, text, width } = label;
  const right = left + width;
  return {
    cost,
    texts: before.texts.with(row, right),
    lines: before.lines.map((x, each) => (each < row ? items[0]!.x : x)),
    last: { items, row, text, left, right },
    before,
  };
}

/** The best ways to these places, without those that another one is better than in everything. */
function followed<T>(places: Place<T>[]): Way<T>[] {
  const kept: Way<T>[] = [];
  for (const place of places.sort((a, b) => a.cost - b.cost)) {
    if (kept.length === WAYS) break;
    const way = wayTo(place);
    const isWorse = (other: Way<T>) =>
      other.texts.every((x, row) => x <= way.texts[row]! && other.lines[row]! <= way.lines[row]!);
    if (!kept.some(isWorse)) kept.push(way);
  }
  return kept;
}

/** The only label there is, at the edge that is nearest. */
function lastResort<T>(items: Items<T>, room: LabelRoom<T>): LabelGroup<T> {
  const text = room.words(items.map(({ item }) => item)).at(-1)?.text ?? '';
  const width = room.measure(text);
  const middle = (items[0]!.x + items.at(-1)!.x - width) / 2;
  const left = Math.max(room.left, Math.min(room.right - width, middle));
  return { items, row: 0, text, left, right: left + width };
}

/** Joins the two neighbours that are nearest to each other, in place; those that had better stand alone count as further. */
function joinNearest<T>(groups: Items<T>[], room: LabelRoom<T>): void {
  let best = 0;
  let least = Infinity;
  for (let index = 0; index + 1 < groups.length; index++) {
    const [one, other] = [groups[index]!, groups[index + 1]!];
    const distance = other[0]!.x - one.at(-1)!.x + 1;
    const weighed = distance * room.sharing([...one, ...other].map(({ item }) => item));
    if (weighed < least) [best, least] = [index, weighed];
  }
  groups.splice(best, 2, [...groups[best]!, ...groups[best + 1]!]);
}
