// On a phone the stage is longer than the screen: what was acted on, or asked for by its name, is brought into view.

/** Where text, hosts and buttons stand one below the other. */
export const STACKED = '(max-width: 68rem)';
/** What the bar at the head of the screen may cover, pixels. */
const HEAD = 64;
/** Down to this part of the screen nothing lies on the stage: below are the acts and the transport. */
const CLEAR = 0.5;

/** Brings a box of a stage to the middle of what is clear, if the page is stacked and it is not in sight. */
export function showBox(stage: HTMLElement | undefined, id: string | undefined): void {
  if (id === undefined || !window.matchMedia(STACKED).matches) return;
  const box = stage?.querySelector(`[data-id="${CSS.escape(id)}"]`);
  if (!box) return;
  const { top, bottom } = box.getBoundingClientRect();
  const end = CLEAR * window.innerHeight;
  if (top < HEAD || bottom > end) window.scrollBy(0, (top + bottom - HEAD - end) / 2);
}
