// What the table promises to the engine, one promise at a time. That it does what XState does is held in ../oracle.
import { assign, createActor, setup } from 'xstate';
import type { AnyStateMachine } from 'xstate';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../../src/sim/engine/compile/compile';
import { ChartRefused } from '../../../../src/sim/engine/compile/refuse';
import { Livelock, enter, step } from '../../../../src/sim/engine/compile/step';
import type { Context, Sink } from '../../../../src/sim/engine/compile/table';
import { Recorder } from './recorder';

const base = setup({
  types: { context: {} as { a: number; b: number }, events: {} as { type: string; n?: number } },
  guards: { isPositive: ({ context }) => context.a > 0 },
  delays: { half: 0.5004, late: ({ context }) => context.a, odd: () => 'soon' as never },
  actions: {
    swap: assign({ a: ({ context }) => context.b, b: ({ context }) => context.a }),
    take: assign({ a: ({ event }) => event.n ?? 0 }),
    stray: assign(() => ({ c: 1 }) as never),
    spawning: assign({ a: ({ spawn }) => (typeof spawn === 'function' ? 1 : 2) }),
    ring: () => undefined,
    tell: (_, _params: { word: string; a?: number }) => undefined,
  },
});

/** A compiled machine with one entity. */
function start(machine: AnyStateMachine, input: unknown = {}) {
  const table = compile(machine);
  const sink = new Recorder(table);
  const context = table.initialContext(input);
  let leaf = enter(table, context, sink);
  const send = (type: string, more: object = {}): string | null => {
    const next = step(table, leaf, table.eventCode(type), context, { type, ...more }, sink);
    if (next >= 0) leaf = next;
    return next < 0 ? null : (table.leaves[next] ?? '?');
  };
  return { table, sink, context, send, leaf: table.leaves[leaf] };
}

