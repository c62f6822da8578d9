// Where a word stands beside a floor that is too low for it: over all that is there, with a line down to the floor.
import { bottom, centre, overlaps, right, type Rect } from '../rect';
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
/** What is left clear between words, px. */
const CLEAR = 3;
/** From the end of a word or a floor to its line, and the width of that with its edges, px. */
const INSET = 3;
const LINE_WIDTH = 5;
/** Px between the places that are tried. */
const STEP = 4;
const PLAIN = 400;

/** A word beside its floor. */
export interface BesideWord {
  readonly text: string;
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

/** Where a word stands by its line: over the middle of its floor, or all in stairs to the right or to the left. */
export type Aim = 'middle' | 'right' | 'left';
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
  ({ middle: centre(rect), right: right(rect) - rect.width * stair, left: rect.x + rect.width * stair })[aim];

/** Left edges of a word over a floor, the best first. */
function starts(silent: SilentFloor, width: number, aim: Aim, room: WordRoom): number[] {
  const { rect } = silent;
  const most = room.width - width;
  const foot = footOf(silent, aim);
  const end = { middle: foot - width / 2, right: foot - INSET, left: foot - width + INSET }[aim];
  const best = Math.max(0, Math.min(most, end));
  const from = Math.max(0, rect.x - width + 2 * INSET);
  const to = Math.min(most, right(rect) - 2 * INSET);
  const steps = Array.from(
    { length: Math.max(0, Math.floor((to - from) / STEP) + 1) },
    (_, at) => from + at * STEP,
  );
  return most < 0 ? [] : [best, ...steps.sort((one, other) => Math.abs(one - best) - Math.abs(other - best))];
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

/** The first place for one of its words over all floors that are under it; null where there is none. */
export function placeOf(
  silent: SilentFloor,
  { brevity, aim }: Way,
  rects: readonly Rect[],
  taken: Taken,
  room: WordRoom,
): BesideWord | null {
  const height = room.size * LINE;
  for (const text of silent.texts.slice(Math.min(brevity, silent.texts.length - 1))) {
    const width = textWidth(text, room.size, PLAIN);
    for (const x of starts(silent, width, aim, room)) {
      const over = rects.filter((rect) => rect.x < x + width && right(rect) > x);
      const top = Math.min(room.height, ...over.map(({ y }) => y));
      for (let y = top - height - GAP; y >= room.top - 0.5; y -= height) {
        const rect = { x, y, width, height };
        const around = { ...rect, x: x - 2 * CLEAR, width: width + 4 * CLEAR };
        if (taken.some((other) => overlaps(around, other))) continue;
        const leader = leaderTo(silent.rect, rect, aim, taken);
        if (leader !== null) return { text, rect, leader, under: silent.rect };
      }
    }
  }
  return null;
}
