// From histories and facts to the picture of the timeline: lanes of states, marks, time scale and head.
import type { Fact } from '../../sim/engine/fact';
import type { Micros } from '../../sim/engine/time';
import type { Lengths } from '../stageWords';
import { textWidth } from '../text/measure';
import type { History } from './histories';
import { placeLabels, type LabelGroup, type PlacedText } from './labels';
import { lanesOf, type Lane, type Span } from './lanes';
import { marksOf, type Mark } from './marks';
import { spanFor, ticksOf, timeScale, type TimeScale } from './timeScale';
import type { Blank, LaneBox, MarkLabel, SegmentBox, Tick, TimelineScene } from './timelineScene';
import type { TimelineWords } from './timelineWords';

/** What the timeline is laid out from. */
export interface TimelineInput {
  /** Of the same facts, or of the facts up to the head where the outcome is hidden. */
  readonly histories: readonly History[];
  /** Facts to the furthest point, in order of time. */
  readonly facts: readonly Fact[];
  readonly head: Micros;
  readonly furthest: Micros;
  /** Pixels of the whole timeline, names of lanes included. */
  readonly width: number;
  /** Size of text, pixels. */
  readonly text: number;
  /** Shows nothing right of the head: a prediction is open. */
  readonly hideOutcome: boolean;
  /** More lanes than this are gathered by host; default 9. */
  readonly mostLanes?: number;
  readonly words: TimelineWords;
}

/** Lanes as tall as the sketch has them up to so many, then lower. */
const TALL_LANES = 4;
const MEDIUM_LANES = 8;
/** Names of lanes take at most this part of the width. */
const NAMES = 0.34;
/** Room for the knob of the head above the lanes, as part of the text size, and above and below other lines. */
const KNOB = 1.3;
const LINE = 1.45;
const MARK_ROWS = 3;

interface Frame {
  readonly input: TimelineInput;
  readonly scale: TimeScale;
  readonly left: number;
  readonly right: number;
  readonly text: number;
}

const measure = (text: string, size: number) => textWidth(text, size, 400);

/** The longest text that takes at most `room` pixels, or null. */
function fitting(lengths: Lengths, room: number, size: number): string | null {
  return lengths.find((text) => measure(text, size) <= room) ?? null;
}

/** Lays out the timeline. Labels never overlap; a lane's name may lose words but never its place. */
export function layoutTimeline(input: TimelineInput): TimelineScene {
  const { histories, facts, head, furthest, width, text, hideOutcome, words, mostLanes = 9 } = input;
  const shown = hideOutcome ? Math.min(head, furthest) : furthest;
  const lanes = lanesOf(histories, shown, mostLanes);
  const names = lanes.map(({ name }) => laneName(words.lane(name), width * NAMES, text));
  const left = Math.ceil(Math.max(0, ...names.map((name) => measure(name, text))) + text);
  const right = width - Math.ceil(text * 0.6);
  const span = spanFor(furthest);
  const scale = timeScale(span, left, right);
  const frame: Frame = { input, scale, left, right, text };

  const top = Math.round(text * KNOB);
  const { pitch, height } = laneHeights(lanes.length, text);
  const bottom = top + lanes.length * pitch;
  const boxes = lanes.map((lane, i) => laneBox(lane, names[i]!, top + i * pitch, height, frame));
  const markTop = bottom + Math.round(text * 0.35);
  const marks = marksOf(facts, shown);
  const { labels, rows } = markLabels(marks, markTop, frame);
  const tickY = markTop + (marks.length > 0 ? text * 0.7 + rows * text * LINE : 0) + text * 1.3;
  return {
    width,
    height: Math.ceil(tickY + text * 0.4),
    text,
    span,
    left,
    right,
    top,
    bottom,
    lanes: boxes,
    blank: blankOf(shown, span, (top + bottom) / 2, frame),
    marks: marks.map(({ at, kind }) => ({ at, kind, x: scale(at), y: markTop })),
    markLabels: labels,
    ticks: ticks(span, tickY, frame),
    head: { at: head, x: scale(head) },
    furthest,
  };
}

