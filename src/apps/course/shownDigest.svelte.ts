// The digest of the run that stands on a stage, for whoever compares pages: tests, and two people with one link.
import type { Playback } from '../../playback/playback.svelte';

/** Keeps the digest at the head, inside a component; undefined while time runs and until it is known. */
export function shownDigest(playbackOf: () => Playback): { readonly text: string | undefined } {
  let digest = $state<string>();
  const playback = $derived(playbackOf());
  $effect(() => {
    if (playback.playing || playback.frame.run === '') return;
    let isOld = false;
    void playback.digest().then((text) => {
      if (!isOld) digest = text;
    });
    return () => (isOld = true);
  });
  return {
    get text() {
      return playback.playing ? undefined : digest;
    },
  };
}
