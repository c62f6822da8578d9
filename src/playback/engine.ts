// The engine behind its door. A page that can show something before loads this file when that is on the screen.
import { runsFor as modelsRuns, type RunFactory, type Scenario, type TimedCommand } from '../sim';
import { isBasic } from '../sim/modelFor';
import type { Door } from './door';
import { createDoor } from './inThread';

/** Loads the words for what the basic model does not know. */
async function learnMore(): Promise<void> {
  const { learnImages } = await import('../words/images');
  learnImages();
}

/** As `runsFor` of the model. What is said of these runs is there with them, so that no sentence comes late. */
export async function runsFor(
  scenario: Scenario,
  journal: readonly TimedCommand[] = [],
): Promise<RunFactory> {
  const [create] = await Promise.all([
    modelsRuns(scenario, journal),
    isBasic(scenario, journal) ? undefined : learnMore(),
  ]);
  return create;
}

/** A door to runs of the model, in this thread. */
export const engineDoor = (): Door => createDoor(runsFor);
