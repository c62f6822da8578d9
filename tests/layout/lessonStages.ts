// Stages of the lessons as the laws of the picture see them: every way through, at its start, each moment and its end.
import type { lessons } from 'virtual:lessons';
import { momentsIn, scenarioOf } from '../../src/lesson/content';
import { worldOf } from '../../src/lesson/crossCheck';
import { waysThrough } from '../../src/lesson/moments';
import { playAttempt, wholeSolution } from '../../src/lesson/player';
import type { LateWords } from '../../src/layout/label/telling';
import { crowdHeight, sideBySideFrom } from '../../src/layout/stage/frames';
import { layoutStage } from '../../src/layout/stage/layoutStage';
import type { StageScene } from '../../src/layout/stage/scene';
import { SECOND, type Micros, type Run, type Scenario, type WorldView } from '../../src/sim';
import { stageWords } from '../../src/words';

/** One instant of one way through a lesson; its run stands there until the next is asked for. */
export interface LessonInstant {
  readonly step: string;
  readonly run: Run;
  readonly at: Micros;
  readonly view: WorldView;
}

/** All instants of a lesson at which something is said, one after the other. */
export async function* lessonInstants(lesson: (typeof lessons)[number]): AsyncGenerator<LessonInstant> {
  const [content, solution] = await Promise.all([lesson.open(), lesson.solution()]);
  for (const way of waysThrough(content, solution)) {
    const run = playAttempt(way.scenario, way.solution);
    const moments = Object.values(momentsIn(content.scenario, run.facts.slice(0)));
    for (const at of new Set([0, ...moments.flatMap((fact) => fact?.at ?? []), way.solution.until])) {
      run.seek(at);
      yield { step: way.step, run, at, view: run.view() };
    }
  }
}

/** Every step of a lesson with its solution played to the end. */
export async function* solvedSteps(
  lesson: (typeof lessons)[number],
): AsyncGenerator<{ readonly slug: string; readonly scenario: Scenario; readonly run: Run }> {
  const [content, solution] = await Promise.all([lesson.open(), lesson.solution()]);
  for (const [step, { slug }] of content.page.steps.entries()) {
    const scenario = scenarioOf(content, worldOf(content.page, step));
    yield { slug, scenario, run: playAttempt(scenario, wholeSolution(content, solution, step)) };
  }
}

/** The first seconds of a lesson's recall, in which its machines start. */
export async function* recallInstants(lesson: (typeof lessons)[number]): AsyncGenerator<LessonInstant> {
  const content = await lesson.open();
  const world = content.page.recall?.world;
  if (world === undefined) return;
  const run = playAttempt(scenarioOf(content, world), { commands: [], until: 5 * SECOND });
  for (const at of [0, 1.5 * SECOND, 4 * SECOND]) {
    run.seek(at);
    yield { step: 'recall', run, at, view: run.view() };
  }
}

/** Room of a stage, px; a height of 0 is as high as its hosts need. */
export interface StageSize {
  readonly width: number;
  readonly height: number;
  readonly fits?: boolean;
  readonly text?: { readonly size: number; readonly smallest: number };
}

/** The stage on laptops and on a large screen, a box being inspected beside it, on a projector and on a phone. */
export const ROOMS: readonly StageSize[] = [
  { width: 663, height: 325 },
  { width: 1008, height: 370 },
  { width: 1008, height: 270 },
  { width: 1483, height: 553 },
  { width: 1856, height: 640, fits: true, text: { size: 22, smallest: 20 } },
  { width: 328, height: 0 },
];

/** The stage of a world in this room, as a page draws it; in a lesson it knows what its run began with. */
export function stageIn(
  view: WorldView,
  { width, height, fits, text }: StageSize,
  late?: LateWords,
  start?: WorldView['entities'],
): StageScene {
  const isNarrow = width < sideBySideFrom;
  const crowd = isNarrow ? crowdHeight(width, view.ofKind('host').length) : 0;
  const size = { width, height: isNarrow ? crowd : height, fits: fits ?? crowd > 0 };
  return layoutStage(view, size, { words: stageWords, start, ...(late && { late }), ...(text && { text }) });
}
