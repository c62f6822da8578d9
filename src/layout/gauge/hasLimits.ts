// Which containers have something that is told of their limits. Apart from how it is told, which most worlds never need.
import type { Entity } from '../../sim/engine/view';

/** What a container has where nobody set another. */
export const usualWeight = 100;

const number = ({ context }: Entity, field: string): number => Number(context[field] ?? 0);

/** Whether a container has limits, another weight than usual, or less CPU than it wants. */
export function hasLimits(box: Entity): boolean {
  return (
    number(box, 'cpuLimitMicro') > 0 ||
    number(box, 'memoryHighBytes') > 0 ||
    number(box, 'weight') !== usualWeight ||
    box.memory.size !== null ||
    box.cpu.granted < box.cpu.wanted
  );
}
