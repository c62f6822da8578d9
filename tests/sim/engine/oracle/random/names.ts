// What the names in random machines stand for. Contexts stay in a small grid, so that every guard can be decided for
// every context beforehand.
import { assign, setup } from 'xstate';
import type { Context, MachineEvent } from '../../../../../src/sim/engine/compile/table';

/** The context of random machines: `a` and `b` from 0 to 3, `who` the last event noted. */
export interface Grid {
  a: number;
  b: number;
  who: string;
}

/** The events of random machines; `n` is their payload. */
export interface Numbered {
  type: string;
  n?: number;
}

const numberOf = (event: Numbered): number => event.n ?? 0;

/** Guards by name. They read context, event type, payload and params. */
export const guards = {
  isEven: ({ context }: { context: Grid }) => context.a % 2 === 0,
  isSame: ({ context }: { context: Grid }) => context.a === context.b,
  isAtLeast: ({ context }: { context: Grid }, params: { n: number }) => context.b >= params.n,
  isBig: ({ event }: { event: Numbered }) => numberOf(event) >= 2,
  isE1: ({ event }: { event: Numbered }) => event.type === 'E1',
  isDone: ({ event }: { event: Numbered }) => event.type.startsWith('xstate.done.state'),
};

/** Everything a random machine may name. */
export const base = setup({
  types: { context: {} as Grid, events: {} as Numbered },
  guards,
  delays: { short: 7.5, byA: ({ context }) => 100 + context.a * 3.25, byN: ({ event }) => numberOf(event) },
  actions: {
    up: assign({ a: ({ context }) => (context.a + 1) % 4 }),
    take: assign({ b: ({ event }) => numberOf(event) % 4 }),
    add: assign({ b: ({ context }, params: { by: number }) => (context.b + params.by) % 4 }),
    swap: assign({ a: ({ context }) => context.b, b: ({ context }) => context.a }),
    mix: assign(({ context, event }) => ({ a: (context.a + context.b) % 4, who: event.type })),
    clear: assign({ a: 0, b: 0 }),
    keep: assign(() => ({})),
    ring: () => undefined,
    buzz: () => undefined,
    tell: (_, _params: { word: string }) => undefined,
  },
});

/** Payload of every event that is sent. */
export const payloads: readonly number[] = [0, 3];

/** Every context a random machine can have, but for `who`. */
export const grid: readonly Grid[] = [0, 1, 2, 3].flatMap((a) =>
  [0, 1, 2, 3].map((b) => ({ a, b, who: '' })),
);

/** Whether a guard, written as a name or `{ type, params }`, holds. */
export function holds(guard: unknown, context: Context, event: MachineEvent): boolean {
  if (guard === undefined) return true;
  const { type, params } =
    typeof guard === 'string' ? { type: guard, params: undefined } : (guard as Reference);
  const given = typeof params === 'function' ? (params as Given)({ context, event }) : params;
  return (guards as unknown as Record<string, Test>)[type]?.({ context, event }, given) ?? false;
}

interface Reference {
  readonly type: string;
  readonly params?: unknown;
}
type Given = (args: unknown) => unknown;
type Test = (args: unknown, params: unknown) => boolean;
