// Which cells a machine has, counted on XState's own states and not on the table, and which of them were visited.
import type { AnyStateMachine } from 'xstate';
import {
  type ChartNode,
  type ChartTransition,
  chartOf,
  nodesOf,
  outwards,
} from '../../../../src/sim/engine/compile/internals';
import type { Taken } from './xstate';

const ALWAYS = '';

/** Every (leaf, event, candidate) of one machine; `running.serving KILL #0`. */
export class Coverage {
  readonly cells: readonly string[];
  readonly visited = new Set<string>();
  readonly #candidates = new Map<string, readonly ChartTransition[]>();

  constructor(machine: AnyStateMachine) {
    const nodes = nodesOf(chartOf(machine).root);
    for (const leaf of nodes.filter(isPlace)) {
      for (const event of eventsOf(leaf)) {
        this.#candidates.set(`${leaf.path.join('.')} ${event}`, candidatesOf(leaf, event));
      }
    }
    this.cells = [...this.#candidates].flatMap(([place, list]) =>
      list.map((_, index) => `${place} #${index}`),
    );
  }

  /** Leaves that are not the end of the machine. */
  static places(machine: AnyStateMachine): readonly string[] {
    return nodesOf(chartOf(machine).root)
      .filter(isPlace)
      .map((leaf) => leaf.path.join('.'));
  }

  /** How many candidates a leaf has for an event. */
  count(leaf: string, event: string): number {
    return this.#candidates.get(`${leaf} ${event}`)?.length ?? 0;
  }

  /** Notes what XState took. */
  note(taken: readonly Taken[]): void {
    for (const { leaf, transition } of taken) this.visited.add(this.cellOf(leaf, transition));
  }

  cellOf(leaf: string, transition: ChartTransition): string {
    const place = `${leaf} ${eventOf(transition)}`;
    return `${place} #${this.#candidates.get(place)?.indexOf(transition) ?? -1}`;
  }

  get missed(): readonly string[] {
    return this.cells.filter((cell) => !this.visited.has(cell));
  }
}

/** The event a transition listens to, '' for always. */
export function eventOf(transition: ChartTransition): string {
  return (transition as ChartTransition & { readonly eventType: string }).eventType;
}

function isPlace(node: ChartNode): boolean {
  const end = node.type === 'final' && node.parent?.parent === undefined;
  return Object.keys(node.states).length === 0 && !end;
}

function eventsOf(leaf: ChartNode): ReadonlySet<string> {
  return new Set([ALWAYS, ...outwards(leaf).flatMap((node) => [...node.transitions.keys()])]);
}

/** From the inside out, up to the first that needs no guard. */
function candidatesOf(leaf: ChartNode, event: string): readonly ChartTransition[] {
  const all = outwards(leaf).flatMap((node) =>
    event === ALWAYS ? (node.always ?? []) : (node.transitions.get(event) ?? []),
  );
  const last = all.findIndex(({ guard }) => guard === undefined);
  return last < 0 ? all : all.slice(0, last + 1);
}
