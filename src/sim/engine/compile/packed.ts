// A table as plain data: what the build writes into the pages instead of the compiler and the library it reads.
import { type ContextSource, makerOf } from './context';
import type { Candidate, Compute, MachineEvent, Op, OpKind, Params, Table, Write } from './table';

/**
 * Where a function of the chart stands in setup(): group, name and, in an assign of an object, the key. Those that
 * compute params have their own name instead.
 */
export type Use = readonly [group: keyof Parts, name: string, key?: string];

/** A value as written (`fixed`), or the number of the use that computes it; nothing for none. */
export interface PackedParams {
  readonly fixed?: unknown;
  readonly compute?: number;
}

/** One key of an object assign. */
export interface PackedWrite extends PackedParams {
  readonly key: string;
}

/** An op without the fields that have their usual value, and without its label: that would make equal ops unequal. */
export interface PackedOp extends PackedParams {
  readonly kind: OpKind;
  readonly index?: number;
  readonly delay?: number;
  readonly key?: string;
  readonly writes?: readonly PackedWrite[];
  readonly params?: PackedParams;
}

/** Its ops by number, the leaf it leads to (-1: the cell's own), its way, and the rest where that is not as usual. */
export type PackedCandidate = readonly [ops: readonly number[], to: number, way: number, rest?: PackedRest];

/** What few candidates have; the guard by its number in `uses`. */
export interface PackedRest {
  readonly guard?: number;
  readonly params?: PackedParams;
  readonly rests?: false;
  readonly changes?: false;
  readonly done?: string;
}

/** A whole table: equal ops and equal cells are written once and named by number. */
export interface PackedTable {
  readonly id: string;
  readonly leaves: readonly string[];
  readonly tags: readonly (readonly string[])[];
  readonly events: readonly string[];
  readonly lanes: number;
  readonly slotLane: readonly number[];
  readonly slotEvent: readonly number[];
  readonly effects: readonly string[];
  readonly keys: readonly string[];
  readonly final: readonly number[];
  readonly uses: readonly Use[];
  readonly ops: readonly PackedOp[];
  /** What cells hold, in the order in which it is first met. */
  readonly lists: readonly (readonly PackedCandidate[])[];
  /** The table's `cells` and then its `always`: NO_LIST, NEXT_LIST, or FIRST_LIST and more for one that was met. */
  readonly cells: readonly number[];
  readonly start: PackedCandidate;
}

/** Nothing listens in this cell. */
export const NO_LIST = 0;
/** The cell holds the next list that no cell before it holds. Most do: they look alike, and compress to little. */
export const NEXT_LIST = 1;
/** The cell holds list number (code - FIRST_LIST). */
export const FIRST_LIST = 2;

/** What setup() was given, as far as a table needs it, and the functions that compute params. */
export interface Parts {
  readonly guards?: Readonly<Record<string, unknown>>;
  readonly actions?: Readonly<Record<string, unknown>>;
  readonly delays?: Readonly<Record<string, unknown>>;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** The function a use names; an assign's own is read off the action. */
function functionOf(parts: Parts, [group, name, key]: Use): Compute {
  const part = parts[group]?.[name];
  if (group !== 'actions') return part as Compute;
  const { assignment } = part as { readonly assignment: Compute | Readonly<Record<string, Compute>> };
  return (key === undefined ? assignment : (assignment as Readonly<Record<string, Compute>>)[key]) as Compute;
}

/** The table that was packed, with the functions of `parts` and contexts made by `source`. */
export function unpack(packed: PackedTable, parts: Parts, source: ContextSource): Table {
  const { id, leaves, events, keys, slotLane } = packed;
  const functions = packed.uses.map((use) => functionOf(parts, use));
  const computeOf = (use: number | undefined): Compute | null => (use === undefined ? null : functions[use]!);
  const paramsOf = (packed: PackedParams = {}): Params => ({
    fixed: packed.fixed,
    compute: computeOf(packed.compute),
  });
  const writeOf = ({ key, ...value }: PackedWrite): Write => ({ key, ...paramsOf(value) });
  const ops = packed.ops.map((op): Op => ({
    kind: op.kind,
    index: op.index ?? -1,
    delay: op.delay ?? 0,
    key: op.key ?? '',
    fixed: op.fixed,
    compute: computeOf(op.compute),
    writes: (op.writes ?? []).map(writeOf),
    params: paramsOf(op.params),
    label: `machine "${id}"`,
  }));
  const doneOf = (type: string | undefined): MachineEvent | null =>
    type === undefined ? null : Object.freeze({ type, output: undefined });
  const candidateOf = ([does, to, way, rest = {}]: PackedCandidate, leaf: number): Candidate => ({
    guard: rest.guard === undefined ? null : { test: functions[rest.guard]!, params: paramsOf(rest.params) },
    to: to < 0 ? leaf : to,
    way,
    ops: does.map((op) => ops[op]!),
    rests: rest.rests ?? true,
    changes: rest.changes ?? true,
    done: doneOf(rest.done),
  });
  let met = 0;
  const listOf = (code: number, leaf: number) => {
    const list = packed.lists[code === NEXT_LIST ? met++ : code - FIRST_LIST];
    return list?.map((candidate) => candidateOf(candidate, leaf)) ?? null;
  };
  const alwaysFrom = leaves.length * events.length;
  const codes = new Map(events.map((type, code) => [type, code]));
  return {
    id,
    leaves,
    tags: packed.tags as Table['tags'],
    events,
    eventCode: (type) => codes.get(type) ?? -1,
    slots: slotLane.length,
    lanes: packed.lanes,
    slotLane,
    slotEvent: packed.slotEvent,
    effects: packed.effects,
    keys,
    final: leaves.map((_, leaf) => packed.final.includes(leaf)),
    initialContext: makerOf(id, source, keys),
    cells: packed.cells
      .slice(0, alwaysFrom)
      .map((code, cell) => listOf(code, Math.floor(cell / events.length))),
    always: packed.cells.slice(alwaysFrom).map(listOf),
    start: candidateOf(packed.start, -1),
  };
}
