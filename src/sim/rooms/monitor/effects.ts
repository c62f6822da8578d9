// What the end of a monitor means to its container.
import type { Acts, Effect, EntityNumber } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { claimMemory, releaseMemory } from '../memory/claims';

/** What is left of a container is killed: its first process gets SIGKILL, and the container ends with it. */
export function killMain(acts: Acts, container: EntityNumber): void {
  const [main] = acts.above(container);
  if (main !== undefined && acts.has(container, 'up')) acts.send(main, { type: 'KILL' });
}

/** A monitor that was killed takes its container along, where that is its product's way. */
function takeAlong(acts: Acts, self: EntityNumber): void {
  const container = acts.find((acts.value(self, 'takes') as string | null) ?? '');
  if (container !== NONE) killMain(acts, container);
}

export const monitorEffects: Readonly<Record<string, Effect>> = { claimMemory, releaseMemory, takeAlong };
