// What the compiler says to everything it does not support: where, what was found, what to write instead.
import {
  and,
  assign,
  cancel,
  emit,
  enqueueActions,
  fromCallback,
  log,
  not,
  raise,
  sendTo,
  setup,
  spawnChild,
  stateIn,
  stopChild,
} from 'xstate';
import type { AnyStateMachine } from 'xstate';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../../src/sim/engine/compile/compile';
import { ChartRefused } from '../../../../src/sim/engine/compile/refuse';

type Loose = Readonly<Record<string, unknown>>;

const actor = fromCallback(() => undefined);

const names = {
  guards: { isReady: () => true, isOdd: not('isReady'), isAlias: 'isReady' },
  actions: { ring: () => undefined, wave: raise({ type: 'GO' }), alias: { type: 'ring' } },
  delays: { boot: 100, word: 'soon', past: -1, long: Infinity },
};

function machineOf(config: Loose): AnyStateMachine {
  const machine: unknown = setup(names as object).createMachine({ id: 'box', ...config } as never);
  return machine as AnyStateMachine;
}

/** A machine with one state `a` of this config. */
const inState = (a: Loose): Loose => ({ initial: 'a', states: { a } });
const onGo = (transition: unknown): Loose => inState({ on: { GO: transition } });
const nested = (inner: Loose): Loose => inState({ initial: 'b', states: { b: {}, c: {} }, ...inner });

const A = 'machine "box", state "a": ';
const ROOT = 'machine "box", root: ';

