// Two windows in step: whoever did something last leads, the other follows, and takes over when the leader is silent.
import {
  presenterMessage,
  readPresenterMessage,
  type PresenterMessage,
  type Told,
} from '../../link/presenterMessages';

/** Milliseconds between two words of the leader. */
export const BEAT = 500;
/** So long a silence means that the leader is gone, or sees nothing. */
export const SILENCE = 2000;
/** How far one counter is ahead of another, on a ring of 32 bits: whatever comes by the channel, one can rise above it. */
const ahead = (one: number, other: number): number => (one - other) | 0;

/** How the duet reaches the other window and this one. */
export interface DuetWires {
  readonly post: (message: PresenterMessage) => void;
  /** Where this window is; null while it is on its way. */
  readonly told: () => Told | null;
  /** Goes where the leader is. */
  readonly follow: (told: Told) => void;
  /** Milliseconds of a clock that does not run backwards. */
  readonly now: () => number;
  /** Whether anybody can see this window: one that is hidden stands still, and cannot lead. */
  readonly isSeen: () => boolean;
}

/** One window's part in it. */
export class Duet {
  readonly #wires: DuetWires;
  readonly #name: string;
  #leader: { readonly counter: number; readonly name: string };
  #heardAt: number;

  /** `name` is random; a window that `leads` from the start has somebody in front of it. */
  constructor(wires: DuetWires, name: string, leads: boolean) {
    this.#wires = wires;
    this.#name = name;
    this.#leader = leads ? { counter: 1, name } : { counter: 0, name: '' };
    this.#heardAt = wires.now();
  }

  get leads(): boolean {
    return this.#leader.name === this.#name;
  }

  /** Somebody begins to do something in this window: it leads from now on, and what the other one still says is old. */
  lead(): void {
    this.#leader = { counter: (this.#leader.counter + 1) >>> 0, name: this.#name };
  }

  /** Somebody did something in this window. */
  act(): void {
    this.lead();
    this.#tell();
  }

  /** Takes what the channel brought, which may be anything. Never throws. */
  receive(data: unknown): void {
    const message = readPresenterMessage(data);
    if (message === null || message.from === this.#name) return;
    const { counter, from, situation, head, playing, speed, talk } = message;
    const isFirst = this.#leader.name === '';
    const lead = ahead(counter, this.#leader.counter);
    // Two that acted at once, or stand opposite on the ring: their names decide, in both windows alike.
    const isTie = lead === 0 || lead === -(2 ** 31);
    if (!isFirst && (isTie ? from < this.#leader.name : lead < 0)) return;
    this.#leader = { counter, name: from };
    this.#heardAt = this.#wires.now();
    this.#wires.follow({ situation, head, playing, speed, talk });
  }

  /** To be called every `BEAT`. */
  beat(): void {
    if (!this.#wires.isSeen()) return;
    if (this.leads) this.#tell();
    else if (this.#wires.now() - this.#heardAt > SILENCE) this.act();
  }

  #tell(): void {
    const told = this.#wires.told();
    if (told !== null) this.#wires.post(presenterMessage(this.#leader.counter, this.#name, told));
  }
}
