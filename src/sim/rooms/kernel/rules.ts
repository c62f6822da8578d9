// The kernel's choices, from what is known of its boxes.
import type { EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { chooseVictim, oomPoints, pagesIn, taskOf } from '../../resources/oom';

/** Whom the OOM killer weighed, with their points, and whom it chose. */
export interface OomChoice {
  readonly weighed: readonly EntityNumber[];
  readonly points: readonly number[];
  /** NONE when none of them may be killed. */
  readonly victim: EntityNumber;
}

/**
 * Weighs those who have memory at a level of `levelBytes`; `claimant` counts with what it asks for. What may never be
 * chosen is not weighed.
 */
export function chooseOomVictim(
  reader: Reader,
  claimant: EntityNumber,
  users: readonly EntityNumber[],
  levelBytes: number,
): OomChoice {
  const weighed: EntityNumber[] = [];
  const points: number[] = [];
  for (const user of users) {
    const kind = reader.kind(user);
    const bytes = user === claimant ? reader.amount(user, 'memoryBytes') : reader.heldBytes(user);
    if ((kind !== 'process' && kind !== 'runtime') || bytes === 0) continue;
    const adjustment = kind === 'process' ? reader.amount(user, 'oomScoreAdj') : 0;
    const each = oomPoints(taskOf(bytes, adjustment), pagesIn(levelBytes));
    if (each === null) continue;
    weighed.push(user);
    points.push(each);
  }
  return { weighed, points, victim: weighed[chooseVictim(points)] ?? NONE };
}
