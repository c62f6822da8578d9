// What a frame tells the page around without being asked: time, facts, checks.
import type { LessonContent, Played } from '../../lesson/format';
import { tasksOf } from '../../lesson/evaluate';
import type { Frame } from '../../playback/frame';
import { freshFacts } from '../../playback/happenings';
import { MS, type Fact } from '../../sim';
import type { Outgoing } from './parentPort';

/** A jump over more facts than this tells the last ones only. */
const MOST_FACTS = 200;

type Seen = Pick<Frame, 'run' | 'facts'>;

/** Facts that came into sight between two frames: those of a fork from where it forked, at most the last 200. */
export function factsBetween(before: Seen, now: Seen): readonly Outgoing[] {
  return freshFacts(before, now).slice(-MOST_FACTS).map(factMessage);
}

function factMessage({ at, name, about }: Fact): Outgoing {
  return { type: 'sim:fact', ms: at / MS, name, about };
}

/** What the checks of a step say of what is seen, by check. */
export function checksOf({ page, checks }: LessonContent, step: string, played: Played): readonly Outgoing[] {
  const parts = page.steps.find(({ slug }) => slug === step)?.parts ?? [];
  return tasksOf(parts).flatMap(({ check }): Outgoing[] => {
    const result = checks.checks[check]?.test(played);
    if (!result) return [];
    const missing = result.passed ? null : result.missing;
    return [{ type: 'sim:check', checkId: check, passed: result.passed, missing }];
  });
}
