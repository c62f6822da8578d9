// Memory is charged level by level, and a reservation is charged once.
import { describe, expect, it } from 'vitest';
import { NO_SIZE, findNoRoom } from '../../../src/sim/resources/memory';
import type { MemoryLevel } from '../../../src/sim/resources/memory';

const MIB = 1024 * 1024;
const level = (size: number, charged: number, reserves = false): MemoryLevel => ({ size, charged, reserves });

describe('a request for memory', () => {
  const container = level(512 * MIB, 400 * MIB);
  const kernel = level(NO_SIZE, 900 * MIB);
  const vm = level(4096 * MIB, 4000 * MIB, true);
  const host = level(8192 * MIB, 8192 * MIB);

  it('fits when every level down to the reservation has room; the full host below does not matter', () => {
    expect(findNoRoom([container, kernel, vm, host], 96 * MIB)).toBeNull();
  });

  it('is stopped by the first level without room, with what is missing', () => {
    expect(findNoRoom([container, kernel, vm, host], 113 * MIB)).toEqual({
      level: 0,
      freeBytes: 112 * MIB,
      missingBytes: MIB,
    });
    expect(findNoRoom([kernel, vm, host], 97 * MIB)).toEqual({
      level: 1,
      freeBytes: 96 * MIB,
      missingBytes: MIB,
    });
    expect(findNoRoom([kernel, host], 1)).toEqual({ level: 1, freeBytes: 0, missingBytes: 1 });
  });

  it('may use the last byte, and none after it', () => {
    expect(findNoRoom([level(10, 4)], 6)).toBeNull();
    expect(findNoRoom([level(10, 4)], 7)?.missingBytes).toBe(1);
    expect(findNoRoom([level(10, 12)], 3)).toEqual({ level: 0, freeBytes: 0, missingBytes: 3 });
  });

  it.each([-1, 0.5, NaN])('of %d bytes is refused', (bytes) => {
    expect(() => findNoRoom([], bytes)).toThrow(RangeError);
  });
});
