// A kind's chart as plain data, for those who draw it.
import type { StateNode } from 'xstate';
import type { Told } from './engine/kind';
import { model } from './model';

/** One state with what leads out of it; `path` is `running.serving`. */
export interface ChartState {
  readonly path: string;
  readonly tags: readonly string[];
  readonly initial: string | null;
  readonly states: readonly ChartState[];
  readonly ways: readonly ChartWay[];
  /** Facts told on the way in, in order. */
  readonly tells: readonly string[];
}

/** One way out of a state. `on` is an event, `after <delay>` or `always`. */
export interface ChartWay {
  readonly on: string;
  readonly guard: string | null;
  readonly to: string | null;
  /** Facts told on the way, before those of the state that is entered. */
  readonly tells: readonly string[];
  /** What else is done on the way, by action name. */
  readonly does: readonly string[];
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
