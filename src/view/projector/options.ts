// What the projector draws of one option of a question. Plain data: what must stay hidden is not in it.

/** One option as a class may see it. */
export interface ShownOption {
  readonly letter: string;
  readonly label: string;
  /** Of the round that is counted; null: not counted yet. */
  readonly hands: number | null;
  /** Shares, 0 to 1; null: not counted, or not to be seen yet. */
  readonly first: number | null;
  readonly second: number | null;
  /** What bears it out: a run, or what stands on the stage; null as long as nothing does. */
  readonly shownBy: 'run' | 'stage' | null;
}
