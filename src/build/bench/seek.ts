// T1: the head of each step of lesson 10 jumps to random instants, as somebody who drags it. M3: the same in the
// lessons about machines.
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

const SEEKS_PER_STEP = 200;
const SEEK = purposeOf('seek');

async function runsOfLesson(lesson: string): Promise<readonly Run[]> {
  const entry = lessons.find(({ slug }) => slug === lesson);
  if (!entry) throw new Error(`There is no lesson "${lesson}".`);
  const [content, solution] = await Promise.all([entry.open(), entry.solution()]);
  return content.page.steps.map((step, index) => {
    const attempt = solution.steps[step.slug];
    if (!attempt) throw new Error(`${lesson} has no solution of "${step.slug}".`);
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

/** 95 of 100 random seeks take no longer than a frame; each is the median of several turns. */
async function seekRow(id: string, which: string, slugs: readonly string[]): Promise<Row> {
  const runs = (await Promise.all(slugs.map(runsOfLesson))).flat();
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
    id,
    what: `seek: ${which}, ${times.length} random seeks over ${runs.length} steps, 95 in 100`,
    measured: `${shown(p95)} ms (median ${shown(median(times))}, longest ${shown(Math.max(...times))})`,
    goal: '<= 16 ms',
    holds: p95 <= 16,
    stretch: '<= 4 ms',
    numbers: { p95Ms: p95, medianMs: median(times), longestMs: Math.max(...times), seeks: times.length },
  };
}

/** T1: lesson 10. */
export const seek = (): Promise<Row> => seekRow('T1', 'lesson 10', ['one-kernel-falls']);

/** M3: lessons 1 to 4, whose worlds have disks, files and migrations in them. */
export const machineSeeks = (): Promise<Row> =>
  seekRow('M3', 'lessons 1 to 4', [
    'works-on-my-machine',
    'many-computers-in-one',
    'what-a-guest-os-costs',
    'snapshot-roll-back-clone-move',
  ]);
