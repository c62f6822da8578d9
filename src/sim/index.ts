// The model's door.
import type { TimedCommand } from './engine/command';
import type { Scenario } from './engine/scenario';
import type { Micros } from './engine/time';
import { model } from './model';
import type { Run } from './run';
import { WorldRun } from './worldRun';

export type { Command, Refusal, TimedCommand } from './engine/command';
export type { EntityId, Fact, FactData, FactReader, Scalar } from './engine/fact';
export type { BoxSpec, Scenario, WorldSpec } from './engine/scenario';
export type { Entity, Picker, StateTag, Transition, Wait, WorldView } from './engine/view';
export type { ForkPoint, Outcome, Run } from './run';
export { MINUTE, MS, SECOND, fromMillis, type Micros } from './engine/time';
export { CORE, GIBIBYTE, KIBIBYTE, MEBIBYTE } from './resources/units';
export { LivelockError } from './engine/livelock';
export { ScenarioError } from './engine/buildWorld';
export { blastIfDown, blastsNow, type Blast } from './rooms/standing/blast';
export { REFUSAL_CODES } from './rooms/refusals';
export { MODEL_VERSION } from './model';
export { VERSIONS, isModelled } from './versions';
export type { Certainty, RoomModel, RoomNumber } from './roomModel';
export { asText, type FileEntry } from './rooms/filesystem/files';
export { FACT_NAMES } from './factNames';
export { Digest } from './engine/digest';
export type { ChartState, ChartWay } from './describe';

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
