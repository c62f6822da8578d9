// T1: the head of each step of lesson 10 jumps to random instants, as somebody who drags it.
import { lessons } from 'virtual:lessons';
import { randomInt, purposeOf } from '../../sim/engine/random';
import { scenarioOf } from '../../lesson/content';
import { playAttempt, wholeAttempt } from '../../lesson/player';
import { worldOf } from '../../lesson/crossCheck';
import type { Run } from '../../sim';
import { TURNS } from './measure';
import { shown } from './row';
import type { Row } from './row';
import { median, quantile } from './statistics';

const LESSON = 'one-kernel-falls';
const SEEKS_PER_STEP = 200;
const SEEK = purposeOf('seek');

async function runsOfLesson(): Promise<readonly Run[]> {
  const entry = lessons.find(({ slug }) => slug === LESSON);
  if (!entry) throw new Error(`There is no lesson "${LESSON}".`);
  const [content, solution] = await Promise.all([entry.open(), entry.solution()]);
  return content.page.steps.map((step, index) => {
    const attempt = solution.steps[step.slug];
    if (!attempt) throw new Error(`${LESSON} has no solution of "${step.slug}".`);
    return playAttempt(
      scenarioOf(content, worldOf(content.page, index)),
      wholeAttempt(content, solution, index, attempt),
    );
  });
}

/** Milliseconds of one jump and the view after it. */
function timeSeek(run: Run, at: number): number {
  const began = performance.now();
  run.seek(at);
  run.view();
  return performance.now() - began;
}

/** T1: 95 of 100 random seeks take no longer than this; each is the median of several turns. */
export async function seek(): Promise<Row> {
  const runs = await runsOfLesson();
  const jumps = runs.flatMap((run, step) =>
    Array.from({ length: SEEKS_PER_STEP }, (_, i) => ({
      run,
      at: randomInt(0, run.furthest, 1, step, SEEK, i),
    })),
  );
  const turns = Array.from({ length: TURNS + 1 }, () => jumps.map(({ run, at }) => timeSeek(run, at)));
  const times = jumps.map((_, i) => median(turns.slice(1).map((turn) => turn[i] ?? NaN)));
  const p95 = quantile(times, 0.95);
  return {
    id: 'T1',
    what: `seek: lesson 10, ${times.length} random seeks over its ${runs.length} steps, 95 in 100`,
    measured: `${shown(p95)} ms (median ${shown(median(times))}, longest ${shown(Math.max(...times))})`,
    goal: '<= 16 ms',
    holds: p95 <= 16,
    stretch: '<= 4 ms',
    numbers: { p95Ms: p95, medianMs: median(times), longestMs: Math.max(...times), seeks: times.length },
  };
}
