// Outlines are drawn anew when something fell or moved, and equal what a fresh layout gives.
import { describe, expect, it } from 'vitest';
import { blastsNow, createRun } from '../../../src/sim';
import { createOutlineKeeper } from '../../../src/layout/outline/keepOutlines';
import { fallOrder, layoutOutlines } from '../../../src/layout/outline/layoutOutlines';
import { createSceneKeeper } from '../../../src/layout/stage/keepScene';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import type { StageScene } from '../../../src/layout/stage/scene';
import { stageWords } from '../../../src/words';
import { crowd, restless, spread } from '../../fixtures/crowds';
import { scenario } from '../../fixtures/worlds';
import { references, runOf, sizes } from '../worlds';

it('follows every fall and return, and keeps still in between', () => {
  const run = runOf(references['both hosts']!);
  const keepScene = createSceneKeeper();
  const keep = createOutlineKeeper();
  const at = (seconds: number) => {
    run.seek(seconds * 1_000_000);
    const view = run.view();
    const scene = keepScene(view, sizes[0], { words: stageWords });
    const input = { blasts: blastsNow(run.facts, run.factsAtHead, view), preview: null, hideOutcome: false };
    const kept = keep(scene, input, stageWords, view);
    expect(kept).toEqual({
      outlines: layoutOutlines(scene, input, stageWords),
      ranks: fallOrder(scene, input),
    });
    return kept;
  };
  expect(at(1).outlines).toEqual([]);
  run.do({ name: 'set-reboot-on-panic', target: 'kernel/host-b', args: { seconds: 10 } });
  run.do({ name: 'panic-kernel', target: 'kernel/host-b' });
  const fell = at(2);
  expect(fell.outlines).toHaveLength(1);
  expect(at(2.2)).toBe(fell);
  run.do({ name: 'panic-kernel', target: 'kernel/vm-2' });
  expect(at(3).outlines).toHaveLength(2);
  expect(at(120).outlines).not.toEqual(fell.outlines);
});

it('a remembered stage equals one that is laid out afresh, in every second of a restless world', () => {
  for (const boxes of [[crowd], spread]) {
    const size = { width: 590, height: 0 };
    const run = createRun(scenario(boxes, restless(boxes)));
    const keep = createSceneKeeper();
    for (const seconds of [0.5, 1.2, 1.3, 9, 9.02, 17.3, 20, 20.5, 21.1]) {
      run.seek(seconds * 1_000_000);
      const kept = keep(run.view(), size, { words: stageWords });
      const { rows } = kept;
      expect(kept).toEqual(layoutStage(run.view(), size, { words: stageWords, rows }));
    }
  }
});

describe('outlines that are remembered equal those of a fresh layout', () => {
  const run = runOf(references['both hosts']!);
  run.do({ name: 'panic-kernel', target: 'kernel/host-b' });
  run.seek(2_000_000);
  const view = run.view();
  const scene = layoutStage(view, sizes[0], { words: stageWords });
  const input = { blasts: blastsNow(run.facts, run.factsAtHead, view), preview: null, hideOutcome: false };
  const fresh = (of: StageScene) => layoutOutlines(of, input, stageWords);
  const [outline] = fresh(scene);
  const pill = outline!.pill!.rect;
  const beside: StageScene = {
    ...scene,
    boxes: scene.boxes.map((box) => (box.host === 'host/host-a' ? { ...box, drawn: pill } : box)),
  };
  const changes: Readonly<Record<string, readonly [StageScene, StageScene]>> = {
    'where a box is drawn beside its place': [scene, beside],
    'where a tile stands elsewhere': [
      scene,
      { ...scene, tiles: scene.tiles.map((tile) => ({ ...tile, rect: pill })) },
    ],
  };

  it.each(Object.entries(changes))('%s', (_, [before, after]) => {
    const keep = createOutlineKeeper();
    keep(before, input, stageWords, view);
    expect(fresh(after)).not.toEqual(fresh(before));
    expect(keep(after, input, stageWords, view).outlines).toEqual(fresh(after));
  });
});
