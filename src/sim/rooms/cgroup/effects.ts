// Memory as the cgroup of a container gives it: slowly above memory.high, never above memory.max, also when that is
// set lower than what is used.
// Source: torvalds/linux Documentation/admin-guide/cgroup-v2.rst, memory.high and memory.max.
import type { Acts, EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { PAGE } from '../../resources/pages';
import { claimMore, missingBytes, releaseMemory, runOut, sizeOf, type TightLevel } from '../memory/claims';
import { checkNeeds, isStandingStill } from '../standing/fall';
import { sizeAtStart } from './sizing';

/** As every program takes memory, within what its cgroup allows; it may have looked at its limits first. */
export function claimWithin(acts: Acts, self: EntityNumber): void {
  if (sizeAtStart(acts, self)) return;
  const over = overLimit(acts, self);
  if (over !== null) {
    runOut(acts, self, over);
    return;
  }
  const more = missingBytes(acts, self);
  claimMore(acts, self, untilHigh(acts, self, more));
  if (more < 0) wakeBeside(acts, self);
  noteSleep(acts, self);
}

/** What it needs besides memory; a program that sleeps asks nobody. */
export function needsWithin(acts: Acts, self: EntityNumber): void {
  if (sleeps(acts, self)) acts.send(self, { type: 'STUCK' });
  else checkNeeds(acts, self);
}

/** A program that sleeps above memory.high answers nobody, until it has what it asked for. */
function noteSleep(acts: Acts, self: EntityNumber): void {
  if (sleeps(acts, self)) acts.send(self, { type: 'STUCK' });
  else if (acts.has(self, 'suffering')) acts.send(self, { type: 'UNSTUCK' });
}

/** A program that is down gives its memory back: those beside it may go on. */
export function releaseWithin(acts: Acts, self: EntityNumber): void {
  const held = acts.heldBytes(self);
  releaseMemory(acts, self);
  if (held > 0) wakeBeside(acts, self);
}

/** The processes of a container that hold memory. */
export function holdersIn(reader: Reader, container: EntityNumber): readonly EntityNumber[] {
  return reader.above(container).filter((each) => reader.has(each, 'holds-memory'));
}

/** The container around a process, or NONE. */
export function containerOf(reader: Reader, self: EntityNumber): EntityNumber {
  const floor = reader.floor(self);
  return floor !== NONE && reader.kind(floor) === 'container' ? floor : NONE;
}

/** Whether a process waits for memory that it asked for. */
export function isHeldBack(reader: Reader, self: EntityNumber): boolean {
  return reader.has(self, 'up') && missingBytes(reader, self) > 0;
}

/**
 * Whether the threads of a process are put to sleep: it asked for more, and its container is at memory.high. In a VM
 * that stands still they stand still.
 */
function sleeps(reader: Reader, self: EntityNumber): boolean {
  if (isStandingStill(reader, self)) return false;
  const container = containerOf(reader, self);
  const high = container === NONE ? 0 : reader.amount(container, 'memoryHighBytes');
  return high > 0 && missingBytes(reader, self) > 0 && reader.chargedBytes(container) >= high;
}

/** The container of a process, if more is charged to it than it may have. */
function overLimit(reader: Reader, self: EntityNumber): TightLevel | null {
  const level = containerOf(reader, self);
  const sizeBytes = level === NONE ? null : sizeOf(reader, level);
  if (sizeBytes === null || reader.chargedBytes(level) <= sizeBytes) return null;
  return { level, sizeBytes, freeBytes: 0 };
}

/**
 * Of what a process asks for, what it gets at once: above memory.high its threads are put to sleep as they allocate.
 * A program that starts gets a page, to be there.
 */
function untilHigh(reader: Reader, self: EntityNumber, more: number): number {
  const container = containerOf(reader, self);
  const high = container === NONE ? 0 : reader.amount(container, 'memoryHighBytes');
  if (high === 0 || more <= 0) return more;
  const least = reader.heldBytes(self) === 0 ? Math.min(PAGE, more) : 0;
  return Math.min(more, Math.max(least, high - reader.chargedBytes(container)));
}

/** Those beside a process in its container ask again for what they wait for. */
function wakeBeside(acts: Acts, self: EntityNumber): void {
  const container = containerOf(acts, self);
  if (container === NONE) return;
  const isOver = overLimit(acts, self) !== null;
  for (const other of holdersIn(acts, container))
    if (other !== self && (isOver || isHeldBack(acts, other))) acts.send(other, { type: 'MEMORY.RETRY' });
}
