// What is drawn of each box stays the same object while nothing about it changes.
import { describe, expect, it } from 'vitest';
import { createItemKeeper } from '../../../src/view/stage/items';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import { stageWords } from '../../../src/words';
import { crowd } from '../../fixtures/crowds';
import { runOf } from '../../layout/worlds';

const nobody = { labels: new Map<string, string>(), ranks: new Map<string, number>(), selected: null };

function boxes() {
  const run = runOf([crowd]);
  run.seek(1_000_000);
  return layoutStage(run.view(), { width: 1200, height: 600 }, { words: stageWords }).boxes;
}

describe('createItemKeeper', () => {
  it('gives the very list of before when nothing changed', () => {
    const all = boxes();
    const keep = createItemKeeper();
    const first = keep(all, { ...nobody, reachable: null });
    expect(keep([...all], { ...nobody, labels: new Map(), reachable: null })).toBe(first);
  });

  it('makes anew only the boxes that are selected, named or reached otherwise', () => {
    const all = boxes();
    const [one, two, three] = all;
    const keep = createItemKeeper();
    const before = keep(all, { ...nobody, reachable: one!.id });
    const labels = new Map([[three!.id, 'the third']]);
    const after = keep(all, { ...nobody, labels, selected: two!.id, reachable: one!.id });
    const changed = after.filter((item, at) => item !== before[at]);
    expect(changed.map(({ box, label, pressed }) => [box.id, label, pressed])).toEqual([
      [two!.id, '', true],
      [three!.id, 'the third', false],
    ]);
    expect(after.map(({ reachable }) => reachable)).toEqual(all.map(({ id }) => id === one!.id));
  });

  it('leaves all out of the reach of keys when no key leads to any', () => {
    const items = createItemKeeper()(boxes(), { ...nobody, reachable: null });
    expect(items.every(({ reachable }) => reachable === null)).toBe(true);
  });
});
