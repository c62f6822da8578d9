// Two runs set side by side: where they part, what differs, and one scale for both pictures.
import { describe, expect, it } from 'vitest';
import { differBadges } from '../../../src/layout/compare/badges';
import { differingBoxes, figuresOf } from '../../../src/layout/compare/figures';
import { firstDifference } from '../../../src/layout/compare/firstDifference';
import { runTree } from '../../../src/layout/compare/runTree';
import { createScenePair } from '../../../src/layout/compare/scenePair';
import { layoutOutlines } from '../../../src/layout/outline/layoutOutlines';
import { overlaps } from '../../../src/layout/rect';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import {
  blastsNow,
  createRun,
  GIBIBYTE,
  SECOND,
  type BoxSpec,
  type Command,
  type Run,
} from '../../../src/sim';
import { stageWords } from '../../../src/words/stage';
import { crowd } from '../../fixtures/crowds';
import { hostA, hostB, hostC, scenario } from '../../fixtures/worlds';

const world = scenario([hostA, hostB]);
const panic = (name: string): Command => ({ name: 'panic-kernel', target: `kernel/${name}` });
const killCart: Command = { name: 'kill-process', target: 'process/b-cart-1' };
const start = createRun(world).view().entities;

/** A run to `until` seconds with commands at seconds. */
function played(commands: readonly [number, Command][], until = 20): Run {
  const journal = commands.map(([second, command]) => ({ at: second * SECOND, command }));
  return createRun(world, journal, until * SECOND);
}
const knownOf = (run: Run) => ({ known: run.facts.slice(0), furthest: run.furthest });
const figures = (run: Run) =>
  figuresOf({
    ...{ view: run.view(), start, made: run.made },
    ...{ facts: run.facts.slice(0, run.factsAtHead), journal: run.journal },
  });

describe('where two runs part', () => {
  it('is the first instant at which one tells what the other does not', () => {
    const parted = firstDifference(knownOf(played([[5, killCart]])), knownOf(played([[9, panic('vm-2')]])));
    expect(parted?.at).toBe(5 * SECOND);
    expect(parted?.left[0]).toMatchObject({ name: 'command.kill-process', about: 'process/b-cart-1' });
    expect(parted?.left.every(({ at }) => at === 5 * SECOND)).toBe(true);
    expect(parted?.right).toEqual([]);
  });

  it('can be one instant with two acts, or one act with other figures', () => {
    const parted = firstDifference(knownOf(played([[5, killCart]])), knownOf(played([[5, panic('vm-2')]])));
    expect([parted?.left[0]?.name, parted?.right[0]?.name]).toEqual([
      'command.kill-process',
      'command.panic-kernel',
    ]);
    const load = (cpuMicro: number): Command => ({
      ...{ name: 'set-demand', target: 'process/b-cart-1' },
      args: { cpuMicro },
    });
    const other = firstDifference(knownOf(played([[5, load(1)]])), knownOf(played([[5, load(2)]])));
    expect([other?.left[0]?.data?.['cpuMicro'], other?.right[0]?.data?.['cpuMicro']]).toEqual([1, 2]);
  });

  it('is nowhere as long as both tell the same, and not beyond the end of the shorter one', () => {
    expect(firstDifference(knownOf(played([])), knownOf(played([])))).toBeNull();
    const long = played([[9, panic('vm-2')]]);
    expect(firstDifference(knownOf(long), knownOf(played([], 8)))).toBeNull();
    expect(firstDifference(knownOf(long), knownOf(played([], 9)))?.at).toBe(9 * SECOND);
  });
});

describe('figures', () => {
  it('count copies, time away and what is in use', () => {
    expect(figures(played([]))).toMatchObject({ copies: 12, serving: 12, fallen: 0, away: 0, commands: 0 });
    const fell = figures(played([[8, panic('host-b')]]));
    expect(fell).toMatchObject({ copies: 12, serving: 6, fallen: 6, commands: 1 });
    expect([fell.away, fell.longest]).toEqual([6 * 12 * SECOND, 12 * SECOND]);
    // A kernel that panicked gives nothing back; a plug that is pulled does.
    expect(fell.memory).toBe(figures(played([])).memory);
    const off = figures(played([[8, { name: 'pull-plug', target: 'host/host-b' }]]));
    expect(off.memory).toBeLessThan(fell.memory - GIBIBYTE / 2);
    expect(fell.cpu).toBeLessThan(figures(played([])).cpu);
  });

  it('end the time away when a copy serves again', () => {
    const tell: Command = {
      name: 'set-restart-policy',
      target: 'container/b-cart-1',
      args: { policy: 'always' },
    };
    const back = figures(played([[2, tell], [5, killCart]], 60)); // prettier-ignore
    expect(back).toMatchObject({ serving: 12, fallen: 0, commands: 2 });
    expect(back.away).toBe(back.longest);
    expect(back.away).toBeGreaterThan(0);
    expect(back.away).toBeLessThan(10 * SECOND);
  });
});

