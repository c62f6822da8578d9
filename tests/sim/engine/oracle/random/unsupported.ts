// The rest of XState's grammar: each entry puts one thing into a drawn machine that the compiler must refuse.
import { fromCallback, type MachineContext } from 'xstate';
import {
  and,
  assign,
  cancel,
  emit,
  enqueueActions,
  log,
  not,
  or,
  raise,
  sendTo,
  spawnChild,
  stateIn,
  stopChild,
} from 'xstate';
import type { Dice } from '../dice';
import { type Sketch, transition } from './grammar';

/** A machine in the drawing: its states, root first, and what setup() is given besides the usual names. */
export interface Drawing {
  readonly states: readonly Sketch[];
  readonly names: {
    readonly guards: Record<string, unknown>;
    readonly actions: Record<string, unknown>;
    readonly delays: Record<string, unknown>;
  };
}

/** Puts the thing into the drawing. */
export type Spoil = (drawing: Drawing, dice: Dice) => void;

const actor = fromCallback(() => undefined);

type Config = Record<string, unknown>;
const root = ({ states }: Drawing): Sketch => {
  const [first] = states;
  if (!first) throw new RangeError('a drawing without states');
  return first;
};
const anyOf = ({ states }: Drawing, dice: Dice): Sketch => dice.pick(states);
const compound = ({ states }: Drawing, dice: Dice): Sketch =>
  dice.pick(states.filter(({ children }) => children.length > 0));
const leaf = ({ states }: Drawing, dice: Dice): Sketch =>
  dice.pick(states.filter(({ children }) => children.length === 0));

/** Writes a key into any state. */
const key =
  (name: string, value: unknown, where = anyOf): Spoil =>
  (drawing, dice) => {
    where(drawing, dice).config[name] = value;
  };

/** Writes a transition into any state: for the event, or else under on, after or always. */
const way =
  (change: (written: Config, dice: Dice, drawing: Drawing) => unknown, event?: string): Spoil =>
  (drawing, dice) => {
    const sketch = anyOf(drawing, dice);
    const written = change(transition(dice, sketch, drawing.states), dice, drawing);
    const place = event === undefined ? dice.pick(['on', 'after', 'always']) : 'on';
    const name = event ?? (place === 'on' ? 'E0' : '640');
    const { config } = sketch;
    config[place] = place === 'always' ? [written] : { ...(config[place] as Config), [name]: written };
  };

const guarded = (guard: unknown): Spoil => way((written) => ({ ...written, guard }));

const acting =
  (action: unknown): Spoil =>
  (drawing, dice) => {
    if (dice.chance(0.5)) key(dice.pick(['entry', 'exit']), ['ring', action])(drawing, dice);
    else way((written) => ({ ...written, actions: [action] }))(drawing, dice);
  };

/** Gives setup() one more name and uses it. */
const named =
  (sort: 'guards' | 'actions', what: unknown): Spoil =>
  (drawing, dice) => {
    drawing.names[sort]['odd'] = what;
    (sort === 'guards' ? guarded('odd') : acting('odd'))(drawing, dice);
  };

const delayed =
  (delay: string, written: unknown, value?: unknown): Spoil =>
  (drawing, dice) => {
    if (value !== undefined) drawing.names.delays[delay] = value;
    const { config } = anyOf(drawing, dice);
    config['after'] = { ...(config['after'] as Config), [delay]: written };
  };

const context =
  (make: (args: never) => MachineContext): Spoil =>
  (drawing) => {
    root(drawing).config['context'] = make;
  };

