// What stands on a playback as a situation, and how a situation is opened on one. Apart from the stage's link, so that
// a page that neither writes nor reads one does not load it.
import {
  isTooMuch,
  MOST_FACTS,
  MOST_LINK,
  MOST_RUNS,
  packSituation,
  runsOf,
  type KeptRun,
  type ScenarioSource,
  type Situation,
} from '../../link/situations';
import type { OpenOptions, Playback, RunId, RunInfo } from '../../playback/playback.svelte';
import { MODEL_VERSION } from '../../sim';

export { MOST_LINK };

/** What runs on a playback at one instant. */
export interface Standing extends Pick<Playback, 'frame' | 'runs' | 'current' | 'compared' | 'selected'> {
  readonly source: ScenarioSource;
}

/**
 * It as a situation with as many of its runs as a page plays again, at most so many; with 0 only the one that is looked
 * at, and no further than it has to be. Null where even that is too much: nobody could open it.
 */
export function situationOf(standing: Standing, most = MOST_RUNS): Situation | null {
  const { frame, current, selected, source } = standing;
  const { view, journal, head: at, furthest, known } = frame;
  const needed = Math.max(at, journal.at(-1)?.at ?? 0);
  const isCut = most === 0 && furthest > needed;
  const kept = keptRuns(standing, Math.max(most, 1));
  const runs = kept.length > 1 ? { runs: written(kept, standing) } : {};
  const situation: Situation = {
    v: kept.length > 1 ? 2 : 1,
    model: MODEL_VERSION,
    scenario: source,
    seed: view.seed,
    journal,
    at,
    selected,
    ...(furthest > needed && !isCut && { furthest }),
    ...runs,
  };
  const toldOf = ({ id, told }: RunInfo) =>
    isCut && id === current ? known.filter((fact) => fact.at <= needed).length : told;
  const told = kept.reduce((sum, info) => sum + toldOf(info), 0);
  if (told <= MOST_FACTS && !isTooMuch(situation)) return situation;
  return most > 0 ? situationOf(standing, Math.floor(most / 2)) : null;
}

/**
 * It for a link, with as many of its runs as one has room for; longer than a link may be where not even one run fits,
 * and null where no page would play it again.
 */
export async function packStanding(standing: Standing, most = MOST_RUNS): Promise<string | null> {
  const situation = situationOf(standing, most);
  if (situation === null) return null;
  const packed = await packSituation(situation);
  return most > 1 && packed.length > MOST_LINK ? packStanding(standing, Math.floor(most / 2)) : packed;
}

/**
 * The run that is looked at with what it came from, as far as there may be so many; then the one beside it and the
 * newest others, each where what it came from is kept as well.
 */
function keptRuns({ runs, current, compared }: Standing, most: number): readonly RunInfo[] {
  const kept = new Set<RunId>();
  const infoOf = (run: RunId | null) => runs.find(({ id }) => id === run);
  const newest = runs.map(({ id }) => id).toReversed();
  for (const id of [current, compared?.run ?? current, ...newest]) {
    const line: RunId[] = [];
    let info = infoOf(id);
    for (; info && !kept.has(info.id); info = infoOf(info.parent)) line.push(info.id);
    const fits = kept.size === 0 || (info && kept.size + line.length <= most);
    for (const each of fits ? line.slice(0, most) : []) kept.add(each);
  }
  return runs.filter(({ id }) => kept.has(id));
}

function written(list: readonly RunInfo[], { current, compared }: Standing): readonly KeptRun[] {
  return list.map(({ id, parent, forkedAt, inherited, journal, furthest }): KeptRun => {
    const run = list.findIndex((each) => each.id === parent);
    return {
      ...(run >= 0 && { from: { run, at: forkedAt ?? 0, inherited } }),
      ...(id !== current && { journal, furthest }),
      ...(id !== current && id === compared?.run && { beside: true }),
    };
  });
}

/** How a playback opens a situation: all of its runs at once, with time standing still. */
export function openingOf(situation: Situation): OpenOptions {
  const all = runsOf(situation);
  const [first, ...forks] = all.map(({ journal, until, from, isShown, isBeside }) => {
    const at = isShown || isBeside ? situation.at : Math.min(situation.at, until);
    return { journal, at, furthest: until, from };
  });
  return {
    ...{ journal: first!.journal, at: first!.at, furthest: first!.furthest },
    forks: forks.flatMap(({ from, ...each }) => (from === null ? [] : { ...each, from })),
    shown: all.findIndex(({ isShown }) => isShown),
    beside: all.findIndex(({ isBeside }) => isBeside),
  };
}
