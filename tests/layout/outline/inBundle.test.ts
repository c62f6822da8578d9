// A fall inside a bundle is outlined as wide as its share, and counted.
import { describe, expect, it } from 'vitest';
import { blastsNow } from '../../../src/sim';
import { layoutOutlines } from '../../../src/layout/outline/layoutOutlines';
import { rectsInBundle } from '../../../src/layout/outline/inBundle';
import type { Rect } from '../../../src/layout/rect';
import { layoutLens } from '../../../src/layout/stage/lens';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import { stageWords } from '../../../src/words';
import { crowd, tower } from '../../fixtures/crowds';
import { runOf } from '../worlds';

const size = { width: 1280, height: 700 };

describe('a fall in a bundle', () => {
  it('of one guest is one sixtieth of the tower wide, and the room stays', () => {
    const run = runOf([tower]);
    run.seek(1_000_000);
    run.do({ name: 'panic-kernel', target: 'kernel/tower-3' });
    const view = run.view();
    const scene = layoutStage(view, size, { words: stageWords });
    const blasts = blastsNow(run.facts, run.factsAtHead, view);
    const box = scene.boxes.find(({ bundle }) => bundle !== null)!;
    const [rect, ...more] = rectsInBundle(box, new Set(blasts[0]!.fell));
    expect(more).toEqual([]);
    expect(rect!.width).toBeCloseTo(box.exact.width / 60, 6);
    expect(rect!.height).toBeLessThan(box.exact.height / 2);
    const [outline] = layoutOutlines(scene, { blasts, preview: null, hideOutcome: false }, stageWords);
    // The bundle's own words count it: nothing says it twice.
    const said = scene.labels.find(({ of }) => of.includes(box.id))!.lines.map(({ text }) => text);
    expect(said.join(' ')).toContain('1 down');
    expect(outline!.pill).toBeNull();
  });

  it('of boxes that ended one by one is one outline, counted once', () => {
    const run = runOf([crowd]);
    const gone = run.view().ofKind('process').slice(20, 23);
    for (const { id } of gone) expect(run.do({ name: 'kill-process', target: id }).done).toBe(true);
    const view = run.view();
    const scene = layoutStage(view, size, { words: stageWords });
    const silent = {
      ...scene,
      labels: scene.labels.filter(({ of }) => !of.some((id) => /^bundle/.test(id))),
    };
    const blasts = blastsNow(run.facts, run.factsAtHead, view);
    const draw = (on: typeof scene) =>
      layoutOutlines(on, { blasts, preview: null, hideOutcome: false }, stageWords);
    expect(blasts).toHaveLength(3);
    expect(draw(scene).map(({ pill }) => pill)).toEqual([null]);
    // Where the bundle finds no room for its words, the pill says it.
    expect(draw(silent).map(({ pill }) => pill?.line.text)).toEqual(['3 copies exited']);
  });

  it('is outlined within its strip where that is thin: what stands beside it would look like less', () => {
    const run = runOf([crowd]);
    const [gone] = run.view().ofKind('process').slice(20);
    expect(run.do({ name: 'kill-process', target: gone!.id }).done).toBe(true);
    const view = run.view();
    const scene = layoutStage(view, size, { words: stageWords });
    const blasts = blastsNow(run.facts, run.factsAtHead, view);
    const box = scene.boxes.find(({ bundle }) => bundle !== null)!;
    const [strip] = rectsInBundle(box, new Set(blasts[0]!.fell));
    expect(strip!.width).toBeLessThan(10);
    const [outline] = layoutOutlines(scene, { blasts, preview: null, hideOutcome: false }, stageWords);
    const xs = [...outline!.path.matchAll(/(-?[\d.]+) -?[\d.]+/g)].map(([, x]) => Number(x));
    // Half of the line is 2 px; its edges stand on whole pixels.
    expect(Math.min(...xs) - 2).toBeGreaterThanOrEqual(strip!.x - 2);
    expect(Math.max(...xs) + 2).toBeLessThanOrEqual(strip!.x + strip!.width + 2);
  });

  it('is outlined in the open lens, around the boxes that fell and no others', () => {
    const run = runOf([tower]);
    run.seek(1_000_000);
    run.do({ name: 'crash-vm', target: 'vm/tower-3' });
    const view = run.view();
    const scene = layoutStage(view, size, { words: stageWords });
    const box = scene.boxes.find(({ bundle }) => bundle !== null)!;
    const lens = layoutLens(view, box, scene.hosts[0]!.scale, size, { words: stageWords });
    const blasts = blastsNow(run.facts, run.factsAtHead, view);
    const outcome = { blasts, preview: null, hideOutcome: false };
    const [outline, ...more] = layoutOutlines(lens, outcome, stageWords);
    expect(more).toEqual([]);
    const fallen = lens.boxes.find(({ id }) => id === 'vm/tower-3')!;
    const xs = [...outline!.path.matchAll(/[ML]([\d.]+) /g)].map(([, x]) => Number(x));
    expect(Math.min(...xs)).toBeGreaterThan(fallen.exact.x - 4);
    expect(Math.max(...xs)).toBeLessThan(fallen.exact.x + fallen.exact.width + 4);
  });

  it('of the kernel under a crowd is all of it', () => {
    const run = runOf([crowd]);
    run.seek(1_000_000);
    run.do({ name: 'panic-kernel', target: 'kernel/crowd' });
    const view = run.view();
    const scene = layoutStage(view, size, { words: stageWords });
    const ids = new Set(blastsNow(run.facts, run.factsAtHead, view)[0]!.fell);
    for (const box of scene.boxes.filter(({ bundle }) => bundle !== null)) {
      const rounded = (rects: readonly Rect[]) =>
        rects.map(({ x, y, width, height }) => [x, y, width, height].map((each) => each.toFixed(6)));
      expect(rounded(rectsInBundle(box, ids))).toEqual(rounded(box.bundle!.parts.map(({ exact }) => exact)));
    }
  });
});
