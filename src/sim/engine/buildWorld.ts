// From a scenario's data to a world with its first entities; says what is wrong with the data, and where.
import type { EntityNumber } from './acts';
import type { Scalar } from './fact';
import { NONE } from './facts';
import type { KindDefinition } from './kind';
import type { Model } from './model';
import type { BoxSpec, Scenario } from './scenario';
import { obey } from './orders';
import { World } from './world';

/** Seq of `scenario.started`, the first fact of every log: every box is there because of it. */
const STARTED = 0;

/** Thrown when a scenario cannot be built; the message names the box and what to do. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
}

/** Builds the world of a scenario at instant 0, all its first effects done. Throws ScenarioError. */
export function buildWorld(model: Model, scenario: Scenario): World {
  const world = new World(model, scenario.seed);
  world.tellRoot(NONE, 'scenario.started');
  const needs: [BoxSpec, EntityNumber][] = [];
  for (const box of scenario.world.boxes) place(world, model, box, NONE, needs);
  for (const [box, entity] of needs) {
    for (const id of box.needs ?? []) need(world, box, entity, id);
  }
  scheduleFaults(world, model, scenario);
  world.runUntil(0);
  return world;
}

function place(
  world: World,
  model: Model,
  box: BoxSpec,
  floor: EntityNumber,
  needs: [BoxSpec, EntityNumber][],
): void {
  const definition = model.kinds.find((known) => known.kind === box.kind);
  if (definition === undefined) {
    throw new ScenarioError(
      `${idOf(box)}: there is no kind "${box.kind}"; use ${model.kinds.map((known) => known.kind).join(', ')}.`,
    );
  }
  if (world.find(idOf(box)) !== NONE) throw new ScenarioError(`${idOf(box)} is there twice; rename one.`);
  checkFloor(world, box, definition, floor);
  checkSpec(world, box, definition, floor);
  const input = {
    ...definition.defaults,
    ...box.spec,
    ...(definition.placedLater && { placed: floor !== NONE }),
    // Nothing can be up on a floor that is not.
    ...(floor !== NONE && !world.has(floor, 'up') && { start: 'off' }),
  };
  world.followFrom(STARTED);
  const entity = world.create(box.kind, box.name, input, floor);
  needs.push([box, entity]);
  for (const above of box.holds ?? []) place(world, model, above, entity, needs);
}

function checkFloor(world: World, box: BoxSpec, definition: KindDefinition, floor: EntityNumber): void {
  if (floor === NONE) {
    if (definition.standsOn.length === 0 || definition.placedLater === true) return;
    throw new ScenarioError(
      `${idOf(box)} stands on nothing; put it into the holds of a ${definition.standsOn.join(' or ')}.`,
    );
  }
  const kind = world.kind(floor);
  if (definition.standsOn.includes(kind)) return;
  const wanted = definition.standsOn.length === 0 ? 'nothing' : `a ${definition.standsOn.join(' or ')}`;
  throw new ScenarioError(
    `${idOf(box)} cannot stand on ${world.id(floor)}; a ${box.kind} stands on ${wanted}.`,
  );
}

function checkSpec(world: World, box: BoxSpec, definition: KindDefinition, floor: EntityNumber): void {
  for (const [field, value] of Object.entries(box.spec ?? {})) {
    const usual = definition.defaults[field];
    if (usual === undefined) {
      const known = Object.keys(definition.defaults).join(', ');
      throw new ScenarioError(`${idOf(box)}: a ${box.kind} has no field "${field}"; it has ${known}.`);
    }
    checkValue(box, field, value, usual);
    const most = definition.most?.[field]?.(world, floor) ?? null;
    if (most !== null && (value as number) > most.value) {
      const over = (value as number) - most.value;
      const limit = most.about ? `about ${most.value}` : most.value;
      throw new ScenarioError(
        `${idOf(box)}: ${field} is ${value}; ${limit} at most, the limit of ${most.of}: that is ${over} too many.`,
      );
    }
  }
}

function checkValue(box: BoxSpec, field: string, value: Scalar, usual: Scalar): void {
  if (typeof usual === 'number' && !(Number.isSafeInteger(value) && (value as number) >= 0)) {
    throw new ScenarioError(`${idOf(box)}: ${field} is ${String(value)}; use a whole number from 0 upwards.`);
  }
  if (usual !== null && value !== null && typeof value !== typeof usual) {
    throw new ScenarioError(`${idOf(box)}: ${field} is ${String(value)}; use a ${typeof usual}.`);
  }
}

function need(world: World, box: BoxSpec, entity: EntityNumber, id: string): void {
  const other = world.find(id);
  if (other === NONE) throw new ScenarioError(`${idOf(box)} needs ${id}, which is not in the scenario.`);
  if (world.kindOf(entity).table.eventCode('NEEDS.CHANGED') < 0) {
    throw new ScenarioError(`${idOf(box)} cannot need anything; let a process in it need ${id}.`);
  }
  world.need(entity, other);
}

function scheduleFaults(world: World, model: Model, scenario: Scenario): void {
  const faults = scenario.world.faults ?? [];
  faults.forEach((fault, index) => {
    if (!Number.isSafeInteger(fault.at) || fault.at < 0) {
      throw new ScenarioError(`Fault ${index} is at ${fault.at}; use whole microseconds from 0 upwards.`);
    }
    world.at(fault.at, index);
  });
  // A fault that cannot happen any more (its box is down already) does not happen.
  world.onDue = (at, index) => void obey(at, model, faults[index]!.command, 'fault');
}

function idOf(box: BoxSpec): string {
  return `${box.kind}/${box.name}`;
}
