// Sizes of the words on the stage, from the room there is. A projector passes its own. All px are those of the
// picture: where the page's type is larger than usual the whole picture is drawn as many times larger.

/** Font sizes in pixels: what is tried first, and the smallest that may be used. */
export interface TextStyle {
  readonly size: number;
  readonly smallest: number;
}

/** A stage under this height has no room for more than its boxes, px. */
const low = 260;

/**
 * 13 px on a phone, about 14.5 on a laptop's stage, at most 17; never under 12. A stage that may not grow says its
 * height: on a low one the words are the smallest.
 */
export function textStyleFor(width: number, height = Infinity): TextStyle {
  const size = height < low ? 12 : Math.min(17, 13 + Math.max(0, width - 360) * 0.0024);
  return { size: Math.round(size * 2) / 2, smallest: 12 };
}

/** Sizes to try, from the first choice down, in half pixels, the smallest at last. */
export function sizesOf({ size, smallest }: TextStyle): number[] {
  const steps = Math.max(0, Math.floor((size - smallest) * 2));
  const sizes = Array.from({ length: steps + 1 }, (_, step) => size - step / 2);
  return sizes.at(-1)! > smallest ? [...sizes, smallest] : sizes;
}
