// The timeline at one instant: the plan with the states up to what was played, and the head.
import type { Micros } from '../../sim/engine/time';
import type { Lengths } from '../stageWords';
import type { PlacedText } from './labels';
import type { Lane, Span } from './lanes';
import type { LaneState } from './phases';
import { baseline, fitting, widthOf, type PlannedLane, type TimelinePlan } from './planTimeline';
import type { BesideText, Blank, LaneBox, SegmentBox, TimelineScene } from './timelineScene';
import type { TimelineWords } from './timelineWords';

/** Where in time we are. */
export interface Instant {
  readonly head: Micros;
  readonly furthest: Micros;
  /** Shows nothing right of the head: a prediction is open. */
  readonly hideOutcome: boolean;
}

/** What begins at the very end of what is shown gets this many pixels before it: a fall is seen at its own instant, and nothing is drawn where nothing was played. */
const SLIVER = 4;

/** Air between a box and the edges of its word, and on both sides of one beside it, which points at its box there, as parts of the text size. */
const INSIDE = 0.6;
const BESIDE = 1.5;
/** The same for a plate where copies differ: what stands behind it is still seen on both sides. */
const PLATE = 3;
/** A word needs so much height, and stands so much higher than the middle where that is all there is, as parts of the text size. */
const BAND = 0.9;
const DESCENT = 0.06;

/** Draws a plan. States end where they were played to, or at the head where the outcome is hidden. */
export function drawTimeline(plan: TimelinePlan, { head, furthest, hideOutcome }: Instant): TimelineScene {
  const { input, scale, left, right, top, bottom, height, markLabels, ticks } = plan;
  const { width, text, span } = input;
  const shown = hideOutcome ? Math.min(head, furthest) : furthest;
  const isHidden = shown < furthest;
  const headX = scale(head);
  return {
    ...{ width, height, text, span, left, right, top, bottom, furthest, markLabels, ticks },
    lanes: plan.lanes.map((lane) => laneBox(lane, shown, headX, plan)),
    blank: blankOf(shown, isHidden, plan),
    marks: plan.marks,
    head: { at: head, x: headX },
  };
}

/** The instant under a pixel: that of the beginning or a mark when one is near, never beyond what was played. */
export function instantAt(plan: TimelinePlan, furthest: Micros, x: number, near = 5): Micros {
  const [nearest] = [{ x: plan.scale(0), at: 0 }, ...plan.marks]
    .filter((one) => Math.abs(one.x - x) <= near)
    .sort((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x));
  return Math.min(furthest, nearest?.at ?? plan.scale.invert(x));
}

function laneBox(lane: PlannedLane, shown: Micros, headX: number, plan: TimelinePlan): LaneBox {
  const { id, name, label, copies, y, spans } = lane;
  const says = plan.input.words.lane(name)[0] ?? '';
  const begun = spans.filter(({ from }) => from <= shown);
  const end = plan.scale(shown);
  const last = (begun.at(-1)?.from ?? 0) > 0 ? Math.max(plan.left, end - SLIVER) : end;
  const segments = begun.map((span, at) => {
    const edges = {
      left: Math.min(plan.scale(span.from), last),
      right: at === begun.length - 1 ? end : Math.min(plan.scale(span.to), last),
    };
    return segmentBox({ ...span, to: Math.min(span.to, shown) }, edges, lane, headX, plan);
  });
  return {
    ...{ id, label, says, copies, y, height: plan.laneHeight },
    ...besideLines(segments, headX, y + plan.laneHeight / 2, plan),
  };
}

/** States that a part of a lane may be in. */
const SHARED = /^(serving|fallen|waiting|booting|starting)$/;
const isLineState = (state: LaneState) => /^(off|stopped|idle)$/.test(state);
const isLine = ({ state }: SegmentBox) => state !== null && isLineState(state);
const isStep = (segment: SegmentBox | undefined) => segment?.state === null;

/** Words that found no room in their boxes, on the line beside: after the box, or before it; the line keeps its own. */
function besideLines(
  segments: readonly SegmentBox[],
  head: number,
  middle: number,
  { input }: TimelinePlan,
): Pick<LaneBox, 'segments' | 'beside'> {
  const size = input.text;
  const placed = [...segments];
  const beside: BesideText[] = [];
  segments.forEach((segment, at) => {
    if (segment.word !== null || isLine(segment) || segment.width <= SLIVER) return;
    // The word of a step beside all the steps would be read as that of them all.
    if (isStep(segments[at - 1]) && isStep(segment)) return;
    const after = segment.lengths.map((says) => ({ says, other: at + 1, isAfter: true }));
    const before = segment.lengths.map((says) => ({ says, other: at - 1, isAfter: false }));
    for (const { says, other, isAfter } of [...after, ...before]) {
      const line = placed[other];
      if (!line || !isLine(line) || line.word === null || line !== segments[other]) continue;
      const wide = widthOf(says, size) + size * BESIDE;
      const from = isAfter ? line.x + wide : line.x;
      const to = isAfter ? line.x + line.width : line.x + line.width - wide;
      const own = centred(fitting([line.word.text], to - from - size, size), (from + to) / 2, middle, size);
      const text = centred(says, isAfter ? from - wide / 2 : to + wide / 2, middle, size);
      if (own === null || text === null || isCut(own, head, size) || isCut(text, head, size)) continue;
      placed[other] = { ...line, word: own };
      beside.push(
        isAfter
          ? { ...text, tip: line.x, side: 'right' }
          : { ...text, tip: line.x + line.width, side: 'left' },
      );
      return;
    }
  });
  return { segments: placed, beside };
}

