// A stage keeps its scale while its room grows by little, and never is higher than its room.
import { describe, expect, it } from 'vitest';
import { steadyHeight } from '../../../src/layout/stage/steadyHeight';

describe('steadyHeight', () => {
  it('stays while the room grows by little, and follows when it grows by more', () => {
    expect([500, 510, 574].map((now) => steadyHeight(500, now))).toEqual([500, 500, 500]);
    expect(steadyHeight(500, 576)).toBe(576);
  });

  it('gives way at once, and then stays there', () => {
    expect(steadyHeight(500, 460)).toBe(460);
    expect(steadyHeight(460, 500)).toBe(460);
  });
});
