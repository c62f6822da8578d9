// What is said of memory stands where it is true, at every moment of every lesson: of dots in them or at the end of a line
// from them, of what is free in the white, at no box and at no limit; and a tile says what it is for.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { limitLines } from '../../../src/layout/gauge/memoryLimits';
import { allWords } from '../../../src/layout/label/allWords';
import { unusedRects } from '../../../src/layout/label/notes';
import { contains, grow, overlaps, type Point } from '../../../src/layout/rect';
import type { LabelScene, StageScene } from '../../../src/layout/stage/scene';
import type { WorldView } from '../../../src/sim';
import { lessonInstants, ROOMS, stageIn } from '../lessonStages';

const said = ({ lines }: LabelScene) => lines.map(({ text }) => text).join(' ');
const at = (point: Point) => ({ ...point, width: 0, height: 0 });

/** Words of dots that are not in any, and from which no line leads to any. */
function besideDots({ boxes, labels }: StageScene): string[] {
  const dots = unusedRects(boxes).map(({ rect }) => rect);
  return labels
    .filter(({ key, role }) => role === 'reserved' && key.startsWith('reserved '))
    .filter(({ rect, leaders }) => {
      const ends = leaders.flatMap((points) => points.slice(-1));
      return ![rect, ...ends.map(at)].some((each) => dots.some((room) => contains(room, each)));
    })
    .map((label) => `${said(label)} beside the dots`);
}

/** Words of what is free that stand on a box, or right at a limit. */
function besideFree(scene: StageScene, view: WorldView): string[] {
  const limits = limitLines(scene, view);
  return scene.labels
    .filter(({ role }) => role === 'free')
    .flatMap((label) => {
      const near = { ...label.rect, height: label.rect.height + label.size / 2 };
      const on = scene.boxes.filter(({ drawn }) => overlaps(drawn, label.rect)).map(({ id }) => id);
      const at = limits.filter((line) => overlaps(grow(line, 0.1), near)).map(() => 'a limit');
      return [...on, ...at].map((what) => `${said(label)} at ${what}`);
    });
}

/** Tiles of the common scale without what they are for, or with half of that. */
function bareTiles({ tiles, hosts, labels }: StageScene): string[] {
  const common = tiles.filter(({ host }) => hosts.some(({ id, ownScale }) => id === host && !ownScale));
  return common.flatMap(({ host }) => {
    const note = labels.find(({ key }) => key === `note ${host}`);
    return note !== undefined && said(note).startsWith('area is memory:') ? [] : [`a bare tile on ${host}`];
  });
}

describe.each(lessons)('$slug', (lesson) => {
  it('says of memory only what is there', async () => {
    const found = new Set<string>();
    for await (const { step, view } of lessonInstants(lesson)) {
      for (const size of ROOMS) {
        const scene = stageIn(view, size, allWords);
        for (const fault of [...besideDots(scene), ...besideFree(scene, view), ...bareTiles(scene)])
          found.add(`${step}, ${size.width}x${size.height}: ${fault}`);
      }
    }
    expect([...found]).toEqual([]);
  });
});
