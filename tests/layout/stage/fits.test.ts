// A stage that may not grow: hosts side by side or stacked, whichever leaves more to see, and never higher than it is.
import { describe, expect, it } from 'vitest';
import { bottom, right } from '../../../src/layout/rect';
import { arrangeHosts } from '../../../src/layout/stage/frames';
import { furnitureFor } from '../../../src/layout/stage/furniture';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import { textStyleFor } from '../../../src/layout/stage/textStyle';
import { stageWords } from '../../../src/words';
import { references, runOf } from '../worlds';

/** What is left for the stage in frames from 320x240 up. */
const SIZES = [
  { width: 312, height: 196 },
  { width: 472, height: 222 },
  { width: 312, height: 510 },
  { width: 632, height: 310 },
  { width: 1264, height: 600 },
];

const two = (width: number, height: number) => {
  const furniture = furnitureFor({ rows: [0, 0], lines: 1, shelf: 0 }, { width, fits: true }, 13);
  return arrangeHosts([16, 16], { width, height, fits: true }, furniture, 1).places.map(({ frame }) => frame);
};

describe('a stage that may not grow', () => {
  it('puts two hosts beside each other where it is low, over each other where it is narrow and high', () => {
    const [left, beside] = two(312, 196);
    expect(beside!.y).toBe(left!.y);
    const [upper, lower] = two(312, 510);
    expect(lower!.y).toBeGreaterThan(bottom(upper!));
    expect(lower!.width).toBe(upper!.width);
  });

  it.each(Object.entries(references).filter(([name]) => !name.startsWith('three')))(
    'holds %s in every size, with all that is written on it',
    (_, boxes) => {
      const view = runOf(boxes).view();
      for (const size of SIZES) {
        const text = textStyleFor(size.width, 1, size.height);
        const scene = layoutStage(view, { ...size, fits: true }, { words: stageWords, text });
        expect(scene.height).toBe(size.height);
        for (const { rect, key } of scene.labels) {
          expect(rect.x, key).toBeGreaterThanOrEqual(-1);
          expect(right(rect), key).toBeLessThanOrEqual(size.width + 1);
          expect(bottom(rect), key).toBeLessThanOrEqual(size.height + 1);
        }
      }
    },
  );

  it('holds three hosts from 480 px on', () => {
    for (const name of ['three hosts', 'three scales'])
      for (const size of SIZES.filter(({ width }) => width > 400)) {
        const text = textStyleFor(size.width, 1, size.height);
        const view = runOf(references[name]!).view();
        const scene = layoutStage(view, { ...size, fits: true }, { words: stageWords, text });
        expect(scene.height, `${name} ${size.width}`).toBe(size.height);
        expect(Math.max(...scene.labels.map(({ rect }) => right(rect)))).toBeLessThanOrEqual(size.width + 1);
      }
  });
});
