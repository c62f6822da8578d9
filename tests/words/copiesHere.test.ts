// Copies that are still to come are none of those that are counted, in the picture and in words, in any lesson.
import { lessons } from 'virtual:lessons';
import { expect, it } from 'vitest';
import { scenarioOf } from '../../src/lesson/content';
import { worldOf } from '../../src/lesson/crossCheck';
import { createRun, SECOND, type Entity } from '../../src/sim';
import { servingWords, stageWords } from '../../src/words';
import { floorsOf } from '../../src/words/name';

it('says of how many that are here', async () => {
  let toCome = 0;
  for (const entry of lessons) {
    const content = await entry.open();
    content.page.steps.forEach((_, step) => {
      const view = createRun(scenarioOf(content, worldOf(content.page, step))).view();
      const copies = view.ofKind('process').filter(({ context }) => typeof context['service'] === 'string');
      const away = copies.filter(({ id }) => view.deliveryOf(id) !== null);
      toCome += away.length;
      for (const copy of away) expect(servingWords(copy, view)).toBeNull();
      const told = view.ofKind('host').map((host) => stageWords.copiesServing(host, view).at(-1));
      const sum = told.reduce((all, words) => all + Number(words?.replace(/^.* of /, '') ?? 0), 0);
      const isPlaced = (copy: Entity) => floorsOf(copy, view).at(-1)?.kind === 'host';
      expect(sum).toBe(copies.filter((copy) => !away.includes(copy) && isPlaced(copy)).length);
    });
  }
  expect(toCome).toBeGreaterThan(0);
});

it('counts one that was refused, as one that did not start', async () => {
  const content = await lessons.find(({ number }) => number === 1)!.open();
  const step = content.page.steps.findIndex(({ slug }) => slug === 'files-of-its-own');
  const run = createRun(scenarioOf(content, worldOf(content.page, step)));
  const told = () => servingWords(run.view().get('host/server-b')!, run.view());
  expect(told()).toBeNull();
  run.do({ name: 'run-image', target: 'container/box-b', args: { image: 'artifact/search-image' } });
  run.seek(60 * SECOND);
  expect(run.view().deliveryOf('process/box-b-search')).toBe('refused');
  expect(told()).toBe('0 of 1 copy serving');
});
