// One line of an answer: what it is about, what is to be said, and the boxes that can be chosen there.
import type { EntityId } from '../../sim/engine/fact';
import type { WorldView } from '../../sim/engine/view';
import { inspector } from '../../i18n/inspector';
import { boxNoun } from '../name';

/** A box that can be chosen in an answer. */
export interface BoxRef {
  readonly id: EntityId;
  readonly text: string;
}

/** One line of an answer. */
export interface Row {
  readonly label: string;
  /** Empty where the boxes say it all. */
  readonly text: string;
  readonly boxes: readonly BoxRef[];
  /** `and 188 other boxes`; empty when all are named. */
  readonly more: string;
}

/** So many boxes are named, the rest is counted. */
const MOST_BOXES = 12;

/** A line that is text alone. */
export function textRow(label: string, text: string): Row {
  return { label, text, boxes: [], more: '' };
}

/** A line that names boxes; `nothing` is said when there are none. */
export function boxRow(label: string, ids: readonly EntityId[], view: WorldView, nothing = ''): Row {
  const boxes = ids.slice(0, MOST_BOXES).map((id) => ({ id, text: boxNoun(id, view).name }));
  const rest = ids.length - boxes.length;
  return {
    label,
    text: ids.length === 0 ? nothing : '',
    boxes,
    more: rest === 0 ? '' : inspector.more(rest),
  };
}
