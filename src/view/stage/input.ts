// Taps, clicks and keys on a stage: which box they mean, and whether they select, move on or let go.
import { on } from 'svelte/events';
import type { Attachment } from 'svelte/attachments';
import { isWalkKey, type WalkKey } from '../../layout/stage/walk';

/** What a stage does with its input. */
export interface StageInput {
  onchoose(id: string): void;
  /** Somewhere where no box is. */
  onleave(): void;
  onescape(): void;
  /** The box that the key leads to from `id`. */
  walk(id: string, key: WalkKey): string;
  /** The box that shows the ring of the keyboard's focus, or none. */
  onring(id: string | null): void;
}

const elementOf = (stage: Element, id: string) =>
  stage.querySelector<SVGElement>(`[data-id="${CSS.escape(id)}"]`);

/** How far a box is from where the finger came down, sideways, px. */
function distance(stage: Element, id: string, x: number): number {
  const rect = elementOf(stage, id)?.getBoundingClientRect();
  return rect === undefined ? Infinity : Math.max(rect.left - x, x - rect.right, 0);
}

/** The box of an element of the stage: itself, or the one its tab speaks of; of several, the one nearest to `x`. */
function boxAt(stage: Element, target: EventTarget | null, x = 0): string | null {
  const element = target instanceof Element ? target.closest('[data-id], .tab[data-of]') : null;
  const own = element?.getAttribute('data-id');
  if (own !== null && own !== undefined) return own;
  const told = element?.getAttribute('data-of')?.split(' ') ?? [];
  return told.toSorted((a, b) => distance(stage, a, x) - distance(stage, b, x))[0] ?? null;
}

function pressKey(stage: SVGSVGElement, event: KeyboardEvent, input: StageInput): void {
  const id = boxAt(stage, event.target);
  if (id === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.key === 'Enter' || event.key === ' ') input.onchoose(id);
  else if (event.key === 'Escape') input.onescape();
  else if (isWalkKey(event.key)) {
    const next = input.walk(id, event.key);
    elementOf(stage, next)?.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Listens on the stage's svg for all of its boxes. */
export function attendTo(input: StageInput): Attachment<SVGSVGElement> {
  return (stage) => {
    // Chromium lets Tab stop at an svg that listens for focus: the element around it listens instead.
    const around = stage.parentElement ?? stage;
    const offs = [
      on(stage, 'click', (event) => {
        const x = event instanceof MouseEvent ? event.clientX : 0;
        const id = boxAt(stage, event.target, x);
        if (id === null) input.onleave();
        else {
          // A tab takes no focus: it is its box that is in hand now.
          elementOf(stage, id)?.focus({ preventScroll: true });
          input.onchoose(id);
        }
      }),
      on(stage, 'keydown', (event) => event instanceof KeyboardEvent && pressKey(stage, event, input)),
      on(around, 'focusin', ({ target }) => {
        const shows = target instanceof Element && target.matches(':focus-visible');
        input.onring(shows ? boxAt(stage, target) : null);
      }),
      on(around, 'focusout', () => input.onring(null)),
    ];
    return () => offs.forEach((off) => off());
  };
}
