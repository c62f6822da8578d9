// QR codes of links: the room that a code has, and the patterns by which a camera finds it.
import { describe, expect, it } from 'vitest';
import { qrCode } from '../../src/link/qrCode';
import { darkPath } from '../../src/view/share/qrPicture';

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

/** Bits of a code's format: taken from its corner, with the fixed mask off. ISO/IEC 18004:2015, section 7.9. */
function formatOf(rows: readonly (readonly boolean[])[]): number {
  const places = [0, 1, 2, 3, 4, 5, 7, 8].map((x) => rows[8]![x]!);
  const below = [7, 5, 4, 3, 2, 1, 0].map((y) => rows[y]![8]!);
  return parseInt([...places, ...below].map(Number).join(''), 2) ^ 0b101_0100_0001_0010;
}

/** Which modules each of the eight masks turns over. Table 10. */
const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** The text of a code of version 1, read as a camera does: 21 modules, one block, bytes. */
function textIn(rows: readonly (readonly boolean[])[]): string {
  const mask = MASKS[(formatOf(rows) >> 10) & 0b111]!;
  const isData = (x: number, y: number) =>
    x !== 6 && y !== 6 && !(x < 9 && y < 9) && !(x > 12 && y < 9) && !(x < 9 && y > 12);
  const bits: number[] = [];
  for (const [at, right] of [20, 18, 16, 14, 12, 10, 8, 5, 3, 1].entries())
    for (let step = 0; step < 21; step++) {
      const y = at % 2 === 0 ? 20 - step : step;
      for (const x of [right, right - 1]) if (isData(x, y)) bits.push(Number(rows[y]![x]! !== mask(x, y)));
    }
  const number = (from: number, length: number) => parseInt(bits.slice(from, from + length).join(''), 2);
  expect(number(0, 4)).toBe(0b0100);
  const bytes = Array.from({ length: number(4, 8) }, (_, at) => number(12 + 8 * at, 8));
  return String.fromCharCode(...bytes);
}

/** The modules that a path of runs paints dark, without the free frame. */
function modulesIn(path: string, side: number): boolean[][] {
  const rows = Array.from({ length: side }, () => Array<boolean>(side).fill(false));
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    rows[Number(y) - 4]!.fill(true, Number(x) - 4, Number(x) - 4 + Number(run));
  return rows;
}

it('says its text at level L, as modules and as they are drawn', () => {
  const text = 'https://a.example';
  const rows = qrCode(text)!;
  expect(formatOf(rows) >> 13).toBe(0b01);
  expect(textIn(rows)).toBe(text);
  expect(textIn(modulesIn(darkPath(rows), rows.length))).toBe(text);
});
