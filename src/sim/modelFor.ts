// Which model a run needs: the basic one where it knows all that may be met, else the whole one, loaded then.
import { basicModel } from './basicModel';
import type { TimedCommand } from './engine/command';
import type { BoxSpec, Scenario } from './engine/scenario';
import type { Micros } from './engine/time';
import type { Model } from './engine/model';
import type { Run } from './run';
import { WorldRun } from './worldRun';

/** Makes a run of a scenario, with a journal played to `furthest` or to its last command. Throws as `createRun`. */
export type RunFactory = (scenario: Scenario, journal?: readonly TimedCommand[], furthest?: Micros) => Run;

/**
 * How to make runs of a scenario with this journal: by the model that has all that the scenario holds or lets be
 * done. Rejects when a file of the model cannot be loaded.
 */
export async function runsFor(
  scenario: Scenario,
  journal: readonly TimedCommand[] = [],
): Promise<RunFactory> {
  const model = await modelFor(scenario, journal);
  return (of, played = [], furthest = 0) => new WorldRun(model, of, played, furthest);
}

/** The model for a scenario and a journal. A scenario that says nothing of its commands gets the whole one. */
export async function modelFor(scenario: Scenario, journal: readonly TimedCommand[]): Promise<Model> {
  const { world, commands } = scenario;
  const given = [...(world.faults ?? []), ...journal].map(({ command }) => command.name);
  const isBasic =
    commands !== undefined &&
    [...commands, ...given].every((name) => basicModel.commands.some((known) => known.name === name)) &&
    kindsIn(world.boxes).every((kind) => basicModel.kinds.some((known) => known.kind === kind));
  return isBasic ? basicModel : (await import('./model')).model;
}

function kindsIn(boxes: readonly BoxSpec[]): readonly string[] {
  return boxes.flatMap(({ kind, holds = [] }) => [kind, ...kindsIn(holds)]);
}
