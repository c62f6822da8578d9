// The lines that put a run onto a slide: an element for the client in src/link/client, with a still inside.

/** Only what HTML reads as a sign of its own. */
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * HTML for a deck or a page. `packed` is a situation, `page` the address of the course, `still` what is said of the
 * picture, which is taken to be saved beside the deck.
 */
export function slideLines(packed: string, page: string, still: string): string {
  const script = new URL('blast-radius-slides.js', page).href;
  const picture = `<img src="blast-radius.svg" alt="${escaped(still)}">`;
  const stage = `<div class="blast-radius" data-situation="${escaped(packed)}">${picture}</div>`;
  return `${stage}\n<script src="${escaped(script)}"></script>\n`;
}
