// Lesson 10 as its files say: the page tree, the runs of its solution, and progress as if its first steps were done.
import { fileURLToPath } from 'node:url';
import { checks } from '../../lessons/10-one-kernel-falls/checks';
import { scenario } from '../../lessons/10-one-kernel-falls/scenario';
import { solution } from '../../lessons/10-one-kernel-falls/solution';
import { loadLesson } from '../../src/build/lessons/loadLesson';
import { worldOf } from '../../src/lesson/crossCheck';
import { predictionsOf, tasksOf } from '../../src/lesson/evaluate';
import type { Line } from '../../src/lesson/format';
import { scenarioOf } from '../../src/lesson/content';
import { playAttempt, playedOf } from '../../src/lesson/player';
import type { LessonProgress, Progress } from '../../src/lesson/progress';
import type { Situation } from '../../src/link/situations';
import type { Micros, Run } from '../../src/sim';

/** The folder, from the top of the repository. */
export const folder = 'lessons/10-one-kernel-falls';
/** What lesson.md says. */
export const { page: lesson } = loadLesson(fileURLToPath(new URL(`../../${folder}`, import.meta.url)));
const content = { page: lesson, scenario, checks };

/** A world of the lesson that nobody touches, at an instant. */
export function startedRun(world: string, at: Micros): Run {
  return playAttempt(scenarioOf(content, world), { commands: [], until: at });
}

/** The run of a step's solution, its head at its furthest point. */
export function solvedRun(step: number): Run {
  return playAttempt(scenarioOf(content, worldOf(lesson, step)), solution.steps[lesson.steps[step]!.slug]!);
}

/** Whether a situation of a step's world has done the step's first task. */
export function isTaskDone(step: number, { journal, at }: Pick<Situation, 'journal' | 'at'>): boolean {
  const [task] = tasksOf(lesson.steps[step]!.parts);
  const run = playAttempt(scenarioOf(content, worldOf(lesson, step)), { commands: journal, until: at });
  return checks.checks[task!.check]!.test(playedOf(run)).passed;
}

/** The option that the solution's run bears out, of each prediction of a step. */
function outcomesOf(step: number): Record<string, string> {
  const played = playedOf(solvedRun(step));
  return Object.fromEntries(
    predictionsOf(lesson.steps[step]!).map(({ id }) => {
      const held = Object.entries(checks.predictions[id] ?? {}).find(([, holds]) => holds(played));
      return [id, held?.[0] ?? ''];
    }),
  );
}

/** Progress of somebody who answered all before this step (0 is the first) right; behind the last: the transfer. */
export function progressAt(step: number): Progress {
  const before = lesson.steps.slice(0, step);
  const outcomes = Object.assign({}, ...before.map((_, at) => outcomesOf(at))) as Record<string, string>;
  const progress: LessonProgress = {
    place: lesson.steps[step]?.slug ?? 'transfer',
    answers: outcomes,
    outcomes,
    passed: before.flatMap(({ parts }) => tasksOf(parts).map(({ check }) => check)),
    shown: [],
    hints: {},
  };
  return { v: 1, lessons: { [lesson.slug]: progress } };
}

/** The stretches of plain text in a line, without boxes, figures and terms. */
export function plainParts(line: Line): readonly string[] {
  return line.flatMap((part) => {
    if (part.type === 'text') return [part.text.trim()];
    return part.type === 'emphasis' || part.type === 'strong' ? plainParts(part.children) : [];
  });
}
