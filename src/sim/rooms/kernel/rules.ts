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
 * Weighs those who have memory at a level of `sizeBytes`; `claimant` counts with what it holds and the `freeBytes` that
 * are left: a program touches its memory page by page, and had that much when the next page was not there. What may
 * never be chosen is not weighed.
 */
export function chooseOomVictim(
  reader: Reader,
  claimant: EntityNumber,
  users: readonly EntityNumber[],
  { sizeBytes, freeBytes }: { readonly sizeBytes: number; readonly freeBytes: number },
): OomChoice {
  const weighed: EntityNumber[] = [];
  const points: number[] = [];
  for (const user of users) {
    const kind = reader.kind(user);
    const bytes = reader.heldBytes(user) + (user === claimant ? freeBytes : 0);
    if ((kind !== 'process' && kind !== 'runtime') || bytes === 0) continue;
    const adjustment = kind === 'process' ? reader.amount(user, 'oomScoreAdj') : 0;
    const each = oomPoints(taskOf(bytes, adjustment), pagesIn(sizeBytes));
    if (each === null) continue;
    weighed.push(user);
    points.push(each);
  }
  return { weighed, points, victim: weighed[chooseVictim(points)] ?? NONE };
}
