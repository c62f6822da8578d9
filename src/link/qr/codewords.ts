// The bytes of a QR code: a text, what fills it up, and the check bytes by which a scanner mends what it reads wrong.
// After ISO/IEC 18004: byte mode, level L. Pure.

/** Check bytes of each block, by version from 1 on. ISO/IEC 18004:2015, table 9, level L. */
const CHECKS = [
  7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26,
];
/** Blocks, by version from 1 on. The same table. */
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12];

const BYTE_MODE = 0b0100;
const FILLERS = [0xec, 0x11];
/** x^8 + x^4 + x^3 + x^2 + 1, the field in which the check bytes are counted. */
const FIELD = 0x11d;

/** What a code of a version holds. */
interface Room {
  readonly version: number;
  /** All bytes, those of the text and the checks. */
  readonly all: number;
  readonly blocks: number;
  /** Check bytes of a block. */
  readonly checks: number;
}

/** Modules that carry bytes: all but the patterns by which a scanner finds its way. */
function dataModules(version: number): number {
  const whole = (16 * version + 128) * version + 64;
  if (version === 1) return whole;
  const aligned = Math.floor(version / 7) + 2;
  return whole - (25 * aligned - 10) * aligned + 55 - (version >= 7 ? 36 : 0);
}

const rooms = CHECKS.map((checks, at): Room => {
  return { version: at + 1, all: Math.floor(dataModules(at + 1) / 8), blocks: BLOCKS[at]!, checks };
});
const textBytes = ({ all, blocks, checks }: Room) => all - blocks * checks;
/** Bits of the number of bytes. */
const countBits = ({ version }: Room) => (version < 10 ? 8 : 16);

/** Product in the field. */
function times(one: number, other: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * FIELD);
    product ^= ((other >>> bit) & 1) * one;
  }
  return product;
}

/** The polynomial by which a block is divided, without its leading 1. */
function divisorOf(checks: number): readonly number[] {
  const divisor: number[] = [...Array.from({ length: checks - 1 }, () => 0), 1];
  for (let root = 1, turn = 0; turn < checks; turn++, root = times(root, 2))
    for (let at = 0; at < checks; at++) divisor[at] = times(divisor[at]!, root) ^ (divisor[at + 1] ?? 0);
  return divisor;
}

/** The check bytes of a block: what is left of it. */
function checkBytes(block: readonly number[], divisor: readonly number[]): readonly number[] {
  let left = divisor.map(() => 0);
  for (const byte of block) {
    const factor = byte ^ left[0]!;
    left = divisor.map((each, at) => (left[at + 1] ?? 0) ^ times(each, factor));
  }
  return left;
}

/** Mode, number of bytes, the bytes, and fillers up to the room that there is. */
function filled(bytes: Uint8Array, room: Room): readonly number[] {
  const bits: number[] = [];
  const push = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >>> bit) & 1);
  };
  const most = textBytes(room) * 8;
  push(BYTE_MODE, 4);
  push(bytes.length, countBits(room));
  for (const byte of bytes) push(byte, 8);
  push(0, Math.min(4, most - bits.length));
  push(0, -bits.length & 7);
  for (let at = 0; bits.length < most; at++) push(FILLERS[at % 2]!, 8);
  return Array.from({ length: most / 8 }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((byte, bit) => byte * 2 + bit, 0),
  );
}

/** The bytes of the smallest code that holds a text, in the order in which they are drawn; null when none does. */
export function codewordsOf(text: string): { version: number; bytes: readonly number[] } | null {
  const given = new TextEncoder().encode(text);
  const room = rooms.find((each) => 4 + countBits(each) + given.length * 8 <= textBytes(each) * 8);
  if (!room) return null;
  const { version, all, blocks, checks } = room;
  const data = filled(given, room);
  const divisor = divisorOf(checks);
  // The last blocks are one byte longer where the bytes do not go up evenly.
  const short = Math.floor(all / blocks) - checks;
  const longer = all % blocks;
  const parts = Array.from({ length: blocks }, (_, at) => {
    const from = at * short + Math.max(0, at - (blocks - longer));
    return data.slice(from, from + short + (at >= blocks - longer ? 1 : 0));
  });
  const sums = parts.map((part) => checkBytes(part, divisor));
  const across = (of: readonly (readonly number[])[], length: number) =>
    Array.from({ length }, (_, at) => of.flatMap((part) => part[at] ?? [])).flat();
  return { version, bytes: [...across(parts, short + 1), ...across(sums, checks)] };
}
