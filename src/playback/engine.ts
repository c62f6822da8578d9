// The engine behind its door. A page that can show something before loads this file when that is on the screen.
import { runsFor } from '../sim';
import type { Door } from './door';
import { createDoor } from './inThread';

export { runsFor };

/** A door to runs of the model, in this thread. */
export const engineDoor = (): Door => createDoor(runsFor);
