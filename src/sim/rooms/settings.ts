// What every chart has in common: how a setting is taken in, and the bodies of actions the world carries out.
import type { MachineEvent } from '../engine/compile/table';
import type { Told } from '../engine/kind';
import type { Scalar } from '../engine/fact';

/** A command set one field of the context, in whatever state the box is. */
export interface SetEvent {
  readonly type: 'SET';
  readonly field: string;
  readonly value: Scalar;
}

/** The event by which a command sets a field. */
export function setting(field: string, value: Scalar): MachineEvent {
  return { type: 'SET', field, value };
}

/** The change of context that a SET event asks for; nothing for other events. */
export function asSet<Context>({ event }: { event: { readonly type: string } }): Partial<Context> {
  if (event.type !== 'SET') return {};
  const { field, value } = event as SetEvent;
  return { [field]: value } as Partial<Context>;
}

/** Body, for XState, of an action that is carried out by the room's effects. */
export function byTheWorld(): void {
  // The engine collects the action's name; see the room's effects.ts.
}

/** Body, for XState, of the action `tell`: the engine writes the fact. */
export function tell(_: unknown, _told: Told): void {
  // The engine writes the fact.
}
