// Answers of the engine for drawing, such as "may I do this now?": asked through the door, kept until something happens.
import type { Frame } from './frame';

/** Remembered answers; reading one makes a component depend on it. */
export class Checks {
  readonly #answers = new Map<string, unknown>();
  readonly #asked = new Set<string>();
  #state: Pick<Frame, 'run' | 'facts'> = { run: '', facts: [] };
  /** Rises with every answer that differs, so that who read the former one reads again. */
  #version = $state(0);

  /** What `ask` comes to at this frame, by its key. Until the answer is there: the last one, or null. No `ask`: none is sought. */
  at<T>(frame: Frame, key: string, ask: (() => Promise<T>) | null): T | null {
    if (frame.run !== this.#state.run || frame.facts !== this.#state.facts) {
      this.#state = frame;
      this.#asked.clear();
    }
    if (!this.#asked.has(key)) {
      if (ask === null) return null;
      this.#fetch(key, ask);
    }
    return this.#version < 0 ? null : ((this.#answers.get(key) ?? null) as T | null);
  }

  #fetch(key: string, ask: () => Promise<unknown>): void {
    const state = this.#state;
    this.#asked.add(key);
    const take = (answer: unknown) => {
      if (state !== this.#state) return;
      const before = this.#answers.get(key) ?? null;
      this.#answers.set(key, answer);
      if (JSON.stringify(before) !== JSON.stringify(answer)) this.#version += 1;
    };
    ask().then(take, () => undefined);
  }
}
