// The first moves on the start page: which were made, noticed by what playback shows, kept beside the progress.
import * as v from 'valibot';
import type { Frame } from '../../playback/frame';
import type { Command, WorldView } from '../../sim';
import { browserStore, type TextStore } from './keptProgress.svelte';
import { parseStored } from './storedText';

const KEY = 'blast-radius-moves';
/** More text than this is not ours. */
const MOST_CHARACTERS = 200;

/** The moves, in the order in which they are shown. */
export const MOVES = ['floor', 'area', 'back'] as const;
/** One of them. */
export type Move = (typeof MOVES)[number];

const Shape = v.strictObject({
  skipped: v.boolean(),
  made: v.pipe(v.array(v.picklist(MOVES)), v.maxLength(9)),
});
type Kept = v.InferOutput<typeof Shape>;
const nothing: Kept = { skipped: false, made: [] };

const parse = (text: string | null) => parseStored(text, Shape, nothing, MOST_CHARACTERS);

/** What playback shows of what the learner does. */
export interface Doing {
  readonly frame: Pick<Frame, 'run' | 'view' | 'head' | 'journal'>;
  readonly selected: string | null;
  /** What the learner's hands are on: a box, or the handle of the timeline. A link or a button moves things too. */
  readonly hand: 'box' | 'time' | null;
  /** The look before this one; null at the first. */
  readonly before: Pick<Frame, 'run' | 'head'> | null;
}

const FLOORS: readonly string[] = ['kernel', 'hypervisor'];

/** The moves that can be seen to have been made, from one look at playback. */
export function movesSeen({ frame, selected, hand, before }: Doing): readonly Move[] {
  const box = selected === null ? undefined : frame.view.get(selected);
  const isFloor = box !== undefined && FLOORS.includes(box.kind);
  const isBack = before !== null && before.run === frame.run && frame.head < before.head;
  const seen: Record<Move, boolean> = {
    floor: hand === 'box' && isFloor,
    area: frame.journal.some(({ command }) => command.name === 'use-memory'),
    back: hand === 'time' && isBack,
  };
  return MOVES.filter((move) => seen[move]);
}

/**
 * What fills a VM: its program takes all the memory that the VM has reserved and nobody uses. The first VM in which
 * that is possible; null when there is none.
 */
export function fillVm(view: WorldView): { readonly vm: string; readonly command: Command } | null {
  for (const vm of view.ofKind('vm')) {
    const kernel = view.get(vm.holds[0] ?? '');
    const program = view.get(kernel?.holds.find((id) => view.get(id)?.kind === 'process') ?? '');
    const free = (vm.memory.size ?? 0) - vm.memory.charged;
    if (!program?.tags.includes('up') || free <= 0) continue;
    const args = { bytes: program.memory.own + free };
    return { vm: vm.id, command: { name: 'use-memory', target: program.id, args } };
  }
  return null;
}

/** The moves that this browser's reader has made; without storage they hold until the page is closed. */
export class FirstMoves {
  readonly #store: TextStore;
  #kept = $state.raw<Kept>(nothing);

  constructor(store: TextStore = browserStore) {
    this.#store = store;
    try {
      this.#kept = parse(store.getItem(KEY)) ?? nothing;
    } catch {
      // Nothing is kept here; the notice about the progress says so already.
    }
  }

  /** Whether nothing is left to show. */
  get isOver(): boolean {
    return this.#kept.skipped || this.areMade;
  }

  /** Whether all were made. */
  get areMade(): boolean {
    return MOVES.every((move) => this.#kept.made.includes(move));
  }

  isMade(move: Move): boolean {
    return this.#kept.made.includes(move);
  }

  /** Takes down moves that were made. */
  make(moves: readonly Move[]): void {
    const made = MOVES.filter((move) => this.isMade(move) || moves.includes(move));
    if (made.length > this.#kept.made.length) this.#keep({ ...this.#kept, made });
  }

  /** They are not shown any more. */
  skip(): void {
    this.#keep({ ...this.#kept, skipped: true });
  }

  /** Keeps them beside what another tab has written since. Text that is not ours is never overwritten. */
  #keep(mine: Kept): void {
    this.#kept = mine;
    try {
      const stored = parse(this.#store.getItem(KEY));
      if (stored === null) return;
      const made = MOVES.filter((move) => mine.made.includes(move) || stored.made.includes(move));
      const kept = { skipped: mine.skipped || stored.skipped, made };
      this.#kept = kept;
      this.#store.setItem(KEY, JSON.stringify(kept));
    } catch {
      // As above.
    }
  }
}