describe('boxes that differ', () => {
  it('are told by the lowest of them, with what stands on it', () => {
    const calm = played([]).view();
    expect(differingBoxes(calm, played([]).view())).toEqual([]);
    const [guest, ...none] = differingBoxes(calm, played([[5, panic('vm-2')]]).view());
    expect(none).toEqual([]);
    expect(guest).toEqual({ id: 'kernel/vm-2', in: 'state', above: ['process/a-cart-1'] });
    const [host] = differingBoxes(calm, played([[5, panic('host-b')]]).view());
    expect(host?.id).toBe('kernel/host-b');
    expect(host?.above).toHaveLength(13);
  });

  it('also differ in who would pick them up', () => {
    const told: Command = { name: 'set-on-crash', target: 'vm/vm-2', args: { action: 'restart' } };
    const boxes = differingBoxes(played([]).view(), played([[5, told]]).view());
    expect(boxes.map((box) => [box.id, box.in])).toContainEqual(['vm/vm-2', 'picker']);
  });
});

describe('two stages', () => {
  const words = stageWords;
  const size = { width: 640, height: 420 };

  it.each([
    { width: 640, height: 420 },
    { width: 620, height: 420 },
    { width: 340, height: 0 },
  ])('have one scale at %o, whatever the words in them need', (each) => {
    const boxes = scenario([hostA, hostB, ...hostC]);
    const calm = createRun(boxes).view();
    const broken = createRun(boxes, [{ at: SECOND, command: panic('vm-2') }], 20 * SECOND).view();
    const [left, right] = createScenePair([() => broken, () => calm]);
    const scenes = [left(calm, each, { words }), right(broken, each, { words })];
    const [one, other] = scenes.map(({ hosts }) => hosts.map(({ frame, scale }) => ({ frame, scale })));
    expect(one).toEqual(other);
    expect(left(calm, each, { words })).toEqual(scenes[0]);
  });

  it('show all hosts of both at once, on one ground line, where these are many', () => {
    const computers = [1, 2, 3, 4, 5, 6].map((at): BoxSpec => ({ ...hostB, name: `pc-${at}`, holds: [] }));
    const boxes = scenario([hostA, ...computers]);
    const off = (at: number) => ({ at: SECOND, command: { name: 'stop-vm', target: `vm/vm-${at}` } });
    const calm = createRun(boxes).view();
    const other = createRun(boxes, [1, 2, 3, 4, 5].map(off), 20 * SECOND).view();
    const room = { width: 672, height: 286 };
    const [left, right] = createScenePair([() => other, () => calm]);
    const scenes = [left(calm, room, { words }), right(other, room, { words })];
    expect(scenes.map(({ height }) => height)).toEqual([room.height, room.height]);
    const [one, beside] = scenes.map(({ hosts }) => hosts.map(({ frame }) => frame));
    expect(one).toHaveLength(7);
    expect(one).toEqual(beside);
    expect(left(calm, room, { words })).toEqual(scenes[0]);
  });

  it('mark boxes that differ once each, on the stage, beside the words', () => {
    const run = played([[5, panic('host-b')]]);
    const view = run.view();
    const ids = new Set(differingBoxes(played([]).view(), view).flatMap(({ id, above }) => [id, ...above]));
    const scene = layoutStage(view, size, { words });
    const blasts = blastsNow(run.facts, run.factsAtHead, view);
    const outlines = layoutOutlines(scene, { blasts, preview: null, hideOutcome: false }, words);
    const badges = differBadges(scene, outlines, ids);
    const marked = badges.map(({ id }) => id);
    expect(new Set(marked).size).toBe(marked.length);
    expect(marked).toContain('kernel/host-b');
    // Where one of a row is full of its words, the mark of what they stand on speaks for all of them.
    const programs = marked.filter((id) => id.startsWith('process/'));
    expect([0, 6]).toContain(programs.length);
    expect(marked.some((id) => id.startsWith('container/'))).toBe(false);
    const isOnWords = (x: number, y: number) =>
      scene.labels.some(
        ({ rect }) => x > rect.x && x < rect.x + rect.width && y > rect.y && y < rect.y + rect.height,
      );
    expect(badges.filter(({ x, y }) => isOnWords(x, y)).map(({ id }) => id)).toEqual([]);
    for (const { x, y } of badges) expect(x > 0 && x < size.width && y > 0 && y < scene.height).toBe(true);
    expect(differBadges(scene, outlines, new Set())).toEqual([]);
  });

  it('have marks of one size that cover no word, however full their boxes are', () => {
    const run = played([[5, panic('vm-1')]]);
    const ids = new Set(
      differingBoxes(played([]).view(), run.view()).flatMap(({ id, above }) => [id, ...above]),
    );
    for (const width of [500, 700, 1000, 1600]) {
      const scene = layoutStage(run.view(), { width, height: 600 }, { words });
      const badges = differBadges(scene, [], ids);
      expect(badges.length).toBeGreaterThan(1);
      expect(new Set(badges.map(({ radius }) => radius)).size).toBe(1);
      const covered = badges.filter(({ x, y, radius: r }) =>
        scene.labels.some(({ rect }) => overlaps(rect, { x: x - r, y: y - r, width: 2 * r, height: 2 * r })),
      );
      expect(covered).toEqual([]);
    }
  });

  it.each([440, 500, 640, 800, 1200])('mark a row of boxes whole or not at all, %i px wide', (width) => {
    const run = played([[5, panic('host-b')]]);
    const ids = new Set(
      differingBoxes(played([]).view(), run.view()).flatMap(({ id, above }) => [id, ...above]),
    );
    const scene = layoutStage(run.view(), { width, height: 420 }, { words });
    const marked = new Set(differBadges(scene, [], ids).map(({ id }) => id));
    const programs = scene.boxes.filter(
      ({ id, host }) => host === 'host/host-b' && id.startsWith('process/'),
    );
    expect(programs.length).toBeGreaterThan(0);
    expect(new Set(programs.map(({ id }) => marked.has(id))).size).toBe(1);
  });

  it('mark a bundle for any of the boxes that are gathered in it', () => {
    const crowded = scenario([crowd]);
    const view = createRun(crowded).view();
    const scene = layoutStage(view, size, { words });
    const bundle = scene.boxes.find((box) => box.bundle !== null);
    const member = bundle?.bundle?.members.at(-1)?.ids.at(-1) ?? '';
    expect(view.get(member)).toBeDefined();
    expect(differBadges(scene, [], new Set([member])).map(({ id }) => id)).toEqual([bundle?.id]);
  });
});

