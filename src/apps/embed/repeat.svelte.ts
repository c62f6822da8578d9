// A frame that shows the same stretch of a run again and again, beside somebody who speaks.
import { SECOND } from '../../sim';
import type { EmbedRun } from './embedRun.svelte';
import type { Playing } from './visible';

/**
 * Whenever what plays has come `seconds` of the run past where the address stands, it begins again there, without what
 * was done in the meantime. What stands still is left alone.
 */
export function repeat(run: EmbedRun, playing: Pick<Playing, 'playAfter'>, seconds: number): () => void {
  const { playback } = run;
  const end = playback.frame.head + seconds * SECOND;
  return $effect.root(() => {
    $effect(() => {
      if (!playback.playing || playback.frame.head < end) return;
      // A deck may stop it or send it elsewhere in the meantime, to stand still there.
      void playing.playAfter(() => run.reset());
    });
  });
}
