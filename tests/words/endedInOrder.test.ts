// What its owner switched off has stopped, in the words of every box that went with it: nothing fell there.
import { lessons } from 'virtual:lessons';
import { expect, it } from 'vitest';
import { blastsNow, createRun, SECOND, type Run } from '../../src/sim';
import { stageWords, stateSentence } from '../../src/words';
import { hostA, scenario } from '../fixtures/worlds';
import { solvedSteps } from '../layout/lessonStages';

/** Boxes of ends in order that say at this instant that they fell. */
function sayingFell(run: Run): string[] {
  const view = run.view();
  return blastsNow(run.facts, run.factsAtHead, view)
    .filter(({ isOrdered }) => isOrdered)
    .flatMap(({ fell }) => fell.map((id) => view.get(id)!))
    .filter((box) =>
      [...stageWords.state(box, view), stateSentence(box, view)].some((word) => /\bfell\b/.test(word)),
    )
    .map(({ id }) => id);
}

it('a VM that is switched off, and one that fell, say so of all that is in them', () => {
  const words = (command: string) => {
    const run = createRun(scenario([hostA]));
    run.do({ name: command, target: 'vm/vm-2' });
    run.seek(SECOND);
    const view = run.view();
    const vm = view.get('vm/vm-2')!;
    const boxes = vm.holds.flatMap((id) => [
      view.get(id)!,
      ...view.get(id)!.holds.map((on) => view.get(on)!),
    ]);
    return boxes.map((box) => stageWords.state(box, view)[0]);
  };
  expect(new Set(words('stop-vm'))).toEqual(new Set(['stopped']));
  expect(new Set(words('crash-vm'))).toEqual(new Set(['fell']));
});

it('no box says that it fell where somebody ended what it stood on, in any lesson', async () => {
  const said: string[] = [];
  let ends = 0;
  for (const entry of lessons) {
    for await (const { slug, run } of solvedSteps(entry)) {
      const ended = run.facts.slice(0).filter(({ name }) => /^(?:vm|runtime)\.(?:stopped|reset)$/.test(name));
      for (const at of new Set([...ended.map((fact) => fact.at), run.furthest])) {
        run.seek(at);
        ends += blastsNow(run.facts, run.factsAtHead, run.view()).filter(({ isOrdered }) => isOrdered).length;
        said.push(...sayingFell(run).map((id) => `${entry.number} ${slug} ${at}: ${id}`));
      }
    }
  }
  expect(ends).toBeGreaterThan(0);
  expect(said).toEqual([]);
});
