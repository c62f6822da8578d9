// Holds a chart against the closed list before anything is built: nothing is ever dropped in silence.
import { type ClosedList, ROOT_KEYS, TRANSITION_KEYS, adviceFor } from './closed';
import { type Chart, type ChartNode, listOf, nodesOf } from './internals';
import { type Where, refuse, refuseIf } from './refuse';

function checkKeys(where: Where, what: string, written: object, allowed: readonly string[]): void {
  for (const [key, value] of Object.entries(written)) {
    const unknown = value !== undefined && !allowed.includes(key);
    refuseIf(unknown, where, `${what} has the key "${key}"`, adviceFor(key));
  }
}

function checkTransition(where: Where, what: string, written: unknown, list: ClosedList): void {
  if (written === undefined || typeof written === 'string') return;
  if (typeof written !== 'object' || written === null) {
    return refuse(where, `${what} is neither a target nor an object`, 'write one of them');
  }
  checkKeys(where, what, written, TRANSITION_KEYS);
  const { target, reenter } = written as Readonly<Record<string, unknown>>;
  const targets = listOf(target);
  const named = targets.every((name) => typeof name === 'string');
  refuseIf(!named, where, `${what} has a target that is not a name`, 'name the state');
  refuseIf(targets.length > list.targets, where, `${what} has several targets`, 'name one');
  const flag = reenter === undefined || typeof reenter === 'boolean';
  refuseIf(!flag, where, `${what} has a reenter that is not true or false`, 'write one of them');
}

function checkEvents(where: Where, node: ChartNode, list: ClosedList): void {
  for (const [type, transitions] of Object.entries(node.config['on'] ?? {})) {
    refuseIf(type.includes('*'), where, `the event "${type}" is a wildcard`, 'name each event');
    const foreign = type.startsWith('xstate.');
    refuseIf(foreign, where, `the event "${type}" is XState's own`, 'use after, or a name of your own');
    for (const written of listOf(transitions)) checkTransition(where, `the event "${type}"`, written, list);
  }
  for (const key of ['always', 'onDone']) {
    for (const written of listOf(node.config[key])) checkTransition(where, key, written, list);
  }
}

function checkTimers(where: Where, node: ChartNode, list: ClosedList): void {
  const after = node.config['after'];
  if (after === undefined) return;
  if (typeof after !== 'object' || after === null || Array.isArray(after)) {
    return refuse(where, 'after is not an object', 'write { delay: transition }');
  }
  const delays = Object.keys(after).map((key) => (Number.isNaN(Number(key)) ? key : Number(key)));
  const twice = new Set(delays).size < delays.length;
  refuseIf(twice, where, 'after has one delay twice', 'make it one list of candidates');
  for (const [delay, transitions] of Object.entries(after) as [string, unknown][]) {
    // XState 5.33.3 spreads the letters of a bare target inside a list, and the transition goes nowhere.
    const lost = Array.isArray(transitions) && transitions.some((written) => typeof written === 'string');
    refuseIf(lost, where, `after "${delay}" lists a bare target, which XState loses`, 'write { target }');
    for (const written of listOf(transitions)) checkTransition(where, `after "${delay}"`, written, list);
  }
}

function checkShape(where: Where, node: ChartNode, list: ClosedList): void {
  const { type } = node;
  const initial = node.config['initial'];
  const children = Object.keys(node.states).length;
  const holds = type === 'compound' || type === 'parallel';
  refuseIf(!list.types.includes(type), where, `a state of type "${type}"`, adviceFor(type));
  refuseIf(holds && children === 0, where, `a ${type} state without states`, 'give it states');
  refuseIf(!holds && children > 0, where, `a state of type "${type}" with states`, 'remove them or the type');
  if (type === 'compound') {
    refuseIf(typeof initial !== 'string', where, 'initial is not a name', 'name a state; its entry may act');
  } else {
    refuseIf(initial !== undefined, where, `a state of type "${type}" with initial`, 'remove it');
  }
  const name = node.parent ? node.key : 'root';
  refuseIf(name === '' || name.includes('.'), where, 'a state name with a dot or nothing', 'use a hyphen');
  for (const tag of node.tags) {
    const known = list.tags.includes(tag);
    refuseIf(!known, where, `the tag "${tag}" is not a StateTag`, `use ${list.tags.join(', ')}`);
  }
}

/** Where a node is, for messages. */
export function whereIs(chart: Chart, node: ChartNode): Where {
  return { chart: chart.id, state: node.path.join('.') };
}

/** Throws ChartRefused at the first thing in the chart that is not on the list. Names are looked up later. */
export function checkChart(chart: Chart, list: ClosedList): void {
  const root = whereIs(chart, chart.root);
  const ids = new Set<string>();
  refuseIf(chart.config['id'] === undefined, root, 'the machine has no id', 'give it one: it is the kind');
  for (const node of nodesOf(chart.root)) {
    const where = whereIs(chart, node);
    const keys = node.parent ? list.stateKeys : [...list.stateKeys, ...ROOT_KEYS];
    checkKeys(where, node.parent ? 'the state' : 'the machine', node.config, keys);
    checkShape(where, node, list);
    checkEvents(where, node, list);
    checkTimers(where, node, list);
    refuseIf(ids.has(node.id), where, `the id "${node.id}" is used twice`, 'make each id unique');
    ids.add(node.id);
  }
  const holds = chart.root.type === 'compound' || chart.root.type === 'parallel';
  refuseIf(!holds, root, 'the machine has no states', 'give it at least one');
}
