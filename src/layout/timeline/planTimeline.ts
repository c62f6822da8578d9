// The part of the timeline that changes only when something happened: which lanes there are and what they are
// called, the time scale, marks and their labels. Where the head stands comes with drawTimeline.
import type { Fact } from '../../sim/engine/fact';
import type { Micros } from '../../sim/engine/time';
import type { Lengths } from '../stageWords';
import { textWidth } from '../text/measure';
import type { History } from './histories';
import type { PlacedText } from './labels';
import { lanesOf, type Lane } from './lanes';
import type { MarkGroup, MarkLabels } from './markLabels';
import { marksOf, type Mark } from './marks';
import { ticksOf, timeScale, type TimeScale } from './timeScale';
import type { MarkBox, MarkLabel, Tick } from './timelineScene';
import type { TimelineWords } from './timelineWords';

/** What the timeline is planned from. Where the outcome is hidden, facts and histories end at the head. */
export interface TimelineInput {
  readonly histories: readonly History[];
  /** Lanes of their own: what is built and pulled. */
  readonly works?: readonly Lane[];
  /** In order of time, from seq 0. */
  readonly facts: readonly Fact[];
  /** How much time is shown: `spanFor` of the furthest point. */
  readonly span: Micros;
  /** Pixels of the whole timeline, names of lanes included. */
  readonly width: number;
  /** Size of text, pixels. */
  readonly text: number;
  /** More lanes than this are gathered by host. */
  readonly mostLanes: number;
  readonly words: TimelineWords;
  /** Writes under marks; null where nobody knows how yet: then marks have no words. */
  readonly labels: MarkLabels | null;
  /** Pixels that it may be high: lanes get lower, marks share labels, and hosts share lanes before it is higher. */
  readonly room?: number;
  /** Pixels that the names of lanes take at least, so that two timelines lie one under the other. */
  readonly names?: number;
  /** Lanes are no higher than this. */
  readonly highest?: number;
}

/** A lane in its place. */
export interface PlannedLane extends Lane {
  readonly label: PlacedText;
  readonly y: number;
}

/** Everything but the states and the head. */
export interface TimelinePlan {
  readonly input: TimelineInput;
  readonly scale: TimeScale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly laneHeight: number;
  readonly lanes: readonly PlannedLane[];
  readonly marks: readonly MarkBox[];
  readonly markLabels: readonly MarkLabel[];
  readonly ticks: readonly Tick[];
}

/** Lanes as tall as the sketch has them up to so many, then lower. */
const TALL_LANES = 4;
const MEDIUM_LANES = 8;
/** Distances of lanes, as parts of the text size, from the tallest down, and the air between two of each distance. */
const PITCHES = [
  { pitch: 2.2, air: 0.55 },
  { pitch: 1.85, air: 0.25 },
  { pitch: 1.55, air: 0.25 },
  { pitch: 1.3, air: 0.12 },
] as const;
/** Names of lanes take at most this part of the width. */
const NAMES = 0.34;
/** Room for the knob of the head above the lanes, and for a line of text, as parts of the text size. */
const KNOB = 1.3;
const LINE = 1.45;
/** Height of a mark, and the least width of one beside others, as parts of the text size. */
const MARK = 0.7;
const LEAST_MARK = 0.25;
const MARK_ROWS = 3;

/** Width of a text of the timeline, pixels. */
export const widthOf = (text: string, size: number) => textWidth(text, size, 400);

/** The longest text that takes at most `room` pixels, or null. */
export function fitting(lengths: Lengths, room: number, size: number): string | null {
  return lengths.find((text) => widthOf(text, size) <= room) ?? null;
}

/** Baseline of a line of text in the middle of a box. */
export function baseline(y: number, height: number, size: number): number {
  return Math.round(y + height / 2 + size * 0.35);
}

/** How high a lane is. */
const heightOf = ({ pitch, air }: (typeof PITCHES)[number], text: number) =>
  Math.round(Math.round(text * pitch) - text * air);

/** How closely a timeline is set. */
interface Setting {
  readonly lanes: readonly Lane[];
  readonly pitch: (typeof PITCHES)[number];
  readonly markRows: number;
}

