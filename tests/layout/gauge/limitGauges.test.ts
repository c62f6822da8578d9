// What limits do to a container is drawn over its box, to scale, and hides no word.
import { describe, expect, it } from 'vitest';
import { cellGap } from '../../../src/layout/gauge/cpuGauge';
import { layoutLimits, type LimitScene } from '../../../src/layout/gauge/limitGauges';
import { underLimits } from '../../../src/layout/gauge/memoryLimits';
import { allWords } from '../../../src/layout/label/allWords';
import { bottom, overlaps, right } from '../../../src/layout/rect';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import { CORE, createRun, GIBIBYTE, type BoxSpec } from '../../../src/sim';
import { stageWords } from '../../../src/words';
import { limitsTold, limitWords } from '../../../src/words/limitGauges';
import { hostB, scenario } from '../../fixtures/worlds';

function container(name: string, cores: number, spec: BoxSpec['spec'] = {}): BoxSpec {
  const program = { memoryBytes: GIBIBYTE, cpuMicro: cores * CORE };
  return { kind: 'container', name, spec, holds: [{ kind: 'process', name, spec: program }] };
}

const host = (holds: readonly BoxSpec[]): BoxSpec => ({
  kind: 'host',
  name: 'h',
  spec: { cores: 4, memoryBytes: 16 * GIBIBYTE },
  holds: [{ kind: 'kernel', name: 'h', holds }],
});

function drawn(box: BoxSpec, size = { width: 1000, height: 420 }) {
  const view = createRun(scenario([box])).view();
  const scene = layoutStage(view, size, { words: stageWords });
  return { scene, gauges: layoutLimits(scene, view, limitWords) };
}

const of = (gauges: readonly LimitScene[], name: string) =>
  gauges.find(({ container: id }) => id === `container/${name}`);
const says = (gauge: LimitScene | undefined) =>
  gauge?.labels.map(({ lines }) => lines.map(({ text }) => text).join(' ')) ?? [];

