// The words under marks: asked for where a mark is to be expected, and there for every timeline from then on.
import { lateFile } from '../stage/lateFile.svelte';

/** The words under marks, as far as they are loaded; where they could not be, marks have none. */
export const lateLabels = lateFile(() => import('./markWords'));
