// Layers of the lessons' disks, drawn: their bytes add up to what the disk says is taken, and an area is as many bytes
// on every disk.
import { describe, expect, it } from 'vitest';
import { checks as ofLayers } from '../../../lessons/06-images-are-layers/checks';
import { scenario as layers } from '../../../lessons/06-images-are-layers/scenario';
import { solution as solveLayers } from '../../../lessons/06-images-are-layers/solution';
import { checks as ofBuilds } from '../../../lessons/07-build-it-again/checks';
import { scenario as builds } from '../../../lessons/07-build-it-again/scenario';
import { solution as solveBuilds } from '../../../lessons/07-build-it-again/solution';
import { loadLesson } from '../../../src/build/lessons/loadLesson';
import { disksOf } from '../../../src/layout/stage/disk';
import { floorsOf, type FloorScene } from '../../../src/layout/stage/layers';
import { scenarioOf } from '../../../src/lesson/content';
import { worldOf } from '../../../src/lesson/crossCheck';
import { playAttempt, wholeSolution } from '../../../src/lesson/player';
import { createRun, SECOND, type Entity, type WorldView } from '../../../src/sim';

const LAYERS = {
  content: { page: loadLesson('lessons/06-images-are-layers').page, scenario: layers, checks: ofLayers },
  solution: solveLayers,
};
const LESSONS = [
  LAYERS,
  {
    content: { page: loadLesson('lessons/07-build-it-again').page, scenario: builds, checks: ofBuilds },
    solution: solveBuilds,
  },
];

/** The world after each command of each step, and at its end. */
const worlds = LESSONS.flatMap(({ content, solution }) =>
  content.page.steps.flatMap(({ slug }, step) => {
    const whole = wholeSolution(content, solution, step);
    const scenario = scenarioOf(content, worldOf(content.page, step));
    return [...whole.commands.map(({ at }) => at + SECOND), whole.until].map((until) => {
      const commands = whole.commands.filter(({ at }) => at <= until);
      return { name: `${slug} at ${until}`, view: () => playAttempt(scenario, { commands, until }).view() };
    });
  }),
);

type Manifests = Readonly<Record<string, { readonly layers: readonly string[] }>>;

const areas = (floors: readonly FloorScene[]) => {
  const found = new Map<string, { area: number; bytes: number }>();
  for (const { id, width, height, bytes } of floors)
    found.set(id, { area: (found.get(id)?.area ?? 0) + width * height, bytes });
  return [...found.values()].filter(({ bytes }) => bytes > 0);
};

/** Disks that layers lie on, but for those on which the disks of machines are made. */
const disksWithLayers = (view: WorldView) => {
  const making = view.ofKind('builder').filter(({ context }) => context['makes'] === 'vm-image');
  const ofMachines = making.map(({ context }) => context['disk']);
  return view
    .ofKind('disk')
    .filter((disk) => layersOn(disk, view).length > 0 && !ofMachines.includes(disk.id));
};

/** Digests that an image, a pull, a container or a builder of a disk needs, as whoever prunes sees it. */
const neededOn = (disk: Entity, view: WorldView) => {
  const held = disk.holds.flatMap((id) => view.get(id) ?? []);
  const builders = view.ofKind('builder').filter(({ context }) => context['disk'] === disk.id);
  const texts = [...held, ...builders].flatMap(({ context }) =>
    ['layers', 'wantedLayers', 'over', 'keeps'].map((field) => context[field] ?? ''),
  );
  return new Set(texts.flatMap((text) => String(text).split(' ')));
};

/** Digests of the layers that an image of a registry begins with: the lessons build from nothing else. */
const basesIn = (view: WorldView) =>
  new Set(
    view
      .ofKind('registry')
      .flatMap(({ context }) => Object.values(JSON.parse(String(context['manifests'])) as Manifests))
      .map(({ layers }) => layers[0]),
  );

const layersOn = (disk: Entity, view: WorldView) =>
  disk.holds
    .flatMap((id) => view.get(id) ?? [])
    .filter(({ kind, state }) => kind === 'layer' && state === 'stored');

