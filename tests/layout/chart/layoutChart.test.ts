// Charts of every kind, at every width they are shown in: nothing overlaps, nothing is cut, no transition is missing.
import { describe, expect, it } from 'vitest';
import type { ChartBox, ChartScene } from '../../../src/layout/chart/chartScene';
import { layoutChart } from '../../../src/layout/chart/layoutChart';
import { bottom, overlaps, right, type Rect } from '../../../src/layout/rect';
import { textWidth } from '../../../src/layout/text/measure';
import { describe as chartOf, type ChartState } from '../../../src/sim/describe';
import { model } from '../../../src/sim/model';
import { chartNames, humanWords } from '../../../src/words/inspector';

const NAME = 14;
const ROW = 13;
/** A narrow phone, a phone, the panel on a laptop and on a large screen, a tablet. */
const WIDTHS = [288, 328, 345, 430, 700];
const kinds = model.kinds.map(({ kind }) => kind);
const speeches = { human: humanWords, 'the chart’s own': chartNames };

const cases = kinds.flatMap((kind) =>
  WIDTHS.flatMap((width) => Object.keys(speeches).map((speech) => ({ kind, width, speech }))),
);

function sceneOf(kind: string, width: number, speech: string): ChartScene {
  const words = speeches[speech as keyof typeof speeches];
  return layoutChart(chartOf(kind), words, { width, name: NAME, row: ROW });
}

const within = (outer: Rect, inner: Rect) =>
  inner.x >= outer.x && inner.y >= outer.y && right(inner) <= right(outer) && bottom(inner) <= bottom(outer);

const textsOf = (box: ChartBox) => [box.name, ...box.rows.map(({ text }) => text)];
const isAround = (outer: ChartBox, inner: ChartBox) => inner.path.startsWith(`${outer.path}.`);

/** Every way of a chart, as the row that must stand for it. */
function rowsOf(state: ChartState): string[] {
  const own = state.ways.map(
    ({ on, guard, to, does }) => `${state.path}>${to ?? `:${does.join(' ')}`} ${on} ${guard ?? ''}`,
  );
  return [...own, ...state.states.flatMap(rowsOf)];
}

/** Every state of a chart; what holds in all of them is a box of its own where there is such a thing. */
const pathsOf = ({ path, ways, states }: ChartState): string[] => [
  ...(path !== '' || ways.length > 0 ? [path] : []),
  ...states.flatMap(pathsOf),
];

describe.each(cases)('the chart of a $kind, $width px wide, in $speech words', ({ kind, width, speech }) => {
  const scene = sceneOf(kind, width, speech);

  it('has every state and every transition', () => {
    const chart = chartOf(kind);
    expect(scene.boxes.map(({ path }) => path).sort()).toEqual(pathsOf(chart).sort());
    const drawn = scene.boxes.flatMap(({ rows }) =>
      rows.flatMap(({ key, ways }) => ways.map(({ on, guard }) => `${key} ${on} ${guard ?? ''}`)),
    );
    expect(drawn.sort()).toEqual(rowsOf(chart).sort());
  });

  it('does not say of one case what leads to the same in any case', () => {
    const words = speeches[speech as keyof typeof speeches];
    for (const { rows } of scene.boxes)
      for (const { ways, text } of rows)
        for (const way of ways)
          if (way.guard !== null && ways.some(({ on, guard }) => on === way.on && guard === null))
            expect(text.lines.join(' ')).not.toContain(words.event(way));
  });

  it('keeps boxes apart or inside each other, and all of it in its width', () => {
    scene.boxes.forEach((box, at) => {
      expect(within({ x: 0, y: 0, width, height: scene.height }, box), box.path).toBe(true);
      for (const other of scene.boxes.slice(at + 1)) {
        const fits = isAround(box, other) ? within(box, other) : !overlaps(box, other);
        expect(fits, `${box.path} and ${other.path}`).toBe(true);
      }
    });
  });

  it('keeps texts in their box, out of inner boxes, apart from each other, and wide enough', () => {
    for (const box of scene.boxes) {
      const texts = textsOf(box);
      const inner = scene.boxes.filter((other) => isAround(box, other));
      texts.forEach((text, at) => {
        expect(within(box, text.room), text.lines.join(' ')).toBe(true);
        const others = [...texts.slice(at + 1).map(({ room }) => room), ...inner];
        expect(others.filter((other) => overlaps(text.room, other))).toEqual([]);
        const [size, weight] = at === 0 ? ([NAME, 700] as const) : ([ROW, 400] as const);
        for (const line of text.lines)
          expect(textWidth(line, size, weight), line).toBeLessThanOrEqual(text.room.width);
      });
    }
  });

  it('says a transition on one line, or breaks it before its arrow and sets the rest in', () => {
    for (const { to, text } of scene.boxes.flatMap(({ rows }) => rows)) {
      expect(text.hanging > 0).toBe(text.lines.length > 1);
      if (to === null || text.lines.length === 1) continue;
      expect(text.lines.filter((line) => line.includes('→')).every((line) => line.startsWith('→ '))).toBe(
        true,
      );
    }
  });

  it('says of what stays what each event does, and of no event what another does', () => {
    for (const { to, ways } of scene.boxes.flatMap(({ rows }) => rows)) {
      if (to !== null) continue;
      expect(new Set(ways.map(({ does }) => does.join(' '))).size).toBe(1);
    }
  });

  it('leads every wire from its row to its state, right of all boxes, and shares no track', () => {
    const edge = Math.max(...scene.boxes.map(right));
    const upright = new Map<number, { to: string; top: number; bottom: number }[]>();
    for (const box of scene.boxes)
      for (const { to, wire, text } of box.rows) {
        if (to === null) {
          expect(wire).toBeNull();
          continue;
        }
        const [, x = 0, y = 0, track = 0, end = 0, tip = 0] =
          /^M([\d.]+) ([\d.]+)H.*Q([\d.]+) .*V.*Q[\d.]+ ([\d.]+) .*H([\d.]+)$/
            .exec(wire?.path ?? '')
            ?.map(Number) ?? [];
        const target = scene.boxes.find(({ path }) => path === to)!;
        expect(x).toBe(right(box));
        expect(y).toBeGreaterThan(text.room.y);
        expect(y).toBeLessThan(bottom(text.room));
        expect([tip, end]).toEqual([right(target), target.name.room.y + (NAME * 1.3) / 2]);
        expect(track).toBeGreaterThan(edge);
        expect(track).toBeLessThan(width);
        const here = upright.get(track) ?? [];
        upright.set(track, [...here, { to, top: Math.min(y, end), bottom: Math.max(y, end) }]);
      }
    for (const wires of upright.values())
      for (const one of wires)
        for (const other of wires)
          if (one.to !== other.to) expect(one.top < other.bottom && other.top < one.bottom).toBe(false);
  });
});
