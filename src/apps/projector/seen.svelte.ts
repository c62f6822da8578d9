// What a class has seen of a run: the lesson's own run is played to its end before anybody looks, and its timeline shall
// tell no more than the stage has shown.
import { countBefore } from '../../playback/happenings';
import type { Frame, Micros, Playback, RunId, Timed } from '../../playback/playback.svelte';

/** Of a run, how far its head ever was, and how many of the boxes that it makes were there then. */
interface Reached {
  readonly run: RunId;
  readonly at: Micros;
  readonly made: number;
}

const ofFrame = ({ run, head, made, view }: Frame): Reached => {
  return { run, at: head, made: made.filter(({ id }) => view.get(id) !== undefined).length };
};

/** Playback for a timeline in front of a class: all runs end where the class has seen them to. */
export class Seen implements Timed {
  readonly #playback: Playback;
  /** Written and read by `#reach` alone: how far it came can only be known by who remembers, and it only ever grows. */
  #last: Reached = { run: '', at: 0, made: 0 };
  readonly #reached = $derived.by(() => this.#reach(this.#playback.frame));
  readonly #facts = $derived.by(() => this.#told(this.#playback.frame));
  // What changes with every frame is kept apart from what a timeline is planned by.
  readonly #all = $derived.by(() => this.#playback.frame.made);
  readonly #count = $derived(this.#reached.made);
  readonly #made = $derived(this.#all.slice(0, this.#count));
  readonly #frame = $derived.by((): Frame => {
    const { frame } = this.#playback;
    const furthest = Math.min(frame.furthest, this.#reached.at);
    return { ...frame, furthest, known: this.#facts, made: this.#made };
  });

  constructor(playback: Playback) {
    this.#playback = playback;
  }

  get frame(): Frame {
    return this.#frame;
  }

  get furthest(): Micros {
    return this.#frame.furthest;
  }

  /** A class sees one run. */
  get compared(): null {
    return null;
  }

  get runs(): Playback['runs'] {
    return this.#playback.runs;
  }

  get selected(): Playback['selected'] {
    return this.#playback.selected;
  }

  get slowed(): boolean {
    return this.#playback.slowed;
  }

  seek(at: Micros): Promise<void> {
    return this.#playback.seek(at);
  }

  /** The same object as before until the head is further than ever: what is drawn from it stays. */
  #reach(frame: Frame): Reached {
    if (this.#last.run !== frame.run || frame.head > this.#last.at) this.#last = ofFrame(frame);
    return this.#last;
  }

  #told({ head, facts, known, furthest }: Frame): Frame['known'] {
    const { at } = this.#reached;
    if (at >= furthest) return known;
    return at === head ? facts : known.slice(0, countBefore(known, at + 1));
  }
}
