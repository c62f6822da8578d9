// Randomness without state: a draw is a pure function of (seed, entity, purpose, count). Nothing has to be
// stored or rewound, and a draw added in one place shifts nothing elsewhere.
import { mulDiv } from './number';

const TWO_32 = 4_294_967_296;

/** A purpose as a number. Call it once, at module level: `const PULL = purposeOf('image pull')`. */
export function purposeOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return stir(hash, 0x7feb352d, 0x846ca68b);
}

/**
 * A uniform integer from 0 to 2^32 - 1. `seed`: integer below 2^53; `entity`, `purpose`, `count`: integers
 * taken modulo 2^32. Two lanes of 32 bits each take in every argument, so that two entities practically
 * never share a sequence.
 */
export function random32(seed: number, entity: number, purpose: number, count: number): number {
  let a = stir(seed ^ 0x9e3779b9, 0x7feb352d, 0x846ca68b);
  let b = stir(Math.floor(seed / TWO_32) ^ 0x85ebca6b, 0x21f0aaad, 0xd35a2d97);
  b = stir(b ^ a, 0x21f0aaad, 0xd35a2d97);
  a = stir(a ^ entity, 0x7feb352d, 0x846ca68b);
  b = stir((b + entity) | 0, 0x21f0aaad, 0xd35a2d97);
  a = stir(a ^ purpose, 0x7feb352d, 0x846ca68b);
  b = stir((b + purpose) | 0, 0x21f0aaad, 0xd35a2d97);
  a = stir(a ^ count, 0x7feb352d, 0x846ca68b);
  b = stir((b + count) | 0, 0x21f0aaad, 0xd35a2d97);
  return stir(a ^ ((b << 16) | (b >>> 16)), 0x21f0aaad, 0xd35a2d97) >>> 0;
}

/** A uniform number from 0 (included) to 1 (excluded) in steps of 2^-32. */
export function randomUnit(seed: number, entity: number, purpose: number, count: number): number {
  return random32(seed, entity, purpose, count) / TWO_32;
}

/**
 * An integer from `low` to `high`, both included. Throws RangeError when the range is empty or holds more
 * than 2^32 values. Values differ in probability by at most 2^-32.
 */
export function randomInt(
  low: number,
  high: number,
  seed: number,
  entity: number,
  purpose: number,
  count: number,
): number {
  const values = high - low + 1;
  if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || values < 1 || values > TWO_32)
    throw new RangeError(`no range of integers: ${low} to ${high}`);
  return low + mulDiv(random32(seed, entity, purpose, count), values, TWO_32);
}

/** Spreads every bit of x over the whole word (two rounds of xor-shift and multiply). */
function stir(x: number, first: number, second: number): number {
  let h = x | 0;
  h = Math.imul(h ^ (h >>> 16), first);
  h = Math.imul(h ^ (h >>> 15), second);
  return h ^ (h >>> 15);
}
