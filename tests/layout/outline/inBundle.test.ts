// A fall inside a bundle is outlined as wide as its share, and counted.
import { describe, expect, it } from 'vitest';
import { blastsNow } from '../../../src/sim';
import { layoutOutlines } from '../../../src/layout/outline/layoutOutlines';
import { rectsInBundle } from '../../../src/layout/outline/inBundle';
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

  it('of the kernel under a crowd is all of it', () => {
    const run = runOf([crowd]);
    run.seek(1_000_000);
    run.do({ name: 'panic-kernel', target: 'kernel/crowd' });
    const view = run.view();
    const scene = layoutStage(view, size, { words: stageWords });
    const ids = new Set(blastsNow(run.facts, run.factsAtHead, view)[0]!.fell);
    for (const box of scene.boxes.filter(({ bundle }) => bundle !== null)) {
      expect(rectsInBundle(box, ids)).toEqual(box.bundle!.parts.map(({ exact }) => exact));
    }
  });
});
