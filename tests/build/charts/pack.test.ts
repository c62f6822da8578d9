// The table that the build writes is the one that is compiled from the machine, with the machine's own functions.
import { describe, expect, it } from 'vitest';
import type { AnyStateMachine } from 'xstate';
import { pack } from '../../../src/build/charts/pack';
import { withTable } from '../../../src/build/charts/withTable';
import { compile } from '../../../src/sim/engine/compile/compile';
import { chartOf } from '../../../src/sim/engine/compile/internals';
import { type PackedTable, unpack } from '../../../src/sim/engine/compile/packed';
import type { Candidate, Table } from '../../../src/sim/engine/compile/table';
import { compileAs, lessonMachine } from '../../../src/lesson/lesson.machine';
import { machines } from '../../sim/engine/oracle/machines/all';
import { rooms } from '../../sim/engine/oracle/machines/rooms';

/** Two of its functions that compute params have one name: the source would not tell them apart. */
const AMBIGUOUS = 'guest';
const compiled = [...machines, ...rooms].map(({ machine }) => ({ machine, table: compile(machine) }));
const all = [
  ...compiled.filter(({ machine }) => machine.id !== AMBIGUOUS),
  { machine: lessonMachine as AnyStateMachine, table: compile(lessonMachine, compileAs) },
];

/** The functions that compute params, by their names: the build takes them from the source. */
function paramsOf(table: Table): Readonly<Record<string, unknown>> {
  const candidates = [table.start, ...table.cells.flat(), ...table.always.flat()];
  const ops = candidates.flatMap((candidate) => candidate?.ops ?? []);
  const guards = candidates.flatMap((candidate) => candidate?.guard ?? []);
  const computed = [...ops, ...guards].flatMap(({ params }) => params.compute ?? []);
  return Object.fromEntries(computed.map((compute) => [compute.name, compute]));
}

/** The table without the places in the chart that its ops come from: a page says only which machine it is. */
function withoutPlaces(table: Table): Table {
  const label = `machine "${table.id}"`;
  const bare = (candidate: Candidate) => ({
    ...candidate,
    ops: candidate.ops.map((op) => ({ ...op, label })),
  });
  const bareCells = (cells: Table['cells']) => cells.map((cell) => cell?.map(bare) ?? null);
  return {
    ...table,
    cells: bareCells(table.cells),
    always: bareCells(table.always),
    start: bare(table.start),
  };
}

describe.each(all)('$machine.id', ({ machine, table }) => {
  const { implementations, config } = chartOf(machine);
  const packed = JSON.parse(JSON.stringify(pack(machine, table))) as PackedTable;
  const again = unpack(packed, { ...implementations, params: paramsOf(table) }, config['context']);

  it('is the same table after the build, function for function', () => {
    const { eventCode, initialContext, ...data } = again;
    const { eventCode: code, initialContext: make, ...expected } = withoutPlaces(table);
    expect(data).toEqual(expected);
    for (const type of [...table.events, 'unknown']) expect(eventCode(type)).toBe(code(type));
    const input = machine === lessonMachine ? compileAs.input : {};
    expect(initialContext(input)).toStrictEqual(make(input));
  });
});

it('refuses a function that has no name in the chart', () => {
  const { machine, table } = compiled[0]!;
  const start = { ...table.start, guard: { test: () => true, params: { fixed: undefined, compute: null } } };
  expect(() => pack(machine, { ...table, start })).toThrow('has no name; name it in setup()');
});

it('refuses two functions of one name that compute params', () => {
  const { machine, table } = compiled.find((each) => each.machine.id === AMBIGUOUS)!;
  expect(() => pack(machine, table)).toThrow('compute params; give each a name');
});

describe('the source of a machine', () => {
  const [room] = rooms;
  const table = pack(room!.machine, compile(room!.machine));

  it('is refused when it is not one machine', () => {
    expect(() => withTable('', { type: 'Program' }, table)).toThrow('a machine is one call');
  });
});
