// Which containers have something that is told of their limits. Apart from how it is told, which most worlds never need.
import type { Entity } from '../../sim/engine/view';

/** What a container has where nobody set another. */
export const usualWeight = 100;

const number = ({ context }: Entity, field: string): number => Number(context[field] ?? 0);

/** Whether the memory of a container ends somewhere, or is slowed down: that is given, whatever becomes of it. */
const hasMemoryLimit = (box: Entity): boolean =>
  number(box, 'memoryHighBytes') > 0 || box.memory.size !== null;

/** Whether a container has limits, another weight than usual, or less CPU than it wants. */
export function hasLimits(box: Entity): boolean {
  return (
    number(box, 'cpuLimitMicro') > 0 ||
    hasMemoryLimit(box) ||
    number(box, 'weight') !== usualWeight ||
    box.cpu.granted < box.cpu.wanted
  );
}
