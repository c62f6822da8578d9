// What each VM gets is drawn to scale in its room, and hides neither a word nor what stands there.
import { describe, expect, it } from 'vitest';
import { scenario as guests } from '../../../lessons/03-what-a-guest-os-costs/scenario';
import { allWords } from '../../../src/layout/label/allWords';
import { layoutGauges, type GaugeScene } from '../../../src/layout/gauge/layoutGauges';
import { bottom, contains, overlaps, right } from '../../../src/layout/rect';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import { createRun, CORE, GIBIBYTE, MEBIBYTE, SECOND, type BoxSpec, type Run } from '../../../src/sim';
import { stageWords } from '../../../src/words';
import { gaugeWords } from '../../../src/words/gauges';
import { runAfter } from '../../fixtures/lessonViews';
import { copy, hostA, hostB, scenario, vm } from '../../fixtures/worlds';
import { stageIn } from '../lessonStages';

const size = { width: 1000, height: 540 };

function drawn(run: Run, at = size) {
  const view = run.view();
  const scene = layoutStage(view, at, { words: stageWords });
  return { scene, ...layoutGauges(scene, view, gaugeWords) };
}

const of = (gauges: readonly GaugeScene[], id: string) => gauges.find((gauge) => gauge.vm === id)!;
const says = ({ labels }: GaugeScene) => labels.map(({ lines }) => lines.map(({ text }) => text).join(' '));

/** Three VMs of four virtual CPUs on eight cores: two want all of theirs, one has a weight of two. */
const busy: BoxSpec = {
  kind: 'host',
  name: 'busy',
  holds: [
    {
      kind: 'hypervisor',
      name: 'kvm',
      spec: { product: 'kvm' },
      holds: [1, 2, 3].map((number) =>
        vm(`vm-${number}`, [copy(`cart-${number}`, { cpuMicro: 4 * CORE })], {
          vcpus: 4,
          weight: number === 1 ? 512 : 256,
        }),
      ),
    },
  ],
};

/** A host whose VMs, with a copy in each, were promised more than there is. */
const overcommitted = (name: string, memoryBytes: number, swapBytes: number, vms: number): BoxSpec => ({
  kind: 'host',
  name,
  spec: { memoryBytes },
  holds: [
    {
      kind: 'hypervisor',
      name: 'esxi',
      spec: { product: 'esxi', overcommit: true, swapBytes },
      holds: Array.from({ length: vms }, (_, at) => vm(`vm-${at + 1}`, [copy(`buy-${at + 1}`)])),
    },
  ],
});

/** Two VMs, one of which has freed what it had. */
const promised = overcommitted('small', 6 * GIBIBYTE, 4 * GIBIBYTE, 2);

describe('virtual CPUs', () => {
  it('are cells that fill with what the VM gets, and hollow where it would run and may not', () => {
    const { gauges } = drawn(createRun(scenario([busy])));
    const [first, second] = [of(gauges, 'vm/vm-1'), of(gauges, 'vm/vm-2')];
    const sum = (cells: GaugeScene['cells'], part: 'used' | 'stolen') =>
      cells.reduce((total, cell) => total + cell[part], 0);
    expect(first.cells).toHaveLength(4);
    expect([sum(first.cells, 'used'), sum(first.cells, 'stolen')]).toEqual([4, 0]);
    expect([sum(second.cells, 'used'), sum(second.cells, 'stolen')]).toEqual([2, 2]);
    expect(says(first)).toEqual(['4 cores']);
    expect(says(second)).toEqual(['2 of 4 cores']);
  });

  it('have their figures in all VMs that get the same, or in none', () => {
    const run = createRun(scenario([hostA, hostB]));
    const { scene, gauges } = drawn(run);
    const figures = (all: readonly GaugeScene[]) => all.flatMap(says).filter((text) => /core/.test(text));
    expect(figures(gauges)).toHaveLength(6);
    // A count of what fell stands where one of them would.
    const [label] = of(gauges, 'vm/vm-3').labels;
    const pill = { ...label!.rect, height: 200 };
    expect(figures(layoutGauges(scene, run.view(), gaugeWords, [pill]).gauges)).toEqual([]);
  });

  it('are not drawn for what is off, and for nothing but VMs', () => {
    const run = createRun(scenario([hostA, hostB]));
    run.do({ name: 'stop-vm', target: 'vm/vm-3' });
    expect(drawn(run).gauges.map(({ vm: id }) => id)).toEqual(
      [1, 2, 4, 5, 6].map((number) => `vm/vm-${number}`),
    );
  });
});