/** The instant under a pixel: that of a mark when one is near, never beyond what was played. */
export function instantAt(scene: TimelineScene, x: number, near = 5): Micros {
  const { span, left, right, marks, furthest } = scene;
  const mark = marks
    .filter((one) => Math.abs(one.x - x) <= near)
    .sort((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0];
  return Math.min(furthest, mark?.at ?? timeScale(span, left, right).invert(x));
}

function laneName(lengths: Lengths, room: number, text: number): string {
  return fitting(lengths, room, text) ?? lengths.at(-1) ?? '';
}

function laneHeights(count: number, text: number): { pitch: number; height: number } {
  const pitch = text * (count <= TALL_LANES ? 2.2 : count <= MEDIUM_LANES ? 1.85 : 1.55);
  return { pitch: Math.round(pitch), height: Math.round(pitch - text * (count <= TALL_LANES ? 0.55 : 0.25)) };
}

function laneBox(lane: Lane, name: string, y: number, height: number, frame: Frame): LaneBox {
  const { input, text } = frame;
  const label: PlacedText = {
    text: name,
    x: 0,
    y: baseline(y, height, text),
    anchor: 'start',
    left: 0,
    right: measure(name, text),
  };
  return {
    id: lane.id,
    label,
    says: input.words.lane(lane.name)[0] ?? '',
    copies: lane.copies,
    y,
    height,
    segments: lane.spans.map((span) => segmentBox(span, lane, y + height / 2, frame)),
  };
}

function segmentBox(span: Span, lane: Lane, middle: number, { input, scale, text }: Frame): SegmentBox {
  const { from, to, state, serving, count } = span;
  const x = scale(from);
  const width = scale(to) - x;
  const lengths =
    state === null ? input.words.serving(serving, count) : input.words.state(state, wholeHost(lane));
  return {
    id: `${lane.id}@${from}`,
    from,
    to,
    state,
    share: serving / count,
    x,
    width,
    word: wordBeside(scale(input.head), x, x + width, lengths, middle, text),
    says: lengths[0] ?? '',
  };
}

/** Only the lane of a whole host says how many copies it stands for. */
function wholeHost({ name }: Lane): number {
  return name.kind === 'host' ? name.count : 1;
}

function blankOf(
  shown: Micros,
  span: Micros,
  middle: number,
  { input, scale, right, text }: Frame,
): Blank | null {
  const { hideOutcome, furthest, head, words } = input;
  const x = scale(shown);
  if (shown >= span || input.histories.length === 0) return null;
  const hidden = hideOutcome && furthest > head;
  const word = fitting(hidden ? words.hidden() : words.notRun(), right - x - text * 2, text);
  return { x, width: right - x, hidden, word: centred(word, (x + right) / 2, middle, text) };
}

function markLabels(marks: readonly Mark[], y: number, frame: Frame): { labels: MarkLabel[]; rows: number } {
  const { input, scale, text } = frame;
  const groups = placeLabels(
    marks.map((item) => ({ x: scale(item.at), item })),
    {
      left: 0,
      right: input.width,
      rows: MARK_ROWS,
      words: (some) => input.words.marks(some.flatMap(({ facts }) => facts)),
      measure: (label) => measure(label, text),
    },
  );
  const symbol = text * 0.7;
  const labels = groups.map((group): MarkLabel => {
    const baseY = y + symbol + (group.row + 0.95) * text * LINE;
    const line = group.row === 0 ? null : { x: group.x, top: y + symbol, bottom: baseY - text * 0.9 };
    return { id: String(group.items[0]!.item.at), text: { ...placed(group), y: baseY }, line };
  });
  return { labels, rows: Math.max(0, ...groups.map(({ row }) => row + 1)) };
}

function placed({ text, x, anchor, left, right }: LabelGroup<Mark>): Omit<PlacedText, 'y'> {
  return { text, x, anchor, left, right };
}

function ticks(span: Micros, y: number, { input, scale, left, right, text }: Frame): Tick[] {
  const widest = measure(input.words.tick(span), text);
  return ticksOf(span, right - left, 1.5 * widest + text).map((at) => {
    const label = input.words.tick(at);
    const x = scale(at);
    const width = measure(label, text);
    const anchor = x - width / 2 < left ? 'start' : x + width / 2 > input.width ? 'end' : 'middle';
    const start = x - { start: 0, middle: width / 2, end: width }[anchor];
    return { at, x, label: { text: label, x, y, anchor, left: start, right: start + width } };
  });
}

/** A word in the middle of a box; where the head would cut it, in the middle of the larger part beside the head. */
function wordBeside(
  head: number,
  left: number,
  right: number,
  lengths: Lengths,
  middle: number,
  text: number,
) {
  const word = centred(fitting(lengths, right - left - text, text), (left + right) / 2, middle, text);
  const isCut = word !== null && head > word.left - text / 2 && head < word.right + text / 2;
  if (!isCut) return word;
  const [start, end] = head - left > right - head ? [left, head] : [head, right];
  return centred(fitting(lengths, end - start - text, text), (start + end) / 2, middle, text);
}

function centred(text: string | null, x: number, middle: number, size: number): PlacedText | null {
  if (text === null) return null;
  const half = measure(text, size) / 2;
  return { text, x, y: baseline(middle, 0, size), anchor: 'middle', left: x - half, right: x + half };
}

/** Baseline of a line of text in the middle of a box. */
function baseline(y: number, height: number, size: number): number {
  return Math.round(y + height / 2 + size * 0.35);
}
