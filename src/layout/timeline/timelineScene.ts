// The picture of the timeline in numbers: pixels from its upper left corner, y downwards.
import type { EntityId } from '../../sim/engine/fact';
import type { Micros } from '../../sim/engine/time';
import type { Lengths } from '../stageWords';
import type { PlacedText } from './labels';
import type { MarkKind } from './marks';
import type { LaneState } from './phases';

/**
 * A state of a lane. `state` is null where its copies differ; `share` of them, 0 to 1, serve, `down` of them
 * fell or wait to be started again, and `coming` boot or start.
 */
export interface SegmentBox {
  readonly id: string;
  readonly from: Micros;
  readonly to: Micros;
  readonly state: LaneState | null;
  readonly share: number;
  readonly down: number;
  readonly coming: number;
  readonly x: number;
  readonly width: number;
  /** The word inside, where it fits, and what it stands on: what serves, what is pale, or a plate of its own. */
  readonly word: PlacedText | null;
  readonly on: 'solid' | 'pale' | 'plate';
  /** What may be written for it, from the longest. */
  readonly lengths: Lengths;
  /** The longest text for it, for those who do not see it. */
  readonly says: string;
}

/** The word of a box that is too small for it, beside that box. */
export interface BesideText extends PlacedText {
  /** Where it touches its box, and on which side of the box it stands. */
  readonly tip: number;
  readonly side: 'left' | 'right';
}

/** One line of states. */
export interface LaneBox {
  readonly id: EntityId;
  readonly label: PlacedText;
  /** The longest name, for those who do not see it. */
  readonly says: string;
  readonly copies: readonly EntityId[];
  readonly y: number;
  readonly height: number;
  readonly segments: readonly SegmentBox[];
  /** Words of boxes that are too small for them, on the lines beside those. */
  readonly beside: readonly BesideText[];
}

/** An instant at which something was done or broke. */
export interface MarkBox {
  readonly at: Micros;
  readonly kind: MarkKind;
  readonly x: number;
  readonly y: number;
  /** Narrow beside near neighbours, so that it does not lie on them. */
  readonly wide: number;
}

/**
 * The label of one mark, or of neighbours, which then stand on one line, `reach`. `line` leads from the first of them to a
 * label on a lower row.
 */
export interface MarkLabel {
  readonly id: string;
  readonly text: PlacedText;
  /** All that there is to say of them, where `text` is shorter. */
  readonly says: string;
  readonly reach: { readonly from: number; readonly to: number };
  readonly line: { readonly x: number; readonly top: number; readonly bottom: number } | null;
}

/** The part of the lanes that shows no states. */
export interface Blank {
  readonly x: number;
  readonly width: number;
  /** True when something was played there that is not shown yet. */
  readonly hidden: boolean;
  readonly word: PlacedText | null;
}

/** An instant written under the lanes. */
export interface Tick {
  readonly at: Micros;
  readonly x: number;
  readonly label: PlacedText;
}

/** The whole timeline. */
export interface TimelineScene {
  readonly width: number;
  readonly height: number;
  /** Size of all text, pixels. */
  readonly text: number;
  /** Instants 0 to `span` lie on `left` to `right`; lanes between `top` and `bottom`. */
  readonly span: Micros;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly lanes: readonly LaneBox[];
  readonly blank: Blank | null;
  readonly marks: readonly MarkBox[];
  readonly markLabels: readonly MarkLabel[];
  readonly ticks: readonly Tick[];
  readonly head: { readonly at: Micros; readonly x: number };
  /** Where the head may be dragged to: everything that was played. */
  readonly furthest: Micros;
}
