// A learner's progress as a file of the browser.
import { save } from '../../view/share/save';
import type { KeptProgress } from './keptProgress.svelte';

/** Saves all that is kept of a learner, or would be. */
export function saveProgress({ progress }: KeptProgress): void {
  save(`${JSON.stringify(progress, null, 2)}\n`, 'blast-radius-progress.json');
}
