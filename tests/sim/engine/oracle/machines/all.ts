// The hand-written machines with what makes every one of their cells reachable.
import type { AnyStateMachine } from 'xstate';
import type { WalkOptions } from '../walk';
import { corners } from './corners';
import { guest } from './guest';
import { pod } from './pod';

/** A machine and how to walk it. */
export interface Walked {
  readonly machine: AnyStateMachine;
  readonly options: WalkOptions;
}

/** Machines whose every cell a walk must visit. */
export const machines: readonly Walked[] = [
  {
    machine: pod,
    options: {
      payload: (type, dice) => (type === 'SCHEDULE' ? { node: dice.below(5) } : {}),
      input: (dice) => ({ id: dice.below(9), policy: dice.pick(['always', 'always', 'never']) }),
    },
  },
  {
    machine: guest,
    options: {
      payload: (type, dice) => {
        if (type === 'LOAD') return { load: dice.below(6) };
        return type === 'CRASH' ? { cause: dice.pick(['power', 'bug']) } : {};
      },
      contexts: (dice) => ({
        cpu: dice.below(5),
        load: dice.below(5),
        onCrash: dice.pick(['none', 'restart']),
      }),
    },
  },
  {
    machine: corners,
    options: { contexts: (dice) => ({ count: dice.below(6), seen: dice.pick(['', 'A']) }) },
  },
];
