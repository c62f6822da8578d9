// Words on the stage: none covers another, none is cut, and every floor has one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blastIfDown, blastsNow, SECOND, type WorldView } from '../../../src/sim';
import { stageWords } from '../../../src/words';
import { allWords } from '../../../src/layout/label/allWords';
import { layoutOutlines } from '../../../src/layout/outline/layoutOutlines';
import { besideCounts, coveredBy } from '../../../src/layout/outline/placePills';
import { around, contains, grow, overlaps, type Rect } from '../../../src/layout/rect';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import type { StageScene } from '../../../src/layout/stage/scene';
import { textWidth } from '../../../src/layout/text/measure';
import { withDisks } from '../../fixtures/disks';
import { anyActs, anySize, anyView, playActs, references, runOf, sizes } from '../worlds';

const GIB = 1024 ** 3;

/** Everything written on a stage with the room it takes. */
function written(scene: StageScene): { key: string; rect: Rect }[] {
  return scene.labels.map(({ key, rect }) => ({ key, rect }));
}

function faults(scene: StageScene): string[] {
  const found: string[] = [];
  const stage: Rect = { x: 0, y: 0, width: scene.width, height: scene.height };
  const all = written(scene);
  all.forEach(({ key, rect }, at) => {
    if (!contains(grow(stage, 0.5), rect)) found.push(`${key} is cut by the edge of the stage`);
    for (const other of all.slice(at + 1)) {
      if (overlaps(grow(rect, -0.1), other.rect)) found.push(`${key} covers ${other.key}`);
    }
  });
  for (const { key, role, ground, of, rect, lines, size } of scene.labels) {
    const widest = Math.max(...lines.map(({ text, weight }) => textWidth(text, size, weight)));
    if (widest > rect.width + 0.1) found.push(`${key} is wider than its room`);
    if (size < 12) found.push(`${key} is too small to read`);
    const all = around(scene.boxes.filter(({ id }) => of.includes(id)).map(({ drawn }) => drawn));
    if (role === 'name' && ground !== 'tab' && all && !contains(grow(all, 0.5), rect)) {
      found.push(`${key} does not fit its box`);
    }
  }
  return found;
}

/** Boxes that have an own look on the screen and no word. */
function speechless(scene: StageScene): string[] {
  const told = new Set(scene.labels.flatMap(({ of }) => of));
  return scene.boxes.filter(({ id, build }) => build !== 'wrap' && !told.has(id)).map(({ id }) => id);
}

const draw = (view: WorldView, size: { width: number; height: number }) =>
  layoutStage(view, size, { words: stageWords, late: allWords });

