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

/** A leaf and an event ('' for always) with all that may be taken then. */
export interface Place {
  readonly leaf: string;
  readonly event: string;
  readonly candidates: readonly ChartTransition[];
}

/** Every (leaf, event, candidate) of one machine; `running.serving KILL #0`. */
export class Coverage {
  readonly places: readonly Place[];
  readonly cells: readonly string[];
  readonly visited = new Set<string>();
  readonly #candidates: ReadonlyMap<string, readonly ChartTransition[]>;

  constructor(machine: AnyStateMachine) {
    this.places = nodesOf(chartOf(machine).root)
      .filter(isPlace)
      .flatMap((leaf) => [...eventsOf(leaf)].map((event) => placeOf(leaf, event)));
    this.#candidates = new Map(
      this.places.map((place) => [`${place.leaf} ${place.event}`, place.candidates]),
    );
    this.cells = this.places.flatMap(({ leaf, event, candidates }) =>
      candidates.map((_, index) => `${leaf} ${event} #${index}`),
    );
  }

  /** Leaves that are not the end of the machine. */
  get leaves(): readonly string[] {
    return [...new Set(this.places.map(({ leaf }) => leaf))];
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

/** Candidates from the inside out, up to the first that needs no guard. */
function placeOf(leaf: ChartNode, event: string): Place {
  const all = outwards(leaf).flatMap((node) =>
    event === ALWAYS ? (node.always ?? []) : (node.transitions.get(event) ?? []),
  );
  const last = all.findIndex(({ guard }) => guard === undefined);
  const candidates = last < 0 ? all : all.slice(0, last + 1);
  return { leaf: leaf.path.join('.'), event, candidates };
}
