// Above the ground line area is memory: every edge that is drawn lies within one pixel of the exact rectangle.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stageWords } from '../../../src/words';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import { bottom, contains, grow, type Rect } from '../../../src/layout/rect';
import type { StageScene } from '../../../src/layout/stage/scene';
import { allWords } from '../../../src/layout/label/allWords';
import { jutOf, lineOf } from '../../../src/layout/stage/topLine';
import { placeOf } from '../../../src/layout/stage/places';
import { GIBIBYTE, SECOND, type BoxSpec, type WorldView } from '../../../src/sim';
import { withDisks } from '../../fixtures/disks';
import { copy, vm } from '../../fixtures/worlds';
import { expectedBoxes, type Gathered } from '../oracle';
import { anySize, anyView, references, runOf, sizes } from '../worlds';

/** Px that another order of arithmetic may make in columns that are thinner than a hair. */
const noise = 0.005;

type Edges = readonly number[];

const edgesOf = ({ x, y, width, height }: Rect): Edges => [x, x + width, y, y + height];
const furthest = (edges: Edges, wanted: Edges) =>
  Math.max(...edges.map((edge, at) => Math.abs(edge - wanted[at]!)));

/** Bundles of a scene, by the ids of what is in them. */
const gatheredIn = (scene: StageScene): Gathered =>
  new Map(
    scene.boxes.flatMap(({ id, bundle }) =>
      bundle === null ? [] : [[id, bundle.members.map((member) => member.id)] as const],
    ),
  );

/** What is wrong with the boxes of a scene, in words. */
function faults(view: WorldView, scene: StageScene): string[] {
  return scene.hosts.flatMap(({ id: host, frame }) => {
    const wanted = expectedBoxes(view.get(host)!, view, frame.width, gatheredIn(scene));
    const drawn = scene.boxes.filter((box) => box.host === host && box.build !== 'tile');
    const count = drawn.length === wanted.length ? [] : [`${drawn.length} boxes, not ${wanted.length}`];
    return [
      ...count,
      ...wanted.flatMap((want): string[] => {
        const box = drawn.find(({ id }) => id === want.id);
        if (box === undefined) return [`${want.id} is missing`];
        const edges = [
          frame.x + want.left * frame.width,
          frame.x + want.right * frame.width,
          bottom(frame) - want.head * frame.height,
          bottom(frame) - want.foot * frame.height,
        ];
        const found: string[] = [];
        if (furthest(edgesOf(box.exact), edges) > noise) found.push(`${want.id} is not placed by the rule`);
        if (furthest(edgesOf(box.drawn), edges) > 1 + noise)
          found.push(`${want.id} is drawn more than 1 px off`);
        if (!contains(grow(box.exact, noise), box.drawn)) found.push(`${want.id} takes its gap from outside`);
        if (box.drawn.width < 0 || box.drawn.height < 0) found.push(`${want.id} is inside out`);
        return found;
      }),
    ];
  });
}

function expectOneScale(view: WorldView, scene: StageScene): void {
  const common = scene.hosts.filter(({ ownScale }) => !ownScale);
  for (const { id, frame } of common) {
    const perByte = (frame.width * frame.height) / view.get(id)!.memory.size!;
    const first = common[0]!;
    const wanted = (first.frame.width * first.frame.height) / view.get(first.id)!.memory.size!;
    expect(perByte / wanted).toBeCloseTo(1, 9);
  }
}

describe.each(Object.entries(references))('%s', (_, boxes) => {
  it.each(sizes)('is drawn as the rule says on $width x $height', (size) => {
    const view = runOf(boxes).view();
    const scene = layoutStage(view, size, { words: stageWords });
    expect(faults(view, scene)).toEqual([]);
    expectOneScale(view, scene);
  });
});

