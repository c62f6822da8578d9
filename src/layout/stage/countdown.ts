// Countdowns are told in whole seconds: between two of them, time changes nothing but the bars.
import type { Entity, WorldView } from '../../sim/engine/view';

const SECOND = 1_000_000;

/** The second that a box's countdown stands at, `at` in microseconds; null where none runs. */
export const countdownSecond = ({ due }: Entity, at: number): number | null =>
  due === null ? null : Math.ceil((due - at) / SECOND);

/** Whether no box has changed between two instants. */
export const isSameCast = (before: WorldView, now: WorldView): boolean =>
  before.entities === now.entities ||
  (before.entities.length === now.entities.length &&
    now.entities.every((entity, at) => entity === before.entities[at]));
