// The handout of a lesson: fetched once nothing else is to do, on the page only while it is printed.
import { flushSync, mount, unmount } from 'svelte';
import { on } from 'svelte/events';
import type { LessonContent, LessonEntry, LessonSolution } from '../../lesson/format';
import type Handout from './Handout.svelte';

/** Milliseconds after which a lesson that stands has time for it. */
const LATER = 2_000;

/** What the handout is made of. */
interface Pieces {
  readonly file: { readonly default: typeof Handout };
  readonly content: LessonContent;
  readonly solution: LessonSolution;
}

/** Puts a lesson's handout in the page's place on paper, whoever asks for the print. */
export class PrintedHandout {
  readonly #entry: LessonEntry;
  #pieces: Pieces | null = null;
  #shown: Record<string, unknown> | null = null;

  constructor(entry: LessonEntry) {
    this.#entry = entry;
  }

  /** Prints it. Where its files cannot be had, the page is printed as it is. */
  async print(): Promise<void> {
    await this.#fetch();
    window.print();
  }

  /** Follows what the browser prints; returns how to stop. */
  follow(): () => void {
    const paper = window.matchMedia('print');
    const timer = setTimeout(() => void this.#fetch(), LATER);
    const offs = [
      on(window, 'beforeprint', () => this.#show()),
      on(window, 'afterprint', () => this.#hide()),
      on(paper, 'change', () => (paper.matches ? this.#show() : this.#hide())),
    ];
    return () => {
      clearTimeout(timer);
      offs.forEach((off) => off());
      this.#hide();
    };
  }

  async #fetch(): Promise<void> {
    if (this.#pieces !== null) return;
    try {
      const [file, content, solution] = await Promise.all([
        import('./Handout.svelte'),
        this.#entry.open(),
        this.#entry.solution(),
      ]);
      this.#pieces = { file, content, solution };
    } catch (error) {
      reportError(error);
    }
  }

  /** The browser prints what stands when the event is over: nothing may wait here. */
  #show(): void {
    if (this.#pieces === null || this.#shown !== null) return;
    const { file, content, solution } = this.#pieces;
    this.#shown = mount(file.default, { target: document.body, props: { content, solution } });
    flushSync();
  }

  #hide(): void {
    if (this.#shown !== null) void unmount(this.#shown);
    this.#shown = null;
  }
}
