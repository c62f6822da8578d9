// The addresses that the client makes of an author's element: of the frame, and of a still. Pure.

/** What an author wrote on the element, as its `data-` attributes say it. */
export type Written = Readonly<Record<string, string | undefined>>;

/** The folder of the site: that of the script, or what `data-site` says. Ends with a slash. */
export function siteOf(written: Written, script: string): string {
  return new URL('.', new URL(written['site'] ?? '.', script)).href;
}

/**
 * The address of the frame for a stage: a lesson at its moment or step, or a situation. `data-options` holds
 * further parameters, as in `controls=0&theme=dark`.
 */
export function frameAddress(written: Written, site: string): string {
  const { lesson, situation, moment, step, options } = written;
  const url = new URL('embed.html', site);
  for (const [name, value] of Object.entries({ lesson, moment, step }))
    if (value !== undefined) url.searchParams.set(name, value);
  for (const [name, value] of new URLSearchParams(options)) url.searchParams.set(name, value);
  if (situation !== undefined) url.hash = `s=${encodeURIComponent(situation)}`;
  return url.href;
}

/** Where the site keeps the still of a lesson's moment, or of the start of a step; null for any other place. */
export function stillAddress(lesson: string | undefined, place: Written, site: string): string | null {
  const { moment, step } = place;
  const name = moment ?? (step === undefined ? null : `step-${step}`);
  if (lesson === undefined || name === null) return null;
  return new URL(`stills/${encodeURIComponent(lesson)}/${encodeURIComponent(name)}.svg`, site).href;
}
