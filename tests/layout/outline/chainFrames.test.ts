// Frames of what is selected and of what it stands on leave every box its colour.
import { describe, expect, it } from 'vitest';
import { chosenFrame, floorFrames, type Stroke } from '../../../src/layout/outline/chainFrames';
import { bottom, type Rect } from '../../../src/layout/rect';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import type { StageScene } from '../../../src/layout/stage/scene';
import { chainOf } from '../../../src/layout/stage/walk';
import { stageWords } from '../../../src/words';
import { references, runOf, sizes } from '../worlds';

/** How much of the height of `box`, at its middle, no stroke covers; 0 to 1. */
function seen(box: Rect, strokes: readonly Stroke[]): number {
  const bands = strokes
    .filter(({ rect }) => rect.x <= box.x + box.width / 2 && box.x + box.width / 2 <= rect.x + rect.width)
    .flatMap(({ rect, width }) => [rect.y, bottom(rect)].map((y) => [y - width / 2, y + width / 2] as const));
  const steps = 200;
  const free = Array.from({ length: steps }, (_, at) => box.y + ((at + 0.5) * box.height) / steps).filter(
    (y) => !bands.some(([from, to]) => from < y && y < to),
  );
  return free.length / steps;
}

/** Boxes of a chain that show less than two fifths of their height while the uppermost is selected. */
function hidden(scene: StageScene, id: string): string[] {
  const frames = [...floorFrames(scene, id), chosenFrame(scene, id)!];
  const strokes = frames.flatMap(({ line, halo }) => [line, halo]);
  const chain = chainOf(scene, id).flatMap((each) => scene.boxes.filter((box) => box.id === each));
  return chain.filter(({ drawn }) => drawn.height >= 4 && seen(drawn, strokes) < 0.4).map((box) => box.id);
}

describe.each(Object.keys(references))('%s', (world) => {
  it.each(sizes)('shows the floors under what is selected at $width px', (size) => {
    const scene = layoutStage(runOf(references[world]!).view(), size, { words: stageWords });
    expect(scene.boxes.flatMap(({ id }) => hidden(scene, id).map((floor) => `${floor} under ${id}`))).toEqual(
      [],
    );
  });
});

it('draws what is selected in a clearer frame than what it stands on, also a low floor in a large VM', () => {
  const scene = layoutStage(runOf(references['host-a']!).view(), sizes[0], { words: stageWords });
  for (const id of ['kernel/vm-2', 'process/a-cart-1', 'vm/vm-2'])
    for (const { line } of floorFrames(scene, id))
      expect(chosenFrame(scene, id)!.line.width).toBeGreaterThanOrEqual(2.5 * line.width);
});

it('frames nothing where nothing is selected, and a whole host where that is', () => {
  const scene = layoutStage(runOf(references['host-a']!).view(), sizes[0], { words: stageWords });
  expect([floorFrames(scene, null), chosenFrame(scene, null)]).toEqual([[], null]);
  expect(floorFrames(scene, 'host/host-a')).toEqual([]);
  const { rect } = chosenFrame(scene, 'host/host-a')!.line;
  const { frame, foundation } = scene.hosts[0]!;
  expect(Math.abs(rect.y - frame.y)).toBeLessThan(2);
  expect(Math.abs(bottom(rect) - bottom(foundation))).toBeLessThan(2);
});
