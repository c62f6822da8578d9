// What stands on what reads right at every moment of every lesson: no floor is named under one that it stands on.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { allWords } from '../../../src/layout/label/allWords';
import { bottom } from '../../../src/layout/rect';
import type { BoxScene, LabelScene, StageScene } from '../../../src/layout/stage/scene';
import { lessonInstants, stageIn } from '../lessonStages';

/** The stage on laptops and on a large screen, a box being inspected beside it, on a projector and on a phone. */
const sizes = [
  { width: 663, height: 325 },
  { width: 1008, height: 370 },
  { width: 1008, height: 270 },
  { width: 1483, height: 553 },
  { width: 1856, height: 640, fits: true, text: { size: 22, smallest: 20 } },
  { width: 328, height: 0 },
];

/** The floors that a box stands on, down to the hardware. */
function floorsUnder(box: BoxScene | undefined, { boxes }: StageScene): BoxScene[] {
  const under = boxes.find(({ id }) => id === box?.parent);
  if (under === undefined) return [];
  return [...(under.build === 'floor' ? [under] : []), ...floorsUnder(under, { boxes } as StageScene)];
}

const said = ({ lines }: LabelScene) => lines.map(({ text }) => text).join(' ');

/** Words of floors that stand beside or under the word of what those stand on, or that no line leads to. */
function upsideDown(scene: StageScene): string[] {
  const { boxes, labels } = scene;
  const tabs = labels.filter(({ role }) => role === 'tab');
  const names = labels.filter(({ role }) => role === 'tab' || role === 'name');
  return tabs.flatMap((label) =>
    label.of.flatMap((id) => {
      const box = boxes.find((each) => each.id === id);
      const floors = floorsUnder(box, scene).filter(({ drawn }) => label.rect.y >= bottom(drawn) - 1);
      return floors.flatMap((floor) => {
        const word = names.find(({ of }) => of.includes(floor.id));
        const isOver = word === undefined || bottom(label.rect) < word.rect.y;
        const isLed = label.leaders.length > 0;
        return isOver && isLed ? [] : [`${said(label)} (${id}) under ${floor.id}`];
      });
    }),
  );
}

describe.each(lessons)('$slug', (lesson) => {
  it('names no floor under one that it stands on', async () => {
    const found = new Set<string>();
    for await (const { step, view } of lessonInstants(lesson)) {
      for (const size of sizes)
        for (const fault of upsideDown(stageIn(view, size, allWords)))
          found.add(`${step}, ${size.width}x${size.height}: ${fault}`);
    }
    expect([...found]).toEqual([]);
  });
});
