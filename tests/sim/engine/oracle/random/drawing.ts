// Draws whole machines, with or without something the compiler must refuse.
import type { AnyStateMachine } from 'xstate';
import { Dice } from '../dice';
import { configOf, draw } from './grammar';
import { base } from './names';
import type { Drawing, Spoil } from './unsupported';

const TRIES = 60;

function machineOf({ states, names }: Drawing): AnyStateMachine {
  const [root] = states;
  if (!root) throw new RangeError('a drawing without states');
  // What is drawn has no types for XState to check.
  const machine: unknown = base.extend(names as object).createMachine(configOf(root) as never);
  return machine as AnyStateMachine;
}

/** Draws until XState itself accepts the chart: a spoilt one may be nonsense to it too. */
export function drawMachine(seed: number, spoil: Spoil | null): AnyStateMachine {
  let reason: unknown = null;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const dice = new Dice(seed * TRIES + attempt);
    const drawing: Drawing = { states: draw(dice), names: { guards: {}, actions: {}, delays: {} } };
    try {
      spoil?.(drawing, dice);
      return machineOf(drawing);
    } catch (error) {
      if (spoil === null) throw error;
      reason = error;
    }
  }
  throw new Error(`XState accepts no such machine, seed ${seed}: ${String(reason)}`);
}
