// Columns of one floor: equal where possible, widened where one would be too high.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnWidths, widthOfRooms } from '../../../src/layout/stage/columns';

const rounded = (widths: number[]) => widths.map((width) => Math.round(width * 100) / 100);

describe('widthOfRooms', () => {
  it('leaves some of the floor free where a few rooms would be low', () => {
    expect(widthOfRooms([14_000], 1_000, 100)).toBeCloseTo(200);
    expect(widthOfRooms([14_000, 14_000], 1_000, 100)).toBeCloseTo(400);
  });

  it('keeps a width for each, and all of the floor where they are fairly high', () => {
    expect(widthOfRooms([1_400, 1_400], 1_000, 100)).toBe(192);
    expect(widthOfRooms([1_400, 1_400], 150, 100)).toBe(150);
    expect(widthOfRooms([40_000, 35_000], 1_000, 100)).toBe(1_000);
    expect(widthOfRooms([], 1_000, 100)).toBe(1_000);
    expect(widthOfRooms([1], 1_000, -5)).toBe(1_000);
  });
});

describe('columnWidths', () => {
  it('is equal when all fit', () => {
    expect(rounded(columnWidths([100, 50, 10], 90, 10))).toEqual([30, 30, 30]);
  });

  it('widens the one that would be too high, the others share the rest', () => {
    expect(rounded(columnWidths([500, 50, 10], 90, 10))).toEqual([50, 20, 20]);
  });

  it('gives all one height, above the room, when they do not fit', () => {
    expect(rounded(columnWidths([600, 600, 300], 90, 10))).toEqual([36, 36, 18]);
  });

  it('handles no column, an empty column and no room', () => {
    expect(columnWidths([], 90, 10)).toEqual([]);
    expect(rounded(columnWidths([0, 0], 90, 10))).toEqual([45, 45]);
    expect(rounded(columnWidths([90, 90], 90, -5))).toEqual([45, 45]);
  });

  it('fills the width, keeps within the height where it can, and widens nobody without need', () => {
    const areas = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        areas,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        (list, width, height) => {
          const widths = columnWidths(list, width, height);
          const total = list.reduce((sum, area) => sum + area, 0);
          expect(widths.reduce((sum, each) => sum + each, 0)).toBeCloseTo(width, 6);
          const allowed = Math.max(height, total / width);
          const least = Math.min(...widths);
          widths.forEach((each, at) => {
            expect(list[at]!).toBeLessThanOrEqual(each * allowed * (1 + 1e-9) + 1e-9);
            if (each > least * (1 + 1e-6) + 1e-9) expect(each).toBeCloseTo(list[at]! / allowed, 6);
          });
        },
      ),
    );
  });
});
