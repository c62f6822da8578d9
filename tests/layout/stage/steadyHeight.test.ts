// A stage keeps its scale while its room grows by little, and never is higher than its room.
import { describe, expect, it } from 'vitest';
import { createSteadyHeight } from '../../../src/layout/stage/steadyHeight';

/** A stage that was drawn first in a room of 500 px, and on which time runs since. */
function running() {
  const heightOf = createSteadyHeight();
  heightOf('at first', 900, 500);
  return (now: number) => heightOf('later', 900, now);
}

describe('createSteadyHeight', () => {
  it('stays while the room grows by little, and follows when it grows by more', () => {
    const heightFor = running();
    expect([500, 510, 574].map(heightFor)).toEqual([500, 500, 500]);
    expect(heightFor(576)).toBe(576);
  });

  it('gives way at once, and then stays there', () => {
    const heightFor = running();
    expect([460, 500].map(heightFor)).toEqual([460, 460]);
  });

  it('is as high as there is room until time runs', () => {
    const heightOf = createSteadyHeight();
    expect([480, 500, 490].map((now) => heightOf('at first', 900, now))).toEqual([480, 500, 490]);
  });

  it('is as high as there is room in a window of another width until time runs again', () => {
    const heightOf = createSteadyHeight();
    heightOf('at first', 900, 500);
    expect([480, 500].map((now) => heightOf('later', 1200, now))).toEqual([480, 500]);
    expect([490, 500].map((now) => heightOf('later still', 1200, now))).toEqual([490, 490]);
  });
});
