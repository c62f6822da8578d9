// What stands on what, and how much memory it is, reads right at every moment of every lesson: no floor is named under one
// that it stands on or over what stands on it, no tab looks like a part of its box or tells far from it how it is, no word
// is cut by its floor's edge.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { allWords } from '../../../src/layout/label/allWords';
import { bottom, overlaps, right } from '../../../src/layout/rect';
import type { BoxScene, LabelScene, StageScene } from '../../../src/layout/stage/scene';
import { sideBySideFrom } from '../../../src/layout/stage/frames';
import { letters } from '../../../src/layout/text/measure';
import { lessonInstants, recallInstants, ROOMS, stageIn } from '../lessonStages';

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

/** Floors, where they are named by a tab. */
const tabsOf = ({ boxes, labels }: StageScene) =>
  labels.flatMap((label) =>
    label.role !== 'tab'
      ? []
      : label.of.flatMap((id) => {
          const box = boxes.find((each) => each.id === id);
          return box?.build === 'floor' ? [{ label, box }] : [];
        }),
  );

/** Tabs over what stands on their floor, or before it: they would be read as standing on that, or there. */
function aboveAll(scene: StageScene): string[] {
  return tabsOf(scene).flatMap(({ label, box }) => {
    const standing = scene.boxes.filter(
      (other) =>
        floorsUnder(other, scene).some(({ id }) => id === box.id) &&
        other.exact.x < right(label.rect) &&
        right(other.exact) > label.rect.x &&
        label.rect.y < bottom(other.exact) - 1,
    );
    return standing.length === 0
      ? []
      : [`${said(label)} (${box.id}) over ${standing.map(({ id }) => id).join()}`];
  });
}

/** Tabs that a floor's height would be read with: they stand on it without a gap, and before nothing that stands there. */
function asMemory(scene: StageScene): string[] {
  return tabsOf(scene).flatMap(({ label, box }) => {
    const gap = box.drawn.y - bottom(label.rect);
    const isBeforeFoot = scene.boxes.some(
      ({ parent, drawn }) => parent === box.id && overlaps(drawn, label.rect),
    );
    const isOn = label.rect.x < right(box.drawn) && right(label.rect) > box.drawn.x;
    return isOn && gap > -2 && gap < 3 && !isBeforeFoot ? [`${said(label)} on ${box.id}`] : [];
  });
}

/** Words that reach beyond the floor they stand in. */
function cut({ boxes, labels }: StageScene): string[] {
  return labels.flatMap((label) => {
    const box = boxes.find(({ id }) => id === label.of[0]);
    if (label.role !== 'name' || label.of.length > 1 || box?.build !== 'floor' || box.bundle) return [];
    const isCut = label.lines.some(
      ({ text, y }) =>
        y - letters.above * label.size < box.drawn.y - 0.1 ||
        y + (/[gjpqy]/.test(text) ? letters.below : 0) * label.size > bottom(box.drawn) + 0.1,
    );
    return isCut ? [`${said(label)} in ${box.id}, ${box.drawn.height} px`] : [];
  });
}

/** Words that do not tell a guest's kernel from its host's. */
const whose = ({ labels }: StageScene): string[] =>
  labels
    .filter(({ of }) => of[0]?.startsWith('kernel/'))
    .flatMap((label) => (/^OS\b/.test(said(label)) ? [said(label)] : []));

/** So many heights of a tab is one with more than a name from its box at most: its line would be taken for another's. */
const farthest = 2.5;

/** Tabs that say more than a name far over their box, where the stage has the width for what is near. */
const farAway = ({ boxes, labels, width }: StageScene): string[] =>
  labels.flatMap((label) => {
    const box = boxes.find(({ id }) => id === label.of[0]);
    if (label.role !== 'tab' || box === undefined || width < sideBySideFrom) return [];
    const away = box.drawn.y - bottom(label.rect);
    return said(label).includes(':') && away > farthest * label.rect.height
      ? [`${said(label)} is ${Math.round(away)} px over ${box.id}`]
      : [];
  });

const laws = { upsideDown, aboveAll, asMemory, cut, whose, farAway };

describe.each(lessons)('$slug', (lesson) => {
  it('names each floor where it is, and no higher than it is', async () => {
    const found = new Set<string>();
    for (const instants of [lessonInstants(lesson), recallInstants(lesson)]) {
      for await (const { step, view } of instants) {
        for (const size of ROOMS) {
          const scene = stageIn(view, size, allWords);
          for (const [law, faults] of Object.entries(laws))
            for (const fault of faults(scene))
              found.add(`${step}, ${size.width}x${size.height}, ${law}: ${fault}`);
        }
      }
    }
    expect([...found]).toEqual([]);
  });
});
