// Memory is charged level by level, and a reservation is charged once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_SIZE, findNoRoom, sumMemory } from '../../../src/sim/resources/memory';
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

describe('sums of a tree', () => {
  it('charge a host with a reservation, not with what is used inside it', () => {
    // host > hypervisor (1) > vm (4, reserved) > kernel (0.3) > process (0.75)
    const tree = {
      parent: [-1, 0, 1, 2, 3],
      own: [0, 1024, 0, 300, 768],
      reserved: [NO_SIZE, NO_SIZE, 4096, NO_SIZE, NO_SIZE],
    };
    const { charged, taken } = sumMemory(tree);
    expect([...charged]).toEqual([5120, 5120, 1068, 1068, 768]);
    expect([...taken]).toEqual([5120, 5120, 4096, 1068, 768]);
  });

  it('add up at every node of any tree', () => {
    const node = fc.record({
      above: fc.nat(),
      own: fc.nat(2 ** 31),
      reserved: fc.option(fc.nat(2 ** 31), { nil: NO_SIZE }),
    });
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 40 }), (nodes) => {
        const parent = nodes.map(({ above }, i) => (i === 0 ? -1 : above % i));
        const own = nodes.map((n) => n.own);
        const reserved = nodes.map((n) => n.reserved);
        const { charged, taken } = sumMemory({ parent, own, reserved });
        const byHand = (i: number): number =>
          own[i]! + parent.reduce((sum, p, child) => (p === i ? sum + takenByHand(child) : sum), 0);
        const takenByHand = (i: number) => (reserved[i] === NO_SIZE ? byHand(i) : reserved[i]!);
        expect([...charged]).toEqual(nodes.map((_, i) => byHand(i)));
        expect([...taken]).toEqual(nodes.map((_, i) => takenByHand(i)));
      }),
    );
  });

  it('refuse a child before its parent', () => {
    expect(() => sumMemory({ parent: [1, -1], own: [0, 0], reserved: [-1, -1] })).toThrow(RangeError);
  });
});
