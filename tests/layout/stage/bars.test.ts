// Bars move with time, all at once, and only when it can be seen.
import { describe, expect, it } from 'vitest';
import { scenario as guests } from '../../../lessons/03-what-a-guest-os-costs/scenario';
import { createBarKeeper, layoutBars } from '../../../src/layout/stage/bars';
import { createSceneKeeper } from '../../../src/layout/stage/keepScene';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import { bottom } from '../../../src/layout/rect';
import { stageWords } from '../../../src/words';
import { restless, restlessBetween, spread } from '../../fixtures/crowds';
import { scenario } from '../../fixtures/worlds';
import { createRun } from '../../../src/sim';

const SECOND = 1_000_000;
const options = { words: stageWords };
const size = { width: 580, height: 0 };
const [from] = restlessBetween;

const restlessRun = () => {
  const run = createRun(scenario(spread, restless(spread)));
  run.seek(from * SECOND);
  return run;
};

describe('bars', () => {
  it('stand at the foot of every box that starts or waits, as long as it has done so', () => {
    const view = restlessRun().view();
    const scene = layoutStage(view, size, options);
    const bars = layoutBars(scene, view);
    expect(bars.flatMap(({ parts }) => parts)).toHaveLength(200);
    const starting = scene.boxes.find(({ id }) => id === 'process/spread-1-search-2')!;
    const part = bars[0]!.parts.find(({ x }) => x === starting.drawn.x)!;
    const { since, due } = view.get(starting.id)!;
    expect(bottom(part)).toBe(bottom(starting.drawn));
    expect(part.width / starting.drawn.width).toBeCloseTo((view.at - since) / (due! - since), 1);
  });

  it('of a VM whose guest OS is still off stand at its head, over its name and not on that floor', () => {
    const run = createRun({ id: 'twelve-vms', seed: 3, world: guests.worlds['twelve-vms']! });
    expect(run.do({ name: 'start-vm', target: 'vm/vm-1' }).done).toBe(true);
    run.seek(0.5 * SECOND);
    const scene = layoutStage(run.view(), { width: 1008, height: 370 }, options);
    const [vm, floor] = ['vm/vm-1', 'kernel/vm-1'].map((id) => scene.boxes.find((box) => box.id === id)!);
    const parts = layoutBars(scene, run.view()).flatMap((bars) => bars.parts);
    expect(parts.map(({ y }) => y)).toEqual([vm!.drawn.y]);
    expect(bottom(parts[0]!)).toBeLessThan(floor!.drawn.y);
  });

  it('are the same objects, and the scene too, until one is seen to move; then all move', () => {
    const run = restlessRun();
    const [keep, keepBars] = [createSceneKeeper(), createBarKeeper()];
    const at = (time: number) => {
      run.seek(from * SECOND + time);
      const view = run.view();
      const scene = keep(view, size, options);
      expect(keepBars(scene, view)).toEqual(layoutBars(scene, view));
      return { scene, bars: keepBars(scene, view) };
    };
    const first = at(500_000);
    const soon = at(510_000);
    const later = at(900_000);
    expect(soon.scene).toBe(first.scene);
    expect(soon.bars).toBe(first.bars);
    expect(later.bars.every((each, host) => each !== first.bars[host])).toBe(true);
  });

  it('are of what runs now, however alike the scene looks', () => {
    const run = restlessRun();
    const keepBars = createBarKeeper();
    const scene = layoutStage(run.view(), size, options);
    keepBars(scene, run.view());
    run.seek(48 * SECOND);
    expect(keepBars(scene, run.view())).toEqual(layoutBars(scene, run.view()));
  });
});
