// The charts of all kinds as plain data. The build reads it once and writes what it found into the pages.
import type { ChartState, ChartWay } from './describe';
import { type ChartNode, type ChartTransition, chartOf, nodesOf, waysOf } from './engine/compile/internals';
import { model } from './model';

/** By kind. */
export const charts: Readonly<Record<string, ChartState>> = Object.fromEntries(
  model.kinds.map(({ kind, machine }) => {
    const { root } = chartOf(machine);
    return [kind, stateOf(root, nodesOf(root).flatMap(waysOf))];
  }),
);

function stateOf(node: ChartNode, all: readonly ChartTransition[]): ChartState {
  return {
    path: node.path.join('.'),
    tags: node.tags,
    initial: node.initial.target[0]?.path.join('.') ?? null,
    states: Object.values(node.states).map((child) => stateOf(child, all)),
    ways: waysOf(node).map((way) => chartWay(node, way, all.indexOf(way))),
  };
}

function chartWay(node: ChartNode, way: ChartTransition, number: number): ChartWay {
  return {
    number,
    on: eventName(way.eventType, node.id),
    guard: way.guard === undefined ? null : nameOf(way.guard),
    to: way.target?.[0]?.path.join('.') ?? null,
    does: way.actions.map(nameOf).filter((name) => name !== 'tell'),
  };
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
