// Sizes of the words on the stage, from the room there is. A projector passes its own.

/** Font sizes in pixels: what is tried first, and the smallest that may be used. */
export interface TextStyle {
  readonly size: number;
  readonly smallest: number;
}

/** 13 px on a phone, about 14.5 on a laptop's stage, at most 17; never under 12. */
export function textStyleFor(width: number): TextStyle {
  const size = 13 + Math.max(0, width - 360) * 0.0024;
  return { size: Math.min(17, Math.round(size * 2) / 2), smallest: 12 };
}

/** Sizes to try, from the first choice down, in half pixels. */
export function sizesOf({ size, smallest }: TextStyle): number[] {
  const steps = Math.max(0, Math.floor((size - smallest) * 2));
  return Array.from({ length: steps + 1 }, (_, step) => size - step / 2);
}
