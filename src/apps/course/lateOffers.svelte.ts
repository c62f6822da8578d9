// Acts with arguments, of all stages of the page: asked for where there are any, and there from then on.
import type { WorldView } from '../../sim';
import { ARGUED, SHIPS } from './lateNames';
import type { Asked } from './offers';

let acts = $state.raw<Asked['late']>();
let failure = $state.raw<unknown>(null);
let coming: Promise<void> | null = null;

/** What offers them, as far as it is loaded. */
export const lateOffers = {
  get current(): Asked['late'] {
    return acts;
  },

  /** What kept it from being loaded. */
  get failure(): unknown {
    return failure;
  },

  /** Loads it, unless that was asked for before. */
  load(): void {
    coming ??= import('./lateActs').then(
      (file) => void (acts = file),
      (error: unknown) => void (failure = error),
    );
  },
};

/** Whether there are any in this world, or the lesson allows some. */
export function needsLate(view: WorldView, allows: Asked['allows']): boolean {
  const isThere = ['artifact', 'image', 'vdisk'].some((kind) => view.ofKind(kind).length > 0);
  return isThere || [...SHIPS, ...ARGUED].some((name) => allows(name));
}
