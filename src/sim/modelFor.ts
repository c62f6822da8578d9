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
  return isBasic(scenario, journal) ? basicModel : (await import('./model')).model;
}

/** Whether the basic model is enough. */
export function isBasic({ world, commands }: Scenario, journal: readonly TimedCommand[] = []): boolean {
  const given = [...(world.faults ?? []), ...journal].map(({ command }) => command.name);
  return (
    commands !== undefined &&
    [...commands, ...given].every((name) => basicModel.commands.some((known) => known.name === name)) &&
    boxesIn(world.boxes).every(isBasicBox)
  );
}

function boxesIn(boxes: readonly BoxSpec[]): readonly BoxSpec[] {
  return boxes.flatMap((box) => [box, ...boxesIn(box.holds ?? [])]);
}

/** Whether the basic model has the kind of a box, and all that is said of it. */
function isBasicBox({ kind, spec = {} }: BoxSpec): boolean {
  const known = basicModel.kinds.find((each) => each.kind === kind);
  return known !== undefined && Object.keys(spec).every((field) => field in known.defaults);
}
