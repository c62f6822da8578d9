// The charts of all kinds as plain data. The build reads it once and writes what it found into the pages.
import type { StateNode } from 'xstate';
import type { ChartState, ChartWay } from './describe';
import type { Told } from './engine/kind';
import { model } from './model';

/** By kind. */
export const charts: Readonly<Record<string, ChartState>> = Object.fromEntries(
  model.kinds.map(({ kind, machine }) => [kind, stateOf(machine.root as StateNode)]),
);

function stateOf(node: StateNode): ChartState {
  return {
    path: node.path.join('.'),
    tags: node.tags,
    initial: node.initial.target[0]?.path.join('.') ?? null,
    states: Object.values(node.states).map((child) => stateOf(child)),
    ways: waysOf(node),
    tells: toldBy(node.entry),
  };
}

function waysOf(node: StateNode): ChartWay[] {
  const ways = [...node.transitions.values()].flat();
  return [...ways, ...(node.always ?? [])].map((way) => ({
    on: eventName(way.eventType, node.id),
    guard: way.guard === undefined ? null : nameOf(way.guard),
    to: way.target?.[0]?.path.join('.') ?? null,
    tells: toldBy(way.actions),
    does: way.actions.map(nameOf).filter((name) => name !== 'tell'),
  }));
}

/** Names of the facts that these actions tell. */
function toldBy(actions: readonly unknown[]): string[] {
  return actions
    .filter((action) => nameOf(action) === 'tell')
    .map((action) => (action as { params: Told }).params.fact);
}

function eventName(type: string, id: string): string {
  if (type === '') return 'always';
  const delay = /^xstate\.after\.(.+)$/.exec(type)?.[1];
  return delay === undefined ? type : `after ${delay.slice(0, -id.length - 1)}`;
}

/** The name of an action or a guard, which stands alone or with its parameters. */
function nameOf(named: unknown): string {
  return typeof named === 'string' ? named : (named as { type: string }).type;
}
