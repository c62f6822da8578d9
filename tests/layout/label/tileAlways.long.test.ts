// Area is memory on every stage: wherever memory is drawn, something says how much of it an area is.
import { lessons } from 'virtual:lessons';
import { expect, it } from 'vitest';
import { allWords } from '../../../src/layout/label/allWords';
import { overlaps } from '../../../src/layout/rect';
import { lessonInstants, recallInstants, ROOMS, solvedSteps, stageIn } from '../lessonStages';

it.each(lessons)('says in $slug how much memory an area is, over no box and no word', async (lesson) => {
  const faults = new Set<string>();
  for (const instants of [lessonInstants, recallInstants]) {
    for await (const { step, view } of instants(lesson)) {
      if (view.ofKind('host').every(({ holds }) => holds.length === 0)) continue;
      for (const room of ROOMS) {
        const { tiles, labels, boxes } = stageIn(view, room, allWords);
        const where = `${step} at ${room.width}x${room.height}`;
        const words = labels.filter(({ role }) => role === 'tile');
        if (tiles.length === 0 || !words.some(({ key }) => key.startsWith('note '))) faults.add(where);
        for (const rect of [...tiles, ...words].map((each) => each.rect)) {
          for (const { drawn, id, build } of boxes)
            if (build === 'tile' && overlaps(drawn, rect)) faults.add(`${where}: on ${id}`);
          for (const { key, role, rect: word } of labels)
            if (role !== 'tile' && overlaps(word, rect)) faults.add(`${where}: on the word ${key}`);
        }
      }
    }
  }
  expect([...faults]).toEqual([]);
});

/** So many instants of a step are looked at. */
const looked = 40;

it.each(lessons)('says so in $slug at every instant of a run whose start is known', async (lesson) => {
  const faults = new Set<string>();
  for await (const { slug, run } of solvedSteps(lesson)) {
    const happened = [...new Set([0, ...run.facts.slice(0).map(({ at }) => at), run.head])];
    const instants = happened.filter((at) => at <= run.head).sort((one, other) => one - other);
    const each = Math.ceil(instants.length / looked);
    run.seek(0);
    const start = run.view().entities;
    for (const at of instants.filter((_, nth) => nth % each === 0)) {
      run.seek(at);
      const view = run.view();
      if (view.ofKind('host').every(({ holds }) => holds.length === 0)) continue;
      for (const room of ROOMS) {
        const { tiles, labels } = stageIn(view, room, allWords, start);
        const isSaid = labels.some(({ role, key }) => role === 'tile' && key.startsWith('note '));
        if (tiles.length === 0 || !isSaid) faults.add(`${slug} at ${at}, ${room.width}x${room.height}`);
      }
    }
  }
  expect([...faults]).toEqual([]);
});
