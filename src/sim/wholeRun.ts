// Runs of the whole model, for those who have it at hand: scripts, tests, what is replayed from a link.
import type { TimedCommand } from './engine/command';
import type { Scenario } from './engine/scenario';
import type { Micros } from './engine/time';
import { model } from './model';
import type { Run } from './run';
import { WorldRun } from './worldRun';

/** Names of all commands. */
export const COMMAND_NAMES: readonly string[] = model.commands.map((command) => command.name);

/**
 * A run of a scenario, with a journal played to `furthest` (or to its last command). Throws ScenarioError
 * for a world that cannot be, RangeError for a journal out of order, LivelockError when time stands still.
 */
export function createRun(
  scenario: Scenario,
  journal: readonly TimedCommand[] = [],
  furthest: Micros = 0,
): Run {
  return new WorldRun(model, scenario, journal, furthest);
}
