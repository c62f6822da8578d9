// The patterns of one stage, found by all that is drawn on it: two stages on a page do not share ids.
import { getContext, setContext } from 'svelte';

/** Values for `fill`. */
export interface Paints {
  readonly hatch: string;
  readonly dots: string;
  readonly fade: string;
}

/** The names of one picture's own patterns. */
export const paintsOf = (uid: string): Paints => ({
  hatch: `url(#${uid}-hatch)`,
  dots: `url(#${uid}-dots)`,
  fade: `url(#${uid}-fade)`,
});

const key = Symbol('paints');

/** To be called by the stage that draws the patterns. */
export const providePaints = (paints: Paints): Paints => setContext(key, paints);

/** The patterns of the stage around this component. */
export const usePaints = (): Paints => getContext(key);
