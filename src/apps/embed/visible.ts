// A stage that nobody can see stands still: it burns no battery, and its story does not run away.
import { on } from 'svelte/events';
import type { Playback } from '../../playback/playback.svelte';

/** Pauses while the frame is out of sight or its tab is hidden, and plays on if it played before. */
export function restWhileHidden(playback: Playback): void {
  let isInSight = true;
  let playsOn = false;
  const settle = (): void => {
    const isSeen = isInSight && !document.hidden;
    if (!isSeen && playback.playing) {
      playsOn = true;
      playback.pause();
    } else if (isSeen && playsOn) {
      playsOn = false;
      playback.play();
    }
  };
  on(document, 'visibilitychange', settle);
  new IntersectionObserver(([entry]) => {
    isInSight = entry?.isIntersecting ?? true;
    settle();
  }).observe(document.documentElement);
}
