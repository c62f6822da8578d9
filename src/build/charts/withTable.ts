// A machine's source with its chart replaced by the chart's table; the functions it names stay as they are.
import type { PackedTable } from '../../sim/engine/compile/packed';

/** A node of the syntax tree, as far as it is read here. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly name?: string;
  readonly callee?: Node;
  readonly property?: Node;
  readonly key?: Node;
  readonly value?: Node;
  readonly properties?: readonly Node[];
  readonly arguments?: readonly Node[];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** Every node below and including this one. */
function nodesOf(node: Node): readonly Node[] {
  const below = Object.values(node).flat().filter(isNode);
  return [node, ...below.flatMap(nodesOf)];
}

/** The object that the one call of `createMachine` is given. Throws Error when there is not exactly one. */
function chartIn(program: Node): Node {
  const calls = nodesOf(program).filter(({ callee }) => callee?.property?.name === 'createMachine');
  const chart = calls[0]?.arguments?.[0];
  if (calls.length !== 1 || chart?.type !== 'ObjectExpression') {
    throw new Error('a machine is one call of setup({...}).createMachine({...})');
  }
  return chart;
}

/** The functions that compute params, by their names in the source. Throws Error for one that has none there. */
function paramsIn(chart: Node, { id, uses }: PackedTable): readonly string[] {
  const wanted = uses.filter(([group]) => group === 'params').map(([, name]) => name);
  const named = nodesOf(chart).flatMap(({ key, value }) =>
    key?.name === 'params' && value?.type === 'Identifier' ? [value.name ?? ''] : [],
  );
  const missing = wanted.find((name) => !named.includes(name));
  if (missing !== undefined) {
    throw new Error(`machine "${id}": params are computed by "${missing}"; make it a constant of that name`);
  }
  return wanted;
}

/** The source with the table in it; `program` is its syntax tree. Throws Error when it is not one machine. */
export function withTable(code: string, program: unknown, table: PackedTable): string {
  const chart = chartIn(program as Node);
  const context = chart.properties?.find(({ key }) => key?.name === 'context')?.value;
  const source = context === undefined ? '{}' : code.slice(context.start, context.end);
  const params = paramsIn(chart, table).join(', ');
  const prepared = `{ context: ${source}, params: { ${params} }, table: ${JSON.stringify(table)} }`;
  return code.slice(0, chart.start) + prepared + code.slice(chart.end);
}
