// Charts with parallel and history states, through the same sink as tables.
import { assign, setup } from 'xstate';
import type { AnyStateMachine } from 'xstate';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/sim/engine/compile/compile';
import { ChartRefused } from '../../../src/sim/engine/compile/refuse';
import { Livelock } from '../../../src/sim/engine/compile/step';
import { type Interpreted, interpret } from '../../../src/sim/engine/interpret';
import { Recorder } from './compile/recorder';

const base = setup({
  types: { context: {} as { lost: number }, events: {} as { type: string } },
  guards: { isLost: ({ context }) => context.lost > 1 },
  delays: { retry: ({ context }) => 100 + context.lost * 0.25, never: () => undefined as never },
  actions: {
    lose: assign({ lost: ({ context }) => context.lost + 1 }),
    tell: (_, _params: { word: string }) => undefined,
    ring: () => undefined,
  },
});

const machine = base.createMachine({
  id: 'nic',
  context: ({ input }) => ({ lost: (input as { lost?: number }).lost ?? 0 }),
  type: 'parallel',
  on: { CUT: ['.link.down', '.power.low'].map((target) => ({ target })) },
  states: {
    link: {
      initial: 'up',
      states: {
        up: {
          tags: 'up',
          entry: { type: 'tell', params: { word: 'link up' } },
          after: { 50: { actions: 'ring' } },
          on: { LOSE: { target: 'down', actions: 'lose' } },
        },
        down: {
          tags: ['down', 'waiting'],
          after: { retry: [{ guard: 'isLost', target: 'dead' }, { target: 'up' }] },
        },
        dead: { type: 'final' },
      },
    },
    power: {
      initial: 'full',
      states: {
        full: { on: { SAVE: 'low', LOSE: { actions: 'ring' } } },
        low: { tags: 'holds-memory', on: { WAKE: 'back' } },
        off: { type: 'final' },
        back: { type: 'history' },
      },
      on: { END: '.off' },
    },
  },
});

function start(chart: Interpreted, input: unknown = {}) {
  const sink = new Recorder(chart);
  let snapshot = chart.enter(input, sink);
  const send = (type: string): string | null => {
    const next = chart.step(snapshot, { type }, sink);
    snapshot = next ?? snapshot;
    return next && chart.stateOf(next);
  };
  return { sink, send, first: chart.stateOf(snapshot), now: () => snapshot };
}

describe('an interpreted chart', () => {
  const nic = interpret(machine);

  it('is what the compiler refuses', () => {
    expect(() => compile(machine)).toThrow(ChartRefused);
  });

  it('numbers events, slots and effects as a table does', () => {
    expect(nic.id).toBe('nic');
    expect(nic.keys).toEqual(['lost']);
    expect(nic.effects).toEqual(['tell', 'ring']);
    expect(nic.slotEvent.map((code) => nic.events[code])).toEqual([
      'xstate.after.50.nic.link.up',
      'xstate.after.retry.nic.link.down',
    ]);
    expect(nic.eventCode('LOSE')).toBe(nic.events.indexOf('LOSE'));
    expect(nic.eventCode('NEVER')).toBe(-1);
  });

  it('tells timers and effects of all regions, in chart order', () => {
    const { sink, send, first, now } = start(nic, { lost: 1 });
    expect(first).toBe('link.up+power.full');
    expect(sink.heard()).toEqual(['tell {"word":"link up"}', 'arm 50.nic.link.up 50000']);
    expect(send('LOSE')).toBe('link.down+power.full');
    expect(sink.heard()).toEqual(['disarm 50.nic.link.up', 'ring', 'arm retry.nic.link.down 100500']);
    expect([...nic.tagsOf(now())].sort()).toEqual(['down', 'waiting']);
    expect(send('xstate.after.retry.nic.link.down')).toBe('link.dead+power.full');
    expect(sink.heard()).toEqual(['disarm retry.nic.link.down']);
  });

  it('returns null when nothing was taken, and once it is done', () => {
    const { send } = start(nic, { lost: 1 });
    expect(send('NEVER')).toBeNull();
    expect(send('WAKE')).toBeNull();
    send('LOSE');
    send('xstate.after.retry.nic.link.down');
    expect(send('END')).toBe('link.dead+power.off');
    expect(send('END')).toBeNull();
  });

  it('a snapshot stays what it was: an older one can be stepped again', () => {
    const { send, sink, now } = start(nic);
    const before = now();
    send('LOSE');
    send('SAVE');
    expect(nic.stateOf(before)).toBe('link.up+power.full');
    expect(nic.stateOf(nic.step(before, { type: 'SAVE' }, sink) ?? before)).toBe('link.up+power.low');
    expect(before.context).toEqual({ lost: 0 });
  });
});

describe('an interpreted chart refuses', () => {
  const one = (config: object): AnyStateMachine =>
    base.createMachine({
      id: 'nic',
      type: 'parallel',
      context: { lost: 0 },
      states: { a: config },
    } as never) as never;

  it.each([
    [
      { invoke: { src: 'x' } },
      'machine "nic", state "a": the state has the key "invoke"; name an effect on entry',
    ],
    [
      { entry: 'lost' },
      'machine "nic", state "a": action "lost" is not in setup(); add it or correct the name',
    ],
    [
      { exit: () => undefined },
      'machine "nic", state "a": an action is an inline function; name it in setup()',
    ],
    [{ on: { GO: { guard: 'isGone' } } }, 'guard "isGone" is not in setup(); add it or correct the name'],
    [{ after: { soon: {} } }, 'delay "soon" is not in setup(); add it or correct the name'],
  ])('%o', (config, message) => {
    expect(() => interpret(one(config))).toThrow(message);
  });

  it('a delay that is no number, when it is met', () => {
    const chart = interpret(one({ after: { never: {} } }));
    expect(() => chart.enter({}, new Recorder(chart))).toThrow(
      'machine "nic", root: the delay of "xstate.after.never.nic.a" is undefined; give milliseconds, zero or more',
    );
  });

  it('an endless loop', () => {
    const chart = interpret(one({ always: { target: 'a', reenter: true, actions: 'lose' } }));
    expect(() => chart.enter({}, new Recorder(chart))).toThrow(Livelock);
  });
});