describe.each(Object.entries(references))('%s', (name, boxes) => {
  it.each(sizes)('has a word for every floor on $width x $height', (size) => {
    const scene = draw(runOf(boxes).view(), size);
    expect(faults(scene)).toEqual([]);
    // A host of 6 GiB between two larger ones has columns narrower than a word.
    if (name !== 'three scales') expect(speechless(scene)).toEqual([]);
  });

  it('keeps every word readable whatever falls and returns', () => {
    fc.assert(
      fc.property(anyActs, fc.constantFrom(...sizes), (list, size) => {
        const run = runOf(boxes);
        playActs(run, list);
        const scene = draw(run.view(), size);
        expect(faults(scene)).toEqual([]);
        if (name !== 'three scales') expect(speechless(scene)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('puts counts where they cover no word', () => {
    fc.assert(
      fc.property(anyActs, fc.constantFrom(...sizes), fc.nat(), (list, size, pick) => {
        const run = runOf(boxes);
        playActs(run, list);
        const view = run.view();
        const scene = draw(view, size);
        const up = view.entities.filter(({ tags }) => tags.includes('up'));
        const chosen = up[pick % Math.max(1, up.length)];
        const input = {
          blasts: blastsNow(run.facts, run.factsAtHead, view),
          preview: chosen ? blastIfDown(view, chosen.id) : null,
          hideOutcome: false,
        };
        const outlines = layoutOutlines(scene, input, stageWords);
        const pills = outlines.flatMap(({ pill }) => coveredBy(pill));
        const words = written(besideCounts(scene, outlines)).map(({ rect }) => rect);
        const covered = pills.filter((pill, at) =>
          [...words, ...pills.slice(at + 1)].some((rect) => overlaps(pill, rect)),
        );
        expect(covered).toEqual([]);
        expect(layoutOutlines(scene, { ...input, hideOutcome: true }, stageWords)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('random worlds', () => {
  it('have no word over another or over the edge', () => {
    fc.assert(
      fc.property(anyView, anySize, (view, size) => {
        expect(faults(draw(view, size))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is said', () => {
  const scene = (view: WorldView) => draw(view, sizes[0]);
  const linesOf = (from: StageScene, role: string) =>
    from.labels
      .filter((label) => label.role === role)
      .map(({ lines }) => lines.map(({ text }) => text).join(' '));

  it('tells how many copies serve and how much is free', () => {
    const said = scene(runOf(references['both hosts']!).view());
    expect(linesOf(said, 'serving')).toEqual(['6 of 6 copies serving', '6 of 6 copies serving']);
    expect(linesOf(said, 'free')).toEqual(['free: 7 GiB', 'free: 27.1 GiB']);
    // Six VMs have such dots: what is said in one of them is said of the dots.
    expect(linesOf(said, 'reserved')).toEqual(['dots: reserved, not used']);
  });

  it('shows one tile of 1 GiB for the common scale and one for each host with its own', () => {
    const { tiles, hosts } = scene(runOf(references['three scales']!).view());
    const own = hosts.filter(({ ownScale }) => ownScale).map(({ id }) => id);
    expect(own.length).toBe(1);
    for (const tile of tiles) {
      const host = hosts.find(({ id }) => id === tile.host)!;
      expect((tile.rect.width * tile.rect.height) / (tile.bytes * host.scale)).toBeCloseTo(1, 6);
    }
    expect(tiles.filter(({ host }) => !own.includes(host)).map(({ bytes }) => bytes)).toEqual([GIB]);
    expect(linesOf(scene(runOf(references['three scales']!).view()), 'scale')).toEqual(['own scale']);
  });

  it('drops the state of what fell or starts before its name', () => {
    const run = runOf(references['both hosts']!);
    run.seek(1_000_000);
    run.do({ name: 'panic-kernel', target: 'kernel/vm-2' });
    run.do({ name: 'panic-kernel', target: 'kernel/host-b' });
    const nameless = [560, 640, 720, 800, 900, 1000].flatMap((width) => {
      const { labels } = draw(run.view(), { width, height: 400 });
      const tenants = labels.filter(({ role, of }) => role === 'name' && of[0]?.startsWith('process/'));
      return tenants.filter(({ lines }) => !/search|cart|buy/.test(lines.map(({ text }) => text).join(' ')));
    });
    expect(nameless.map(({ of }) => of[0])).toEqual([]);
  });

  it.each([
    ['pull-plug', 'host/laptop'],
    ['crash-hypervisor', 'hypervisor/virtualbox'],
  ] as const)('names every box of a laptop after %s', (name, target) => {
    const run = runOf(references['laptop']!);
    run.do({ name, target });
    run.seek(1.5 * SECOND);
    expect(speechless(scene(run.view()))).toEqual([]);
  });

  it('counts in red as soon as one copy has fallen', () => {
    const run = runOf(references['both hosts']!);
    run.seek(1_000_000);
    run.do({ name: 'panic-kernel', target: 'kernel/vm-2' });
    const serving = scene(run.view()).labels.filter(({ role }) => role === 'serving');
    expect(serving.map(({ tone }) => tone)).toEqual(['fallen', 'ink']);
  });

  it('does not count a copy as serving that answers with errors', () => {
    const run = runOf(withDisks);
    run.seek(SECOND);
    const count = () => linesOf(scene(run.view()), 'serving')[0];
    expect(count()).toBe('2 of 2 copies serving');
    run.do({ name: 'break-disk', target: 'disk/ssd-a' });
    run.seek(2 * SECOND);
    expect(count()).toBe('1 of 2 copies serving');
  });

  it('says of a host whose kernel fell what happened, and that nothing can use what is free', () => {
    const run = runOf(references['both hosts']!);
    run.seek(1_000_000);
    run.do({ name: 'panic-kernel', target: 'kernel/host-b' });
    const said = scene(run.view());
    expect(linesOf(said, 'free')).toEqual(['free: 7 GiB', 'unused']);
    expect(linesOf(said, 'serving')[1]).toBe('0 of 6 copies serving');
    expect(linesOf(said, 'tab')).toContain('host OS: kernel panic, nobody picks it up');
  });
});
