// Acts with arguments, of all stages of the page: asked for where there are any, and there from then on.
import type { WorldView } from '../../sim';
import { lateFile } from '../../view/stage/lateFile.svelte';
import { ARGUED, SHIPS } from './lateNames';
import type { Asked } from './offers';

/** What offers them, as far as it is loaded. */
export const lateOffers = lateFile(() => import('./lateActs'));

/** Whether there are any in this world, or the lesson allows some. */
export function needsLate(view: WorldView, allows: Asked['allows']): boolean {
  const isThere = ['artifact', 'image', 'vdisk'].some((kind) => view.ofKind(kind).length > 0);
  return isThere || [...SHIPS, ...ARGUED].some((name) => allows(name));
}
