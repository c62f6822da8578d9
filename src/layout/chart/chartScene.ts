// A chart as numbers and texts: states stacked as boxes, their ways as lines of text inside, and a wire from each
// line to the state it leads to.
import type { ChartWay } from '../../sim/describe';
import type { Rect } from '../rect';

/** A text with the baseline of each of its lines, px. */
export interface ChartText {
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly lines: readonly string[];
  /** How far its lines after the first are set in, px. */
  readonly hanging: number;
  /** The room that all lines take. */
  readonly room: Rect;
}

/** All ways out of a state that lead to the same one, or that stay and do the same, in one line of text. */
export interface ChartRow {
  /** `up>panicked`; of what stays in the state what it does: `up>:noteStop`. */
  readonly key: string;
  readonly to: string | null;
  /** Its ways: the events as the chart names them, with their guards, and what is done. */
  readonly ways: readonly Pick<ChartWay, 'on' | 'guard' | 'does'>[];
  readonly text: ChartText;
  /** From the box's edge to the state it leads to; null when it leads nowhere else. */
  readonly wire: Wire | null;
}

/** A line with corners, its arrow pointing to the left. */
export interface Wire {
  readonly path: string;
  readonly tip: { readonly x: number; readonly y: number };
}

/** A state: a box with its name, its ways, and the states inside it. */
export interface ChartBox extends Rect {
  /** Empty for what can happen in every state. */
  readonly path: string;
  readonly name: ChartText;
  /** It is entered first, with its parent or with the chart. */
  readonly isInitial: boolean;
  readonly rows: readonly ChartRow[];
}

/** A whole chart. Boxes come in the order in which they stand, outer before inner ones. */
export interface ChartScene {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly ChartBox[];
}

/** How large a chart may be, and its font sizes, px. */
export interface ChartStyle {
  readonly width: number;
  readonly name: number;
  readonly row: number;
}
