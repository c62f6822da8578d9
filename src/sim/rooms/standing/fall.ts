// What stands on what, and what follows when a floor is gone: falling goes up, never sideways.
import type { Acts, EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import type { Lack } from '../../engine/view';
import type { Drop } from './floorLost';

/** A floor went down: what stands on it hears that its floor is lost, and those who need it look again. */
export function dropWhatStands(acts: Acts, self: EntityNumber, how?: Drop): void {
  for (const above of acts.above(self))
    acts.send(above, { type: 'FLOOR.LOST', ...(how?.byOrder && { byOrder: true }) });
  tellNeeders(acts, self);
}

/** A box came up or went down: those who need it look again. */
export function tellNeeders(acts: Acts, self: EntityNumber): void {
  for (const needer of acts.neededBy(self)) acts.send(needer, { type: 'NEEDS.CHANGED' });
}

/** Counts what a box needs and does not have, and lets it know; what stands still itself asks nobody. */
export function checkNeeds(acts: Acts, self: EntityNumber): void {
  if (isStandingStill(acts, self)) {
    acts.send(self, { type: 'PAUSED' });
    return;
  }
  acts.send(self, { type: 'NEEDS', lost: lacksOf(acts, self).length });
}

/** What a box needs and does not have, and why not. */
export function lacksOf(reader: Reader, self: EntityNumber): readonly Lack[] {
  return reader.needs(self).flatMap((other) => {
    const why = whyLacking(reader, self, other);
    return why === null ? [] : [{ id: reader.id(other), why }];
  });
}

function whyLacking(reader: Reader, self: EntityNumber, other: EntityNumber): Lack['why'] | null {
  if (!isThere(reader, other)) return 'down';
  if (isStandingStill(reader, other)) return 'paused';
  return isShutOut(reader, self, other) ? 'shut-off' : null;
}

/** Whether a box is a VM whose virtual CPUs stand still, or stands on one, however far below: nothing answers there. */
export function isStandingStill(reader: Reader, self: EntityNumber): boolean {
  for (let box = self; box !== NONE; box = reader.floor(box))
    if (reader.kind(box) === 'vm' && reader.value(box, 'paused') === true) return true;
  return false;
}

/** A file on a disk that is full can be read: what is written waits with its VM. */
function isThere(reader: Reader, other: EntityNumber): boolean {
  return reader.has(other, 'up') || (reader.kind(other) === 'vdisk' && reader.has(other, 'waiting'));
}

/** The nearest box below of a kind, or NONE. */
export function below(reader: Reader, self: EntityNumber, kind: string): EntityNumber {
  let floor = reader.floor(self);
  while (floor !== NONE && reader.kind(floor) !== kind) floor = reader.floor(floor);
  return floor;
}

/** All boxes above one, floors before what stands on them. */
export function everythingAbove(reader: Reader, self: EntityNumber): EntityNumber[] {
  const found: EntityNumber[] = [];
  for (const above of reader.above(self)) found.push(above, ...everythingAbove(reader, above));
  return found;
}

/** Whether a firewall lies between a box and another that it needs. */
function isShutOut(reader: Reader, self: EntityNumber, other: EntityNumber): boolean {
  const [from, to] = [self, other].map((box) =>
    reader.kind(box) === 'host' ? box : below(reader, box, 'host'),
  );
  if (from === undefined || to === undefined || to === NONE || from === to) return false;
  const admits = reader.value(to, 'admits') as string | null;
  return admits !== null && !admits.split(' ').includes(reader.id(from));
}
