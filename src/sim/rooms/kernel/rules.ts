// The kernel's choices, as pure functions.
import type { EntityNumber, Reader } from '../../engine/acts';

/**
 * Whom the OOM killer ends: the highest points, points being the bytes a process holds plus
 * `oomScoreAdj` thousandths of all memory at that level; -1000 is never chosen.
 * Linux mm/oom_kill.c oom_badness (MODEL-FACTS.md section 3). Ties fall to the older box.
 * `claimant` counts with what it asks for; it is the choice when nobody else may be killed.
 */
export function chooseOomVictim(
  reader: Reader,
  claimant: EntityNumber,
  users: readonly EntityNumber[],
  levelBytes: number,
): EntityNumber {
  let victim = claimant;
  let most = -Infinity;
  for (const user of users) {
    const points = oomPoints(reader, claimant, user, levelBytes);
    if (points !== null && points > most) {
      most = points;
      victim = user;
    }
  }
  return victim;
}

function oomPoints(
  reader: Reader,
  claimant: EntityNumber,
  user: EntityNumber,
  levelBytes: number,
): number | null {
  const kind = reader.kind(user);
  if (kind !== 'process' && kind !== 'runtime') return null;
  const bytes = user === claimant ? reader.amount(user, 'memoryBytes') : reader.heldBytes(user);
  const adjustment = kind === 'process' ? reader.amount(user, 'oomScoreAdj') : 0;
  if (bytes === 0 || adjustment === -1000) return null;
  return bytes + Math.trunc((adjustment * levelBytes) / 1000);
}
