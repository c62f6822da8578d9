// Taps, clicks and keys on a stage: which box they mean, and whether they select, move on or let go.
import { on } from 'svelte/events';
import type { Attachment } from 'svelte/attachments';
import { isWalkKey, type WalkKey } from '../../layout/stage/walk';

/** What a stage does with its input. */
export interface StageInput {
  onchoose(id: string): void;
  onleave(): void;
  /** The box that the key leads to from `id`. */
  walk(id: string, key: WalkKey): string;
  /** The box that shows the ring of the keyboard's focus, or none. */
  onring(id: string | null): void;
}

/** The box of an element of the stage: itself, or the one its tab speaks of. */
function boxAt(target: EventTarget | null): string | null {
  const element = target instanceof Element ? target.closest('[data-id], .tab[data-of]') : null;
  return element?.getAttribute('data-id') ?? element?.getAttribute('data-of')?.split(' ')[0] ?? null;
}

function pressKey(stage: SVGSVGElement, event: KeyboardEvent, input: StageInput): void {
  const id = boxAt(event.target);
  if (id === null || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Enter' || event.key === ' ') input.onchoose(id);
  else if (event.key === 'Escape') input.onleave();
  else if (isWalkKey(event.key)) {
    const next = input.walk(id, event.key);
    stage.querySelector<SVGElement>(`[data-id="${CSS.escape(next)}"]`)?.focus();
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
      on(stage, 'click', ({ target }) => {
        const id = boxAt(target);
        if (id === null) input.onleave();
        else input.onchoose(id);
      }),
      on(stage, 'keydown', (event) => event instanceof KeyboardEvent && pressKey(stage, event, input)),
      on(around, 'focusin', ({ target }) => {
        const shows = target instanceof Element && target.matches(':focus-visible');
        input.onring(shows ? boxAt(target) : null);
      }),
      on(around, 'focusout', () => input.onring(null)),
    ];
    return () => offs.forEach((off) => off());
  };
}
