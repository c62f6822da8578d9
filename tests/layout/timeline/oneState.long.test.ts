// The stage and the lanes tell one state of a copy: what one draws as fallen is not stopped in order on the other.
import { lessons } from 'virtual:lessons';
import { expect, it } from 'vitest';
import { historiesOf, stateAt } from '../../../src/layout/timeline/histories';
import { lookOf } from '../../../src/layout/stage/look';
import { createRun } from '../../../src/sim';
import { solvedSteps } from '../lessonStages';

const LOOKS: Readonly<Record<string, string>> = { fallen: 'fallen', stopped: 'off' };

/** Facts by which a copy may go down. */
const ENDS = /\.(fell|exited|stopped|reset|panicked|crashed|off)$/;

it('a copy that fell, and one that somebody stopped, look so on the stage and on the lanes of every lesson', async () => {
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const entry of lessons) {
    for await (const { slug, scenario, run } of solvedSteps(entry)) {
      const start = createRun(scenario).view().entities;
      const facts = run.facts.slice(0);
      const histories = historiesOf(facts, start);
      const ends = facts.filter(({ name }) => ENDS.test(name)).map(({ at }) => at);
      for (const at of new Set([...ends, run.furthest])) {
        run.seek(at);
        const view = run.view();
        for (const history of histories) {
          const copy = view.get(history.copy);
          const lane = stateAt(history, at);
          const look = LOOKS[lane];
          if (copy === undefined || look === undefined) continue;
          seen.add(lane);
          if (lookOf(copy) !== look)
            wrong.push(`${entry.number} ${slug} ${at}: ${copy.id} is ${lane}, and looks ${lookOf(copy)}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect([...seen].sort()).toEqual(['fallen', 'stopped']);
});
