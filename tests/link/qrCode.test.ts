// QR codes of links: the room that a code has, and the patterns by which a camera finds it.
import { describe, expect, it } from 'vitest';
import { qrCode } from '../../src/link/qrCode';

/** The three corners of a code that a camera looks for, seven modules each. */
const FINDER = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];

describe('a QR code', () => {
  it('has a finder in three corners and none in the fourth', () => {
    const rows = qrCode('https://your.site/#/lesson/one-kernel-falls')!.map((row) =>
      row.map((isDark) => (isDark ? '#' : '.')).join(''),
    );
    const corner = (x: number, y: number) =>
      rows
        .slice(y)
        .map((row) => row.slice(x, x + 7))
        .slice(0, 7);
    const far = rows.length - 7;
    expect([corner(0, 0), corner(far, 0), corner(0, far)]).toEqual([FINDER, FINDER, FINDER]);
    expect(corner(far, far)).not.toEqual(FINDER);
  });

  it('takes the smallest version that has room: 17 and 18 bytes are told apart', () => {
    expect(qrCode('x'.repeat(17))).toHaveLength(21);
    expect(qrCode('x'.repeat(18))).toHaveLength(25);
  });

  it('is none for a text that no phone reads from a screen', () => {
    expect(qrCode('x'.repeat(1273))).not.toBeNull();
    expect(qrCode('x'.repeat(1274))).toBeNull();
    // Bytes count, not letters.
    expect(qrCode('é'.repeat(637))).toBeNull();
  });
});
