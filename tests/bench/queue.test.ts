// One queue, one server: engine and SimJS find the same waits to the microsecond.
import { expect, it } from 'vitest';
import { queueOnEngine } from './queue/engine';
import { MEAN_WAIT_IN_THEORY, drawSamples } from './queue/samples';
import { meanWaitInSimJs } from './queue/simjs';

it('waits as long on the engine as in SimJS, near what theory says', () => {
  const samples = drawSamples(20_000);
  const wait = queueOnEngine(samples)();
  expect(wait).toBe(meanWaitInSimJs(samples));
  expect(Math.abs(wait / MEAN_WAIT_IN_THEORY - 1)).toBeLessThan(0.2);
});
