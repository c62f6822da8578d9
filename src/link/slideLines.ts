// The lines that put a run onto a slide: an element for the client in src/link/client, with a still inside and, for
// whoever has neither stage nor still, a link to the run.

/** Only what HTML reads as a sign of its own. */
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** What the lines are made from. */
export interface SlideSource {
  /** The situation, packed. */
  readonly packed: string;
  /** The whole address of the same run in the course. */
  readonly address: string;
  /** What to do with the picture, which is taken to be saved beside the deck. */
  readonly hint: string;
  /** What stands where it is not. */
  readonly still: string;
}

/** HTML for a deck or a page. */
export function slideLines({ packed, address, hint, still }: SlideSource): string {
  const script = new URL('blast-radius-slides.js', address).href;
  const picture = `<img src="blast-radius.svg" alt="${escaped(still)}">`;
  const link = `<a href="${escaped(address)}">${picture}</a>`;
  const stage = `<div class="blast-radius" data-situation="${escaped(packed)}">${link}</div>`;
  return `<!-- ${escaped(hint)} -->\n${stage}\n<script src="${escaped(script)}"></script>\n`;
}
