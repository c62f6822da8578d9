// A compiled table as data: functions become the names they have in setup(), equal parts are written once.
import { chartOf } from '../../sim/engine/compile/internals';
import {
  FIRST_LIST,
  NEXT_LIST,
  NO_LIST,
  type PackedCandidate,
  type PackedOp,
  type PackedParams,
  type PackedTable,
  type Use,
} from '../../sim/engine/compile/packed';
import type { Candidate, Compute, Op, Params, Table } from '../../sim/engine/compile/table';

type Machine = Parameters<typeof chartOf>[0];

/** Things that are named by number; what is equal as JSON has one number. */
class Numbered<Item> {
  readonly items: Item[] = [];
  readonly #places = new Map<string, number>();

  /** The number of an item, a new one if nothing equal was there. */
  of(item: Item): number {
    const text = JSON.stringify(item);
    const place = this.#places.get(text) ?? this.items.push(item) - 1;
    this.#places.set(text, place);
    return place;
  }
}

/** Where each function of the chart stands in its setup(). */
function usesOf(machine: Machine): ReadonlyMap<unknown, Use> {
  const { guards, actions, delays } = chartOf(machine).implementations;
  const uses = new Map<unknown, Use>();
  for (const [name, guard] of Object.entries(guards)) uses.set(guard, ['guards', name]);
  for (const [name, delay] of Object.entries(delays)) uses.set(delay, ['delays', name]);
  for (const [name, action] of Object.entries(actions)) {
    const { assignment } = action as { readonly assignment?: unknown };
    if (typeof assignment === 'function') uses.set(assignment, ['actions', name]);
    else if (assignment !== undefined)
      for (const [key, value] of Object.entries(assignment as object))
        uses.set(value, ['actions', name, key]);
  }
  return uses;
}

class Packer {
  readonly uses = new Numbered<Use>();
  readonly ops = new Numbered<PackedOp>();
  readonly lists = new Numbered<readonly PackedCandidate[]>();
  readonly #id: string;
  readonly #known: ReadonlyMap<unknown, Use>;
  readonly #params = new Map<string, Compute>();

  constructor(machine: Machine) {
    this.#id = machine.id;
    this.#known = usesOf(machine);
  }

  /** The number of a function, or undefined for none. Throws Error for one that setup() does not name. */
  use(compute: Compute | null): number | undefined {
    if (compute === null) return undefined;
    const use = this.#known.get(compute);
    if (use === undefined) {
      throw new Error(`machine "${this.#id}": a function of the chart has no name; name it in setup()`);
    }
    return this.uses.of(use);
  }

  params({ fixed, compute }: Params): PackedParams | undefined {
    if (compute !== null) return { compute: this.#paramsBy(compute) };
    return fixed === undefined ? undefined : { fixed };
  }

  #paramsBy(compute: Compute): number {
    const { name } = compute;
    const other = this.#params.get(name) ?? compute;
    this.#params.set(name, compute);
    if (other !== compute) {
      throw new Error(`machine "${this.#id}": two functions "${name}" compute params; give each a name`);
    }
    return this.uses.of(['params', name]);
  }

  op({ kind, index, delay, key, fixed, compute, writes, params }: Op): number {
    const op = {
      kind,
      ...(index !== -1 && { index }),
      ...(delay !== 0 && { delay }),
      ...(key !== '' && { key }),
      fixed,
      compute: this.use(compute),
      ...(writes.length > 0 && {
        writes: writes.map((each) => ({ ...each, compute: this.use(each.compute) })),
      }),
      params: this.params(params),
    };
    return this.ops.of(op as PackedOp);
  }

  /** A candidate of one leaf; one that stays there is the same for all of them. */
  candidate({ guard, to, way, ops, rests, changes, done }: Candidate, leaf: number): PackedCandidate {
    const rest = {
      ...(guard && { guard: this.use(guard.test), params: this.params(guard.params) }),
      ...(!rests && { rests }),
      ...(!changes && { changes }),
      ...(done && { done: done.type }),
    };
    const usual = [ops.map((op) => this.op(op)), to === leaf ? -1 : to, way] as const;
    return (Object.keys(rest).length === 0 ? usual : [...usual, rest]) as PackedCandidate;
  }

  /** The code of a cell. */
  cell(candidates: readonly Candidate[] | null, leaf: number): number {
    if (candidates === null) return NO_LIST;
    const met = this.lists.items.length;
    const list = this.lists.of(candidates.map((each) => this.candidate(each, leaf)));
    return list === met ? NEXT_LIST : list + FIRST_LIST;
  }
}

/** The table of a machine as JSON. Throws Error when a function has no name in setup(), or shares it. */
export function pack(machine: Machine, table: Table): PackedTable {
  const packer = new Packer(machine);
  const { id, leaves, tags, events, lanes, slotLane, slotEvent, effects, keys, final } = table;
  const cells = table.cells.map((cell, at) => packer.cell(cell, Math.floor(at / events.length)));
  const always = table.always.map((cell, leaf) => packer.cell(cell, leaf));
  const start = packer.candidate(table.start, -1);
  return {
    ...{ id, leaves, tags, events, lanes, slotLane, slotEvent, effects, keys },
    final: leaves.flatMap((_, leaf) => (final[leaf] ? [leaf] : [])),
    uses: packer.uses.items,
    ops: packer.ops.items,
    lists: packer.lists.items,
    cells: [...cells, ...always],
    start,
  };
}