describe('memory', () => {
  const give = (run: Run, number: number, bytes: number) =>
    run.do({ name: 'use-memory', target: `process/buy-${number}`, args: { bytes } });

  it('that a guest freed is still held, until its balloon gives it back; what is missing is swapped', () => {
    const run = createRun(scenario([promised]));
    give(run, 1, 3 * GIBIBYTE);
    give(run, 1, 512 * MEBIBYTE);
    const room = drawn(run).scene.boxes.find(({ id }) => id === 'vm/vm-1')!.exact;
    const perByte = room.height / (4 * GIBIBYTE);
    const freed = of(drawn(run).gauges, 'vm/vm-1').pieces;
    expect(freed.map(({ kind }) => kind)).toEqual(['freed']);
    expect(freed[0]!.rect.height).toBeCloseTo(2.5 * GIBIBYTE * perByte, 3);

    give(run, 2, 3 * GIBIBYTE);
    run.seek(SECOND);
    const { gauges, notes } = drawn(run);
    const kinds = of(gauges, 'vm/vm-1').pieces.map(({ kind }) => kind);
    expect(kinds).toContain('freed');
    expect(kinds).toContain('balloon');
    const swapped = gauges.flatMap(({ pieces }) => pieces.filter(({ kind }) => kind === 'swapped'));
    expect(swapped.length).toBeGreaterThan(0);
    const said = [...gauges.flatMap(({ labels }) => labels), ...notes];
    expect(said.flatMap(({ lines }) => lines.map(({ text }) => text)).join()).toMatch(/swapped/);

    run.seek(60 * SECOND);
    const after = of(drawn(run).gauges, 'vm/vm-1').pieces;
    const balloon = after.find(({ kind }) => kind === 'balloon')!;
    expect(balloon.bytes).toBe(run.view().get('vm/vm-1')!.context['balloonBytes']);
    expect(contains(room, balloon.rect)).toBe(true);
  });
});

describe('what is drawn of memory', () => {
  const stages = [
    { width: 663, height: 325 },
    { width: 1008, height: 340 },
    { width: 1483, height: 553 },
    { width: 328, height: 0 },
  ];
  const seconds = [10, 20, 30, 40, 60, 120];
  /** While balloons are small and much is swapped out: on narrow stages the header alone tells how much. */
  const short = 28.4;

  it.each(stages)('has a word for each kind, in it or with a line to it (%o)', (stage) => {
    const unnamed = ['night-job', 'morning'].flatMap((world) => {
      const run = createRun({ id: world, seed: 3, world: guests.worlds[world]! });
      return [...(stage.width > 1000 ? [short] : []), ...seconds].flatMap((at) => {
        run.seek(at * SECOND);
        const scene = stageIn(run.view(), stage, allWords);
        const { gauges, notes } = layoutGauges(scene, run.view(), gaugeWords);
        const all = gauges.flatMap(({ pieces }) => pieces);
        const kinds = new Set(all.filter(({ rect }) => rect.height >= 4).map(({ kind }) => kind));
        const labels = [...gauges.flatMap((each) => each.labels), ...notes];
        return [...kinds]
          .filter((kind) => {
            const rects = all.filter((piece) => piece.kind === kind).map(({ rect }) => rect);
            return !labels.some(({ key, rect, leaders }) => {
              const end = leaders[0]?.at(-1);
              const meant = end ? { ...end, width: 0, height: 0 } : rect;
              return key.startsWith(`${kind} `) && rects.some((each) => overlaps(each, meant));
            });
          })
          .map((kind) => `${kind} in ${world} at ${at} s`);
      });
    });
    expect(unnamed).toEqual([]);
  });
});

it.each([size, { width: 1400, height: 700 }, { width: 336, height: 0 }])(
  'hides no word and stays in its room (%o)',
  (stage) => {
    for (const boxes of [[hostA, hostB], [busy], [promised]]) {
      const { scene, gauges, notes } = drawn(createRun(scenario(boxes)), stage);
      for (const { vm: id, cells, labels } of gauges) {
        const room = scene.boxes.find((box) => box.id === id)!.drawn;
        for (const { rect } of cells) {
          expect(rect.x).toBeGreaterThanOrEqual(room.x);
          expect(right(rect)).toBeLessThanOrEqual(right(room));
          expect(bottom(rect)).toBeLessThanOrEqual(bottom(room));
          for (const label of scene.labels) expect(overlaps(rect, label.rect), label.key).toBe(false);
        }
        for (const { rect } of [...labels, ...notes])
          for (const label of scene.labels) expect(overlaps(rect, label.rect), label.key).toBe(false);
      }
    }
  },
);

