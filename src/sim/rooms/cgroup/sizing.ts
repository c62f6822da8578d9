// A program that looks at its limits once, when it starts, as a Java runtime does: it sizes its heap and its threads by
// what it finds, and does not look again. Source: OpenJDK, os/linux/cgroupSubsystem_linux.cpp ([M]): active_processor_count
// is the quota by the period, rounded up; the heap is MaxRAMPercentage of memory.max.
import type { Acts, EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { mulDiv } from '../../engine/number';
import { CORE } from '../../resources/units';
import { sizeOf } from '../memory/claims';
import { setting } from '../settings';

/**
 * What it finds as it takes its first memory, as events to itself. Answers whether it will ask for another amount than
 * it has just begun to ask for.
 */
export function sizeAtStart(acts: Acts, self: EntityNumber): boolean {
  if (acts.heldBytes(self) > 0) return false;
  if (acts.value(self, 'sizesThreads') === true)
    acts.send(self, setting('cpuMicro', cpusSeen(acts, self) * CORE));
  const percent = acts.amount(self, 'heapPercent');
  const bytes = Math.max(1, mulDiv(memorySeen(acts, self), percent, 100));
  if (percent === 0 || bytes === acts.amount(self, 'memoryBytes')) return false;
  acts.send(self, { type: 'USE.MEMORY', bytes });
  return true;
}

/** The first level with a size: its container's limit, else its machine's memory. */
function memorySeen(reader: Reader, self: EntityNumber): number {
  for (let level = reader.floor(self); level !== NONE; level = reader.floor(level)) {
    const size = sizeOf(reader, level);
    if (size !== null) return size;
  }
  return 0;
}

/** Whole CPUs by its container's quota and its machine's CPUs, whichever are fewer. */
function cpusSeen(reader: Reader, self: EntityNumber): number {
  let fewest = Infinity;
  for (let level = reader.floor(self); level !== NONE; level = reader.floor(level)) {
    const kind = reader.kind(level);
    if (kind === 'container') fewest = Math.ceil(reader.amount(level, 'cpuLimitMicro') / CORE) || Infinity;
    if (kind === 'vm') return Math.min(fewest, reader.amount(level, 'vcpus'));
    if (kind === 'host') return Math.min(fewest, reader.amount(level, 'cores'));
  }
  return 1;
}