describe('a table', () => {
  const machine = base.createMachine({
    id: 'box',
    initial: 'off',
    context: { a: 1, b: 2 },
    states: {
      off: { tags: ['off'], on: { ON: 'up.slow' } },
      up: {
        tags: 'up',
        initial: 'slow',
        after: { 10: 'off', half: 'off' },
        states: { slow: { tags: ['suffering'] }, fast: { tags: ['serving', 'up'], after: { late: 'slow' } } },
        on: { FAST: '.fast', SWAP: { actions: 'swap' } },
      },
      gone: { type: 'final' },
    },
  });
  const table = compile(machine);

  it('numbers leaves, events, slots and keys in document order', () => {
    expect(table.id).toBe('box');
    expect(table.leaves).toEqual(['off', 'up.slow', 'up.fast', 'gone']);
    expect(table.tags).toEqual([['off'], ['up', 'suffering'], ['up', 'serving'], []]);
    expect(table.keys).toEqual(['a', 'b']);
    expect(table.final).toEqual([false, false, false, true]);
    expect(table.slotEvent.map((code) => table.events[code])).toEqual([
      'xstate.after.10.box.up',
      'xstate.after.half.box.up',
      'xstate.after.late.box.up.fast',
    ]);
    expect(table.events.map((type) => table.eventCode(type))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(table.eventCode('NEVER')).toBe(-1);
  });

  it('arms delays in microseconds, rounded up once, and keeps those of a parent while its children change', () => {
    const { sink, send } = start(machine);
    expect(send('ON')).toBe('up.slow');
    expect(sink.heard()).toEqual(['arm 10.box.up 10000', 'arm half.box.up 501']);
    expect(send('FAST')).toBe('up.fast');
    expect(sink.heard()).toEqual(['arm late.box.up.fast 1000']);
    expect(send('xstate.after.10.box.up')).toBe('off');
    expect(sink.heard()).toEqual(['disarm late.box.up.fast', 'disarm 10.box.up', 'disarm half.box.up']);
  });

  it('says -1 when nothing handles an event, and the same leaf when a transition has no target', () => {
    const { send, context } = start(machine);
    expect(send('SWAP')).toBeNull();
    expect(send('NEVER')).toBeNull();
    send('ON');
    expect(send('SWAP')).toBe('up.slow');
    expect(context).toEqual({ a: 2, b: 1 });
  });
});

it('an assign of several keys sees the old context in all of them, through any object with those keys', () => {
  const machine = base.createMachine({
    id: 'box',
    initial: 'on',
    context: { a: 1, b: 2 },
    states: { on: { entry: 'swap' } },
  });
  const columns = { a: [0, 7], b: [0, 9] };
  const cursor = Object.defineProperties<Context>(
    {},
    {
      a: { get: () => columns.a[1], set: (value: number) => (columns.a[1] = value) },
      b: { get: () => columns.b[1], set: (value: number) => (columns.b[1] = value) },
    },
  );
  const table = compile(machine);
  enter(table, cursor, new Recorder(table));
  expect(columns).toEqual({ a: [0, 9], b: [0, 7] });
});

it('params are resolved where the effect stands, and undefined where the chart gives none', () => {
  const machine = base.createMachine({
    id: 'box',
    initial: 'on',
    context: { a: 1, b: 2 },
    states: {
      on: {
        entry: [
          { type: 'tell', params: ({ context, event }) => ({ word: event.type, a: context.a }) },
          'swap',
          { type: 'tell', params: ({ context }) => ({ word: 'then', a: context.a }) },
          { type: 'tell', params: { word: 'still' } },
          'ring',
        ],
      },
    },
  });
  expect(start(machine).sink.heard()).toEqual([
    'tell {"word":"xstate.init","a":1}',
    'tell {"word":"then","a":2}',
    'tell {"word":"still"}',
    'ring',
  ]);
});

it('a sink may step another entity in the middle of a step', () => {
  const machine = base.createMachine({
    id: 'box',
    initial: 'on',
    context: { a: 1, b: 2 },
    states: { on: { on: { GO: { actions: ['ring', 'take'] } } } },
  });
  const table = compile(machine);
  const other = { a: 5, b: 6 };
  const quiet = new Recorder(table);
  const sink: Sink = {
    take: () => undefined,
    arm: () => undefined,
    disarm: () => undefined,
    effect: () => step(table, 0, table.eventCode('GO'), other, { type: 'GO', n: 8 }, quiet),
  };
  const context = { a: 1, b: 2 };
  step(table, 0, table.eventCode('GO'), context, { type: 'GO', n: 3 }, sink);
  expect([context, other]).toEqual([
    { a: 3, b: 2 },
    { a: 8, b: 6 },
  ]);
});

describe('a final state at the top', () => {
  const machine = base.createMachine({
    id: 'box',
    initial: 'on',
    context: { a: 1, b: 2 },
    exit: { type: 'tell', params: { word: 'root left' } },
    on: { AGAIN: '.on' },
    states: {
      on: { on: { END: 'end' } },
      end: { type: 'final', entry: 'ring', exit: 'swap', on: { AGAIN: 'on' } },
    },
  });

  it('leaves all states when it is entered, and ignores every further event', () => {
    const { sink, send, context } = start(machine);
    expect(send('END')).toBe('end');
    expect(sink.heard()).toEqual(['ring', 'tell {"word":"root left"}']);
    expect(context).toEqual({ a: 2, b: 1 });
    expect(send('AGAIN')).toBeNull();
  });

  it('is as deaf as an actor of XState', () => {
    const actor = createActor(machine);
    actor.start();
    actor.send({ type: 'END' });
    actor.send({ type: 'AGAIN' });
    expect(actor.getSnapshot().value).toBe('end');
  });
});

describe('what only shows when it runs', () => {
  const runs = (config: object) => () => {
    const chart = { id: 'box', initial: 'on', context: { a: 1, b: 2 }, states: { on: config } };
    const machine: unknown = base.createMachine(chart as never);
    return start(machine as AnyStateMachine);
  };

  it.each([
    [
      'an endless loop',
      { always: { guard: 'isPositive', target: 'on', reenter: true, actions: assign({ b: 3 }) } },
      new Livelock(
        'machine "box", state "on": more than 1000 always-transitions after "xstate.init"; ' +
          'guard one of them with something that they change',
      ),
    ],
    [
      'a delay that is no number',
      { after: { odd: 'on' } },
      new ChartRefused(
        'machine "box", state "on": the delay of "xstate.after.odd.box.on" gives soon; ' +
          'a delay is a number of milliseconds, zero or more',
      ),
    ],
    [
      'a patch with a key that the context lacks',
      { entry: 'stray' },
      new ChartRefused(
        'machine "box", state "on" assigns "c", which the context does not have; add it there first',
      ),
    ],
    [
      'a function that spawns',
      { entry: 'spawning' },
      new ChartRefused(
        'machine "box", event "xstate.init": a function asks for "spawn"; name an effect; the engine creates entities',
      ),
    ],
  ])('is refused then: %s', (_, config, error) => {
    expect(runs(config)).toThrow(error);
  });

  it('a context whose keys depend on the input is refused when the keys change', () => {
    const machine = base.createMachine({
      id: 'box',
      initial: 'on',
      context: ({ input }) => ({ a: 1, b: 2, ...(input as object) }),
      states: { on: {} },
    });
    expect(compile(machine).initialContext({ b: 5 })).toEqual({ a: 1, b: 5 });
    expect(() => compile(machine).initialContext({ c: 5 })).toThrow(
      'machine "box", root: the context has the keys a, b, c instead of a, b; always make the same keys',
    );
  });
});
