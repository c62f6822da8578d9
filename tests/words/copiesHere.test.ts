// Copies that are still to come are none of those that are counted, in the picture and in words, in any lesson.
import { lessons } from 'virtual:lessons';
import { expect, it } from 'vitest';
import { scenarioOf } from '../../src/lesson/content';
import { worldOf } from '../../src/lesson/crossCheck';
import { createRun } from '../../src/sim';
import { servingWords, stageWords } from '../../src/words';
import { isToCome } from '../../src/words/toCome';

it('says of how many that are here', async () => {
  let toCome = 0;
  for (const entry of lessons) {
    const content = await entry.open();
    content.page.steps.forEach((_, step) => {
      const view = createRun(scenarioOf(content, worldOf(content.page, step))).view();
      const copies = view.ofKind('process').filter(({ context }) => typeof context['service'] === 'string');
      const away = copies.filter((copy) => isToCome(copy, view));
      toCome += away.length;
      expect(stageWords.copiesServing(away, view)).toEqual([]);
      for (const copy of away) expect(servingWords(copy, view)).toBeNull();
      const here = copies.length - away.length;
      if (here > 0) expect(stageWords.copiesServing(copies, view).at(-1)).toMatch(new RegExp(` of ${here}$`));
    });
  }
  expect(toCome).toBeGreaterThan(0);
});
