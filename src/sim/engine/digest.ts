// A short fingerprint of a run: equal runs have equal digests, in Node and in every browser.

/** Rolling 64-bit hash (two 32-bit lanes, xxHash-like mixing by Math.imul) over text and numbers. */
export class Digest {
  #low = 0x9e3779b9 | 0;
  #high = 0x85ebca6b | 0;

  /** Takes in a text, code unit by code unit, and its length. */
  text(text: string): void {
    for (let at = 0; at < text.length; at++) this.#mix(text.charCodeAt(at));
    this.#mix(text.length);
  }

  /** Takes in a safe integer or another finite number, by its exact decimal text. */
  number(value: number): void {
    if (Number.isInteger(value) && value >= 0 && value < 0x40000000) this.#mix(value);
    else this.text(String(value));
  }

  /** 16 hex digits of what was taken in so far. */
  toString(): string {
    return hex(finish(this.#high ^ this.#low)) + hex(finish(this.#low + Math.imul(this.#high, 31)));
  }

  #mix(value: number): void {
    this.#low = Math.imul(this.#low ^ value, 0x85ebca6b);
    this.#low = (this.#low << 13) | (this.#low >>> 19);
    this.#high = Math.imul(this.#high + (value ^ this.#low), 0xc2b2ae35);
    this.#high = (this.#high << 17) | (this.#high >>> 15);
  }
}

function finish(lane: number): number {
  let mixed = lane ^ (lane >>> 16);
  mixed = Math.imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function hex(lane: number): string {
  return lane.toString(16).padStart(8, '0');
}
