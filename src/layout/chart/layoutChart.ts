// Places a chart in a column that is readable on a phone: states below each other, what leads out of them as text
// inside, and wires in a gutter to the right, one track for each state that is led to.
import type { ChartState, ChartWay } from '../../sim/describe';
import { ascent, breakLines, lineHeight } from '../text/measure';
import type { Weight } from '../text/metrics';
import type { ChartBox, ChartRow, ChartScene, ChartStyle, ChartText, Wire } from './chartScene';
import type { ChartWords } from './chartWords';
import { assignTracks, type Span } from './tracks';

/** Distances, px. */
const pad = 8;
const gap = 8;
const inset = 8;
const trackGap = 7;
/** From the boxes to the first track, and from the last track to the edge. */
const gutter = 12;
const corner = 3;
/** Room of the arrow before an initial state's name. */
const begin = 14;
/** How far further lines of a way are set in, and from one way to the next. */
const hanging = 10;
const apart = 3;
/** Where a way that takes more than a line is broken first: its arrow stands before what it leads to. */
const ARROW = / (?=→ )/;

interface Row {
  readonly to: string | null;
  readonly ways: readonly ChartWay[];
}

/** What is placed, before its wires are. */
interface Placed {
  readonly box: Omit<ChartBox, 'rows'>;
  readonly rows: readonly (Omit<ChartRow, 'wire'> & { readonly y: number })[];
  /** Height of the middle of its name: where wires end. */
  readonly entry: number;
}

/** Key of the row that stands for a way out of a state: by where it leads, or by what is done where it stays. */
export function rowKey(from: string, { to, does }: Pick<ChartWay, 'to' | 'does'>): string {
  return `${from}>${to ?? `:${does.join(' ')}`}`;
}

/**
 * Ways that lead to the same state, in the order in which the chart names them; those that stay come last, together
 * where they do the same.
 */
function rowsOf(ways: readonly ChartWay[]): Row[] {
  const rows = new Map<string, ChartWay[]>();
  for (const way of ways) {
    const key = rowKey('', way);
    rows.set(key, [...(rows.get(key) ?? []), way]);
  }
  const all = [...rows.values()].flatMap((some) => (some[0] ? [{ to: some[0].to, ways: some }] : []));
  return [...all.filter(({ to }) => to !== null), ...all.filter(({ to }) => to === null)];
}

function rowText({ to, ways }: Row, words: ChartWords): string {
  // What leads there in any case is not said again of one case.
  const isAnyway = ({ on }: ChartWay) => ways.some((way) => way.on === on && way.guard === null);
  const told = ways.filter((way) => way.guard === null || !isAnyway(way));
  const events = [...new Set(told.map((way) => words.event(way)))];
  if (to !== null) return words.leads(events, words.state(to));
  const does = ways[0]?.does ?? [];
  return words.stays(
    events,
    does.map((name) => words.action(name)),
  );
}

function placeText(
  text: string,
  { x, y, width, size, weight }: { x: number; y: number; width: number; size: number; weight: Weight },
): ChartText {
  const lines = breakLines(text, size, weight, width) ?? [text];
  const room = { x, y, width, height: lines.length * size * lineHeight };
  return { x, y: y + size * ascent, lines, hanging: 0, room };
}

/** A way: on one line, or broken before its arrow, all lines after the first set in. */
function placeWay(text: string, at: Parameters<typeof placeText>[1]): ChartText {
  const whole = placeText(text, at);
  if (whole.lines.length === 1) return whole;
  const width = at.width - hanging;
  const lines = text.split(ARROW).flatMap((part) => breakLines(part, at.size, at.weight, width) ?? [part]);
  const room = { ...whole.room, height: lines.length * at.size * lineHeight };
  return { ...whole, lines, hanging, room };
}

