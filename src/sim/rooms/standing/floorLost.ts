// How a box takes it that its floor is gone: that fell, or its owner ended it and all that stands on it.

/** `byOrder`: somebody ended the floor, or the box below that took it along. */
export interface FloorLost {
  readonly type: 'FLOOR.LOST';
  readonly byOrder?: boolean;
}

/** How it comes to what stands on a box that it goes down: by somebody's order, or it fell. */
export interface Drop {
  readonly byOrder: boolean;
}

/** The last act of a box that was ended by somebody: what stands on it has not fallen. */
export const END_WHAT_STANDS = { type: 'dropWhatStands', params: { byOrder: true } } as const;

/** Body, for XState, of the action `dropWhatStands`: the room's effects carry it out. */
export function dropWhatStands(_: unknown, _how?: Drop): void {
  // The engine collects the action's name; see fall.ts.
}

/** It goes down with its floor: fallen, or ended as that was. */
export const FALLS = [{ guard: 'isByOrder', target: 'taken-along' }, { target: 'fallen' }] as const;

/** Whether the floor was ended by somebody. */
export function isByOrder({ event }: { readonly event: { readonly type: string } }): boolean {
  return event.type === 'FLOOR.LOST' && (event as FloorLost).byOrder === true;
}
