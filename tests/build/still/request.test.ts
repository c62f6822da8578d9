// What `npm run still` is asked for: a moment as the solution reaches it, and the list for one that is not there.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { BadRequest, runAtMoment, usage } from '../../../src/build/still/request';
import { SECOND } from '../../../src/sim';

describe('the moments of lesson 10', async () => {
  const entry = lessons.find(({ slug }) => slug === 'one-kernel-falls')!;
  const [content, solution] = await Promise.all([entry.open(), entry.solution()]);

  it('are reached with the head at their instant', () => {
    expect(runAtMoment(content, solution, 'host-kernel-panics').head).toBe(10 * SECOND);
  });

  it('are listed where another one is asked for', () => {
    const ask = () => runAtMoment(content, solution, 'doomsday');
    expect(ask).toThrow(BadRequest);
    expect(ask).toThrow('There is no moment "doomsday"; there are cart-killed,');
    expect(ask).toThrow(usage);
  });
});
