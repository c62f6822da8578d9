// The stage that is on the page, for the buttons in the header, and what is said about links and files.
import type { LessonEntry } from '../../lesson/format';
import type { SituationProblem } from '../../link/situations';
import type { Playback } from '../../playback/playback.svelte';
import type { Linked, Source } from './linked';
import type { StageLink } from './stageLink.svelte';

/** A stage with its run, as far as it can be shared. */
export interface Sharing {
  readonly playback: Playback;
  readonly link: StageLink;
  /** A question is open: a picture and its words tell nothing of an outcome. */
  readonly hideOutcome: boolean;
  /** The address of what stands there now, from `#` on; `packed` is its situation. */
  address(packed: string): string;
  /** Puts a file's situation on this stage, or lets it be said what is wrong with it. */
  open(text: string): Promise<void>;
}

/** What is said about a link or a file that was opened. */
export type Said =
  | { readonly is: 'problem'; readonly problem: SituationProblem }
  /** It waits for the learner's answer. */
  | { readonly is: 'held' }
  /** It does not wait any more. */
  | { readonly is: 'ready'; open(): void }
  /** It is of a part of the lesson that is not open yet. */
  | { readonly is: 'later' }
  /** It is replayed with a newer model than it was made with. */
  | { readonly is: 'older' };

/** One for the whole course. */
export class SharedStage {
  /** null on pages without a stage. */
  current = $state.raw<Sharing | null>(null);
  said = $state.raw<Said | null>(null);
  /** Counts what was read: only the last one is spoken of. */
  #turn = 0;

  /**
   * Reads a situation. What is wrong with it is said, and null returned; also null when another one was asked for
   * in the meantime. Rejects when the part of the page that reads it cannot be loaded. See `readLinked`.
   */
  async read(
    text: string,
    from: Source,
    lessons: readonly LessonEntry[],
    only: string | null,
  ): Promise<Linked | null> {
    const turn = ++this.#turn;
    this.said = null;
    const { readLinked, problemOf } = await import('./linked');
    try {
      const linked = await readLinked(text, from, lessons, only);
      if (turn !== this.#turn) return null;
      if (linked.isOlder) this.said = { is: 'older' };
      return linked;
    } catch (error) {
      const problem = problemOf(error);
      if (turn === this.#turn) this.said = { is: 'problem', problem };
      return null;
    }
  }
}
