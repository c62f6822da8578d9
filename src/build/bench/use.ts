// What a page notes of itself while somebody begins a lesson without losing a moment: when they can, and with what.

/** An instant of a page. */
export interface Noted {
  /** Milliseconds from navigation on. */
  readonly after: number;
  /** Addresses loaded by then. */
  readonly loaded: readonly string[];
}

declare global {
  interface Window {
    /** Stage and first question stood on the page. */
    lessonStands?: Noted;
    /** The question was answered, and time has run. */
    lessonRuns?: Noted;
  }
}

/** Runs in a page before its own scripts: answers the first question as soon as it can be, and looks at the clock. */
export function noteUse(): void {
  let clock: string | null = null;
  const note = (): Noted => {
    const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return {
      after: performance.now(),
      loaded: loaded.filter(({ responseEnd }) => responseEnd > 0).map(({ name }) => name),
    };
  };
  const observer = new MutationObserver(() => {
    const option = document.querySelector<HTMLElement>('main [type=radio]');
    if (document.querySelector('[data-digest]') && option && !window.lessonStands) {
      window.lessonStands = note();
      option.click();
    }
    if (!window.lessonStands) return;
    document.querySelector<HTMLElement>('main [role=radiogroup] + button:enabled')?.click();
    const shown = document.querySelector('.clock')?.textContent ?? null;
    if (clock !== null && shown !== null && shown !== clock) {
      window.lessonRuns = note();
      observer.disconnect();
    }
    clock = shown;
  });
  // The digest is an attribute of the stage that stands already, the clock a text that changes.
  observer.observe(document, {
    ...{ childList: true, subtree: true, characterData: true },
    attributeFilter: ['data-digest', 'disabled'],
  });
}