describe('random worlds', () => {
  it('are drawn as the rule says, at any size', () => {
    fc.assert(
      fc.property(anyView, anySize, (view, size) => {
        const scene = layoutStage(view, size, { words: stageWords });
        expect(faults(view, scene)).toEqual([]);
        expectOneScale(view, scene);
      }),
      { numRuns: 40 },
    );
  });

  it('keep on their hosts what fits, and jut above the top line only when more is claimed than there is', () => {
    fc.assert(
      fc.property(anyView, anySize, (view, size) => {
        const scene = layoutStage(view, size, { words: stageWords });
        for (const host of scene.hosts) {
          const boxes = scene.boxes.filter((box) => box.host === host.id && box.build !== 'tile');
          const tops = boxes.map((box) => box.exact.y);
          const top = Math.min(bottom(host.frame), ...tops);
          const claimed = Math.max(
            ...expectedBoxes(view.get(host.id)!, view, host.frame.width, gatheredIn(scene)).map(
              ({ head }) => head,
            ),
            0,
          );
          if (claimed <= 1 + 1e-9) expect(top).toBeGreaterThanOrEqual(host.frame.y - 1e-3);
          expect(top).toBeGreaterThanOrEqual(host.area.y - 1e-3);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('what is off', () => {
  const offVm = (at: number): BoxSpec => vm(`vm-${at}`, [copy(`search-${at}`)], { start: 'off' });
  const boxes: BoxSpec[] = [
    {
      kind: 'host',
      name: 'host-a',
      holds: [
        {
          kind: 'hypervisor',
          name: 'hypervisor-a',
          holds: Array.from({ length: 12 }, (_, at) => offVm(at + 1)),
        },
      ],
    },
  ];

  it('keeps its place when it goes off, and leaves it to what needs it', () => {
    const up = (at: number): BoxSpec => vm(`vm-${at}`, [copy(`search-${at}`)], { memoryBytes: 8 * GIBIBYTE });
    const run = runOf([
      {
        kind: 'host',
        name: 'host-a',
        spec: { memoryBytes: 32 * GIBIBYTE },
        holds: [
          {
            kind: 'hypervisor',
            name: 'a',
            holds: [up(1), up(2), up(3), { ...up(4), spec: { ...up(4).spec, start: 'off' } }],
          },
        ],
      },
    ]);
    const drawn = () => layoutStage(run.view(), sizes[0], { words: stageWords });
    const placesOf = ({ boxes }: StageScene) =>
      boxes.flatMap(({ id, exact, build }) =>
        id.startsWith('vm/') && build === 'room' ? [[id, exact]] : [],
      );
    run.seek(10 * SECOND);
    const before = drawn();
    run.do({ name: 'stop-vm', target: 'vm/vm-2' });
    run.seek(20 * SECOND);
    expect(run.view().get('vm/vm-2')!.tags).toContain('off');
    expect(placesOf(drawn())).toEqual(placesOf(before));
    run.do({ name: 'start-vm', target: 'vm/vm-4' });
    run.seek(40 * SECOND);
    expect(placesOf(drawn()).map(([id]) => id)).toEqual(['vm/vm-1', 'vm/vm-3', 'vm/vm-4']);
  });

  it('has no place as a clone that nobody ever started, whenever it was made', () => {
    const run = runOf(withDisks);
    run.seek(10 * SECOND);
    expect(run.do({ name: 'clone-vm', target: 'vm/vm-1', args: { kind: 'full' } }).done).toBe(true);
    run.seek(20 * SECOND);
    const clone = run.view().ofKind('vm').at(-1)!;
    expect(clone.tags).toContain('off');
    const { boxes: drawn } = layoutStage(run.view(), sizes[0], { words: stageWords });
    expect(drawn.find(({ id }) => id === clone.id)?.build).toBe('tile');
    run.do({ name: 'start-vm', target: clone.id });
    run.seek(120 * SECOND);
    run.do({ name: 'stop-vm', target: clone.id });
    run.seek(130 * SECOND);
    const stopped = layoutStage(run.view(), sizes[0], { words: stageWords }).boxes;
    expect(stopped.find(({ id }) => id === clone.id)?.build).toBe('room');
  });

  it.each(sizes)('takes no area on $width x $height, and stands where nothing else does', (size) => {
    const run = runOf(boxes);
    run.do({ name: 'start-vm', target: 'vm/vm-3' });
    const view = run.view();
    const scene = layoutStage(view, size, { words: stageWords });
    expect(faults(view, scene)).toEqual([]);
    const [host] = scene.hosts;
    const onScale = scene.boxes.filter(({ build }) => build !== 'tile');
    expect(onScale.filter(({ look, build }) => look === 'off' && build === 'room')).toEqual([]);
    for (const { exact } of onScale) expect(exact.y).toBeGreaterThanOrEqual(host!.frame.y - noise);
    const tiles = scene.boxes.filter(({ build }) => build === 'tile');
    expect(tiles).toHaveLength(11);
    expect(new Set(tiles.map(({ exact }) => exact.width)).size).toBe(1);
    for (const { exact } of tiles) {
      expect(bottom(exact)).toBeLessThanOrEqual(host!.frame.y);
      expect(contains(host!.area, exact)).toBe(true);
    }
    expect(placeOf(scene, 'kernel/vm-5')?.id).toBe('vm/vm-5');
    expect(placeOf(scene, 'process/search-5')?.id).toBe('vm/vm-5');
  });

  it('is one tile for a crowd, in which each is found', () => {
    const crowd = Array.from({ length: 130 }, (_, at) => ({ ...vm(`vm-${at}`, []), spec: { start: 'off' } }));
    const host: BoxSpec = {
      kind: 'host',
      name: 'host-a',
      holds: [{ kind: 'hypervisor', name: 'xen-a', holds: crowd }],
    };
    const view = runOf([host]).view();
    const scene = layoutStage(view, { width: 480, height: 480 }, { words: stageWords });
    expect(faults(view, scene)).toEqual([]);
    const [tile, ...others] = scene.boxes.filter(({ build }) => build === 'tile');
    expect(others).toEqual([]);
    expect(tile?.bundle?.members).toHaveLength(130);
    expect(placeOf(scene, 'kernel/vm-77')?.id).toBe(tile?.id);
  });
});

describe('what holds no memory', () => {
  it('waits outside a host that has no place for all of it, and takes no area', () => {
    const programs = Array.from({ length: 12 }, (_, at): BoxSpec => ({
      ...copy(`search-${at}`),
      spec: { start: at < 3 ? 'up' : 'off', memoryBytes: 256 * 2 ** 20 },
    }));
    const host: BoxSpec = {
      kind: 'host',
      name: 'host-a',
      spec: { memoryBytes: 2 ** 31 },
      holds: [{ kind: 'kernel', name: 'host-a', holds: programs }],
    };
    const view = runOf([host]).view();
    const scene = layoutStage(view, { width: 900, height: 480 }, { words: stageWords });
    expect(faults(view, scene)).toEqual([]);
    expect(jutOf(scene.hosts[0]!, scene.boxes)).toBeNull();
    const started = scene.boxes.filter(({ id, build }) => id.startsWith('process/') && build === 'floor');
    expect(started.map(({ id }) => id)).toEqual(['process/search-0', 'process/search-1', 'process/search-2']);
    const tiles = scene.boxes.filter(({ build }) => build === 'tile');
    expect(tiles).toHaveLength(9);
    for (const { exact } of tiles) expect(bottom(exact)).toBeLessThan(scene.hosts[0]!.frame.y);
  });

  it('was never started: it stands outside as a new VM does, with its state, and leaves its area free', () => {
    const container: BoxSpec = {
      kind: 'container',
      name: 'search',
      spec: { start: 'off' },
      holds: [{ ...copy('search'), spec: { service: 'search', memoryBytes: 12 * 2 ** 30 } }],
    };
    const shim: BoxSpec = {
      kind: 'monitor',
      name: 'shim',
      spec: { start: 'off', of: 'container/search' },
    };
    const program: BoxSpec = {
      ...copy('cart'),
      spec: { start: 'off', service: 'cart', memoryBytes: 2 ** 28 },
    };
    const host: BoxSpec = {
      kind: 'host',
      name: 'host-b',
      spec: { memoryBytes: 32 * 2 ** 30 },
      holds: [
        { kind: 'kernel', name: 'host-b', holds: [{ kind: 'runtime', name: 'b' }, container, shim, program] },
      ],
    };
    const run = runOf([host]);
    const draw = () => layoutStage(run.view(), { width: 740, height: 480 }, { words: stageWords });
    const scene = draw();
    expect(faults(run.view(), scene)).toEqual([]);
    const outside = scene.boxes.filter(({ build }) => build === 'tile').map(({ id }) => id);
    expect(outside).toEqual(['container/search', 'process/cart']);
    const told = scene.labels.filter(({ of }) => of.some((id) => outside.includes(id)));
    expect(told.map(({ lines }) => lines.map(({ text }) => text))).toEqual([['search: off'], ['cart: off']]);
    expect(scene.boxes.map(({ id }) => id)).not.toContain('monitor/shim');
    expect(run.do({ name: 'start-container', target: 'container/search' }).done).toBe(true);
    run.seek(10 * SECOND);
    const started = draw()
      .boxes.filter(({ build }) => build !== 'tile')
      .map(({ id }) => id);
    expect(started).toEqual(expect.arrayContaining(['process/search', 'monitor/shim']));
  });

  it('leaves what is free to be seen where what fell was larger than that', () => {
    const containers = [1, 2, 3, 4].map((at): BoxSpec => ({
      kind: 'container',
      name: `search-${at}`,
      spec: { start: 'off' },
      holds: [{ ...copy(`search-${at}`), spec: { service: 'search', memoryBytes: 12 * 2 ** 30 } }],
    }));
    const kernel: BoxSpec = {
      kind: 'kernel',
      name: 'host-b',
      holds: [{ kind: 'runtime', name: 'b' }, ...containers],
    };
    const run = runOf([
      { kind: 'host', name: 'host-b', spec: { memoryBytes: 32 * 2 ** 30 }, holds: [kernel] },
    ]);
    for (const { name } of containers) {
      expect(run.do({ name: 'start-container', target: `container/${name}` }).done).toBe(true);
      run.seek(run.view().at + 10 * SECOND);
    }
    const view = run.view();
    const scene = layoutStage(view, { width: 740, height: 480 }, { words: stageWords });
    expect(faults(view, scene)).toEqual([]);
    const fallen = scene.boxes.filter(({ look, build }) => look === 'fallen' && build === 'floor');
    expect(fallen).toHaveLength(2);
    const area = fallen.reduce((sum, { exact }) => sum + exact.width * exact.height, 0);
    const { size, charged } = view.get('host/host-b')!.memory;
    expect(area / scene.hosts[0]!.scale / (size! - charged)).toBeCloseTo(0.5, 2);
    const free = scene.labels.filter(({ role }) => role === 'free');
    expect(free.map(({ lines }) => lines.map(({ text }) => text).join(' '))).toEqual([
      'free in all: 7.6 GiB',
    ]);
    // Gathered, they take as much.
    const narrow = layoutStage(view, { width: 200, height: 480 }, { words: stageWords });
    expect(narrow.boxes.some(({ bundle }) => bundle !== null)).toBe(true);
    const said = narrow.labels.filter(({ role }) => role === 'free');
    expect(said.flatMap(({ lines }) => lines.map(({ text }) => text)).join(' ')).not.toMatch(/^free: /);
  });

  it('keeps its place where it fell', () => {
    const programs = Array.from({ length: 4 }, (_, at): BoxSpec => ({
      ...copy(`search-${at}`),
      spec: { start: 'up', memoryBytes: 400 * 2 ** 20 },
    }));
    const host: BoxSpec = {
      kind: 'host',
      name: 'host-a',
      spec: { memoryBytes: 2 ** 31 },
      holds: [{ kind: 'kernel', name: 'host-a', holds: programs }],
    };
    const run = runOf([host]);
    const draw = () =>
      layoutStage(run.view(), { width: 900, height: 480 }, { words: stageWords }).boxes.map(
        ({ id, exact }) => ({ id, exact }),
      );
    const before = draw();
    run.do({ name: 'kill-process', target: 'process/search-1' });
    expect(draw()).toEqual(before);
  });
});

describe('what is promised above what there is', () => {
  it('juts above the top line, which says how much there is', () => {
    const vms = Array.from({ length: 10 }, (_, at) => vm(`vm-${at}`, [copy(`search-${at}`)]));
    const hypervisor: BoxSpec = {
      kind: 'hypervisor',
      name: 'hypervisor-a',
      spec: { product: 'esxi', overcommit: true },
      holds: vms,
    };
    const view = runOf([{ kind: 'host', name: 'host-a', holds: [hypervisor] }]).view();
    const scene = layoutStage(view, sizes[0], { words: stageWords, late: allWords });
    const [host] = scene.hosts;
    const jut = jutOf(host!, scene.boxes);
    expect(bottom(jut!)).toBe(host!.frame.y);
    const saying = (text: string) =>
      scene.labels.find(({ lines }) =>
        lines
          .map((line) => line.text)
          .join(' ')
          .startsWith(text),
      )!.rect;
    expect(bottom(saying('promised, not there'))).toBeLessThanOrEqual(host!.frame.y);
    // Memory that no VM has touched is free, though a VM was promised it.
    expect(saying('32 GiB: all there is, free: ').y).toBeGreaterThanOrEqual(host!.frame.y);
    expect(scene.height).toBe(sizes[0].height);
    // Nobody has more than its part: the line is level.
    expect(lineOf(host!, scene.boxes)).toMatchObject([
      { x: host!.frame.x, width: host!.frame.width, y: host!.frame.y },
    ]);
  });

  it('begins above memory in use: the line is so much lower beside it', () => {
    const scene = layoutStage(runOf(references['laptop']!).view(), sizes[0], { words: stageWords });
    const [host] = scene.hosts;
    const { frame } = host!;
    const room = { ...scene.boxes[0]!, build: 'room' as const };
    const floor = { ...room, build: 'floor' as const, look: 'running' as const };
    const half = { ...frame, y: frame.y - 90, height: frame.height + 90, width: frame.width / 2 };
    const boxes = [
      { ...room, exact: { ...half, width: frame.width } },
      { ...floor, exact: half },
    ];
    expect(lineOf(host!, boxes)).toEqual([
      { x: frame.x, width: frame.width / 2, y: frame.y - 90, used: frame.y - 90 },
      { x: frame.x + frame.width / 2, width: frame.width / 2, y: frame.y + 90, used: bottom(frame) },
    ]);
    expect(lineOf(host!, [boxes[0]!, { ...boxes[1]!, look: 'off' }])).toMatchObject([
      { width: frame.width, y: frame.y },
    ]);
  });
});
