// What a lesson's first world is seen as before the model is there: the run itself tells it, when the lesson is built.
import { scenarioOf } from '../../lesson/content';
import { worldOf } from '../../lesson/crossCheck';
import type { LessonContent } from '../../lesson/format';
import { entryOf, preparedOpening, type PreparedOpening } from '../../lesson/opening';
import { basicModel } from '../../sim/basicModel';
import type { Micros } from '../../sim';
import { model } from '../../sim/model';
import { isBasic } from '../../sim/modelFor';
import { WorldRun } from '../../sim/worldRun';

/** The world that a lesson begins with, where it is entered. Throws as a run of it does. */
export function openingOf(lesson: Omit<LessonContent, 'checks'>): PreparedOpening {
  const { recall } = lesson.page;
  const world = recall?.world ?? worldOf(lesson.page, 0);
  const scenario = { ...scenarioOf(lesson, world), commands: lesson.scenario.commands };
  // As `runsFor` has it, which loads what it needs: once the plugin runs, nothing more of it can be loaded.
  const runUntil = (at: Micros) => new WorldRun(isBasic(scenario) ? basicModel : model, scenario, [], at);
  return preparedOpening(world, runUntil(entryOf(scenario)), runUntil(0).view().entities);
}
