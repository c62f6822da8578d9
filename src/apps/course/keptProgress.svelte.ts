// Progress as this browser keeps it. Without storage everything works until the page is closed, and it is said once.
import { on } from 'svelte/events';
import { mergeProgress, noProgress, type LessonProgress, type Progress } from '../../lesson/progress';
import type * as progressText from '../../lesson/progressText';

/** What reads text as progress. It is loaded where text is met that this page has not written itself. */
export type ProgressText = Pick<typeof progressText, 'parseProgress' | 'addProgress'>;

const loadReader = (): Promise<ProgressText> => import('../../lesson/progressText');

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
  readonly #load: () => Promise<ProgressText>;
  #reader: ProgressText | null;
  /** A reader was asked for. */
  #isComing = false;
  #progress = $state.raw<Progress>(noProgress);
  #fromElsewhere = $state.raw<Progress | null>(null);
  #kept = $state<Keeping>('yes');
  /** What this page wrote last: it needs no reading. */
  #own: { readonly text: string; readonly progress: Progress } | null = null;
  /** What was saved while the text that is kept could not be read yet. */
  readonly #unsaved = new Map<string, LessonProgress>();
  /** What stands in the way of writing: text that is not ours, or was not read yet, is never overwritten. */
  #barrier: 'blocked' | 'foreign' | 'unread' | null = null;

  /** Without a reader, what is kept is taken in as soon as `load` has brought one. */
  constructor(
    store: TextStore = browserStore,
    reader: ProgressText | null = null,
    load: () => Promise<ProgressText> = loadReader,
  ) {
    this.#store = store;
    this.#reader = reader;
    this.#load = load;
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
    this.#unsaved.set(slug, lesson);
    this.#keep();
  }

  /** Adds what a file holds, which may be anything. Nothing is changed when it is no good. */
  async add(
    text: string,
  ): Promise<
    | { readonly ok: true; readonly lessons: number }
    | { readonly ok: false; readonly reason: progressText.ProgressProblem | 'too-full' }
  > {
    const { parseProgress, addProgress } = (this.#reader ??= await this.#load());
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
      if (key === KEY) this.#hear();
    });
  }

  /** Takes in what another tab has written. */
  #hear(): void {
    const theirs = this.#read();
    if (this.#barrier === 'unread') return;
    this.#fromElsewhere = theirs;
    this.#take(theirs);
  }

  /** Puts what was saved beside what is stored. */
  #keep(): void {
    let together = this.#newest();
    for (const [slug, lesson] of this.#unsaved) together = mergeProgress(together, slug, lesson);
    this.#progress = together;
    if (this.#barrier !== 'unread') this.#unsaved.clear();
    this.#write();
  }

  #take(progress: Progress | null): void {
    if (progress !== null) this.#progress = progress;
  }

  /** What is stored; where the last writing failed, what is stored is older than what this page holds. */
  #newest(): Progress {
    const stored = this.#read();
    return this.#kept === 'yes' && stored !== null ? stored : this.#progress;
  }

  /** What is stored, or null when there is nothing that can be used, or not yet. */
  #read(): Progress | null {
    try {
      const text = this.#store.getItem(KEY);
      this.#barrier = null;
      if (text === null) return null;
      if (text === this.#own?.text) return this.#own.progress;
      if (this.#reader === null) {
        this.#barrier = 'unread';
        this.#readLater();
        return null;
      }
      const parsed = this.#reader.parseProgress(text);
      if (parsed.ok) return parsed.progress;
      this.#barrier = 'foreign';
    } catch {
      this.#barrier = 'blocked';
    }
    return null;
  }

  /** Text that cannot be read for want of a reader is left alone, as where nothing is kept. */
  #readLater(): void {
    if (this.#isComing) return;
    this.#isComing = true;
    this.#load().then(
      (reader) => {
        this.#reader = reader;
        this.#hear();
        this.#keep();
      },
      () => {
        this.#isComing = false;
        this.#kept = 'blocked';
      },
    );
  }

  #write(): void {
    if (this.#barrier === 'unread') return;
    if (this.#barrier !== null) {
      this.#kept = this.#barrier;
      return;
    }
    const progress = this.#progress;
    const text = JSON.stringify(progress);
    try {
      this.#store.setItem(KEY, text);
      this.#own = { text, progress };
      this.#kept = 'yes';
    } catch {
      this.#kept = 'full';
    }
  }
}

/** The progress that the browser keeps, once it can be read: at once where there is none. */
export async function openProgress(store: TextStore = browserStore): Promise<KeptProgress> {
  let isKept = false;
  try {
    isKept = store.getItem(KEY) !== null;
  } catch {
    // Nothing is kept here; it is said as soon as something ought to be.
  }
  return new KeptProgress(store, isKept ? await loadReader().catch(() => null) : null);
}
