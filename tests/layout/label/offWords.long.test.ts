// What is off is said to be off: on every tile of a host in one size, and in the same word at every size of the stage.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { allWords } from '../../../src/layout/label/allWords';
import type { LabelScene, StageScene } from '../../../src/layout/stage/scene';
import type { WorldView } from '../../../src/sim';
import { stageWords } from '../../../src/words';
import { lessonInstants, recallInstants, stageIn } from '../lessonStages';

/** The stage on a phone, in a slide, on a laptop and a large screen, and beside an inspector. */
const sizes = [
  { width: 328, height: 0 },
  { width: 663, height: 325 },
  { width: 712, height: 400, fits: true, text: { size: 14, smallest: 12 } },
  { width: 928, height: 380 },
  { width: 1483, height: 553 },
];

/** A host so narrow has room for the names of tiles alone, px. */
const narrow = 90;

const textOf = ({ lines }: LabelScene) => lines.map(({ text }) => text).join(' ');

/** The word of each box of its own that is off, by its id; null where it has its name alone. */
function wordsOfOff(scene: StageScene, view: WorldView): [string, string | null][] {
  return scene.boxes.flatMap((box): [string, string | null][] => {
    if (box.look !== 'off' || box.bundle !== null || box.build === 'wrap') return [];
    const label = scene.labels.find(({ of, role }) => of[0] === box.id && role === 'name');
    if (label === undefined) return [];
    const entity = view.get(box.within?.[1] ?? box.id);
    const names = entity === undefined ? [] : stageWords.name(entity, view);
    const text = textOf(label);
    const name = [...names, stageWords.name(view.get(box.id)!, view)[0]!].find((each) =>
      text.startsWith(each),
    );
    const word = text.slice(name?.length ?? 0).replace(/^:? /u, '');
    return [[box.id, word === '' ? null : word]];
  });
}

/** Tiles that say nothing of themselves, or stand in one row in several sizes. */
function faultsOfTiles(
  { boxes, labels, hosts }: StageScene,
  words: ReadonlyMap<string, string | null>,
): string[] {
  const wide = new Set(hosts.filter(({ area }) => area.width >= narrow).map(({ id }) => id));
  const tiles = boxes.filter(
    ({ build, bundle, host }) => build === 'tile' && bundle === null && wide.has(host),
  );
  const silent = tiles.filter(({ id }) => !words.get(id)).map(({ id }) => `${id} does not say how it is`);
  const uneven = [...new Set(tiles.map(({ host }) => host))].flatMap((host) => {
    const here = tiles.filter((tile) => tile.host === host).map(({ id }) => id);
    const written = new Set(labels.filter(({ of }) => here.includes(of[0]!)).map(({ size }) => size));
    return written.size > 1 ? [`${host}: tiles in ${[...written].join(' and ')} px`] : [];
  });
  return [...silent, ...uneven];
}

describe.each(lessons)('$slug', (lesson) => {
  it('says of all that is off that it is', async () => {
    const found = new Set<string>();
    for (const instants of [recallInstants, lessonInstants])
      for await (const { step, view, at } of instants(lesson)) {
        const said = new Map<string, string>();
        for (const size of sizes) {
          const scene = stageIn(view, size, allWords);
          const words = new Map(wordsOfOff(scene, view));
          const where = `${step}, ${size.width}x${size.height}, ${at / 1e6}`;
          for (const fault of faultsOfTiles(scene, words)) found.add(`${where}: ${fault}`);
          for (const [id, word] of words) {
            if (word === null) continue;
            const before = said.get(id) ?? word;
            said.set(id, before);
            if (before !== word) found.add(`${where}: ${id} is "${word}", elsewhere "${before}"`);
          }
        }
      }
    expect([...found]).toEqual([]);
  });

  it('says the same of copies that do not run, while their machines start', async () => {
    const found = new Set<string>();
    for await (const { view, at } of recallInstants(lesson)) {
      for (const size of sizes) {
        const scene = stageIn(view, size, allWords);
        const words = wordsOfOff(scene, view).filter(([id]) => id.startsWith('process/'));
        if (new Set(words.map(([, word]) => word)).size > 1)
          found.add(`${size.width}, ${at / 1e6}: ${words.map((each) => each.join(' ')).join(', ')}`);
      }
    }
    expect([...found]).toEqual([]);
  });
});