/** By name, so that a test can say what happened to each. Those of `late` can only be seen when they are run. */
export const spoils: Readonly<Record<string, Spoil>> = {
  'parallel state': key('type', 'parallel', compound),
  'parallel root': key('type', 'parallel', root),
  'history state': key('type', 'history', leaf),
  'history key': key('history', 'deep', leaf),
  invoke: key('invoke', { src: actor }),
  onDone: key('onDone', { actions: 'ring' }, compound),
  output: key('output', { a: 1 }),
  route: key('route', {}),
  'unknown state key': key('onEntry', 'ring'),
  'unknown root key': key('initialState', 's0', root),
  options: key('options', { maxIterations: 10 }, root),
  wildcard: way((written) => written, '*'),
  'partial wildcard': way((written) => written, 'E.*'),
  'own event of XState': way((written) => written, 'xstate.done.state.m'),
  'unknown transition key': way((written) => ({ ...written, internal: true })),
  'several targets': way((written, dice, { states }) => ({
    ...written,
    target: [0, 1].map(() => `#m.${dice.pick(states).key}`),
  })),
  'target that is a node': way((written) => ({ ...written, target: [null] })),
  'reenter that is no flag': way((written) => ({ ...written, reenter: 'yes' })),
  'inline guard': guarded(() => true),
  'guard and': guarded(and(['isEven', 'isBig'])),
  'guard or': guarded(or(['isEven', 'isBig'])),
  'guard not': guarded(not('isEven')),
  'guard stateIn': guarded(stateIn('s0')),
  'named combined guard': named('guards', not('isEven')),
  'guard that is another name': named('guards', 'isEven'),
  'unknown guard': guarded('isNowhere'),
  'inherited guard': guarded('toString'),
  'guard null': guarded(null),
  'guard with more keys': guarded({ type: 'isEven', negate: true }),
  'inline action': acting(() => undefined),
  'unknown action': acting('nowhere'),
  'action null': acting(null),
  'action with more keys': acting({ type: 'ring', delay: 10 }),
  'action that is another name': named('actions', { type: 'ring' }),
  raise: acting(raise({ type: 'E1' })),
  'raise later': acting(raise({ type: 'E1' }, { delay: 10 })),
  cancel: acting(cancel('xstate.after.250.m')),
  sendTo: acting(sendTo(({ self }) => self, { type: 'E1' })),
  emit: acting(emit({ type: 'E1' })),
  log: acting(log('seen')),
  spawnChild: acting(spawnChild(actor)),
  stopChild: acting(stopChild('nobody')),
  enqueueActions: acting(enqueueActions(() => undefined)),
  'named raise': named('actions', raise({ type: 'E1' })),
  'assign to an unknown key': acting(assign({ c: 1 })),
  'assign nothing': acting(assign(undefined as never)),
  'initial with actions': (drawing, dice) => {
    const { config } = compound(drawing, dice);
    config['initial'] = { target: config['initial'], actions: 'ring' };
  },
  'unknown delay': delayed('nowhere', { actions: 'ring' }),
  'negative delay': delayed('-5', { actions: 'ring' }),
  'delay that is a text': delayed('odd', { actions: 'ring' }, 'soon'),
  'bare target in a list': delayed('300', ['s0']),
  'one delay twice': (drawing, dice) => {
    anyOf(drawing, dice).config['after'] = { '250': { actions: 'ring' }, '2.5e2': { actions: 'buzz' } };
  },
  'two states with one id': ({ states }) => {
    for (const sketch of states.slice(-2)) sketch.config['id'] = 'same';
  },
  'unknown tag': key('tags', ['up', 'uphill']),
  'initial of a state without states': key('initial', 's0', leaf),
  'context that needs an input': context(({ input }: { input: { a: { b: number } } }) => ({
    a: input.a.b,
    b: 0,
    who: '',
  })),
  'context that spawns': context(({ spawn }: { spawn: (logic: unknown) => unknown }) => ({
    a: 0,
    b: 0,
    who: spawn(actor),
  })),
};

/** What only shows when it is run: refused then, or never met. */
export const late: Readonly<Record<string, Spoil>> = {
  'delay that becomes a text': delayed('odd', { actions: 'ring' }, () => 'soon'),
  'delay that becomes negative': delayed('odd', { actions: 'ring' }, () => -1),
  'patch with an unknown key': acting(assign(() => ({ c: 1 }))),
  'assign that spawns': acting(
    assign(({ spawn, context: { a } }) => ({ a: typeof spawn === 'function' ? 0 : (a as number) })),
  ),
  'guard that asks for self': named('guards', ({ self }: { self?: unknown }) => self === undefined),
};