const refusals: Readonly<Record<string, readonly [Loose, string]>> = {
  'a parallel state': [
    inState({ type: 'parallel', states: { b: {} } }),
    `${A}a state of type "parallel"; make each region a kind of its own, or run this kind with interpret()`,
  ],
  'a history state': [
    nested({ states: { b: {}, h: { type: 'history' } } }),
    'machine "box", state "a.h": a state of type "history"; target the state by name, or run this kind with interpret()',
  ],
  invoke: [
    inState({ invoke: { src: actor } }),
    `${A}the state has the key "invoke"; name an effect on entry; the engine has no child actors`,
  ],
  onDone: [
    nested({ onDone: 'a' }),
    `${A}the state has the key "onDone"; target the next state from where the final state is entered, or run this kind with interpret()`,
  ],
  output: [
    inState({ type: 'final', output: 1 }),
    `${A}the state has the key "output"; put the result into the context`,
  ],
  route: [
    inState({ id: 'r', route: {} }),
    `${A}the state has the key "route"; name the transitions under on`,
  ],
  options: [
    { ...inState({}), options: { maxIterations: 9 } },
    `${ROOT}the machine has the key "options"; leave it out; the engine bounds loops itself`,
  ],
  'an unknown key of a state': [
    inState({ onEntry: 'ring' }),
    `${A}the state has the key "onEntry"; leave it out or correct the name`,
  ],
  'context in a state': [
    inState({ context: {} }),
    `${A}the state has the key "context"; leave it out or correct the name`,
  ],
  'no id': [
    { ...inState({}), id: undefined },
    'machine "(machine)", root: the machine has no id; give it one: it is the kind',
  ],
  'no states': [{}, `${ROOT}the machine has no states; give it at least one`],
  'a compound state without states': [
    inState({ type: 'compound', initial: 'b' }),
    `${A}a compound state without states; give it states`,
  ],
  'an atomic state with states': [
    inState({ type: 'atomic', states: { b: {} } }),
    `${A}a state of type "atomic" with states; remove them or the type`,
  ],
  'an unknown type': [
    inState({ type: 'round' }),
    `${A}a state of type "round"; leave it out or correct the name`,
  ],
  'an initial of a leaf': [inState({ initial: 'b' }), `${A}a state of type "atomic" with initial; remove it`],
  'an initial with actions': [
    nested({ initial: { target: 'b', actions: 'ring' } }),
    `${A}initial is not a name; name a state; its entry may act`,
  ],
  'a dot in a name': [
    { initial: 'a.b', states: { 'a.b': {} } },
    'machine "box", state "a.b": a state name with a dot or nothing; use a hyphen',
  ],
  'an unknown tag': [
    inState({ tags: 'uphill' }),
    `${A}the tag "uphill" is not a StateTag; use up, starting, serving, suffering, down, waiting, stopping, off, ended, absent, holds-memory`,
  ],
  'one id twice': [
    { initial: 'a', states: { a: { id: 'x' }, b: { id: 'x' } } },
    'machine "box", state "b": the id "x" is used twice; make each id unique',
  ],
  'a wildcard': [inState({ on: { '*': 'a' } }), `${A}the event "*" is a wildcard; name each event`],
  'a partial wildcard': [
    inState({ on: { 'disk.*': 'a' } }),
    `${A}the event "disk.*" is a wildcard; name each event`,
  ],
  'an event of XState': [
    inState({ on: { 'xstate.init': 'a' } }),
    `${A}the event "xstate.init" is XState's own; use after, or a name of your own`,
  ],
  'a transition that is a number': [
    inState({ always: 5 }),
    `${A}always is neither a target nor an object; write one of them`,
  ],
  'an unknown key of a transition': [
    onGo({ target: 'a', internal: true }),
    `${A}the event "GO" has the key "internal"; leave it out or correct the name`,
  ],
  'several targets': [
    { initial: 'a', states: { a: { on: { GO: { target: ['a', 'b'] } } }, b: {} } },
    `${A}the event "GO" has several targets; name one`,
  ],
  'a target that is no name': [
    onGo({ target: [null] }),
    `${A}the event "GO" has a target that is not a name; name the state`,
  ],
  'a reenter that is no flag': [
    onGo({ target: 'a', reenter: 'yes' }),
    `${A}the event "GO" has a reenter that is not true or false; write one of them`,
  ],
  'after as a list': [inState({ after: ['a'] }), `${A}after is not an object; write { delay: transition }`],
  'one delay twice': [
    inState({ after: { 1000: 'a', '1e3': 'a' } }),
    `${A}after has one delay twice; make it one list of candidates`,
  ],
  'a bare target in a list of after': [
    inState({ after: { 10: ['a'] } }),
    `${A}after "10" lists a bare target, which XState loses; write { target }`,
  ],
  'an unknown delay': [
    inState({ after: { soon: 'a' } }),
    `${A}delay "soon" is not in setup(); add it or correct the name`,
  ],
  'a delay that is a text': [
    inState({ after: { word: 'a' } }),
    `${A}delay "word" is soon; give milliseconds, zero or more`,
  ],
  'a delay before now': [
    inState({ after: { past: 'a' } }),
    `${A}delay "past" is -1; give milliseconds, zero or more`,
  ],
  'a delay without end': [
    inState({ after: { long: 'a' } }),
    `${A}delay "long" is Infinity; give milliseconds, zero or more`,
  ],
  'an inline guard': [onGo({ guard: () => true }), `${A}a guard is an inline function; name it in setup()`],
  'a guard made of guards': [
    onGo({ guard: and(['isReady', 'isReady']) }),
    `${A}a guard is made with and, or, not or stateIn; name one that tests it all`,
  ],
  'a guard that asks for the state': [
    onGo({ guard: stateIn('a') }),
    `${A}a guard is made with and, or, not or stateIn; name one that tests it all`,
  ],
  'a named guard made of guards': [
    onGo({ guard: 'isOdd' }),
    `${A}a guard is made with and, or, not or stateIn; name one that tests it all`,
  ],
  'a guard that is another name': [
    onGo({ guard: 'isAlias' }),
    `${A}guard "isAlias" is not a function; make it one`,
  ],
  'an unknown guard': [
    onGo({ guard: 'isLost' }),
    `${A}guard "isLost" is not in setup(); add it or correct the name`,
  ],
  'a guard every object has': [
    onGo({ guard: { type: 'toString' } }),
    `${A}guard "toString" is not in setup(); add it or correct the name`,
  ],
  'a guard that is null': [onGo({ guard: null }), `${A}a guard has no name; name it`],
  'a guard without type': [onGo({ guard: { params: 1 } }), `${A}a guard has no name; write { type, params }`],
  'a guard with more keys': [
    onGo({ guard: { type: 'isReady', not: true } }),
    `${A}a guard has the key "not"; write { type, params }`,
  ],
  'an inline action': [
    inState({ entry: () => undefined }),
    `${A}an action is an inline function; name it in setup()`,
  ],
  'an unknown action': [
    inState({ exit: 'lost' }),
    `${A}action "lost" is not in setup(); add it or correct the name`,
  ],
  'an action that is another name': [
    inState({ exit: 'alias' }),
    `${A}action "alias" is not a function; make it one`,
  ],
  raise: [
    onGo({ actions: raise({ type: 'GO' }) }),
    `${A}an action is xstate.raise; target the next state directly, or use always`,
  ],
  'a named raise': [
    onGo({ actions: 'wave' }),
    `${A}an action is xstate.raise; target the next state directly, or use always`,
  ],
  cancel: [
    onGo({ actions: cancel('x') }),
    `${A}an action is xstate.cancel; a timer ends when its state is left: give it a state of its own`,
  ],
  sendTo: [
    onGo({ actions: sendTo('x', { type: 'GO' }) }),
    `${A}an action is xstate.sendTo; name an effect; the engine delivers it to the other entity`,
  ],
  emit: [
    onGo({ actions: emit({ type: 'GO' }) }),
    `${A}an action is xstate.emit; name an effect; the engine makes it a fact`,
  ],
  log: [
    onGo({ actions: log('x') }),
    `${A}an action is xstate.log; name an effect; the engine makes it a fact`,
  ],
  spawnChild: [
    onGo({ actions: spawnChild(actor) }),
    `${A}an action is xstate.spawnChild; name an effect; the engine creates entities`,
  ],
  stopChild: [
    onGo({ actions: stopChild('x') }),
    `${A}an action is xstate.stopChild; name an effect; the engine ends entities`,
  ],
  enqueueActions: [
    onGo({ actions: enqueueActions(() => undefined) }),
    `${A}an action is xstate.enqueueActions; write guarded candidates with lists of actions`,
  ],
  'an assign of nothing': [
    onGo({ actions: assign(undefined as never) }),
    `${A}assign has nothing to assign; give it an object or a function`,
  ],
  'an assign to an unknown key': [
    onGo({ actions: assign({ size: 1 }) }),
    `${A}assign writes "size", which the context does not have; add it there`,
  ],
  'a context that needs its input': [
    {
      ...inState({}),
      context: ({ input }: { input: { deep: { size: number } } }) => ({ size: input.deep.size }),
    },
    `${ROOT}the context cannot be made from an empty input (TypeError: Cannot read properties of undefined (reading 'size')); give its fields defaults`,
  ],
};

describe('the compiler refuses', () => {
  it.each(Object.entries(refusals))('%s', (_, [config, message]) => {
    const machine = machineOf(config);
    expect(() => compile(machine)).toThrow(new ChartRefused(message));
  });
});

it('accepts what only says more about a chart', () => {
  const machine = machineOf({
    ...inState({
      description: 'a state',
      meta: { page: 1 },
      tags: [],
      on: { GO: { description: 'goes', meta: {} } },
    }),
    version: '1',
    description: 'a machine',
    schemas: {},
    types: {},
    output: undefined,
  });
  expect(compile(machine).leaves).toEqual(['a']);
});
