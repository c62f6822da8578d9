// The closed list: every type, key and tag a chart may use, and what to do about the others.
import type { StateTag } from '../view';

/** What one way of running charts supports. */
export interface ClosedList {
  readonly types: readonly string[];
  readonly stateKeys: readonly string[];
  /** How many targets one transition may have. */
  readonly targets: number;
  /** The tags a state may carry. */
  readonly tags: readonly string[];
}

const STRUCTURE = ['id', 'initial', 'type', 'states', 'tags', 'meta', 'description'];
const BEHAVIOUR = ['on', 'entry', 'exit', 'after', 'always'];

/** What the machine itself may have besides. `schemas` and `types` are for the type checker. */
export const ROOT_KEYS: readonly string[] = ['context', 'version', 'schemas', 'types'];

/** What a transition may have. */
export const TRANSITION_KEYS: readonly string[] = [
  'target',
  'guard',
  'actions',
  'reenter',
  'meta',
  'description',
];

const KNOWN_TAGS: Readonly<Record<StateTag, true>> = {
  up: true,
  starting: true,
  serving: true,
  suffering: true,
  down: true,
  waiting: true,
  stopping: true,
  off: true,
  ended: true,
  absent: true,
  'holds-memory': true,
};

/** Every tag a state may carry. */
export const TAGS: readonly string[] = Object.keys(KNOWN_TAGS);

/** What the table supports. */
export const COMPILED: ClosedList = {
  types: ['atomic', 'compound', 'final'],
  stateKeys: [...STRUCTURE, ...BEHAVIOUR],
  targets: 1,
  tags: TAGS,
};

/** What XState's pure transition may run in the engine: parallel and history states besides. */
export const INTERPRETED: ClosedList = {
  types: ['atomic', 'compound', 'final', 'parallel', 'history'],
  stateKeys: [...COMPILED.stateKeys, 'history', 'target', 'onDone'],
  targets: Infinity,
  tags: TAGS,
};

const ADVICE: Readonly<Record<string, string>> = {
  parallel: 'make each region a kind of its own, or run this kind with interpret()',
  history: 'target the state by name, or run this kind with interpret()',
  invoke: 'name an effect on entry; the engine has no child actors',
  onDone: 'target the next state from where the final state is entered, or run this kind with interpret()',
  output: 'put the result into the context',
  route: 'name the transitions under on',
  options: 'leave it out; the engine bounds loops itself',
  'xstate.raise': 'target the next state directly, or use always',
  'xstate.cancel': 'a timer ends when its state is left: give it a state of its own',
  'xstate.sendTo': 'name an effect; the engine delivers it to the other entity',
  'xstate.emit': 'name an effect; the engine makes it a fact',
  'xstate.log': 'name an effect; the engine makes it a fact',
  'xstate.spawnChild': 'name an effect; the engine creates entities',
  'xstate.stopChild': 'name an effect; the engine ends entities',
  'xstate.enqueueActions': 'write guarded candidates with lists of actions',
};

/** What to do instead of something that is not on the list. */
export function adviceFor(what: string): string {
  return ADVICE[what] ?? 'leave it out or correct the name';
}
