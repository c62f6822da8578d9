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

/** The learner's progress, shared with other tabs as far as the browser keeps anything. */
export class KeptProgress {
  readonly #store: TextStore;
  #progress = $state.raw<Progress>(noProgress);
  #fromElsewhere = $state.raw<Progress | null>(null);
  #kept = $state(true);
  /** Text that is not ours is never overwritten. */
  #foreign = false;

  constructor(store: TextStore = browserStore) {
    this.#store = store;
    this.#take(this.#read());
    this.#write();
  }

  /** All lessons. */
  get progress(): Progress {
    return this.#progress;
  }

  /** False when the browser keeps nothing: blocked, full, or holding something that is not ours. */
  get kept(): boolean {
    return this.#kept;
  }

  /** What another tab wrote last; null before any did. */
  get fromElsewhere(): Progress | null {
    return this.#fromElsewhere;
  }

  /** Puts one lesson's progress in, beside what other tabs have written since. */
  save(slug: string, lesson: LessonProgress): void {
    const stored = this.#read() ?? this.#progress;
    this.#progress = mergeProgress(stored, slug, lesson);
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
    const together = addProgress(this.#read() ?? this.#progress, parsed.progress);
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

  /** What is stored, or null when there is nothing that can be used. */
  #read(): Progress | null {
    try {
      const text = this.#store.getItem(KEY);
      if (text === null) return null;
      const parsed = parseProgress(text);
      this.#foreign = !parsed.ok;
      return parsed.ok ? parsed.progress : null;
    } catch {
      this.#kept = false;
      return null;
    }
  }

  #write(): void {
    try {
      if (this.#foreign) throw new Error('not ours');
      this.#store.setItem(KEY, JSON.stringify(this.#progress));
      this.#kept = true;
    } catch {
      this.#kept = false;
    }
  }
}
