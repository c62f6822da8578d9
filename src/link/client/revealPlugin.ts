// The plugin for reveal.js: stages follow the slides and their fragments. Overview and a black screen drive
// nothing, the windows of the speaker view and paper get stills.
import { hostsIn, stageOf } from './stages';

/** What the plugin asks of reveal.js, the same in its versions 4 to 6. */
interface Deck {
  on(name: string, listener: () => void): void;
  getConfig(): { readonly view?: unknown };
  getSlides(): HTMLElement[];
  getCurrentSlide(): HTMLElement;
  getViewportElement(): HTMLElement;
  isOverview(): boolean;
  isPaused(): boolean;
  isSpeakerNotes(): boolean;
}

/** A plugin of reveal.js. */
interface Plugin {
  readonly id: string;
  init(deck: Deck): void;
}

/** For `Reveal.initialize({ plugins: [RevealBlastRadius] })`. */
export function revealPlugin(): Plugin {
  return { id: 'blast-radius', init };
}

/** Whatever can change the slide, its fragments, or whether they are seen. */
const CHANGES = [
  ...['ready', 'slidechanged', 'fragmentshown', 'fragmenthidden'],
  ...['overviewshown', 'overviewhidden', 'paused', 'resumed'],
];

function init(deck: Deck): void {
  if (deck.getConfig().view === 'print' || /print-pdf/i.test(window.location.search)) {
    deck.on('pdf-ready', () => picture(deck.getViewportElement()));
    return;
  }
  const follow = deck.isSpeakerNotes() ? () => picture(deck.getCurrentSlide()) : () => drive(deck);
  for (const change of CHANGES) deck.on(change, follow);
}

/** The stills of a part of the deck. */
function picture(part: HTMLElement): void {
  for (const host of hostsIn(part)) stageOf(host).picture();
}

/** Shows the current slide's stages, lets all others wait, and loads those of the next slide ahead. */
function drive(deck: Deck): void {
  const current = deck.getCurrentSlide();
  const isCovered = deck.isOverview() || deck.isPaused();
  for (const host of hostsIn(deck.getViewportElement()))
    if (current.contains(host) && !isCovered) stageOf(host).show();
    else stageOf(host).hide();
  const slides = deck.getSlides();
  const next = slides[slides.indexOf(current) + 1];
  if (next) for (const host of hostsIn(next)) stageOf(host).prepare();
}
