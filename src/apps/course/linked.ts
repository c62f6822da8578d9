// A situation that came from outside, as far as it has been shown to be right. Loaded when the first one comes.
import type { LessonEntry } from '../../lesson/format';
import { scenarioOf } from '../../lesson/content';
import {
  BadSituation,
  readSituation,
  replay,
  runsOf,
  scenarioFor,
  unpackSituation,
  type FindWorld,
  type Situation,
  type SituationProblem,
} from '../../link/situations';
import { createRun, MODEL_VERSION, type Scenario } from '../../sim';
import { commandLabel, refusalSentence } from '../../words';

/** Where a situation's text stood. */
export type Source = 'link' | 'file';

/** A situation that can be put on a stage. */
export interface Linked {
  /** What stood behind `s=`; null for a file. */
  readonly text: string | null;
  readonly situation: Situation;
  readonly scenario: Scenario;
  /** It was made with an older version of the model, so it may come out differently. */
  readonly isOlder: boolean;
}

/** Finds the worlds of these lessons. */
function findIn(lessons: readonly LessonEntry[]): FindWorld {
  return async (lesson, world) => {
    const entry = lessons.find(({ slug }) => slug === lesson);
    if (!entry) throw new BadSituation({ code: 'unknown-lesson', lesson });
    const content = await entry.open();
    if (!Object.hasOwn(content.scenario.worlds, world))
      throw new BadSituation({ code: 'unknown-world', lesson, world });
    return scenarioOf(content, world).world;
  };
}

/** A command that the model refused, by what its button says. Everything else as it is. */
async function named(error: unknown, situation: Situation, scenario: Scenario): Promise<unknown> {
  if (!(error instanceof BadSituation) || error.problem.code !== 'refused') return error;
  const { problem } = error;
  const commands = runsOf(situation).flatMap(({ journal }) => journal);
  const entry = commands.find(
    ({ at, command }) =>
      at === problem.at && command.name === problem.command && command.target === problem.target,
  );
  if (!entry) return error;
  // No engine that brings the words for its commands has been loaded yet.
  const { learnImages } = await import('../../words/images');
  learnImages();
  const view = createRun(scenario).view();
  const label = commandLabel(entry.command, view);
  const why = refusalSentence(problem.refusal, entry.command, view);
  return new BadSituation({ ...problem, label, why });
}

/**
 * Reads a link or a file to its end, replay included. `only` is the one lesson whose runs are wanted; null: any.
 * Throws BadSituation.
 */
export async function readLinked(
  text: string,
  from: Source,
  lessons: readonly LessonEntry[],
  only: string | null,
): Promise<Linked> {
  const situation = from === 'link' ? await unpackSituation(text) : readSituation(text);
  const lesson = 'lesson' in situation.scenario ? situation.scenario.lesson : '';
  if (only !== null && lesson !== only) throw new BadSituation({ code: 'other-lesson', lesson });
  const scenario = await scenarioFor(situation, findIn(lessons));
  try {
    replay(situation, scenario);
  } catch (error) {
    throw await named(error, situation, scenario);
  }
  const isOlder = situation.model < MODEL_VERSION;
  return { text: from === 'link' ? text : null, situation, scenario, isOlder };
}

/** What is wrong, as `readLinked` threw it; anything else is thrown on. */
export function problemOf(error: unknown): SituationProblem {
  if (error instanceof BadSituation) return error.problem;
  throw error;
}
