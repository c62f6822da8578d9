// The border between a frame and the page around it: what comes in is read once, done one after the other, and
// answered; a flood is answered with one error and drops what is too much.
import {
  MESSAGE_VERSION,
  readMessage,
  type FromStage,
  type MessageId,
  type MessageProblem,
  type ToStage,
} from '../../link/messages';

/** More messages than this never wait: a deck sends one for each fragment. */
const MOST_WAITING = 64;
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
  readonly #waiting: ToStage[] = [];
  #origin = '*';
  #busy = false;
  #flooded = false;
  #refusals: Refusal[] = [];
  #floodAt = -Infinity;

  constructor(wires: PortWires) {
    this.#wires = wires;
  }

  /** Takes what `postMessage` of the page around brought. Never throws. */
  receive(data: unknown, origin: string): void {
    const read = readMessage(data);
    if (read.read === 'foreign') return;
    this.#origin = origin === 'null' || origin === '' ? '*' : origin;
    if (read.read === 'problem') this.#refuse(read.what, read.why, read.id);
    else if (this.#waiting.length >= MOST_WAITING) this.#dropOne(read.message);
    else this.#take(read.message);
  }

  /** Tells the page around; `id` is that of the message it answers. */
  send(message: Outgoing, id: MessageId | null = null): void {
    const whole = { v: MESSAGE_VERSION, ...(id === null ? {} : { id }), ...message };
    this.#wires.post(whole as FromStage, this.#origin);
  }

  #take(message: ToStage): void {
    this.#waiting.push(message);
    if (!this.#busy) void this.#work();
  }

  #dropOne({ id }: ToStage): void {
    if (!this.#flooded) this.#refuse('too-many', `More than ${MOST_WAITING} messages wait.`, id ?? null);
    this.#flooded = true;
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) await this.#obey(next);
    this.#busy = false;
    this.#flooded = false;
  }

  async #obey(message: ToStage): Promise<void> {
    const id = message.id ?? null;
    try {
      const reply = await this.#wires.obey(message);
      if (reply !== null) this.send(reply, id);
    } catch (error) {
      // Whatever went wrong with one message, the next one is heard.
      if (error instanceof MessageRefused) this.#refuse(error.what, error.message, id);
      else this.#refuse('failed', error instanceof Error ? error.message : String(error), id);
    }
  }

  #refuse(what: MessageProblem, why: string, id: MessageId | null): void {
    if (this.#refusals.length === 0) this.#wires.later(() => this.#tellErrors(), ERRORS_TOGETHER_MS);
    if (this.#refusals.length <= MOST_ERRORS) this.#refusals.push({ what, why, id });
  }

  #tellErrors(): void {
    const refusals = this.#refusals;
    this.#refusals = [];
    const now = this.#wires.now();
    const goesOn = now - this.#floodAt < SECOND_MS;
    const isFlood = refusals.length > MOST_ERRORS;
    if (isFlood || goesOn) this.#floodAt = now;
    if (goesOn) return;
    if (isFlood)
      this.send({ type: 'sim:error', what: 'too-many', why: 'Too many messages were wrong at once.' });
    else for (const { id, what, why } of refusals) this.send({ type: 'sim:error', what, why }, id);
  }
}
