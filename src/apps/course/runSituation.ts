// What stands on a playback as a situation, and a situation's fork played again. Apart from the stage's link, so that a
// page that neither writes nor reads one does not load it.
import {
  isForkOf,
  sharedCommands,
  type ForkSource,
  type ScenarioSource,
  type Situation,
} from '../../link/situations';
import type { Playback, RunId } from '../../playback/playback.svelte';
import { MODEL_VERSION } from '../../sim';

export { MOST_LINK, packSituation } from '../../link/situations';

/** What runs on a playback at one instant. */
export interface Standing extends Pick<Playback, 'frame' | 'runs' | 'current' | 'compared' | 'selected'> {
  readonly source: ScenarioSource;
  /** The journals of runs that were left. */
  readonly left: ReadonlyMap<RunId, ForkSource['journal']>;
}

/** It as a situation, which begins with the run that its own one left. */
export function situationOf(standing: Standing): Situation {
  const { frame, selected, source } = standing;
  const { view, journal, head: at, furthest } = frame;
  const known = Math.max(at, journal.at(-1)?.at ?? 0);
  const situation: Situation = {
    v: 1,
    model: MODEL_VERSION,
    scenario: source,
    seed: view.seed,
    journal,
    at,
    selected,
    ...(furthest > known && { furthest }),
  };
  const fork = forkOf(standing);
  return fork !== null && isForkOf({ ...situation, fork }) ? { ...situation, fork } : situation;
}

/** The run that the current one left, if it left one. */
function forkOf({ runs, current, compared, left: journals }: Standing): ForkSource | null {
  const { parent = null, forkedAt = null } = runs.find(({ id }) => id === current) ?? {};
  const left = runs.find(({ id }) => id === parent);
  const journal = journals.get(parent ?? '');
  if (!left || !journal || forkedAt === null) return null;
  const beside = compared?.run === left.id && { beside: true as const };
  return { at: forkedAt, journal, furthest: left.furthest, ...beside };
}

/** What is asked while a fork is played again. */
interface Replayed {
  /** Called before a run is left. */
  readonly leave: () => void;
  /** Another world is wanted by now. */
  readonly isOld: () => boolean;
}

/** Plays a fork on the run that it left, which stands where it was left, up to where it was looked at; ends early once another world is wanted. */
export async function playFork(
  playback: Playback,
  { journal, at, furthest = 0 }: Situation,
  fork: ForkSource,
  { leave, isOld }: Replayed,
): Promise<void> {
  leave();
  await playback.fork();
  if (isOld()) return;
  for (const entry of journal.slice(sharedCommands(journal, fork))) {
    await playback.seek(entry.at);
    if (isOld()) return;
    await playback.do(entry.command);
    if (isOld()) return;
  }
  await playback.seek(Math.max(at, furthest));
  if (isOld()) return;
  await playback.seek(at);
  if (isOld()) return;
  if (fork.beside) await playback.compare(playback.runs[0]?.id ?? null);
}