describe('layers on a disk', () => {
  it.each(worlds)('are all drawn, to one scale: $name', ({ view: play }) => {
    const view = play();
    const scale: number[] = [];
    const drawnOn = new Map(floorsOf(view).map(({ disk, floors }) => [disk, floors]));
    const disks = disksWithLayers(view);
    expect([...drawnOn.keys()].sort()).toEqual(disks.map(({ id }) => id).sort());
    for (const disk of disks) {
      const drawn = areas(drawnOn.get(disk.id)!);
      expect(drawn.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(disk.memory.charged);
      scale.push(...drawn.map(({ area, bytes }) => area / bytes));
    }
    for (const each of scale) expect(each / scale[0]!).toBeCloseTo(1, 9);
  });

  it.each(worlds)('say that nobody needs them only where that is so: $name', ({ view: play }) => {
    const view = play();
    const disks = disksWithLayers(view);
    const floors = floorsOf(view);
    expect(floors).toHaveLength(disks.length);
    for (const { disk, floors: drawn } of floors) {
      const needed = neededOn(view.get(disk)!, view);
      for (const { id, use, users } of drawn) {
        const isNeeded = use === 'writable' || needed.has(String(view.get(id)!.context['digest']));
        expect([id, users === null || users > 0]).toEqual([id, use === 'volume' || isNeeded]);
      }
    }
  });

  it.each(worlds)('stand on the ground only where they are the base of an image: $name', ({ view: play }) => {
    const view = play();
    const bases = basesIn(view);
    const floors = floorsOf(view).flatMap(({ floors: drawn }) => drawn);
    for (const { id, use, bottom } of floors.filter(({ use }) => use === 'layer'))
      expect([id, use, bottom > 0]).toEqual([id, use, !bases.has(String(view.get(id)!.context['digest']))]);
  });

  it('have the volume of lesson 6 beside them, empty and written to, to the same scale', () => {
    const { content, solution } = LAYERS;
    const step = content.page.steps.findIndex(({ slug }) => slug === 'replace-it');
    const scenario = scenarioOf(content, worldOf(content.page, step));
    const whole = wholeSolution(content, solution, step);
    const drawn = (played: { commands: typeof whole.commands; until: number }) => {
      const [{ floors } = { floors: [] }] = floorsOf(playAttempt(scenario, played).view());
      return {
        floors,
        volumes: floors.filter(({ id }) => id === 'volume/orders'),
        layers: floors.filter(({ use }) => use === 'layer'),
      };
    };
    const empty = drawn({ commands: [], until: SECOND });
    expect(empty.volumes).toMatchObject([{ use: 'volume', bytes: 0, bottom: 0, users: null }]);

    const written = drawn(whole);
    expect(written.volumes).toMatchObject([{ use: 'volume', bytes: 16 * 2 ** 20, bottom: 0 }]);
    const perByte = areas(written.floors).map(({ area, bytes }) => area / bytes);
    expect(perByte).toHaveLength(3);
    for (const each of perByte) expect(each / perByte[0]!).toBeCloseTo(1, 9);
    // Beside every layer, under none, and within the picture.
    const [volume] = written.volumes;
    for (const { left, width } of written.layers)
      expect(left + width).toBeLessThanOrEqual(volume!.left + 1e-9);
    expect(volume!.left + volume!.width).toBeLessThanOrEqual(1 + 1e-9);
  });

  it('are garbage in lesson 6 before they are cleared up, and are not after', () => {
    const { content, solution } = LAYERS;
    const step = content.page.steps.findIndex(({ slug }) => slug === 'clear-up');
    const scenario = scenarioOf(content, worldOf(content.page, step));
    const { commands } = wholeSolution(content, solution, step);
    const unneeded = (until: number) => {
      const played = { commands: commands.filter(({ at }) => at <= until), until };
      return floorsOf(playAttempt(scenario, played).view())
        .flatMap(({ floors }) => floors)
        .filter(({ users }) => users === 0).length;
    };
    const replaced = commands.findLast(({ command }) => command.name === 'replace-container')!.at;
    expect(unneeded(replaced + SECOND)).toBe(1);
    expect(unneeded(commands.findLast(({ command }) => command.name === 'prune-images')!.at + SECOND)).toBe(
      0,
    );
  });

  it('are no floors where the disk of a machine is made', () => {
    const run = createRun({ id: 'one', seed: 7, world: builds.worlds['one-line']! });
    const making = run
      .view()
      .ofKind('builder')
      .filter(({ context }) => context['makes'] === 'vm-image');
    expect(making).toHaveLength(1);
    expect(run.do({ name: 'build-image', target: 'image/search-vm' })).toMatchObject({ done: true });
    for (let second = 1; second < 30; second += 1) {
      run.seek(second * SECOND);
      const disks = floorsOf(run.view()).map(({ disk }) => disk);
      expect(disks).not.toContain(making[0]!.context['disk']);
    }
  });

  it.each(worlds)('are written over nothing: that is what files of machines are: $name', ({ view: play }) => {
    const files = disksOf(play()).flatMap(({ files: own }) => own);
    expect(files.filter(({ isOver }) => isOver)).toEqual([]);
  });
});

describe('a layer on its way', () => {
  const run = createRun({ id: 'line', seed: 1, world: layers.worlds['slow-line']! });
  const drawn = () => {
    const { files, usedBytes, comingBytes } = disksOf(run.view())[0]!;
    return { files: files.map(({ bytes, ofBytes }) => [bytes, ofBytes]), usedBytes, comingBytes };
  };

  it('is drawn with what came of it, which stays when the registry stops', () => {
    run.do({ name: 'pull-image', target: 'image/search' });
    run.seek(4 * SECOND);
    const half = drawn();
    const [[came, all]] = half.files as [[number, number]];
    expect(half).toEqual({ files: [[came, all]], usedBytes: 0, comingBytes: came });
    expect(came).toBeGreaterThan(0);
    expect(came).toBeLessThan(all);
    run.do({ name: 'stop-registry', target: 'registry/hub' });
    run.seek(6 * SECOND);
    expect(drawn().files).toEqual([[expect.closeTo(came, -3), all]]);
    run.do({ name: 'start-registry', target: 'registry/hub' });
    run.seek(12 * SECOND);
    expect(drawn().files[0]![0]).toBeGreaterThan(came);
    run.seek(200 * SECOND);
    expect(drawn()).toMatchObject({ comingBytes: 0 });
    expect(drawn().usedBytes).toBeGreaterThan(all);
  });

  it('is drawn no more when its pull has failed', () => {
    const other = createRun({ id: 'line', seed: 1, world: layers.worlds['slow-line']! });
    other.do({ name: 'pull-image', target: 'image/search' });
    other.seek(4 * SECOND);
    other.do({ name: 'stop-registry', target: 'registry/hub' });
    other.seek(300 * SECOND);
    const failed = disksOf(other.view())[0]!;
    expect(failed).toMatchObject({ files: [], usedBytes: 0, comingBytes: 0 });
  });
});
