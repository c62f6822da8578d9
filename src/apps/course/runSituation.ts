// What stands on a playback as a situation, and a situation's fork played again. Apart from the stage's link, so that a
// page that neither writes nor reads one does not load it.
import {
  isBranchOf,
  isForkOf,
  MOST_BRANCHES,
  sharedCommands,
  type ForkSource,
  type ScenarioSource,
  type Situation,
} from '../../link/situations';
import type { Playback, RunId } from '../../playback/playback.svelte';
import { MODEL_VERSION, type Micros } from '../../sim';

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
  const branches = branchesOf(standing)
    .filter((branch) => isBranchOf(situation, branch))
    .slice(-MOST_BRANCHES);
  return {
    ...situation,
    ...(fork !== null && isForkOf({ ...situation, fork }) && { fork }),
    ...(branches.length > 0 && { branches }),
  };
}

/** The runs that left the current one. */
function branchesOf({ runs, current, compared, left }: Standing): ForkSource[] {
  return runs.flatMap(({ id, parent, forkedAt, furthest }) => {
    const journal = left.get(id);
    if (parent !== current || forkedAt === null || journal === undefined) return [];
    const beside = compared?.run === id && { beside: true as const };
    return { at: forkedAt, journal, furthest, ...beside };
  });
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

/**
 * Plays the runs of a situation that has more than one: its fork on the run that it left, which stands where it was
 * left, and what left it; then it is looked at. Ends early once another world is wanted.
 */
export async function playForks(
  playback: Playback,
  situation: Situation,
  { leave, isOld }: Replayed,
): Promise<void> {
  const { journal, at, furthest = 0, fork, branches = [] } = situation;
  const last = Math.max(at, furthest);
  let beside = fork?.beside ? playback.current : null;
  const grow = async (own: Situation['journal'], until: Micros) => {
    leave();
    await playback.fork();
    for (const entry of own) {
      if (isOld()) return;
      await playback.seek(entry.at);
      if (isOld()) return;
      await playback.do(entry.command);
    }
    if (!isOld()) await playback.seek(until);
  };
  if (fork) await grow(journal.slice(sharedCommands(journal, fork)), last);
  const shown = playback.current;
  for (const branch of branches) {
    if (isOld()) return;
    await playback.seek(branch.at);
    if (isOld()) return;
    const shared = sharedCommands(branch.journal, { at: branch.at, journal });
    await grow(branch.journal.slice(shared), Math.max(branch.at, branch.furthest ?? 0));
    if (isOld()) return;
    leave();
    if (branch.beside) beside = playback.current;
    await playback.switchRun(shown);
  }
  if (isOld()) return;
  // What was given here let time run for a moment: it shall not go on from what the learner does next.
  playback.pause();
  await playback.seek(at);
  if (!isOld() && beside !== null) await playback.compare(beside);
}
