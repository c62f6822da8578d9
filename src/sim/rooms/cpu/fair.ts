// What a weight is worth, if everybody beside a box that is up wanted all the CPU that their floor can give.
import type { EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import type { CpuShare } from '../../engine/view';
import { NO_CAP } from '../../resources/cpu';
import { capOf, COMPETING, setWeightOf, weightOf } from './limits';

/** The share of a box by its weight, or null where it is not up, or nobody beside it competes with it now. */
export function shareOf(reader: Reader, self: EntityNumber): CpuShare | null {
  const floor = reader.floor(self);
  if (floor === NONE || !reader.has(self, 'up')) return null;
  const rivals = reader.above(floor).filter((box) => box === self || mayWant(reader, box));
  if (rivals.length < 2) return null;
  const sumOf = (weigh: (box: EntityNumber) => number) => rivals.reduce((sum, box) => sum + weigh(box), 0);
  // As many virtual CPUs are active as there are: all want all they can use.
  const counts = (box: EntityNumber) => weightOf(reader, box, Infinity);
  const all = sumOf(counts);
  const room = roomOn(reader, floor);
  const isLimited = (box: EntityNumber) => capAbove(reader, box) * all < counts(box) * room;
  const limited = isLimited(self) ? 'own' : rivals.some(isLimited) ? 'others' : null;
  const weigh = (box: EntityNumber) => setWeightOf(reader, box);
  const beside = rivals.filter((box) => box !== self).map((box) => reader.id(box));
  return { beside, weight: weigh(self), ofWeights: sumOf(weigh), part: counts(self) / all, limited };
}

/** Whether a box could want CPU of its floor now: the solver divides by nobody who is off, down or standing still. */
function mayWant(reader: Reader, box: EntityNumber): boolean {
  const competes = COMPETING.some((kind) => kind === reader.kind(box));
  return competes && reader.has(box, 'up') && capOf(reader, box) !== 0;
}

/** Micro-cores that a floor can have at most, by the caps of all levels from it down to the host. */
function roomOn(reader: Reader, floor: EntityNumber): number {
  let room = Infinity;
  for (let level = floor; level !== NONE; level = reader.floor(level)) {
    room = Math.min(room, capAbove(reader, level));
  }
  return room;
}

function capAbove(reader: Reader, box: EntityNumber): number {
  const cap = capOf(reader, box);
  return cap === NO_CAP ? Infinity : cap;
}
