// Area is memory on every stage: wherever memory is drawn, something says how much of it an area is.
import { lessons } from 'virtual:lessons';
import { expect, it } from 'vitest';
import { allWords } from '../../../src/layout/label/allWords';
import { overlaps } from '../../../src/layout/rect';
import { lessonInstants, recallInstants, ROOMS, stageIn } from '../lessonStages';

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
