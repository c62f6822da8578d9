// Where a word stands beside a floor that is too low for it: over all that is there, with a line down to the floor.
import { bottom, overlaps, right, type Rect } from '../rect';
import { LINE } from '../text/fitting';
import { textWidth } from '../text/measure';

/** Where words may be, px: `top` is the highest of them; all are of one size. */
interface WordRoom {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly size: number;
}

/** From a word down to what is under it, px. */
export const GAP = 1;
/** What is left clear on each side of a line, px. */
const CLEAR = 3;
/** From the end of a word or a floor to its line, and the width of that with its edges, px. */
const INSET = 3;
const LINE_WIDTH = 5;
/** Px between the places that are tried. */
const STEP = 4;
/** The weight of words beside floors. */
export const PLAIN = 400;

/** A word beside its floor. */
export interface BesideWord {
  readonly text: string;
  /** Of its type, px. */
  readonly size: number;
  readonly rect: Rect;
  /** The line from the word down to the floor. */
  readonly leader: Rect;
  /** All that it speaks of. */
  readonly under: Rect;
}

/** A floor that has no room for its word, or several alike side by side: where. */
export interface SilentFloor {
  readonly rect: Rect;
  readonly texts: readonly string[];
  /** Of those over each other, part of the width that its line leaves to the lines of the words over it, 0 to 1. */
  readonly stair: number;
}

/**
 * Where a word stands by its line: over the middle of it, or all in stairs to the right or to the left. Words of floors
 * over each other stand from left to right as those lie from above downwards.
 */
export type Aim = 'middle' | 'right' | 'left';

/** All of them, the best first. */
export const AIMS: readonly Aim[] = ['middle', 'right', 'left'];

/** From which of its texts on a word is said, and how it stands. */
export interface Way {
  readonly brevity: number;
  readonly aim: Aim;
}

/** What is taken: words and lines. */
type Taken = readonly Rect[];

/** Where the line to a floor stands best. */
export const footOf = ({ rect, stair }: SilentFloor, aim: Aim): number =>
  aim === 'left' ? rect.x + rect.width * stair : right(rect) - rect.width * stair;

/** Left edges of a word over a floor: the best one, and from where to where it may be moved; null where it is too wide. */
function edgesOf(silent: SilentFloor, width: number, aim: Aim, room: WordRoom) {
  const { rect } = silent;
  const most = room.width - width;
  const foot = footOf(silent, aim);
  const end = { middle: foot - width / 2, right: foot - INSET, left: foot - width + INSET }[aim];
  const best = Math.max(0, Math.min(most, end));
  const from = Math.max(0, rect.x - width + 2 * INSET);
  const to = Math.min(most, right(rect) - 2 * INSET);
  return most < 0 ? null : { best, from, to };
}

/** From left to right, where a line is tried. */
const TRIES = {
  middle: [0.5, 0.3, 0.7, 0.1, 0.9, 0, 1],
  right: [0, 0.1, 0.3, 0.5],
  left: [1, 0.9, 0.7, 0.5],
};

/** A line from a word to its floor that crosses no other word or line. */
function leaderTo(rect: Rect, word: Rect, aim: Aim, taken: Taken): Rect | null {
  const from = Math.max(rect.x + Math.min(INSET, rect.width / 2), word.x + INSET);
  const to = Math.min(right(rect) - Math.min(INSET, rect.width / 2), right(word) - INSET);
  if (to < from) return null;
  const height = rect.y + rect.height / 2 - bottom(word);
  for (const part of TRIES[aim]) {
    const x = from + (to - from) * part - LINE_WIDTH / 2;
    const line = { x, y: bottom(word), width: LINE_WIDTH, height };
    if (!taken.some((other) => overlaps(line, other))) return line;
  }
  return null;
}

/** What came of a place: the word, or where the next places on both sides are that are not taken by the same. */
interface Tried {
  readonly word: BesideWord | null;
  readonly left: number;
  readonly right: number;
}

/** A word with its left edge at `x`, over all floors that are under it there, as low as it can be. */
function wordAt(
  x: number,
  text: string,
  width: number,
  silent: SilentFloor,
  aim: Aim,
  rects: readonly Rect[],
  taken: Taken,
  room: WordRoom,
): Tried {
  const height = room.size * LINE;
  let top = room.height;
  const next = { left: -Infinity, right: Infinity };
  for (const rect of rects) {
    if (rect.x >= x + width || right(rect) <= x || rect.y > top) continue;
    if (rect.y < top) [next.left, next.right] = [-Infinity, Infinity];
    top = rect.y;
    // Beside the highest of them it may stand lower.
    next.left = Math.max(next.left, rect.x - width);
    next.right = Math.min(next.right, right(rect));
  }
  // Two words in a row are not read as one; a line may be nearer.
  const clearOf = (other: Rect) => (other.width > LINE_WIDTH ? room.size : 2 * CLEAR);
  const near = taken.filter(
    (other) => other.x < x + width + clearOf(other) && right(other) > x - clearOf(other),
  );
  for (let y = top - height - GAP; y >= room.top - 0.5; y -= height) {
    const rect = { x, y, width, height };
    const inTheWay = near.find((other) => other.y < y + height && bottom(other) > y);
    if (inTheWay !== undefined) {
      next.left = Math.max(next.left, inTheWay.x - clearOf(inTheWay) - width);
      next.right = Math.min(next.right, right(inTheWay) + clearOf(inTheWay));
      continue;
    }
    const leader = leaderTo(silent.rect, rect, aim, taken);
    if (leader !== null)
      return { word: { text, size: room.size, rect, leader, under: silent.rect }, ...next };
    // What crosses all lines from here crosses those from higher up as well.
    return { word: null, left: x - STEP, right: x + STEP };
  }
  return { word: null, left: Math.min(next.left, x - 1), right: Math.max(next.right, x + 1) };
}

/** How many more places may be looked at. */
export interface Patience {
  left: number;
}

/** The first place for one of its words over all floors that are under it, the nearest to the best; null: there is none. */
export function placeOf(
  silent: SilentFloor,
  { brevity, aim }: Way,
  rects: readonly Rect[],
  taken: Taken,
  room: WordRoom,
  patience: Patience,
): BesideWord | null {
  for (const text of silent.texts.slice(Math.min(brevity, silent.texts.length - 1))) {
    const width = textWidth(text, room.size, PLAIN);
    const edges = edgesOf(silent, width, aim, room);
    if (edges === null) continue;
    const { best, from, to } = edges;
    const at = (x: number) => wordAt(x, text, width, silent, aim, rects, taken, room);
    let tried = at(best);
    let { left, right: next } = tried;
    patience.left -= 1;
    while (tried.word === null && (left >= from || next <= to)) {
      const isRight = left < from || (next <= to && next - best < best - left);
      tried = at(isRight ? next : left);
      if (isRight) next = tried.right;
      else left = tried.left;
      patience.left -= 1;
    }
    if (tried.word !== null) return tried.word;
  }
  return null;
}
