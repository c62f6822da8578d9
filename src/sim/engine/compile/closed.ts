// The closed list: every key a chart may use, and what to do about the others. Nothing is ever dropped in silence.
import type { StateTag } from '../view';
import { type Chart, type ChartNode, listOf, nodesOf } from './internals';
import { type Where, refuse } from './refuse';

/** What one way of running charts supports. */
export interface ClosedList {
  readonly types: readonly string[];
  readonly stateKeys: readonly string[];
  readonly targets: number;
}

const STATE_KEYS = [
  'id',
  'initial',
  'type',
  'states',
  'on',
  'entry',
  'exit',
  'after',
  'always',
  'tags',
  'meta',
  'description',
];
const ROOT_KEYS = ['context', 'version', 'schemas', 'types'];
const TRANSITION_KEYS = ['target', 'guard', 'actions', 'reenter', 'meta', 'description'];

/** What the table supports. */
export const COMPILED: ClosedList = {
  types: ['atomic', 'compound', 'final'],
  stateKeys: STATE_KEYS,
  targets: 1,
};

/** What XState's pure transition may run in the engine: parallel and history states besides. */
export const INTERPRETED: ClosedList = {
  types: ['atomic', 'compound', 'final', 'parallel', 'history'],
  stateKeys: [...STATE_KEYS, 'history', 'target', 'onDone'],
  targets: Infinity,
};

const KNOWN_TAGS: Readonly<Record<StateTag, true>> = {
  up: true,
  starting: true,
  serving: true,
  suffering: true,
  down: true,
  waiting: true,
  off: true,
  absent: true,
  'holds-memory': true,
};

const ADVICE: Readonly<Record<string, string>> = {
  parallel: 'make each region a kind of its own, or run this kind with interpret()',
  history: 'target the state by name, or run this kind with interpret()',
  invoke: 'name an effect on entry; the engine has no child actors',
  onDone: 'target the next state from where the final state is entered, or run this kind with interpret()',
  output: 'put the result into the context',
  route: 'name the transitions under on',
  options: 'leave it out; the engine bounds loops itself',
};

const adviceFor = (key: string): string => ADVICE[key] ?? 'leave it out or correct the name';

function checkKeys(where: Where, what: string, written: object, allowed: readonly string[]): void {
  for (const [key, value] of Object.entries(written)) {
    if (value !== undefined && !allowed.includes(key)) refuse(where, `${what} has "${key}"`, adviceFor(key));
  }
}

function checkTransition(where: Where, what: string, written: unknown, list: ClosedList): void {
  if (written === undefined || typeof written === 'string') return;
  if (typeof written !== 'object' || written === null) {
    return refuse(where, `${what} is neither a target nor an object`, 'write one of them');
  }
  checkKeys(where, what, written, TRANSITION_KEYS);
  const { target, reenter } = written as Readonly<Record<string, unknown>>;
  if (listOf(target).length > list.targets)
    refuse(where, `${what} has several targets`, 'name one; only parallel states have more');
  if (reenter !== undefined && typeof reenter !== 'boolean')
    refuse(where, `reenter of ${what} is not true or false`, 'correct it');
}

function checkEvents(where: Where, node: ChartNode, list: ClosedList): void {
  for (const [type, transitions] of Object.entries(node.config['on'] ?? {})) {
    if (type.includes('*')) refuse(where, `event "${type}" has a wildcard`, 'name each event');
    if (type.startsWith('xstate.'))
      refuse(where, `event "${type}" is XState's own`, 'use after for timers, your own names for the rest');
    for (const written of listOf(transitions)) checkTransition(where, `event "${type}"`, written, list);
  }
  for (const written of listOf(node.config['always'])) checkTransition(where, 'always', written, list);
  for (const written of listOf(node.config['onDone'])) checkTransition(where, 'onDone', written, list);
}

function checkTimers(where: Where, node: ChartNode, list: ClosedList): void {
  const after = node.config['after'];
  if (after === undefined) return;
  if (typeof after !== 'object' || after === null || Array.isArray(after)) {
    return refuse(where, 'after is not an object', 'write { delay: transition }');
  }
  const delays = Object.keys(after).map((key) => (Number.isNaN(Number(key)) ? key : Number(key)));
  if (new Set(delays).size < delays.length)
    refuse(where, 'after names one delay twice', 'make it one list of candidates');
  for (const [delay, transitions] of Object.entries(after) as [string, unknown][]) {
    if (
      Array.isArray(transitions) &&
      transitions.some((written) => typeof written !== 'object' || written === null)
    ) {
      refuse(where, `after "${delay}" lists a bare target, which XState loses`, 'write { target }');
    }
    for (const written of listOf(transitions)) checkTransition(where, `after "${delay}"`, written, list);
  }
}

function checkShape(where: Where, node: ChartNode, list: ClosedList): void {
  const { type, config } = node;
  if (!list.types.includes(type)) refuse(where, `state of type "${type}"`, adviceFor(type));
  const children = Object.keys(node.states).length;
  if ((type === 'compound' || type === 'parallel') && children === 0)
    refuse(where, `${type} state without states`, 'give it states');
  if (type !== 'compound' && type !== 'parallel' && children > 0)
    refuse(where, `${type} state with states`, 'remove them or its type');
  const initial = config['initial'];
  if (type !== 'compound' && initial !== undefined)
    refuse(where, `${type} state with an initial state`, 'remove it');
  if (type === 'compound' && typeof initial !== 'string') {
    refuse(where, 'initial is not a name', 'name a state; put the actions into its entry');
  }
  if (node.key.includes('.') && node.parent) refuse(where, 'a dot in the name of a state', 'use a hyphen');
  for (const tag of node.tags) {
    if (!Object.hasOwn(KNOWN_TAGS, tag))
      refuse(where, `tag "${tag}" is not a StateTag`, `use one of ${Object.keys(KNOWN_TAGS).join(', ')}`);
  }
}

/** Where a node is, for messages. */
export function whereIs(chart: Chart, node: ChartNode): Where {
  return { chart: chart.id, state: node.path.join('.') };
}

/** Throws ChartRefused at the first thing in the chart that is not on the list. Names are looked up later. */
export function checkChart(chart: Chart, list: ClosedList): void {
  const root = whereIs(chart, chart.root);
  if (chart.config['id'] === undefined) refuse(root, 'the machine has no id', 'give it one: it is the kind');
  const ids = new Set<string>();
  for (const node of nodesOf(chart.root)) {
    const where = whereIs(chart, node);
    checkKeys(
      where,
      'the chart',
      node.config,
      node.parent ? list.stateKeys : [...list.stateKeys, ...ROOT_KEYS],
    );
    checkShape(where, node, list);
    checkEvents(where, node, list);
    checkTimers(where, node, list);
    if (ids.has(node.id)) refuse(where, `the id "${node.id}" is used twice`, 'make ids unique');
    ids.add(node.id);
  }
  const top = chart.root.type;
  if (top !== 'compound' && top !== 'parallel')
    refuse(root, 'the machine has no states', 'give it at least one');
}