/** Boxes in a column as wide as `width`. */
function stack(chart: ChartState, words: ChartWords, style: ChartStyle, width: number): Placed[] {
  const placed: Placed[] = [];
  let y = 1;

  function place(
    state: ChartState,
    depth: number,
    isInitial: boolean,
    children: readonly ChartState[],
  ): void {
    const x = 1 + depth * inset;
    const right = width - 1 - depth * inset;
    const top = y;
    const left = x + pad;
    const room = right - pad - left;
    const shift = isInitial ? begin : 0;
    const title = state.path === '' ? words.anywhere : words.state(state.path);
    const nameAt = { x: left + shift, y: top + pad / 2, width: room - shift, size: style.name };
    const name = placeText(title, { ...nameAt, weight: 700 });
    y = name.room.y + name.room.height;
    const rows = rowsOf(state.ways).map((row) => {
      const text = placeWay(rowText(row, words), { x: left, y, width: room, size: style.row, weight: 400 });
      y += text.room.height + apart;
      const middle = text.room.y + (style.row * lineHeight) / 2;
      const key = row.ways[0] ? rowKey(state.path, row.ways[0]) : state.path;
      return { key, to: row.to, ways: row.ways, text, y: middle };
    });
    const at = placed.length;
    y += pad / 2;
    for (const child of children) {
      y += at === placed.length ? 0 : gap / 2;
      place(child, depth + 1, child.path === state.initial, child.states);
    }
    if (children.length > 0) y += pad / 2;
    const box = { path: state.path, x, y: top, width: right - x, height: y - top, name, isInitial };
    placed.splice(at, 0, { box, rows, entry: name.room.y + (style.name * lineHeight) / 2 });
  }

  if (chart.ways.length > 0) {
    place(chart, 0, false, []);
    y += gap;
  }
  for (const state of chart.states) {
    place(state, 0, state.path === chart.initial, state.states);
    y += gap;
  }
  return placed;
}

/** How far up and down the wires to each state reach. */
function spansOf(placed: readonly Placed[]): Span[] {
  return placed.flatMap(({ box: { path }, entry }) => {
    const from = placed.flatMap(({ rows }) => rows.filter(({ to }) => to === path).map(({ y }) => y));
    if (path === '' || from.length === 0) return [];
    return [{ to: path, top: Math.min(entry, ...from), bottom: Math.max(entry, ...from) }];
  });
}

function wireOf(from: { x: number; y: number }, track: number, to: { x: number; y: number }): Wire {
  const down = to.y > from.y ? 1 : -1;
  const bend = Math.min(corner, Math.abs(to.y - from.y) / 2);
  const turn = (x: number, y: number, toX: number, toY: number) => `Q${x} ${y} ${toX} ${toY}`;
  const path = [
    `M${from.x} ${from.y}H${track - bend}`,
    turn(track, from.y, track, from.y + bend * down),
    `V${to.y - bend * down}`,
    turn(track, to.y, track - bend, to.y),
    `H${to.x}`,
  ].join('');
  return { path, tip: to };
}

/** Adds the wires to what was placed in a column of that width. */
function wired(placed: readonly Placed[], tracks: ReadonlyMap<string, number>, width: number): ChartBox[] {
  const byPath = new Map(placed.map((each) => [each.box.path, each]));
  return placed.map(({ box, rows }) => ({
    ...box,
    rows: rows.map(({ y, ...row }) => {
      const target = row.to === null ? undefined : byPath.get(row.to);
      const track = tracks.get(row.to ?? '');
      if (target === undefined || track === undefined) return { ...row, wire: null };
      const from = { x: box.x + box.width, y };
      const to = { x: target.box.x + target.box.width, y: target.entry };
      return { ...row, wire: wireOf(from, width + gutter + track * trackGap, to) };
    }),
  }));
}

/** A chart in a column. The more wires lie beside each other, the narrower its boxes are. */
export function layoutChart(chart: ChartState, words: ChartWords, style: ChartStyle): ChartScene {
  for (let tracks = 1; ; tracks += 1) {
    const width = style.width - gutter - (tracks - 1) * trackGap - gutter / 2;
    const placed = stack(chart, words, style, width);
    const assigned = assignTracks(spansOf(placed));
    if (Math.max(-1, ...assigned.values()) >= tracks) continue;
    const boxes = wired(placed, assigned, width);
    const height = Math.max(...boxes.map((box) => box.y + box.height)) + 1;
    return { width: style.width, height, boxes };
  }
}
