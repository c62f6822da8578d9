// Lesson 8, the recall: what is free on its stage answers it only once it is locked and time runs.
import { expect, it } from 'vitest';
import { scenario } from '../../lessons/08-fair-shares/scenario';
import { playedOf } from '../../src/lesson/player';
import { createRun, GIBIBYTE, SECOND } from '../../src/sim';

it('has more free on its first stage than any option says, and less than a reservation afterwards', () => {
  const run = createRun({ id: 'recall', seed: 8, world: scenario.worlds['reserved']! }, [], 5 * SECOND);
  const free = (at: number) => {
    run.seek(at);
    const host = playedOf(run).world.get('host/host-b')!;
    return (Number(host.memory.size) - host.memory.charged) / GIBIBYTE;
  };
  expect(free(0)).toBeGreaterThan(12);
  expect(free(5 * SECOND)).toBeLessThan(4);
});
