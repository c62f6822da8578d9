// Progress as this browser keeps it. Without storage everything works until the page is closed, and it is said once.
import { on } from 'svelte/events';
import {
  addProgress,
  mergeProgress,
  noProgress,
  parseProgress,
  type LessonProgress,
  type Progress,
  type ProgressProblem,
} from '../../lesson/progress';

const KEY = 'blast-radius';

/** What stands between the page and the browser's storage; every call may throw. */
export interface TextStore {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
}

/** The browser's storage; reading the property alone throws where it is blocked. */
export const browserStore: TextStore = {
  getItem: (key) => window.localStorage.getItem(key),
  setItem: (key, text) => window.localStorage.setItem(key, text),
};

/** Whether progress is kept; otherwise why not. `foreign` text is not ours, or a newer version's. */
export type Keeping = 'yes' | 'blocked' | 'full' | 'foreign';

/** The learner's progress, shared with other tabs as far as the browser keeps anything. */
export class KeptProgress {
  readonly #store: TextStore;
  #progress = $state.raw<Progress>(noProgress);
  #fromElsewhere = $state.raw<Progress | null>(null);
  #kept = $state<Keeping>('yes');
  /** What stands in the way of writing: text that is not ours is never overwritten. */
  #barrier: 'blocked' | 'foreign' | null = null;

  constructor(store: TextStore = browserStore) {
    this.#store = store;
    this.#take(this.#read());
    this.#write();
  }

  /** All lessons. */
  get progress(): Progress {
    return this.#progress;
  }

  /** Whether the browser keeps the progress, or why it does not. */
  get kept(): Keeping {
    return this.#kept;
  }

  /** What another tab wrote last; null before any did. */
  get fromElsewhere(): Progress | null {
    return this.#fromElsewhere;
  }

  /** Puts one lesson's progress in, beside what other tabs have written since. */
  save(slug: string, lesson: LessonProgress): void {
    this.#progress = mergeProgress(this.#newest(), slug, lesson);
    this.#write();
  }

  /** Adds what a file holds, which may be anything. Nothing is changed when it is no good. */
  add(
    text: string,
  ):
    | { readonly ok: true; readonly lessons: number }
    | { readonly ok: false; readonly reason: ProgressProblem | 'too-full' } {
    const parsed = parseProgress(text);
    if (!parsed.ok) return parsed;
    const together = addProgress(this.#newest(), parsed.progress);
    if (together === null) return { ok: false, reason: 'too-full' };
    this.#progress = together;
    this.#write();
    return { ok: true, lessons: Object.keys(parsed.progress.lessons).length };
  }

  /** Follows other tabs; returns how to stop. */
  follow(): () => void {
    return on(window, 'storage', ({ key }) => {
      if (key !== KEY) return;
      this.#fromElsewhere = this.#read();
      this.#take(this.#fromElsewhere);
    });
  }

  #take(progress: Progress | null): void {
    if (progress !== null) this.#progress = progress;
  }

  /** What is stored; where the last writing failed, what is stored is older than what this page holds. */
  #newest(): Progress {
    const stored = this.#read();
    return this.#kept === 'yes' && stored !== null ? stored : this.#progress;
  }

  /** What is stored, or null when there is nothing that can be used. */
  #read(): Progress | null {
    try {
      const text = this.#store.getItem(KEY);
      const parsed = text === null ? null : parseProgress(text);
      this.#barrier = parsed?.ok === false ? 'foreign' : null;
      return parsed?.ok ? parsed.progress : null;
    } catch {
      this.#barrier = 'blocked';
      return null;
    }
  }

  #write(): void {
    if (this.#barrier !== null) {
      this.#kept = this.#barrier;
      return;
    }
    try {
      this.#store.setItem(KEY, JSON.stringify(this.#progress));
      this.#kept = 'yes';
    } catch {
      this.#kept = 'full';
    }
  }
}
