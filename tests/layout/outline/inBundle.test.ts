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
    expect(outline!.pill!.line.text).toBe('1 copy fell');
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
