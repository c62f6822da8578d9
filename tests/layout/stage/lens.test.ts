// A lens shows all that is in its bundle, at the scale that it states, and each box in its own place.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorldView } from '../../../src/sim';
import { contains, overlaps } from '../../../src/layout/rect';
import { createLensKeeper } from '../../../src/layout/stage/keepLens';
import { layoutLens, type LensScene } from '../../../src/layout/stage/lens';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import type { BoxScene, StageScene } from '../../../src/layout/stage/scene';
import { stageWords } from '../../../src/words';
import { crowd, tower } from '../../fixtures/crowds';
import { anySize, anyView, runOf } from '../worlds';

const options = { words: stageWords };

/** The lens of a bundle in a room of this size. */
function lensOf(view: WorldView, scene: StageScene, box: BoxScene, size = { width: 900, height: 500 }) {
  const hostScale = scene.hosts.find(({ id }) => id === box.host)!.scale;
  return { hostScale, lens: layoutLens(view, box, hostScale, size, options) };
}

/** Ids of all boxes that a lens shows, those in bundles of its own included. */
const shownIn = (lens: LensScene) =>
  lens.boxes.flatMap(({ id, bundle }) => (bundle === null ? [id] : bundle.members.flatMap(({ ids }) => ids)));

const all = (box: BoxScene) => box.bundle!.members.flatMap(({ ids }) => ids);

function faults(view: WorldView, scene: StageScene, box: BoxScene): string[] {
  const { hostScale, lens } = lensOf(view, scene, box);
  const found: string[] = [];
  if (String([...shownIn(lens)].sort()) !== String([...all(box)].sort()))
    found.push(`${box.id} is not all there`);
  const roots = lens.boxes.filter(({ parent }) => parent === box.parent);
  if (lens.times < 1.25) found.push(`${box.id} is not enlarged`);
  for (const [at, root] of roots.entries()) {
    // A room that is claimed more often than it is large is drawn as large as it is.
    const bytes = Math.min(box.bundle!.members[at]!.bytes, Number(view.get(root.id)!.context['memoryBytes']));
    const area = root.exact.width * root.exact.height;
    const wanted = bytes * hostScale * lens.times;
    if (root.build === 'room' && Math.abs(area - wanted) > 0.01 * wanted + 0.5)
      found.push(`${root.id} is not to the scale that is stated`);
    if (roots.slice(at + 1).some((other) => overlaps(root.drawn, other.drawn)))
      found.push(`${root.id} is covered`);
    if (!contains({ x: 0, y: 0, width: lens.width, height: lens.height }, root.drawn))
      found.push(`${root.id} is cut`);
  }
  for (const { key, rect } of lens.labels)
    if (!contains({ x: 0, y: 0, width: lens.width, height: lens.height }, rect)) found.push(`${key} is cut`);
  return found;
}

describe.each([
  ['crowd', crowd, 200],
  ['tower', tower, 60],
] as const)('%s', (_, box, count) => {
  const view = runOf([box]).view();
  const scene = layoutStage(view, { width: 1280, height: 700 }, options);
  const bundles = scene.boxes.filter(({ bundle }) => bundle !== null);

  it('gathers every box of the crowd, once', () => {
    expect(bundles.flatMap(({ bundle }) => bundle!.members)).toHaveLength(count);
    expect(new Set(bundles.flatMap(all)).size).toBe(bundles.flatMap(all).length);
  });

  it('opens as lenses that show all of it, larger and to scale', () => {
    expect(bundles.flatMap((bundle) => faults(view, scene, bundle))).toEqual([]);
  });

  it('cuts no row where more are there than are seen at once', () => {
    for (const bundle of bundles)
      for (const size of [
        { width: 900, height: 330 },
        { width: 700, height: 300 },
        { width: 328, height: 420 },
      ]) {
        const { lens } = lensOf(view, scene, bundle, size);
        const seen = size.height - 6;
        const roots = lens.boxes.filter(({ parent }) => parent === bundle.parent);
        const cut = roots.filter(({ drawn: { y, height } }) => y < seen - 5 && y + height > seen);
        const isTall = roots.some(({ drawn }) => drawn.height > seen / 2);
        expect(isTall ? [] : cut.map(({ id }) => id)).toEqual([]);
      }
  });

  it('names every room and tenant in a lens', () => {
    for (const bundle of bundles) {
      const { lens } = lensOf(view, scene, bundle);
      const told = new Set(lens.labels.flatMap(({ of }) => of));
      const silent = lens.boxes.filter(
        ({ id, build }) => build !== 'wrap' && !id.startsWith('kernel/') && !told.has(id),
      );
      expect(silent).toEqual([]);
    }
  });

  it('lets a lens be as narrow as a phone and grow downwards', () => {
    const { lens } = lensOf(view, scene, bundles[0]!, { width: 300, height: 240 });
    expect(Math.max(...lens.boxes.map(({ exact }) => exact.x + exact.width))).toBeLessThanOrEqual(300.01);
    expect(lens.height).toBeGreaterThan(240);
  });
});

describe('random worlds', () => {
  it('lose nothing in a bundle or a lens', () => {
    fc.assert(
      fc.property(anyView, anySize, (view, size) => {
        const scene = layoutStage(view, size, options);
        const bundles = scene.boxes.filter(({ bundle }) => bundle !== null);
        expect(bundles.flatMap((box) => faults(view, scene, box))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('createLensKeeper', () => {
  it('gives the same lens while only time passes, and follows what happens in it', () => {
    const run = runOf([crowd]);
    const size = { width: 900, height: 500 };
    const draw = (keep: ReturnType<typeof createLensKeeper>) => {
      const view = run.view();
      const scene = layoutStage(view, { width: 1280, height: 700 }, options);
      const box = scene.boxes.find(({ bundle }) => bundle !== null)!;
      return keep({ view, box, hostScale: scene.hosts[0]!.scale, size, options });
    };
    const keep = createLensKeeper();
    const first = draw(keep);
    run.seek(2_000_000);
    expect(draw(keep).boxes).toBe(first.boxes);
    run.do({ name: 'kill-process', target: 'process/crowd-search-3' });
    const looks = draw(keep)
      .boxes.filter(({ look }) => look === 'fallen')
      .map(({ id }) => id);
    expect(looks).toEqual(['container/crowd-search-3', 'process/crowd-search-3']);
  });
});
