// A compound state with a timer of its own that outlives its children, and every way to stay, return and re-enter.
import { assign, setup } from 'xstate';

export const guest = setup({
  types: {
    context: {} as { cpu: number; load: number; onCrash: string },
    events: {} as
      | { type: 'POWER_ON' }
      | { type: 'POWER_OFF' }
      | { type: 'LOAD'; load: number }
      | { type: 'SWAP' }
      | { type: 'REBOOT' }
      | { type: 'REFRESH' }
      | { type: 'RESET' }
      | { type: 'TOUCH' }
      | { type: 'CRASH'; cause: string },
  },
  delays: { lease: 10_000, boot: ({ context }) => 1_000 + context.cpu },
  guards: {
    isBusy: ({ context }, { over }: { over: number }) => context.load > over,
    mayRestart: ({ context }) => context.onCrash === 'restart',
    isCausedBy: ({ event }, { cause }: { cause: string }) => event.type === 'CRASH' && event.cause === cause,
  },
  actions: {
    takeLoad: assign(({ event, context }) =>
      event.type === 'LOAD' ? { load: event.load, cpu: context.cpu + 1 } : {},
    ),
    swap: assign({ cpu: ({ context }) => context.load, load: ({ context }) => context.cpu }),
    add: assign({ cpu: ({ context }, { by }: { by: number }) => context.cpu + by }),
    tell: (_, _params: { fact: string }) => undefined,
    open: () => undefined,
    close: () => undefined,
    note: () => undefined,
  },
}).createMachine({
  id: 'guest',
  initial: 'off',
  context: { cpu: 0, load: 0, onCrash: 'none' },
  on: {
    RESET: { target: '.off', actions: { type: 'tell', params: { fact: 'reset' } } },
    TOUCH: { actions: 'note' },
  },
  states: {
    off: { tags: 'off', on: { POWER_ON: 'up.booting', TOUCH: undefined } },
    up: {
      id: 'running',
      initial: 'booting',
      tags: 'holds-memory',
      entry: ['open', { type: 'add', params: { by: 1 } }],
      exit: { type: 'tell', params: ({ context }) => ({ fact: `closed at ${context.cpu}` }) },
      after: {
        lease: [{ guard: { type: 'isBusy', params: { over: 2 } }, actions: 'note' }, { target: 'off' }],
      },
      on: {
        POWER_OFF: 'off',
        REBOOT: { target: 'up', reenter: true },
        REFRESH: { target: '.booting' },
        CRASH: [
          { guard: { type: 'isCausedBy', params: { cause: 'power' } }, target: 'off' },
          { guard: 'mayRestart', target: '#running.booting', reenter: true },
          { target: 'crashed', actions: { type: 'add', params: ({ context }) => ({ by: context.load }) } },
        ],
      },
      states: {
        booting: { tags: 'starting', after: { boot: 'serving' } },
        serving: {
          tags: ['up', 'serving'],
          entry: 'open',
          exit: 'close',
          always: {
            guard: { type: 'isBusy', params: ({ context }) => ({ over: context.cpu }) },
            target: 'suffering',
          },
          on: {
            LOAD: { actions: 'takeLoad' },
            SWAP: { target: 'serving', reenter: true, actions: 'swap' },
            REFRESH: { target: 'serving', actions: 'note' },
          },
          after: { 250: { actions: ['note', 'swap'] } },
        },
        suffering: {
          tags: ['up', 'suffering'],
          on: { LOAD: { target: 'serving', actions: ['takeLoad', assign({ onCrash: 'restart' })] } },
        },
      },
    },
    crashed: { tags: 'down', entry: { type: 'tell', params: { fact: 'crashed' } }, on: { POWER_ON: 'up' } },
  },
});
