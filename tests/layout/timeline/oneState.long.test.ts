// The stage and the lanes tell one state of a copy: what one draws as fallen is not stopped in order on the other.
import { expect, it } from 'vitest';
import { historiesOf, stateAt } from '../../../src/layout/timeline/histories';
import { lookOf } from '../../../src/layout/stage/look';
import { solved } from './lessonLines';

const LOOKS: Readonly<Record<string, string>> = { fallen: 'fallen', stopped: 'off' };

it('a copy that fell, and one that somebody stopped, look so on the stage and on the lanes of every lesson', () => {
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const { name, facts, start, made, view, furthest } of solved) {
    for (const history of historiesOf(facts, start, made)) {
      const copy = view.get(history.copy);
      const lane = stateAt(history, furthest);
      const look = LOOKS[lane];
      if (copy === undefined || look === undefined) continue;
      seen.add(lane);
      if (lookOf(copy) !== look)
        wrong.push(`${name}: ${copy.id} is ${lane} on its lane, ${lookOf(copy)} on the stage`);
    }
  }
  expect(wrong).toEqual([]);
  expect([...seen].sort()).toEqual(['fallen', 'stopped']);
});
