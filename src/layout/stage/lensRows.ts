// How the boxes of a lens are set in rows: how many in each, how wide and high, at which round scale.
import type { Rect } from '../rect';
import type { Place } from './stack';

/** What is to be set in rows. */
export interface LensCrowd {
  readonly count: number;
  /** px² of the largest box on the stage, with everything on it. */
  readonly largest: number;
  /** Rooms, in which other boxes stand, need more. */
  readonly isRoom: boolean;
}

/** The rows of one lens. */
export interface LensRows {
  /** How many times as large as on the stage an area is. */
  readonly times: number;
  readonly height: number;
  readonly shelves: readonly Rect[];
  /** Where the box of this number stands. */
  placeOf(at: number): Place;
  /** The same rows with so much room above them, px, and so far from each other that none is cut at this height. */
  below(strip: number, height: number): LensRows;
}

/** Between two rows, its shelf included, px. */
const gap = 14;

/** Height of the floor under a row, px. */
const shelf = 4;

/** Where there are more rows than are seen at once, so much of a lens is the padding and the edge of the next row, px. */
const peek = 10;

/** Scales that can be said in one word, as parts of an area. */
const plainTimes = [1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100];

/** The largest plain scale that is not above; above the last one, whole hundreds. */
function plain(times: number): number {
  if (times >= 200) return Math.floor(times / 100) * 100;
  return plainTimes.findLast((each) => each <= times * (1 + 1e-9)) ?? times;
}

const between = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** Sets boxes in rows for a room of this size (px) and a font size: as large as fits, never smaller than on the stage. */
export function createLensRows(
  { count, largest, isRoom }: LensCrowd,
  room: { readonly width: number; readonly height: number },
  textSize: number,
): LensRows {
  const wished = textSize * (isRoom ? 5.5 : 4.2);
  const most = Math.max(1, Math.floor(room.width / wished));
  const lines = Math.max(1, Math.ceil(count / most));
  const inRow = Math.max(1, Math.ceil(count / lines));
  const width = Math.min(room.width / inRow, wished * 2.5);
  const [low, high] = isRoom ? [textSize * 8, textSize * 20] : [textSize * 4.4, textSize * 9];
  // Whole rows are seen at once: as many as are about as high as is wished.
  const seen = Math.max(1, Math.round((room.height - peek) / (low + gap)));
  const fitting =
    seen < lines ? (room.height - peek) / seen - gap : between(room.height / lines - gap, low, high);
  const times = largest > 0 ? plain(Math.max(1.25, (fitting * width) / largest)) : 1;
  const height = largest > 0 ? (times * largest) / width : fitting;
  return rowsBelow({ count, inRow, width, height, times }, 0, Infinity);
}

interface Measures {
  readonly count: number;
  readonly inRow: number;
  readonly width: number;
  readonly height: number;
  readonly times: number;
}

function rowsBelow(measures: Measures, strip: number, most: number): LensRows {
  const { count, inRow, width, height, times } = measures;
  const lines = Math.ceil(count / inRow);
  const own = height + gap;
  const seen = Math.max(1, Math.floor((most - strip - peek + 0.5) / own));
  const pitch = strip + lines * own > most ? Math.max(own, (most - strip - peek) / seen) : own;
  const footOf = (line: number) => strip + line * pitch + height;
  return {
    times,
    height: Math.ceil(lines === 0 ? strip : footOf(lines - 1) + gap),
    shelves: Array.from({ length: lines }, (_, line) => ({
      x: 0,
      y: footOf(line),
      width: Math.min(inRow, count - line * inRow) * width,
      height: shelf,
    })),
    placeOf: (at) => ({ x: (at % inRow) * width, width, foot: footOf(Math.floor(at / inRow)), height }),
    below: (more, room) => rowsBelow(measures, strip + more, room),
  };
}