it('writes nothing on what is taken, such as the count of what fell', () => {
  const run = createRun(scenario([busy]));
  const { scene, gauges } = drawn(run);
  const taken = gauges.flatMap(({ labels }) => labels.map(({ rect }) => rect));
  expect(taken.length).toBeGreaterThan(0);
  const beside = layoutGauges(scene, run.view(), gaugeWords, taken);
  for (const labels of [...beside.gauges.map((each) => each.labels), beside.notes])
    for (const { rect } of labels) expect(taken.some((each) => overlaps(each, rect))).toBe(false);
});

it('draws no cells under what is written, but beside it or not at all', () => {
  const run = createRun(scenario([busy]));
  const { scene, gauges } = drawn(run);
  const cells = gauges.flatMap((gauge) => gauge.cells.map(({ rect }) => rect));
  const { gauges: beside } = layoutGauges(scene, run.view(), gaugeWords, cells);
  const moved = beside.flatMap((gauge) => gauge.cells.map(({ rect }) => rect));
  expect(moved.length).toBeGreaterThan(0);
  for (const rect of moved) expect(cells.some((each) => overlaps(each, rect))).toBe(false);
});

/** Twelve VMs on a host that has room for less: the first six have freed what the others then took. */
const twelve = overcommitted('full', 32 * GIBIBYTE, 32 * GIBIBYTE, 12);

it('notes stand near what they are about, apart from each other, across no edge, and with a unit', () => {
  const run = createRun(scenario([twelve]));
  const use = (from: number, bytes: number) => {
    for (let at = from; at < from + 6; at++)
      run.do({ name: 'use-memory', target: `process/buy-${at}`, args: { bytes } });
  };
  use(1, 3 * GIBIBYTE);
  use(1, 512 * MEBIBYTE);
  use(7, 3 * GIBIBYTE);
  for (const seconds of [1, 3, 6, 60]) {
    run.seek(seconds * SECOND);
    const view = run.view();
    for (const [width, height, type] of [
      [640, 240, 13],
      [1000, 540, 13],
      [1870, 420, 24],
    ] as const) {
      const text = { size: type, smallest: Math.min(type, 20) };
      const scene = layoutStage(view, { width, height }, { words: stageWords, text });
      for (const { vm, cells, labels, pieces } of layoutGauges(scene, view, gaugeWords).gauges) {
        const room = scene.boxes.find(({ id }) => id === vm)!.drawn;
        const aside = [cells[0]!.rect.x - room.x, right(room) - right(cells.at(-1)!.rect)] as const;
        expect(aside[0], vm).toBeCloseTo(aside[1], 0);
        const end = Math.max(...cells.map(({ rect }) => bottom(rect)));
        for (const { key, rect, size: own, lines } of labels.filter(({ key }) => key.startsWith('cpu'))) {
          expect(rect.y - end, key).toBeLessThan(3 * own);
          expect(lines.map(({ text }) => text).join(' ')).toMatch(/cores?$/);
        }
        for (const [at, { rect, size: own }] of labels.entries())
          for (const other of labels.slice(at + 1))
            expect(overlaps({ ...rect, y: rect.y - own / 2, height: rect.height + own }, other.rect)).toBe(
              false,
            );
        for (const { rect } of labels)
          for (const piece of pieces.filter(({ kind }) => kind === 'freed' || kind === 'balloon'))
            expect(rect.y < piece.rect.y && bottom(rect) > piece.rect.y).toBe(false);
      }
    }
  }
});

it('says the same of VMs alike, on one line, whatever else is written over some of them', async () => {
  const { gauges } = drawn(await runAfter(3, 3), { width: 1483, height: 553 });
  const alike = gauges.slice(0, 6);
  const said = (key: string) =>
    alike.flatMap(({ labels }) => labels.filter((label) => label.key.startsWith(key)));
  expect(new Set(said('cpu').map(({ rect }) => rect.y)).size).toBe(1);
  expect(said('balloon')).toHaveLength(6);
  // Of those that took as much, on one line too.
  expect(new Set(said('balloon').map(({ rect }) => Math.round(rect.y))).size).toBe(2);
  expect(said('freed')).toHaveLength(4);
});

it('shows what each of six narrow VMs of a phone gets, whatever their programs are called', async () => {
  const view = (await runAfter(2, 1)).view();
  const scene = stageIn(view, { width: 328, height: 0 }, allWords);
  const cells = layoutGauges(scene, view, gaugeWords).gauges.map((gauge) => gauge.cells);
  expect(cells.map(({ length }) => length)).toEqual([2, 2, 2, 2, 2, 2]);
  expect(new Set(cells.flat().map(({ rect }) => rect.y)).size).toBe(1);
  const named = scene.labels.flatMap(({ of, role }) => (role === 'name' ? of : []));
  expect(named).toEqual(expect.arrayContaining(['process/a-cart-1', 'process/a-buy-1']));
});