/** Whether the head stands on a word. */
const isCut = ({ left, right }: PlacedText, head: number, size: number) =>
  head > left - size / 2 && head < right + size / 2;

/** Where a piece lies. */
interface Edges {
  readonly left: number;
  readonly right: number;
}

function segmentBox(
  span: Span,
  { left: x, right }: Edges,
  lane: PlannedLane,
  headX: number,
  plan: TimelinePlan,
): SegmentBox {
  const { id, y } = lane;
  const { from, to, rest, serving, down, coming } = span;
  const { input, laneHeight } = plan;
  const width = Math.max(0, right - x);
  const lengths = wordsOf(span, lane, input.words);
  const most = Math.max(...lane.spans.map(({ count }) => count));
  // Where copies come later, those that are there are no more of the lane than afterwards: none seems to fall then.
  const state = span.count < most && SHARED.test(span.state ?? '') ? null : span.state;
  const shares = { share: serving / most, down: down / most, coming: coming / most };
  const { on, middle } = groundOf(state, shares, laneHeight, input.text);
  // Behind what all of them do is nothing but what is on its way.
  const isOver = on === 'plate' && state === null && !(rest && serving + down === 0);
  const air = state !== null && isLineState(state) ? 0 : isOver ? PLATE : INSIDE;
  return {
    ...{ id: `${id}@${from}`, from, to, state, ...shares, x, width, on },
    word: wordBeside(headX, x, x + width, lengths, y + middle, input.text, air),
    ...{ lengths, says: lengths[0] ?? '' },
  };
}

/** What a state is called: where many are in it, with their number; of those that boot, with that of their machines. */
function wordsOf(
  { state, rest, serving, coming, off, count }: Span,
  { name, machines }: Lane,
  words: TimelineWords,
) {
  const of = (one: LaneState, number: number) =>
    words.state(one, one === 'booting' ? Math.min(machines, number) : number);
  if (state !== null) return of(state, /^(hosts?|vms|copies)$/.test(name.kind) ? count : 1);
  if (!rest || serving === 0) return rest ? of(rest, count - off) : words.serving(serving, count);
  const isComing = rest === 'booting' || rest === 'starting';
  return words.serving(serving, count, isComing ? of(rest, coming)[0] : undefined);
}

/** On what the word of a state stands, and the middle of that: where copies differ, a part of the lane that is high enough. */
function groundOf(
  state: LaneState | null,
  { share, down, coming }: Pick<SegmentBox, 'share' | 'down' | 'coming'>,
  height: number,
  text: number,
): { on: SegmentBox['on']; middle: number } {
  const middle = height / 2;
  if (state === 'serving' || state === 'suffering') return { on: 'solid', middle };
  if (state !== null) return { on: /^(fallen|waiting|cut)$/.test(state) ? 'plate' : 'pale', middle };
  const bands = [
    ['pale', share + down, coming],
    ['solid', 0, share],
    ['pale', share + down + coming, 1 - share - down - coming],
  ] as const;
  const band = bands.find(([, , part]) => part * height >= text * BAND);
  if (band === undefined) return { on: 'plate', middle };
  const [on, below, part] = band;
  return { on, middle: height * (1 - below - part / 2) - (part < 1 ? text * DESCENT : 0) };
}

function blankOf(
  shown: Micros,
  hidden: boolean,
  { input, scale, right, top, bottom }: TimelinePlan,
): Blank | null {
  const { span, text, words } = input;
  const x = scale(shown);
  if (shown >= span) return null;
  const word = fitting(hidden ? words.hidden() : words.notRun(), right - x - text * 2, text);
  return { x, width: right - x, hidden, word: centred(word, (x + right) / 2, (top + bottom) / 2, text) };
}

/** A word in the middle of a box; where the head would cut it, in the middle of the larger part beside the head. */
function wordBeside(
  head: number,
  left: number,
  right: number,
  lengths: Lengths,
  middle: number,
  text: number,
  air: number,
): PlacedText | null {
  const word = centred(fitting(lengths, right - left - air * text, text), (left + right) / 2, middle, text);
  if (word === null || !isCut(word, head, text)) return word;
  const [start, end] = head - left > right - head ? [left, head] : [head, right];
  return centred(fitting(lengths, end - start - text, text), (start + end) / 2, middle, text);
}

function centred(text: string | null, x: number, middle: number, size: number): PlacedText | null {
  if (text === null) return null;
  const half = widthOf(text, size) / 2;
  return { text, x, y: baseline(middle, 0, size), anchor: 'middle', left: x - half, right: x + half };
}
