// On a phone the stage is longer than the screen: what was acted on, or asked for by its name, is brought into view.

/** Where text, hosts and buttons stand one below the other. */
export const STACKED = '(max-width: 68rem)';
/** What bars at the head and the foot of the screen may cover, pixels. */
const HEAD = 64;
const FOOT = 220;

/** Brings a box of a stage to the middle of the screen, if the page is stacked and it is not in sight. */
export function showBox(stage: HTMLElement | undefined, id: string | undefined): void {
  if (id === undefined || !window.matchMedia(STACKED).matches) return;
  const box = stage?.querySelector(`[data-id="${CSS.escape(id)}"]`);
  if (!box) return;
  const { top, bottom } = box.getBoundingClientRect();
  if (top < HEAD || bottom > window.innerHeight - FOOT) box.scrollIntoView({ block: 'center' });
}