describe('the tree of runs', () => {
  const run = (id: string, parent: string | null, forkedAt: number | null, furthest: number) => ({
    ...{ id, parent, forkedAt, furthest },
  });

  it('gives each run a row, the later fork nearer to its parent', () => {
    const rows = runTree([run('1', null, null, 20), run('2', '1', 5, 10), run('3', '2', 8, 16), run('4', '1', 12, 20)]); // prettier-ignore
    expect(rows).toEqual([
      { id: '1', from: 0, to: 1, joint: null, forks: [0.6, 0.25], passing: [] },
      { id: '4', from: 0.6, to: 1, joint: 0.6, forks: [], passing: [0.25] },
      { id: '2', from: 0.25, to: 0.5, joint: 0.25, forks: [0.4], passing: [] },
      { id: '3', from: 0.4, to: 0.8, joint: 0.4, forks: [], passing: [] },
    ]);
  });

  it('never lets a branch cross the line of another run', () => {
    const rows = runTree([
      ...[run('1', null, null, 30), run('2', '1', 5, 30), run('3', '1', 20, 25), run('4', '2', 9, 9)],
      ...[run('5', '4', 7, 28), run('6', '1', 5, 12)],
    ]);
    expect(rows).toHaveLength(6);
    for (const { from, passing } of rows) for (const x of passing) expect(x).toBeLessThanOrEqual(from);
  });

  it('of one run that was not played is a point', () => {
    expect(runTree([run('1', null, null, 0)])[0]).toMatchObject({ from: 0, to: 0, forks: [] });
  });
});
