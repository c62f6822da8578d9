// Which place of the lesson a slide asks for: that of the last step of the slide that has been shown, else the
// stage's own. Read anew from the page each time, so that going back in a deck undoes.

/** The class of an element that becomes a stage. */
export const STAGE = '.blast-radius';
/** What names a place: `data-moment` or `data-step`. */
const CUE = '[data-moment], [data-step]';
/** A slide, as reveal.js, Marp and Slidev build it; a plain page is one slide. */
const SLIDE = 'section, .slidev-page';

/** What shows and hides a slide's parts one by one, and whether this one is shown now. */
const STEPS: readonly (readonly [holder: string, isShown: (holder: Element) => boolean])[] = [
  ['.fragment', (holder) => holder.classList.contains('visible')],
  ['.slidev-vclick-target', (holder) => !holder.classList.contains('slidev-vclick-hidden')],
  // Marp's PDF shows all steps of a slide at once, and marks none.
  ['[data-marpit-fragment]', (holder) => holder.getAttribute('data-bespoke-marp-fragment') !== 'inactive'],
];

/** The attributes whose change may mean another place; a deck of another kind is watched by them. */
export const WATCHED = ['class', 'data-bespoke-marp-fragment'];

/** A place of a lesson, and whether time runs from there on. Without moment and step: where the stage began. */
export interface Place {
  readonly moment?: string | undefined;
  readonly step?: string | undefined;
  readonly play: boolean;
}

/** The place that a cue, or the stage's own element, names. */
export function placeOf({ dataset }: HTMLElement): Place {
  return { moment: dataset['moment'], step: dataset['step'], play: dataset['play'] !== undefined };
}

/** The cue around an element of a plain page; null when it is a step of a deck, or none. */
export function cueAround(element: Element): HTMLElement | null {
  const cue = element.closest<HTMLElement>(CUE);
  return cue === null || cue.matches(STAGE) || stepOf(cue) ? null : cue;
}

/** Whether a cue speaks to a stage: by its id, else to the stages of its own slide. */
export function speaksTo(cue: HTMLElement, stage: HTMLElement): boolean {
  const name = cue.dataset['for'];
  return name === undefined ? slideOf(cue) === slideOf(stage) : name === stage.id;
}

/** The last cue for a stage that the deck has shown; null when its slide is at its start. */
export function shownCue(stage: HTMLElement): HTMLElement | null {
  const cues = [...slideOf(stage).querySelectorAll<HTMLElement>(CUE)].filter(
    (cue) => !cue.matches(STAGE) && speaksTo(cue, stage) && stepOf(cue) === true,
  );
  return cues.sort((one, other) => rankOf(one) - rankOf(other)).at(-1) ?? null;
}

/** Whether the step that holds a cue is shown; null when no deck shows it step by step. */
function stepOf(cue: Element): boolean | null {
  for (const [selector, isShown] of STEPS) {
    const holder = cue.closest(selector);
    if (holder) return isShown(holder);
  }
  return null;
}

function slideOf(element: Element): ParentNode {
  return element.closest(SLIDE) ?? document;
}

/** reveal.js numbers the steps of a slide; elsewhere the order of the page holds. */
function rankOf(cue: Element): number {
  return Number(cue.closest('.fragment')?.getAttribute('data-fragment-index') ?? 0);
}
