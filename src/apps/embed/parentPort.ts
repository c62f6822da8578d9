// The border between a frame and the page around it: what comes in is read once, done one after the other, and
// answered; a flood is answered with one error, and what is too much of it is dropped.
import {
  isOurs,
  MESSAGE_VERSION,
  readMessage,
  type FromStage,
  type MessageId,
  type MessageProblem,
  type ToStage,
} from '../../link/messages';

/**
 * More messages than this never wait, the last ones are kept: a deck sends one for each fragment. In a flood fewer do,
 * so that what comes last is heard soon.
 */
const MOST_WAITING = { usual: 64, flooded: 8 };
/** So many are done in a stretch of so many milliseconds: the page must draw, and hear what comes last. */
const STRETCH = { most: 16, ms: 100 };
/** Errors are told together after this many milliseconds: only then is it known whether they are a flood. */
const ERRORS_TOGETHER_MS = 50;
/** More errors than this at once are a flood: one stands for all, until the sender was right for a second. */
const MOST_ERRORS = 8;
const SECOND_MS = 1000;

type Without<Message, Keys extends string> = Message extends unknown ? Omit<Message, Keys> : never;
/** A message to the page around, without what the port adds. */
export type Outgoing = Without<FromStage, 'v' | 'id'>;

/** Thrown by whoever does a message, for a reply `sim:error`. */
export class MessageRefused extends Error {
  readonly what: MessageProblem;

  constructor(what: MessageProblem, why: string) {
    super(why);
    this.name = 'MessageRefused';
    this.what = what;
  }
}

/** How the port reaches the page around, and what it asks of the frame. */
export interface PortWires {
  /** Does a message; what it returns is the reply. Throws MessageRefused. */
  readonly obey: (message: ToStage) => Promise<Outgoing | null>;
  /** Posts to the page around; `origin` is `*` as long as nobody spoke, or when the page has none. */
  readonly post: (message: FromStage, origin: string) => void;
  /** Milliseconds of a clock. */
  readonly now: () => number;
  /** Does something after so many milliseconds. */
  readonly later: (task: () => void, ms: number) => void;
}

interface Refusal {
  readonly what: MessageProblem;
  readonly why: string;
  readonly id: MessageId | null;
}

/** One conversation with the page around. */
export class ParentPort {
  readonly #wires: PortWires;
  /** As they came: in a flood most are never looked at. */
  #waiting: unknown[] = [];
  #origin = '*';
  #busy = false;
  #stretch = { since: -Infinity, done: 0 };
  #refusals: Refusal[] = [];
  /** When the last of too many messages came. */
  #floodAt = -Infinity;

  constructor(wires: PortWires) {
    this.#wires = wires;
  }

  /** Takes what `postMessage` of the page around brought. Never throws. */
  receive(data: unknown, origin: string): void {
    if (!isOurs(data)) return;
    this.#origin = origin === 'null' || origin === '' ? '*' : origin;
    this.#waiting.push(data);
    if (this.#waiting.length > (this.#isFlooded ? MOST_WAITING.flooded : MOST_WAITING.usual)) {
      this.#flood();
      this.#waiting = this.#waiting.slice(-MOST_WAITING.flooded);
    }
    if (!this.#busy) void this.#work();
  }

  /** Tells the page around; `id` is that of the message it answers. */
  send(message: Outgoing, id: MessageId | null = null): void {
    const whole = { v: MESSAGE_VERSION, ...(id === null ? {} : { id }), ...message };
    this.#wires.post(whole as FromStage, this.#origin);
  }

  async #work(): Promise<void> {
    this.#busy = true;
    while (this.#waiting.length > 0) {
      const read = readMessage(this.#waiting.shift());
      if (read.read === 'problem') this.#refuse(read);
      else if (read.read === 'message' && !this.#isPast(read.message)) await this.#obey(read.message);
      await this.#breathe();
    }
    this.#busy = false;
  }

  /** Whether a place need not be gone to, because the next message goes to one that does not depend on it. */
  #isPast(message: ToStage): boolean {
    if (message.type !== 'sim:goto' || message.id !== undefined) return false;
    const next = readMessage(this.#waiting[0]);
    if (next.read !== 'message' || next.message.type !== 'sim:goto') return false;
    return next.message.ms === undefined || message.ms !== undefined;
  }

  /** Waits for the next stretch when this one was busy enough. */
  async #breathe(): Promise<void> {
    const now = this.#wires.now();
    const gone = now - this.#stretch.since;
    if (gone > STRETCH.ms) this.#stretch = { since: now, done: 0 };
    else if (++this.#stretch.done >= STRETCH.most)
      await new Promise<void>((go) => this.#wires.later(go, STRETCH.ms - gone));
  }

  async #obey(message: ToStage): Promise<void> {
    const id = message.id ?? null;
    try {
      const reply = await this.#wires.obey(message);
      if (reply !== null) this.send(reply, id);
    } catch (error) {
      // Whatever went wrong with one message, the next one is heard.
      if (error instanceof MessageRefused) this.#refuse({ what: error.what, why: error.message, id });
      else this.#refuse({ what: 'failed', why: error instanceof Error ? error.message : String(error), id });
    }
  }

  #refuse(refusal: Refusal): void {
    if (this.#refusals.length === 0) this.#wires.later(() => this.#tellErrors(), ERRORS_TOGETHER_MS);
    if (this.#refusals.length <= MOST_ERRORS) this.#refusals.push(refusal);
  }

  #tellErrors(): void {
    const refusals = this.#refusals;
    this.#refusals = [];
    if (refusals.length > MOST_ERRORS || this.#isFlooded) this.#flood();
    else for (const { id, what, why } of refusals) this.send({ type: 'sim:error', what, why }, id);
  }

  get #isFlooded(): boolean {
    return this.#wires.now() - this.#floodAt < SECOND_MS;
  }

  /** More came than can be done or told: one error stands for all, until it was quiet for a second. */
  #flood(): void {
    if (!this.#isFlooded)
      this.send({ type: 'sim:error', what: 'too-many', why: 'Too many messages at once.' });
    this.#floodAt = this.#wires.now();
  }
}
