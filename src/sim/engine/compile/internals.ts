// What the compiler reads of XState 5.33.3's own objects. None of it is documented API: it is named here and nowhere
// else in the model, the version is pinned, and the oracle suite gates every upgrade.
import type { AnyStateMachine } from 'xstate';

/** A transition as XState formats it: targets are nodes, actions a list. */
export interface ChartTransition {
  readonly eventType: string;
  readonly source: ChartNode;
  readonly target: readonly ChartNode[] | undefined;
  readonly guard: unknown;
  readonly actions: readonly unknown[];
  readonly reenter: boolean;
}

/** One state. `entry` and `exit` end with the timers that XState makes of `after`. */
export interface ChartNode {
  readonly id: string;
  readonly key: string;
  readonly path: readonly string[];
  readonly type: string;
  readonly order: number;
  readonly parent: ChartNode | undefined;
  readonly states: Readonly<Record<string, ChartNode>>;
  readonly config: Readonly<Record<string, unknown>>;
  readonly entry: readonly unknown[];
  readonly exit: readonly unknown[];
  readonly transitions: ReadonlyMap<string, readonly ChartTransition[]>;
  readonly always: readonly ChartTransition[] | undefined;
  readonly tags: readonly string[];
  readonly initial: { readonly target: readonly ChartNode[] };
}

/** The machine: its root state and what its names stand for. */
export interface Chart {
  readonly id: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly root: ChartNode;
  readonly implementations: {
    readonly actions: Readonly<Record<string, unknown>>;
    readonly guards: Readonly<Record<string, unknown>>;
    readonly delays: Readonly<Record<string, unknown>>;
  };
}

/** The timer that XState appends to `entry` for one key of `after`. */
export interface TimerStart {
  readonly event: { readonly type: string };
  readonly delay: number | string;
}

/** The machine seen as the compiler sees it. */
export function chartOf(machine: AnyStateMachine): Chart {
  return machine as unknown as Chart;
}

/** One value or a list of them, as charts may write both; undefined is the empty list. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** What the chart itself writes under `entry` or `exit`, without XState's own timers. */
export function written(node: ChartNode, when: 'entry' | 'exit'): readonly unknown[] {
  return node[when].slice(0, listOf(node.config[when]).length);
}

/** The timers that begin when this state is entered, in the order of its `after`. */
export function timersOf(node: ChartNode): readonly TimerStart[] {
  return node.entry.slice(listOf(node.config['entry']).length) as readonly TimerStart[];
}

/** The ways that a state itself has, in the order in which charts are read. */
export function waysOf(node: ChartNode): readonly ChartTransition[] {
  return [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
}

/** A state and those around it, from the inside out. */
export function outwards(node: ChartNode): readonly ChartNode[] {
  const chain: ChartNode[] = [];
  for (let at: ChartNode | undefined = node; at; at = at.parent) chain.push(at);
  return chain;
}

/** Every state below and including this one, in document order. */
export function nodesOf(node: ChartNode): readonly ChartNode[] {
  return [node, ...Object.values(node.states).flatMap((child) => nodesOf(child))];
}
