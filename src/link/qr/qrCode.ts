// A text as a QR code: where each byte and each pattern of it is drawn. After ISO/IEC 18004. Pure.
import { codewordsOf } from './codewords';

/** Rows of modules; true is dark. Around them four light modules have to stay free. */
export type QrCode = readonly (readonly boolean[])[];

type Mask = (x: number, y: number) => boolean;

/** Which modules are turned over, so that no large area is of one colour. ISO/IEC 18004:2015, table 10. */
const MASKS: readonly Mask[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];
/** Level L, as the code names it. */
const LEVEL = 1;
/** Modules from a finder's middle to the light frame around it. */
const FINDER = 4;

/** A code being drawn: what is fixed is no byte's. */
class Drawing {
  readonly size: number;
  readonly dark: boolean[][];
  readonly #isFixed: boolean[][];

  constructor(size: number) {
    this.size = size;
    this.dark = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
    this.#isFixed = this.dark.map((row) => [...row]);
  }

  isFree(x: number, y: number): boolean {
    return !this.#isFixed[y]![x]!;
  }

  /** Draws a module of a pattern; one that is outside is none. */
  fix(x: number, y: number, isDark: boolean): void {
    if (x < 0 || y < 0 || x >= this.size || y >= this.size) return;
    this.dark[y]![x] = isDark;
    this.#isFixed[y]![x] = true;
  }

  /** Squares in each other, around a middle. */
  rings(middleX: number, middleY: number, radius: number, isDark: (ring: number) => boolean): void {
    for (let y = -radius; y <= radius; y++)
      for (let x = -radius; x <= radius; x++)
        this.fix(middleX + x, middleY + y, isDark(Math.max(Math.abs(x), Math.abs(y))));
  }
}

/** A number with the remainder behind it by which misread bits are found. */
function withRemainder(value: number, bits: number, divisor: number): number {
  let left = value;
  for (let bit = 0; bit < bits; bit++) left = (left << 1) ^ ((left >>> (bits - 1)) * divisor);
  return (value << bits) | left;
}

const bitOf = (value: number, bit: number) => ((value >>> bit) & 1) === 1;

/** Middles of the small squares along each side. */
function alignedAt(version: number, size: number): readonly number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, at) => size - 7 - (count - 2 - at) * step)];
}

function drawPatterns(drawing: Drawing, version: number): void {
  const { size } = drawing;
  for (let at = 0; at < size; at++) {
    drawing.fix(6, at, at % 2 === 0);
    drawing.fix(at, 6, at % 2 === 0);
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    drawing.rings(x, y, FINDER, (ring) => ring !== 2 && ring !== FINDER);
  const middles = alignedAt(version, size);
  const isFinder = (x: number, y: number) =>
    (x === 6 && (y === 6 || y === size - 7)) || (x === size - 7 && y === 6);
  for (const x of middles)
    for (const y of middles) if (!isFinder(x, y)) drawing.rings(x, y, 2, (ring) => ring !== 1);
  if (version < 7) return;
  const bits = withRemainder(version, 12, 0x1f25);
  for (let bit = 0; bit < 18; bit++) {
    const [far, near] = [size - 11 + (bit % 3), Math.floor(bit / 3)];
    drawing.fix(far, near, bitOf(bits, bit));
    drawing.fix(near, far, bitOf(bits, bit));
  }
}

/** Level and mask, twice. */
function drawFormat(drawing: Drawing, mask: number): void {
  const { size } = drawing;
  const bits = withRemainder((LEVEL << 3) | mask, 10, 0x537) ^ 0x5412;
  for (let bit = 0; bit < 15; bit++) {
    const isDark = bitOf(bits, bit);
    // Past the line of dots, which goes through.
    const near = bit < 6 ? bit : bit + 1;
    if (bit < 8) drawing.fix(8, near, isDark);
    else drawing.fix(bit === 8 ? 7 : 14 - bit, 8, isDark);
    if (bit < 8) drawing.fix(size - 1 - bit, 8, isDark);
    else drawing.fix(8, size - 15 + bit, isDark);
  }
  drawing.fix(8, size - 8, true);
}

/** The free modules in the order of the bytes: up and down in pairs of columns, from the right. */
function path(drawing: Drawing): readonly (readonly [x: number, y: number])[] {
  const { size } = drawing;
  const places: [number, number][] = [];
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const isUp = ((right + 1) & 2) === 0;
    for (let row = 0; row < size; row++)
      for (const x of [right, right - 1]) {
        const y = isUp ? size - 1 - row : row;
        if (drawing.isFree(x, y)) places.push([x, y]);
      }
  }
  return places;
}

/** How hard a code is to read: long runs, squares, what looks like a finder, and far from half dark. Section 7.8.3. */
function hardness(code: QrCode): number {
  const columns = code.map((_, x) => code.map((row) => row[x]!));
  const lines = [...code, ...columns].map((line) => line.map(Number).join(''));
  let points = 0;
  for (const line of lines) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) points += run.length - 2;
    points += 40 * [...line.matchAll(/(?=10111010000|00001011101)/g)].length;
  }
  for (let y = 1; y < code.length; y++)
    for (let x = 1; x < code.length; x++) {
      const corner = code[y]![x];
      if ([code[y]![x - 1], code[y - 1]![x], code[y - 1]![x - 1]].every((each) => each === corner))
        points += 3;
    }
  const dark = code.flat().filter(Boolean).length / code.length ** 2;
  return points + 10 * Math.floor(Math.abs(dark - 0.5) * 20);
}

/** Draws a text as a QR code; null when it is too long for one that a phone reads from a screen. */
export function qrCode(text: string): QrCode | null {
  const written = codewordsOf(text);
  if (!written) return null;
  const { version, bytes } = written;
  const codes = MASKS.map((isTurned, mask) => {
    const drawing = new Drawing(17 + 4 * version);
    drawPatterns(drawing, version);
    drawFormat(drawing, mask);
    for (const [at, [x, y]] of path(drawing).entries())
      drawing.dark[y]![x] = bitOf(bytes[at >> 3] ?? 0, 7 - (at & 7)) !== isTurned(x, y);
    return drawing.dark;
  });
  const points = codes.map(hardness);
  return codes[points.indexOf(Math.min(...points))]!;
}
