// What is asked for in every frame is done twice a second.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPatience } from '../../../src/view/stage/patience';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('is done once for all times that it is asked for, and again when it is asked for later', () => {
  const act = vi.fn();
  const patience = createPatience(act);
  for (let frame = 0; frame < 100; frame++) {
    patience.ask();
    vi.advanceTimersByTime(20);
  }
  expect(act.mock.calls.length).toBeGreaterThanOrEqual(2);
  expect(act.mock.calls.length).toBeLessThanOrEqual(4);
});

it('is done although it is asked for once only', () => {
  const act = vi.fn();
  createPatience(act).ask();
  vi.advanceTimersByTime(1_000);
  expect(act).toHaveBeenCalledTimes(1);
});

it('is not done any more when it is called off', () => {
  const act = vi.fn();
  const patience = createPatience(act);
  patience.ask();
  vi.advanceTimersByTime(600);
  patience.callOff();
  vi.advanceTimersByTime(2_000);
  expect(act).not.toHaveBeenCalled();
});
