// The one entrance: commands are checked, refused with a code or told as a root fact and sent on.
import type { EntityNumber } from './acts';
import type { Command, Refusal } from './command';
import { NONE } from './facts';
import type { Arguments, CommandDefinition, Model } from './model';
import type { World } from './world';

interface Order {
  readonly definition: CommandDefinition;
  readonly target: EntityNumber;
  readonly args: Arguments;
}

/** Who gives a command: somebody at the controls, or the scenario itself. */
export type Root = 'command' | 'fault';

/** Why a command would be refused now, or null. Changes nothing. */
export function refusalOf(world: World, model: Model, command: Command): Refusal | null {
  const order = understand(world, model, command);
  return 'code' in order ? order : null;
}

/** Carries a command out and returns the seq of its fact, or the reason why not (nothing changed then). */
export function obey(world: World, model: Model, command: Command, root: Root): number | Refusal {
  const order = understand(world, model, command);
  if ('code' in order) return order;
  const { definition, target, args } = order;
  const events = definition.events(world, target, args);
  const others = definition.also?.(world, target, args) ?? [];
  const seq = world.tellRoot(target, `${root}.${definition.name}`, args);
  if (definition.sets !== undefined) world.noteSetting(target, definition.sets);
  definition.does?.(world, target, args);
  for (const event of events) world.send(target, event);
  for (const { to, event } of others) world.send(to, event);
  return seq;
}

function understand(world: World, model: Model, command: Command): Order | Refusal {
  const definition = model.commands.find((known) => known.name === command.name);
  if (definition === undefined) return refuse('unknown-command', { command: command.name });
  const target = world.find(command.target);
  if (target === NONE) return refuse('unknown-target', { target: command.target });
  const kind = world.kind(target);
  if (!definition.on.includes(kind)) {
    return refuse('wrong-kind', { command: command.name, kind, wanted: definition.on });
  }
  const args = Object.freeze({ ...command.args });
  const wrong = wrongArgument(world, definition, args);
  if (wrong !== null) return wrong;
  return definition.refuse?.(world, target, args) ?? { definition, target, args };
}

function wrongArgument(world: World, definition: CommandDefinition, args: Arguments): Refusal | null {
  const rules = definition.args ?? {};
  for (const name of Object.keys(args)) {
    if (!Object.hasOwn(rules, name)) {
      return refuse('bad-argument', { argument: name, wanted: 'no such argument' });
    }
  }
  for (const [name, rule] of Object.entries(rules)) {
    const value = args[name];
    const missing = value === undefined;
    if (missing && rule.optional === true) continue;
    if (missing || !rule.accepts(value, world)) {
      return refuse('bad-argument', { argument: name, wanted: rule.wanted });
    }
  }
  return null;
}

function refuse(code: string, data: Refusal['data']): Refusal {
  return { code, data };
}
