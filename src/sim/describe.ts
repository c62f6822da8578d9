// A kind's chart as plain data, for those who draw it.
import type { StateNode } from 'xstate';
import { model } from './model';

/** One state with what leads out of it; `path` is `running.serving`. */
export interface ChartState {
  readonly path: string;
  readonly tags: readonly string[];
  readonly initial: string | null;
  readonly states: readonly ChartState[];
  readonly ways: readonly ChartWay[];
}

/** One way out of a state. `on` is an event, `after <delay>` or `always`. */
export interface ChartWay {
  readonly on: string;
  readonly guard: string | null;
  readonly to: string | null;
}

/** The chart of a kind. Throws RangeError for a kind that the model does not have. */
export function describe(kind: string): ChartState {
  const definition = model.kinds.find((known) => known.kind === kind);
  if (definition === undefined) {
    throw new RangeError(
      `There is no kind "${kind}"; use ${model.kinds.map((known) => known.kind).join(', ')}.`,
    );
  }
  return stateOf(definition.machine.root as StateNode);
}

function stateOf(node: StateNode): ChartState {
  return {
    path: node.path.join('.'),
    tags: node.tags,
    initial: node.initial.target[0]?.path.join('.') ?? null,
    states: Object.values(node.states).map((child) => stateOf(child)),
    ways: waysOf(node),
  };
}

function waysOf(node: StateNode): ChartWay[] {
  const ways = [...node.transitions.values()].flat();
  return [...ways, ...(node.always ?? [])].map((way) => ({
    on: eventName(way.eventType, node.id),
    guard: guardName(way.guard),
    to: way.target?.[0]?.path.join('.') ?? null,
  }));
}

function eventName(type: string, id: string): string {
  if (type === '') return 'always';
  const delay = /^xstate\.after\.(.+)$/.exec(type)?.[1];
  return delay === undefined ? type : `after ${delay.slice(0, -id.length - 1)}`;
}

function guardName(guard: unknown): string | null {
  if (typeof guard === 'string') return guard;
  return (guard as { type?: string } | undefined)?.type ?? null;
}