describe('over a container', () => {
  it('a line stands where memory.high is, to scale, with its word', () => {
    const { scene, gauges } = drawn(host([container('a', 0, { memoryHighBytes: 2 * GIBIBYTE })]));
    const box = scene.boxes.find(({ id }) => id === 'container/a')!;
    const [line] = of(gauges, 'a')!.line;
    expect(bottom(box.exact) - line!.y).toBeCloseTo(2 * box.exact.height, 3);
    expect(says(of(gauges, 'a'))).toEqual(['memory.high 2 GiB']);
  });

  it('cores that it wants are filled as far as it gets them, with the weight that divides them', () => {
    const { gauges } = drawn(host([container('a', 4), container('b', 12, { weight: 300 })]));
    const used = (name: string) => of(gauges, name)!.cells.reduce((sum, cell) => sum + cell.used, 0);
    expect([of(gauges, 'a')!.cells.length, of(gauges, 'b')!.cells.length]).toEqual([4, 12]);
    expect([used('a'), used('b')]).toEqual([1, 3]);
    expect(says(of(gauges, 'b'))).toEqual(['3 cores, wants 12, weight 300']);
  });

  it.each([1400, 1000, 700, 336])('a core is as wide over each, %i px', (width) => {
    const { gauges } = drawn(
      host([container('a', 4), container('b', 12, { weight: 300 }), container('c', 1)]),
      {
        width,
        height: 420,
      },
    );
    const spans = gauges.map(({ cells }) => right(cells.at(-1)!.rect) - cells[0]!.rect.x);
    const [a, b, c] = spans.map((span) => span + cellGap);
    expect([b! / a!, a! / c!]).toEqual([expect.closeTo(3, 6), expect.closeTo(4, 6)]);
  });

  it('all bars of a row climb where a count takes the place of one: what is compared stays on one line', () => {
    const box = host([container('a', 4), container('b', 12, { weight: 300 })]);
    const view = createRun(scenario([box])).view();
    const scene = layoutStage(view, { width: 1000, height: 420 }, { words: stageWords });
    const feet = (gauges: readonly LimitScene[]) =>
      gauges.flatMap(({ cells }) => cells.slice(0, 1).map(({ rect }) => bottom(rect)));
    const free = feet(layoutLimits(scene, view, limitWords));
    const { drawn: under } = scene.boxes.find(({ id }) => id === 'container/a')!;
    const pill = { x: under.x + 2, y: under.y - 20, width: 90, height: 22 };
    const [a, b] = feet(layoutLimits(scene, view, limitWords, [pill]));
    expect(a).toBeLessThan(free[0]!);
    expect(b).toBe(a);
  });

  it('a quota is told apart from a weight: a period with the part in which it runs', () => {
    const { gauges } = drawn(host([container('a', 4, { cpuLimitMicro: CORE })]));
    const { period } = of(gauges, 'a')!;
    expect(period!.runs.width * 3).toBeCloseTo(period!.stopped.width, 6);
    expect(right(period!.runs)).toBe(period!.stopped.x);
    expect(says(of(gauges, 'a'))).toEqual(['1 core, wants 4, quota 1 core', 'runs 25 ms, stopped 75 ms']);
  });

  it('is larger, with its words, on a host that is drawn high: there it would be the smallest thing', () => {
    const box = host([container('a', 4, { cpuLimitMicro: CORE })]);
    const [low, high] = [340, 800].map((height) => of(drawn(box, { width: 1400, height }).gauges, 'a')!);
    const [[small], [large]] = [low!.cells, high!.cells];
    expect(large!.rect.height).toBeGreaterThan(1.5 * small!.rect.height);
    expect(large!.rect.width).toBeGreaterThan(1.5 * small!.rect.width);
    expect(high!.labels[0]!.size).toBeGreaterThan(1.5 * low!.labels[0]!.size);
    expect(large!.rect.x).toBeCloseTo(high!.period!.runs.x, 6);
  });

  it('a memory limit is a line, as far above the ground as its area is memory', () => {
    const { scene, gauges } = drawn(host([container('a', 0, { memoryLimitBytes: 2 * GIBIBYTE })]));
    const box = scene.boxes.find(({ id }) => id === 'container/a')!.exact;
    const { limit } = of(gauges, 'a')!;
    expect(bottom(box) - limit!.y).toBeCloseTo(2 * box.height, 1);
    expect(says(of(gauges, 'a'))).toEqual(['limit 2 GiB']);
  });

  it('what is said over the bar of a container begins where the bar does', () => {
    const box = host([container('a', 12, { memoryLimitBytes: 2 * GIBIBYTE }), container('b', 4)]);
    const view = createRun(scenario([box])).view();
    const scene = layoutStage(view, { width: 1000, height: 420 }, { words: stageWords });
    for (const { cells, labels } of layoutLimits(scene, view, limitWords)) {
      const said = labels.find(({ key }) => key.startsWith('cpu '));
      expect(said!.rect.x).toBeCloseTo(cells[0]!.rect.x, 5);
    }
    expect(limitsTold(view.get('container/a')!, view).length).toBeGreaterThan(1);
  });

  it.each([336, 700])(
    'what divides the cores is told where the box is narrow, too: in two lines, %i px',
    (width) => {
      const box = host([container('a', 4, { cpuLimitMicro: CORE }), container('b', 12, { weight: 300 })]);
      const { gauges } = drawn(box, { width, height: 420 });
      expect(says(of(gauges, 'a'))[0]).toBe('1 core, wants 4, quota 1 core');
      expect(says(of(gauges, 'b'))[0]).toBe('3 cores, wants 12, weight 300');
    },
  );

  it('nothing else is told between what is said of a bar and that, nor on the line of a limit', () => {
    const spec = { cpuLimitMicro: CORE, memoryLimitBytes: 2 * GIBIBYTE };
    for (const width of [336, 700, 1000, 1483]) {
      const view = createRun(scenario([host([container('a', 4, spec), container('b', 0)])])).view();
      const scene = layoutStage(view, { width, height: 420 }, { words: stageWords, late: allWords });
      const free = scene.labels.find(({ role }) => role === 'free')!.rect;
      for (const { limit, cells, labels } of layoutLimits(scene, view, limitWords)) {
        const top = Math.min(limit!.y - scene.textSize, ...labels.map(({ rect }) => rect.y));
        const left = { x: limit!.x, width: limit!.width, y: top, height: bottom(cells[0]!.rect) - top };
        expect(overlaps(left, free)).toBe(false);
      }
    }
  });

  it('a memory limit keeps its word where a count stands under it', () => {
    const box = host([container('a', 0, { memoryLimitBytes: 4 * GIBIBYTE })]);
    const view = createRun(scenario([box])).view();
    const scene = layoutStage(view, { width: 1000, height: 420 }, { words: stageWords });
    const [{ limit }] = layoutLimits(scene, view, limitWords) as [LimitScene];
    const { drawn: under } = scene.boxes.find(({ id }) => id === 'container/a')!;
    const count = { ...under, y: limit!.y + 4, height: under.y - limit!.y - 4 };
    const [{ labels }] = layoutLimits(scene, view, limitWords, [count]) as [LimitScene];
    expect(labels.map(({ key, rect }) => [key, bottom(rect) < limit!.y])).toEqual([
      ['limit container/a', true],
    ]);
  });

  it('a memory limit goes through no word', () => {
    const { scene, gauges } = drawn(host([container('a', 0, { memoryLimitBytes: 8 * GIBIBYTE })]));
    const { limit, line } = of(gauges, 'a')!;
    const free = scene.labels.find(({ role }) => role === 'free')!.rect;
    expect(free.y < limit!.y && limit!.y < bottom(free)).toBe(true);
    expect(line).toHaveLength(2);
    for (const part of line) expect(overlaps({ ...part, y: part.y - 1, height: 2 }, free)).toBe(false);
    expect([line[0]!.x, right(line[1]!)]).toEqual([limit!.x, right(limit!)]);
  });

  it('what the host has free is not said between a container and its limit', () => {
    const box = host([container('a', 0, { memoryLimitBytes: 4 * GIBIBYTE }), container('b', 0)]);
    const view = createRun(scenario([box])).view();
    for (const width of [1000, 700, 328]) {
      const scene = layoutStage(view, { width, height: 420 }, { words: stageWords, late: allWords });
      const { rect } = scene.labels.find(({ role }) => role === 'free')!;
      const [host] = scene.hosts;
      const under = underLimits(scene.boxes, host!, view);
      expect(under).toHaveLength(1);
      expect(overlaps(rect, under[0]!), `${width} px`).toBe(false);
    }
  });

  it('the limit stands on what it killed, beside the words there', () => {
    const run = createRun(
      scenario([host([container('a', 0, { memoryLimitBytes: 2 * GIBIBYTE }), container('b', 0)])]),
    );
    run.do({ name: 'use-memory', target: 'process/a', args: { bytes: 3 * GIBIBYTE } });
    const view = run.view();
    expect(view.get('container/a')!.context['oomKilled']).toBe(true);
    const scene = layoutStage(view, { width: 1000, height: 420 }, { words: stageWords });
    const box = scene.boxes.find(({ id }) => id === 'container/a')!.exact;
    const pill = { x: box.x + 20, y: box.y + box.height / 3 - 12, width: 90, height: 24 };
    const killed = of(layoutLimits(scene, view, limitWords, [pill]), 'a')!;
    expect(bottom(box) - killed.limit!.y).toBeCloseTo((2 * box.height) / 3, 1);
    expect(says(killed)).toEqual(['limit 2 GiB']);
    expect(killed.line).toHaveLength(2);
    expect(killed.cells).toEqual([]);
  });

  it('the cores of one tell that it gets all while one beside it, with another weight, wants nothing', () => {
    const { gauges } = drawn(host([container('a', 4), container('b', 0, { weight: 300 })]));
    expect(of(gauges, 'a')!.cells.reduce((sum, { used }) => sum + used, 0)).toBe(4);
    expect(says(of(gauges, 'a'))).toEqual(['4 cores']);
  });

  it('nothing stands where there is no limit, no other weight and enough for all', () => {
    expect(drawn(hostB).gauges).toEqual([]);
    expect(drawn(host([container('a', 1)])).gauges).toEqual([]);
  });

  it.each([
    { width: 1000, height: 420 },
    { width: 328, height: 300 },
  ])('no gauge lies on a word at $width px', (size) => {
    const spec = { cpuLimitMicro: CORE, memoryLimitBytes: 2 * GIBIBYTE };
    const { scene, gauges } = drawn(host(['a', 'b', 'c'].map((name) => container(name, 4, spec))), size);
    const own = gauges.flatMap(({ cells, period }) => [
      ...cells.map(({ rect }) => rect),
      ...(period ? [period.runs, period.stopped] : []),
    ]);
    const words = [...scene.labels, ...gauges.flatMap(({ labels }) => labels)];
    expect(own.length).toBeGreaterThan(0);
    for (const rect of own)
      for (const label of words) expect(overlaps(rect, label.rect), label.key).toBe(false);
  });
});
