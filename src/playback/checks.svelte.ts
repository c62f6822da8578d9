// Answers to "may I do this now?" for drawing: asked through the door, kept until something happens.
import type { Command, Refusal } from '../sim';
import type { Frame } from './frame';

/** Remembered answers; reading one makes a component depend on it. */
export class Checks {
  readonly #ask: (command: Command) => Promise<Refusal | null>;
  readonly #answers = new Map<string, Refusal | null>();
  readonly #asked = new Set<string>();
  #state: Pick<Frame, 'run' | 'facts'> = { run: '', facts: [] };
  /** Rises with every answer that differs, so that who read the former one reads again. */
  #version = $state(0);

  /** `ask` is the door's `check` on the current run. */
  constructor(ask: (command: Command) => Promise<Refusal | null>) {
    this.#ask = ask;
  }

  /** Why the command would be refused at this frame, or null. Until the answer is there: the last one. */
  at(frame: Frame, command: Command): Refusal | null {
    if (frame.run !== this.#state.run || frame.facts !== this.#state.facts) {
      this.#state = frame;
      this.#asked.clear();
    }
    const key = JSON.stringify([command.name, command.target, command.args ?? {}]);
    if (!this.#asked.has(key)) this.#fetch(key, command);
    return this.#version < 0 ? null : (this.#answers.get(key) ?? null);
  }

  #fetch(key: string, command: Command): void {
    const state = this.#state;
    this.#asked.add(key);
    const take = (refusal: Refusal | null) => {
      if (state !== this.#state) return;
      const before = this.#answers.get(key) ?? null;
      this.#answers.set(key, refusal);
      if (JSON.stringify(before) !== JSON.stringify(refusal)) this.#version += 1;
    };
    this.#ask(command).then(take, () => undefined);
  }
}
