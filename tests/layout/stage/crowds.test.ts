// The worlds of many boxes are what they say: 200 containers, 60 VMs, and all of them restless.
import { describe, expect, it } from 'vitest';
import { createRun, type BoxSpec } from '../../../src/sim';
import { crowd, restless, restlessBetween, spread, tower } from '../../fixtures/crowds';
import { scenario } from '../../fixtures/worlds';

describe.each<[string, readonly BoxSpec[], number]>([
  ['crowd', [crowd], 200],
  ['spread', spread, 200],
])('%s', (_, boxes, count) => {
  it('has every container starting again or backing off while it is restless', () => {
    const run = createRun(scenario(boxes, restless(boxes)));
    expect(run.view().ofKind('container')).toHaveLength(count);
    for (const seconds of [restlessBetween[0], restlessBetween[1] - 0.5]) {
      run.seek(seconds * 1_000_000);
      const view = run.view();
      const processes = view.ofKind('process').filter(({ tags }) => tags.includes('starting'));
      const waiting = view.ofKind('container').filter(({ tags }) => tags.includes('waiting'));
      expect([processes.length, waiting.length]).toEqual([count / 2, count / 2]);
    }
  });
});

it('the tower has 60 VMs that serve', () => {
  const view = createRun(scenario([tower])).view();
  expect(view.ofKind('vm')).toHaveLength(60);
  expect(view.ofKind('process').every(({ tags }) => tags.includes('serving'))).toBe(true);
});
