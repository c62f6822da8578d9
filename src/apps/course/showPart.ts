// Brings the part of a page that the address names into view, and takes the keyboard's reader there.
import { on } from 'svelte/events';

/** Shows the element with this `data-part` and focuses it; nothing happens without one. */
export function showPart(page: HTMLElement, part: string | null): void {
  if (part === null) return;
  const element = page.querySelector<HTMLElement>(`[data-part="${CSS.escape(part)}"]`);
  element?.scrollIntoView({ block: 'start' });
  element?.focus({ preventScroll: true });
}

/** What somebody does who looks elsewhere. */
const GESTURES = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/** The same, and again when the window gets another width, until somebody looks elsewhere; returns how to stop. */
export function keepPart(page: HTMLElement, part: string | null): () => void {
  showPart(page, part);
  let width = window.innerWidth;
  const stops = GESTURES.map((gesture) => on(window, gesture, () => stop(), { passive: true }));
  const stop = () => stops.forEach((each) => each());
  stops.push(
    on(window, 'resize', () => {
      if (window.innerWidth !== width) showPart(page, part);
      width = window.innerWidth;
    }),
  );
  return stop;
}
