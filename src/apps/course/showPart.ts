// Brings the part of a page that the address names into view, and takes the keyboard's reader there.

/** Shows the element with this `data-part` and focuses it; nothing happens without one. */
export function showPart(page: HTMLElement, part: string | null): void {
  if (part === null) return;
  const element = page.querySelector<HTMLElement>(`[data-part="${CSS.escape(part)}"]`);
  element?.scrollIntoView({ block: 'start' });
  element?.focus({ preventScroll: true });
}