/**
 * Plans the timeline. Its texts never overlap; a lane's name may lose words but never its place. Where room is short it
 * is set closer, so that the instants under the lanes are always seen.
 */
export function planTimeline(input: TimelineInput): TimelinePlan {
  const label = labelled(marksOf(input.facts), input);
  const { room = Infinity } = input;
  let plan: TimelinePlan | null = null;
  for (const setting of settings(input)) {
    plan = planAs(setting, label, input);
    if (plan.height <= room) break;
  }
  return plan ?? planAs({ lanes: [], pitch: PITCHES[0], markRows: MARK_ROWS }, label, input);
}

/** Ways to set it: as many lanes as there may be, and fewer where those cannot be set closely enough. */
function* settings(input: TimelineInput): Iterable<Setting> {
  const { histories, works = [], mostLanes } = input;
  const withWorks = (most: number) => {
    const own = lanesOf(histories, Math.max(1, most - works.length));
    return [...own, ...works.slice(0, Math.max(0, most - Math.max(1, own.length)))];
  };
  let lanes = withWorks(mostLanes);
  yield* settingsOf(lanes, input);
  for (let most = lanes.length - 1; most > 0; most--) {
    const fewer = withWorks(most);
    if (fewer.length < lanes.length) yield* settingsOf(fewer, input);
    lanes = fewer;
  }
}

/** Ways to set these lanes, the roomiest first: lower lanes, then fewer rows of labels. */
function* settingsOf(lanes: readonly Lane[], { text, highest = Infinity }: TimelineInput): Iterable<Setting> {
  const first = lanes.length <= TALL_LANES ? 0 : lanes.length <= MEDIUM_LANES ? 1 : 2;
  for (const pitch of PITCHES.slice(first))
    if (heightOf(pitch, text) <= highest) yield { lanes, pitch, markRows: MARK_ROWS };
  for (let markRows = MARK_ROWS - 1; markRows > 0; markRows--) yield { lanes, pitch: PITCHES[3], markRows };
}

function planAs(
  { lanes, pitch: set, markRows }: Setting,
  labels: Labels,
  input: TimelineInput,
): TimelinePlan {
  const { span, width, text, words, room = Infinity } = input;
  const names = lanes.map(({ name }) => laneName(words.lane(name), width * NAMES, text));
  const widest = Math.max(0, ...names.map((name) => widthOf(name, text)));
  const left = Math.max(input.names ?? 0, Math.ceil(widest + text));
  // Half of the last instant stands right of its place; a timeline that is about to leave the page is nothing wide.
  const right = Math.max(left, width - Math.ceil(widthOf(words.tick(span), text) / 2));
  const scale = timeScale(span, left, right);
  const top = Math.round(text * KNOB);
  const pitch = Math.round(text * set.pitch);
  const laneHeight = heightOf(set, text);
  // A world without copies has a line for its head all the same.
  const bottom = top + Math.max(1, lanes.length) * pitch;
  const markTop = bottom + Math.round(text * 0.35);
  const { marks, groups, xs } = labels(scale, markRows);
  const gaps = xs.map((x, i) => x - (xs[i - 1] ?? -Infinity));
  const wideAt = (i: number) =>
    Math.max(text * LEAST_MARK, Math.min(text * MARK, gaps[i]!, gaps[i + 1] ?? Infinity));
  // Where the height is reckoned with, the first mark moves nothing; elsewhere its words find their row there.
  const least = room === Infinity && marks.length === 0 ? 0 : 1;
  const rows = Math.max(least, ...groups.map(({ row }) => row + 1));
  const tickY = markTop + (rows > 0 ? text * MARK + rows * text * LINE : 0) + text * 1.3;
  return {
    ...{ input, scale, left, right, top, bottom, laneHeight },
    height: Math.ceil(tickY + text * 0.4),
    lanes: lanes.map((lane, i) => ({
      ...lane,
      y: top + i * pitch,
      label: nameAt(names[i]!, baseline(top + i * pitch, laneHeight, text), text),
    })),
    marks: marks.map(({ at, kind }, i) => ({ at, kind, x: xs[i]!, y: markTop, wide: wideAt(i) })),
    markLabels: groups.map((group) => labelAt(group, markTop + text * MARK, text)),
    ticks: ticksAt(tickY, left, right, scale, input),
  };
}

