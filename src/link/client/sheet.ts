// How a stage looks on a slide. Made by script, so that it holds under any policy of the author's page.

/** The author's rules for the element itself win; a deck's rules for frames and pictures do not apply inside. */
const RULES = `
:where(.blast-radius) { position: relative; display: block; width: 100%; aspect-ratio: 16 / 9; max-height: 70vh; }
/* A slide is scaled as a whole: there only a part of it is a measure. */
:where(.reveal, .slidev-page, [data-marpit-svg]) :where(.blast-radius) { max-height: 70%; }
.blast-radius.blast-radius > * {
  display: block; width: 100%; height: 100%; max-width: none; max-height: none; margin: 0; border: 0;
}
.blast-radius.blast-radius > iframe { position: absolute; inset: 0; }
.blast-radius.blast-radius > a > img { width: 100%; height: 100%; margin: 0; }
.blast-radius.blast-radius img { object-fit: contain; }
.blast-radius:has(> [data-cue-still]) > :not(iframe, [data-cue-still]) { display: none; }
.blast-radius:not([data-live]) > iframe, .blast-radius[data-live] > :not(iframe) { visibility: hidden; }
`;

/** Adds the rules to the page, once. */
export function addSheet(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
