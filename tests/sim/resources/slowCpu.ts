// A second, slow way to share CPU, to compare with: progressive filling in exact fractions of BigInt.
// All who still want more rise together, by weight, until one is full or nothing is left; then again.

/** A node as an object; `demand` counts at leaves only. */
export interface SlowNode {
  weight: number;
  cap: number | null;
  demand: number;
  children: SlowNode[];
  /** Filled in by `shareSlowly`. */
  granted?: bigint;
}

interface Fraction {
  top: bigint;
  bottom: bigint;
}

const less = (a: Fraction, b: Fraction) => a.top * b.bottom < b.top * a.bottom;
const minus = (a: Fraction, b: Fraction) => reduced(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
const times = (a: Fraction, by: bigint) => reduced(a.top * by, a.bottom);
const over = (a: Fraction, by: bigint) => reduced(a.top, a.bottom * by);
const whole = (a: bigint): Fraction => ({ top: a, bottom: 1n });

function reduced(top: bigint, bottom: bigint): Fraction {
  let a = top;
  let b = bottom;
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? whole(0n) : { top: top / a, bottom: bottom / a };
}

function wantOf(node: SlowNode): bigint {
  const sum = node.children.reduce((total, child) => total + wantOf(child), BigInt(node.demand));
  return node.cap !== null && BigInt(node.cap) < sum ? BigInt(node.cap) : sum;
}

/** Writes `granted` into the whole tree, the root getting all it wants within its cap. */
export function shareSlowly(root: SlowNode): void {
  root.granted = wantOf(root);
  shareBelow(root);
}

function shareBelow(parent: SlowNode): void {
  const levels = riseTogether(parent.children, parent.granted ?? 0n);
  const floors = levels.map((level) => level.top / level.bottom);
  const total = parent.children.length === 0 ? 0n : (parent.granted ?? 0n);
  let odd = total - floors.reduce((sum, part) => sum + part, 0n);
  const fractions = levels.map((level, i) => minus(level, whole(floors[i] ?? 0n)));
  while (odd > 0n) {
    // The largest fraction that has not had its unit yet; a strict comparison keeps the lowest index.
    let best = -1;
    fractions.forEach((fraction, i) => {
      const top = fractions[best];
      if (fraction.top > 0n && (top === undefined || less(top, fraction))) best = i;
    });
    floors[best] = (floors[best] ?? 0n) + 1n;
    fractions[best] = whole(0n);
    odd -= 1n;
  }
  parent.children.forEach((child, i) => {
    child.granted = floors[i] ?? 0n;
    shareBelow(child);
  });
}

function riseTogether(children: readonly SlowNode[], budget: bigint): Fraction[] {
  const wants = children.map(wantOf);
  const has = children.map(() => whole(0n));
  let left = whole(budget);
  for (;;) {
    const rising = children.map((_, i) => i).filter((i) => less(has[i] ?? left, whole(wants[i] ?? 0n)));
    if (rising.length === 0 || left.top === 0n) return has;
    const weightOf = (i: number) => BigInt(children[i]?.weight ?? 1);
    let step = over(
      left,
      rising.reduce((sum, i) => sum + weightOf(i), 0n),
    );
    for (const i of rising) {
      const toFull = over(minus(whole(wants[i] ?? 0n), has[i] ?? left), weightOf(i));
      if (less(toFull, step)) step = toFull;
    }
    for (const i of rising) {
      const rise = times(step, weightOf(i));
      has[i] = minus(has[i] ?? left, times(rise, -1n));
      left = minus(left, rise);
    }
  }
}
