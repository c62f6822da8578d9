// Where two runs part: the first instant at which they do not tell the same facts.
import type { Fact } from '../../sim/engine/fact';
import type { Micros } from '../../sim/engine/time';

/** What is known of a run. */
export interface Played {
  /** All its facts in order, from seq 0. */
  readonly known: readonly Fact[];
  /** How far it was played. */
  readonly furthest: Micros;
}

/** The instant at which two runs part, and what each tells there from the first fact on that differs. */
export interface FirstDifference {
  readonly at: Micros;
  /** Empty where nothing more happens in that run at this instant. */
  readonly left: readonly Fact[];
  readonly right: readonly Fact[];
}

/** Where the runs part, or null when they tell the same as far as both were played. */
export function firstDifference(left: Played, right: Played): FirstDifference | null {
  const seq = firstUnequal(left.known, right.known);
  const at = Math.min(left.known[seq]?.at ?? Infinity, right.known[seq]?.at ?? Infinity);
  // What lies beyond the end of the shorter run may still come to be the same.
  if (at > Math.min(left.furthest, right.furthest)) return null;
  const toldAt = ({ known }: Played) => {
    const rest = known.slice(seq);
    const end = rest.findIndex((fact) => fact.at !== at);
    return end < 0 ? rest : rest.slice(0, end);
  };
  return { at, left: toldAt(left), right: toldAt(right) };
}

function firstUnequal(left: readonly Fact[], right: readonly Fact[]): number {
  const length = Math.min(left.length, right.length);
  for (let seq = 0; seq < length; seq++) if (!isSame(left[seq]!, right[seq]!)) return seq;
  return length;
}

/** Facts of a fork are those of its parent as far as it goes, so most need no second look. */
function isSame(left: Fact, right: Fact): boolean {
  if (left === right) return true;
  return (
    left.at === right.at &&
    left.name === right.name &&
    left.about === right.about &&
    JSON.stringify(left.data) === JSON.stringify(right.data)
  );
}
