// What has its place before it is there: a program, a container or a machine that nobody has shipped yet.
import type { EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import type { DeliveryState } from '../../engine/view';
import { filesIn } from '../filesystem/text';
import { rootOf } from '../filesystem/ground';

/** What a box that was never started waits for, if what it is to run has not arrived in the files that it would find. */
export function deliveryOf(reader: Reader, self: EntityNumber): DeliveryState | null {
  if (!reader.has(self, 'off') || !reader.isAsMade(self)) return null;
  const root = rootOf(reader, self);
  if (root === NONE || hasArrived(reader, self, root)) return null;
  return isRefused(reader, self) ? 'refused' : 'to-come';
}

/** A program is there with its file, a container or a machine with any. */
function hasArrived(reader: Reader, self: EntityNumber, root: EntityNumber): boolean {
  const program = reader.kind(self) === 'process' ? reader.value(self, 'program') : null;
  return filesIn(reader.value(root, 'files') as string).some(
    ({ path }) => program === null || path === program,
  );
}

/** Whether something was sent to a box, or to one under it, and not taken there. */
function isRefused(reader: Reader, self: EntityNumber): boolean {
  const places: string[] = [];
  for (let box = self; box !== NONE; box = reader.floor(box)) places.push(reader.id(box));
  for (let box = 0; box < reader.count; box++) {
    if (reader.kind(box) !== 'artifact') continue;
    const refusedBy = (reader.value(box, 'refusedBy') as string).split(' ');
    if (refusedBy.some((id) => places.includes(id))) return true;
  }
  return false;
}