function laneName(lengths: Lengths, room: number, text: number): string {
  return fitting(lengths, room, text) ?? lengths.at(-1) ?? '';
}

function nameAt(text: string, y: number, size: number): PlacedText {
  return { text, x: 0, y, anchor: 'start', left: 0, right: widthOf(text, size) };
}

/** The marks, and their labels on so many rows. */
type Labels = (
  scale: TimeScale,
  rows: number,
) => {
  readonly marks: readonly Mark[];
  readonly groups: readonly MarkGroup[];
  readonly xs: readonly number[];
};

/** Marks of a few instants one soon after the other stand so far apart, if none has to leave its place by more, as parts of the text size. */
const APART = 0.6;
const OFF = 0.3;

/** Where marks stand: a few that would lie on each other beside their places, dozens in a row on them. */
function spread(xs: readonly number[], left: number, text: number): readonly number[] {
  const placed = [...xs];
  for (let first = 0; first < xs.length;) {
    let last = first;
    while (last + 1 < xs.length && xs[last + 1]! - xs[last]! < text * APART) last += 1;
    const own = xs.slice(first, last + 1);
    const wide = own.at(-1)! - own[0]!;
    const gap = Math.min(text * APART, (wide + 2 * OFF * text) / Math.max(1, own.length - 1));
    const start = Math.max(left, own[0]! - (gap * (own.length - 1) - wide) / 2);
    const moved = own.map((_, at) => start + at * gap);
    const isFree =
      moved.at(-1)! + text * APART <= (xs[last + 1] ?? Infinity) &&
      start - text * APART >= (placed[first - 1] ?? -Infinity);
    if (own.length > 1 && isFree && moved.every((x, at) => Math.abs(x - own[at]!) <= text * OFF + 0.01))
      placed.splice(first, own.length, ...moved);
    first = last + 1;
  }
  return placed;
}

/** Labels for marks, each set of them placed once: lanes of other heights do not move them. */
function labelled(marks: readonly Mark[], { labels, span, width, text }: TimelineInput): Labels {
  const placed = new Map<string, readonly MarkGroup[]>();
  const measure = (label: string) => widthOf(label, text);
  return (scale, rows) => {
    const key = `${scale(0)} ${rows}`;
    const xs = spread(
      marks.map(({ at }) => scale(at)),
      scale(0),
      text,
    );
    const known = new Map(marks.map(({ at }, index) => [at, xs[index]!]));
    const placeOf = (at: Micros) => known.get(at) ?? scale(at);
    const groups = placed.get(key) ?? labels?.(marks, { scale: placeOf, span, width, rows, measure }) ?? [];
    placed.set(key, groups);
    return { marks, groups, xs };
  };
}

function labelAt(group: MarkGroup, y: number, size: number): MarkLabel {
  const { text, says, left, right, row, items } = group;
  const base = y + (row + 0.95) * size * LINE;
  const line = row === 0 ? null : { x: items[0]!.x, top: y, bottom: base - size * 0.9 };
  const placed: PlacedText = { text, x: (left + right) / 2, y: base, anchor: 'middle', left, right };
  const reach = { from: items[0]!.x, to: items.at(-1)!.x };
  return { id: String(items[0]!.item.at), text: placed, says, line, reach };
}

function ticksAt(y: number, left: number, right: number, scale: TimeScale, input: TimelineInput): Tick[] {
  const { span, width, text, words } = input;
  const distance = 1.5 * widthOf(words.tick(span), text) + text;
  return ticksOf(span, right - left, distance).map((at) => {
    const label = words.tick(at);
    const x = scale(at);
    const wide = widthOf(label, text);
    // Under its place, as far as the picture reaches.
    const start = Math.max(0, Math.min(width - wide, x - wide / 2));
    const middle = start + wide / 2;
    return {
      at,
      x,
      label: { text: label, x: middle, y, anchor: 'middle', left: start, right: start + wide },
    };
  });
}
