// What fell together, with both counts; and nothing of it while a prediction is open.
import { describe, expect, it } from 'vitest';
import { blastIfDown, blastsNow, type Blast, type Command } from '../../../src/sim';
import { fallOrder, layoutOutlines } from '../../../src/layout/outline/layoutOutlines';
import { bottom } from '../../../src/layout/rect';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import { stageWords } from '../../../src/words';
import { references, runOf, sizes } from '../worlds';

function after(...commands: Command[]) {
  return afterOn('both hosts', sizes[0], ...commands);
}

function afterOn(world: string, size: (typeof sizes)[number], ...commands: Command[]) {
  const run = runOf(references[world]!);
  commands.forEach((command, at) => {
    run.seek((at + 1) * 1_000_000);
    run.do(command);
  });
  run.seek(run.head + 1_000_000);
  const view = run.view();
  const scene = layoutStage(view, size, { words: stageWords });
  return { view, scene, blasts: blastsNow(run.facts, run.factsAtHead, view) };
}

const panics: Command[] = [
  { name: 'panic-kernel', target: 'kernel/vm-2' },
  { name: 'panic-kernel', target: 'kernel/host-b' },
];

describe('layoutOutlines', () => {
  it('draws one outline for each box that broke, with its count', () => {
    const { scene, blasts } = after(...panics);
    const outlines = layoutOutlines(scene, { blasts, preview: null, hideOutcome: false }, stageWords);
    expect(outlines.map(({ root, kind, pill }) => [root, kind, pill?.line.text])).toEqual([
      ['kernel/vm-2', 'fell', '1 copy fell'],
      ['kernel/host-b', 'fell', '6 copies fell'],
    ]);
  });

  it('runs around boxes alone: a tab that hangs from a floor would be read as one of them', () => {
    const { scene, blasts } = after(...panics);
    const joined = scene.labels.filter(({ joins, of }) => joins !== null && of[0] === 'kernel/host-b');
    expect(joined).toHaveLength(1);
    const outlines = layoutOutlines(scene, { blasts, preview: null, hideOutcome: false }, stageWords);
    const ys = outlines[1]!.path.match(/-?[\d.]+/g)!.flatMap((each, at) => (at % 2 ? [Number(each)] : []));
    expect(Math.max(...ys)).toBeLessThan(bottom(joined[0]!.rect) - 10);
  });

  it('says of a count of copies on several hosts on how many they are', () => {
    const { view, scene } = after();
    const [left, right] = ['host/host-a', 'host/host-b'].map((id) => blastIfDown(view, id)) as [Blast, Blast];
    const both = { ...left, cause: 1, fell: [...left.fell, ...right.fell], copiesFell: 12 };
    const outlines = layoutOutlines(scene, { blasts: [both], preview: null, hideOutcome: false }, stageWords);
    expect(outlines.map(({ pill }) => pill?.line.text)).toEqual(['12 copies fell, on 2 hosts']);
  });

  it('counts in the same words where one count has to be short', () => {
    const { scene, blasts } = after(...panics);
    const count = (fell: number) =>
      fell === 1 ? `1 copy ${'of many '.repeat(20)}fell` : `${fell} copies fell`;
    const words = { ...stageWords, copiesFell: (fell: number) => [count(fell), `${fell} fell`] };
    const outlines = layoutOutlines(scene, { blasts, preview: null, hideOutcome: false }, words);
    expect(outlines.map(({ pill }) => pill?.line.text)).toEqual(['1 fell', '6 fell']);
  });

  it('says once of a copy that it ended, also when the floor under it breaks later', () => {
    const { scene, blasts } = afterOn(
      'host-a',
      sizes[1],
      { name: 'kill-process', target: 'process/a-cart-1' },
      { name: 'panic-kernel', target: 'kernel/vm-2' },
    );
    const outlines = layoutOutlines(scene, { blasts, preview: null, hideOutcome: false }, stageWords);
    expect(outlines.map(({ root, pill }) => [root, pill?.line.text])).toEqual([
      ['process/a-cart-1', '1 copy exited'],
      ['kernel/vm-2', undefined],
    ]);
  });

  it('outlines a box with all that stands on it when it is asked to, and nothing beside it', () => {
    const { view, scene } = after();
    const asked = { blasts: [], preview: null, outlined: 'kernel/host-b' };
    const [outline, ...more] = layoutOutlines(scene, { ...asked, hideOutcome: false }, stageWords);
    expect(more).toEqual([]);
    expect(outline).toMatchObject({ root: 'kernel/host-b', kind: 'outlined', pill: null });
    const fall = { ...asked, outlined: null, preview: blastIfDown(view, 'kernel/host-b') };
    expect(layoutOutlines(scene, { ...fall, hideOutcome: false }, stageWords)[0]!.path).toBe(outline!.path);
    expect(layoutOutlines(scene, { ...asked, hideOutcome: true }, stageWords)).toEqual([]);
  });

  it('tells a break that took no copy along from one that did', () => {
    const { scene, blasts } = after(...panics);
    const some = blasts.map((blast, at) => (at === 0 ? { ...blast, copiesFell: 0 } : blast));
    const outlines = layoutOutlines(scene, { blasts: some, preview: null, hideOutcome: false }, stageWords);
    expect(outlines.map(({ pill, isSpared }) => [pill?.line.text, isSpared])).toEqual([
      ['no copy fell', true],
      ['6 copies fell', false],
    ]);
    const unstarted = some.map((blast) => ({ ...blast, isNotStarted: true }));
    const input = { blasts: unstarted, preview: null, hideOutcome: false };
    expect(layoutOutlines(scene, input, stageWords).some(({ isSpared }) => isSpared)).toBe(false);
  });

  it('counts what somebody ended without red: no line is around it, and its boxes are off', () => {
    const stop = { name: 'stop-runtime', target: 'runtime/docker-b' };
    const { scene, blasts } = after(panics[0]!, stop);
    const outlines = layoutOutlines(scene, { blasts, preview: null, hideOutcome: false }, stageWords);
    expect(
      outlines.map(({ kind, isSpared, dashes, pill }) => [kind, isSpared, dashes === '', pill?.line.text]),
    ).toEqual([
      ['fell', false, false, '1 copy fell'],
      ['ended', true, true, '6 copies stopped'],
    ]);
    const looks = scene.boxes.filter(({ id }) => blasts[1]!.fell.includes(id)).map(({ look }) => look);
    expect(new Set(looks)).toEqual(new Set(['off']));
    const counts = scene.labels.filter(({ role }) => role === 'serving');
    expect(counts.map(({ tone }) => tone)).toEqual(['fallen', 'ink']);
  });

  it('tells apart two blasts of the same box', () => {
    const { scene, blasts } = after(...panics);
    const second = blasts[1]!;
    const again = [
      { ...second, cause: 7, fell: second.fell.slice(0, 2) },
      { ...second, cause: 9, fell: second.fell.slice(2) },
    ];
    const outlines = layoutOutlines(scene, { blasts: again, preview: null, hideOutcome: false }, stageWords);
    expect(outlines.map(({ root }) => root)).toEqual([second.root, second.root]);
    expect(new Set(outlines.map(({ key }) => key)).size).toBe(2);
  });

  it('previews in other words what would fall', () => {
    const { view, scene } = after();
    const preview = blastIfDown(view, 'hypervisor/xen-a');
    const outlines = layoutOutlines(scene, { blasts: [], preview, hideOutcome: false }, stageWords);
    expect(outlines.map(({ kind, pill }) => [kind, pill?.line.text])).toEqual([
      ['preview', '6 copies would fall'],
    ]);
  });

  it('gives nothing away while the outcome is hidden', () => {
    const { view, scene, blasts } = after(...panics);
    const input = { blasts, preview: blastIfDown(view, 'vm/vm-1'), hideOutcome: true };
    expect(layoutOutlines(scene, input, stageWords)).toEqual([]);
    expect(fallOrder(scene, input).size).toBe(0);
  });

  it('goes around the whole computer when its power is gone', () => {
    const { scene, blasts } = after({ name: 'pull-plug', target: 'host/host-b' });
    const [outline] = layoutOutlines(scene, { blasts, preview: null, hideOutcome: false }, stageWords);
    const { frame, foundation } = scene.hosts[1]!;
    const numbers = outline!.path.match(/-?[\d.]+/g)!.map(Number);
    const ys = numbers.filter((_, at) => at % 2 === 1);
    expect(Math.min(...ys)).toBeCloseTo(frame.y - 3, 0);
    expect(Math.max(...ys)).toBeCloseTo(foundation.y + foundation.height + 3, 0);
  });
});

