// What stands on the stages beside each other: where words of one have no room, the others do without them, too, so that
// what is only room does not look like a difference.
import { getContext, setContext, untrack } from 'svelte';
import type { Rect } from '../../layout/rect';

type Taken = () => readonly Rect[];

const key = Symbol('stages beside each other');

class Besides {
  #all = $state.raw<readonly Taken[]>([]);

  /** What is taken on any of the stages. */
  get rects(): readonly Rect[] {
    return this.#all.flatMap((taken) => taken());
  }

  /** One more stage, until the function that it gives is called. */
  add(taken: Taken): () => void {
    untrack(() => (this.#all = [...this.#all, taken]));
    return () => (this.#all = this.#all.filter((each) => each !== taken));
  }
}

/** The stages in this component have one size and one scale, and are compared. */
export function setBesides(): void {
  setContext(key, new Besides());
}

/** The stages that this one is compared with, and itself; undefined where it stands alone. */
export const getBesides = (): Besides | undefined => getContext<Besides | undefined>(key);
