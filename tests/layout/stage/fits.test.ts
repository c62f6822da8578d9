// A stage that may not grow: hosts side by side or stacked, whichever leaves more to see, and never higher than it is.
import { describe, expect, it } from 'vitest';
import { allWords } from '../../../src/layout/label/allWords';
import { bottom, right, type Rect } from '../../../src/layout/rect';
import { arrangeHosts } from '../../../src/layout/stage/frames';
import { furnitureFor } from '../../../src/layout/stage/furniture';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import { textStyleFor } from '../../../src/layout/stage/textStyle';
import { createRun } from '../../../src/sim';
import { stageWords } from '../../../src/words';
import { scenario as manyComputers } from '../../../lessons/02-many-computers-in-one/scenario';
import { computer, hostA } from '../../fixtures/worlds';
import { references, runOf } from '../worlds';

/** What is left for the stage in frames from 320x240 up. */
const SIZES = [
  { width: 312, height: 196 },
  { width: 472, height: 222 },
  { width: 312, height: 510 },
  { width: 632, height: 310 },
  { width: 1264, height: 600 },
];

/** Whether two rectangles share more than their edges, by a pixel. */
const overlap = (a: Rect, b: Rect) =>
  right(a) - 1 > b.x && right(b) - 1 > a.x && bottom(a) - 1 > b.y && bottom(b) - 1 > a.y;

const two = (width: number, height: number) => {
  const furniture = furnitureFor(
    { rows: [0, 0], lines: 1, shelf: 0, kept: 0 },
    { width, fits: true },
    13,
    false,
  );
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
        const text = textStyleFor(size.width, size.height);
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

  it.each(SIZES)('holds seven hosts on one scale at $width x $height, each with its name', (size) => {
    const computers = [1, 2, 3, 4, 5, 6].map((at) => computer(`pc-${at}`));
    const view = runOf([hostA, ...computers]).view();
    const text = textStyleFor(size.width, size.height);
    const scene = layoutStage(view, { ...size, fits: true }, { words: stageWords, text });
    expect(scene.height).toBe(size.height);
    expect(scene.hosts.filter(({ ownScale }) => ownScale)).toEqual([]);
    const areas = scene.hosts.map(({ area }) => area);
    expect(Math.max(...areas.map(right))).toBeLessThanOrEqual(size.width + 1);
    expect(Math.min(...scene.hosts.map(({ frame }) => frame.height))).toBeGreaterThanOrEqual(40);
    expect(scene.labels.filter(({ role }) => role === 'title')).toHaveLength(7);
    // No word lies on another, on the cells of the hardware, or outside.
    const cells = scene.hosts.flatMap(({ cores }) => cores.map(({ rect }) => rect));
    expect(cells.length).toBeGreaterThanOrEqual(7);
    const rects = scene.labels.map(({ rect }) => rect);
    for (const [at, rect] of rects.entries()) {
      expect(right(rect)).toBeLessThanOrEqual(size.width + 1);
      for (const other of [...cells, ...rects.slice(at + 1)]) expect(overlap(rect, other)).toBe(false);
    }
  });

  it('holds three hosts from 480 px on', () => {
    for (const name of ['three hosts', 'three scales'])
      for (const size of SIZES.filter(({ width }) => width > 400)) {
        const text = textStyleFor(size.width, size.height);
        const view = runOf(references[name]!).view();
        const scene = layoutStage(view, { ...size, fits: true }, { words: stageWords, text });
        expect(scene.height, `${name} ${size.width}`).toBe(size.height);
        expect(Math.max(...scene.labels.map(({ rect }) => right(rect)))).toBeLessThanOrEqual(size.width + 1);
      }
  });
});

it('names the program on each of six hosts beside each other on a projector of 1024 x 768', () => {
  const view = createRun({ id: 'six', seed: 2, world: manyComputers.worlds['six-stacks']! }).view();
  const text = { size: 18, smallest: 14.6 };
  const options = { words: stageWords, late: allWords, text };
  const scene = layoutStage(view, { width: 976, height: 297, fits: true }, options);
  const named = scene.labels.flatMap(({ of, lines }) => (lines[0]?.text === 'cart' ? of : []));
  expect(named.sort()).toEqual(
    view
      .ofKind('process')
      .flatMap(({ id, context }) => (context['service'] === 'cart' ? [id] : []))
      .sort(),
  );
});
