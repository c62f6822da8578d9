// Answers to "waiting for" that several rooms give.
import type { EntityNumber, Reader } from '../engine/acts';
import { NONE } from '../engine/facts';
import type { Picker, Wait } from '../engine/view';

/** What a box that is not up waits for: its own delay, its floor, or somebody who is not there. */
export function usualWait(reader: Reader, self: EntityNumber, delay: string): Wait | null {
  const at = reader.due(self);
  if (at !== null) return { condition: delay, who: reader.id(self), at };
  if (reader.has(self, 'up') || reader.has(self, 'absent')) return null;
  const floor = reader.floor(self);
  if (floor !== NONE && !reader.has(floor, 'up'))
    return { condition: 'floor', who: reader.id(floor), at: null };
  return { condition: reader.has(self, 'off') ? 'command' : 'nobody', who: null, at: null };
}

/** As `usualWait`, but one who would pick it up may be down himself: then it waits for him. */
export function waitForPicker(
  reader: Reader,
  self: EntityNumber,
  delay: string,
  pickers: readonly Picker[],
): Wait | null {
  const wait = usualWait(reader, self, delay);
  if (wait?.condition !== 'nobody') return wait;
  const down = pickers.find(({ id }) => id !== null && !reader.has(reader.find(id), 'up'));
  return down === undefined ? wait : { condition: 'picker', who: down.id, at: null };
}