it.each(sizes)('leaves the floor that something stands on its colour and its words at $width px', (size) => {
  const { view, scene } = afterOn('host-a', size);
  const preview = blastIfDown(view, 'vm/vm-1');
  const [outline] = layoutOutlines(scene, { blasts: [], preview, hideOutcome: false }, stageWords);
  const ys = outline!.path.match(/-?[\d.]+/g)!.filter((_, at) => at % 2 === 1);
  const floor = scene.boxes.find(({ id }) => id === 'hypervisor/xen-a')!;
  expect(Math.max(...ys.map(Number))).toBeLessThanOrEqual(floor.drawn.y);
});

describe('fallOrder', () => {
  it('counts floors from the one that broke', () => {
    const { scene, blasts } = after({ name: 'crash-hypervisor', target: 'hypervisor/xen-a' });
    const order = fallOrder(scene, { blasts, preview: null, hideOutcome: false });
    expect(
      ['hypervisor/xen-a', 'vm/vm-1', 'kernel/vm-1', 'process/a-search-1'].map((id) => order.get(id)),
    ).toEqual([0, 1, 2, 3]);
  });
});

it('counts programs that ended side by side once, and others each by itself', () => {
  const names = after()
    .scene.boxes.filter(({ id, host }) => id.startsWith('process/') && host === 'host/host-b')
    .map(({ id }) => id);
  const killed = [names[0]!, names[1]!, names[4]!];
  const { scene, blasts } = after(...killed.map((target): Command => ({ name: 'kill-process', target })));
  expect(blasts).toHaveLength(3);
  const outlines = layoutOutlines(scene, { blasts, preview: null, hideOutcome: false }, stageWords);
  expect(outlines.map(({ pill }) => pill?.line.text)).toEqual(['2 copies exited', '1 copy exited']);
});

it('counts what never started apart from what stopped beside it', () => {
  const names = after()
    .scene.boxes.filter(({ id, host }) => id.startsWith('process/') && host === 'host/host-b')
    .map(({ id }) => id);
  const killed = names.slice(0, 2).map((target): Command => ({ name: 'kill-process', target }));
  const { scene, blasts } = after(...killed);
  const mixed = blasts.map((blast, at) => ({ ...blast, isNotStarted: at === 1 }));
  const outlines = layoutOutlines(scene, { blasts: mixed, preview: null, hideOutcome: false }, stageWords);
  expect(outlines.map(({ pill }) => pill?.line.text)).toEqual(['1 copy exited', '1 copy did not start']);
});
