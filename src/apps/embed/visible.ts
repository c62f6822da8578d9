// A stage that nobody can see stands still: it burns no battery, and its story does not run away.
import { on } from 'svelte/events';
import type { Playback } from '../../playback/playback.svelte';

/** What a frame was last told to do, and whether it can be seen: it plays when both say so. */
export class Playing {
  readonly #playback: Pick<Playback, 'play' | 'pause' | 'playing'>;
  #isInSight = true;
  /** While it is out of sight: whether it shall play again. */
  #isWanted = false;
  /** How often it was told to stand still. */
  #halts = 0;

  constructor(playback: Pick<Playback, 'play' | 'pause' | 'playing'>) {
    this.#playback = playback;
  }

  /** It shall play, at once or when it is seen again. */
  play(): void {
    if (this.#isInSight) this.#playback.play();
    else this.#isWanted = true;
  }

  /** It shall stand still, whatever was wanted before. */
  pause(): void {
    this.#halts += 1;
    this.#isWanted = false;
    this.#playback.pause();
  }

  /** It stands still while `work` is done, and plays then, unless it was told to stand still in the meantime. */
  async playAfter(work: () => Promise<void>): Promise<void> {
    const halts = this.#halts;
    this.#playback.pause();
    await work();
    if (halts === this.#halts) this.play();
  }

  /** It came into sight, or went out of it. */
  see(isInSight: boolean): void {
    if (isInSight === this.#isInSight) return;
    this.#isInSight = isInSight;
    if (!isInSight) {
      this.#isWanted = this.#playback.playing;
      this.#playback.pause();
    } else if (this.#isWanted) {
      this.#isWanted = false;
      this.#playback.play();
    }
  }
}

/** What reveal.js says to a frame when its slide is left and entered again. */
const SLIDE: Readonly<Record<string, boolean>> = { 'slide:start': true, 'slide:stop': false };

/** Tells whether the frame can be seen, now and whenever that changes; a deck may say it of its slides. */
export function watchSight(tell: (isInSight: boolean) => void): void {
  let isOnScreen = true;
  let isOnSlide = true;
  const settle = (): void => tell(isOnScreen && isOnSlide && !document.hidden);
  on(document, 'visibilitychange', settle);
  window.addEventListener('message', ({ source, data }) => {
    const said = source === window.parent && typeof data === 'string' ? SLIDE[data] : undefined;
    if (said === undefined) return;
    isOnSlide = said;
    settle();
  });
  new IntersectionObserver((entries) => {
    isOnScreen = entries.at(-1)?.isIntersecting ?? true;
    settle();
  }).observe(document.documentElement);
  settle();
}
