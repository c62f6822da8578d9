// Answers of the engine for drawing, such as "may I do this now?": asked through the door, kept until something happens.
import type { Refusal } from '../sim';
import type { Frame } from './frame';

/** What is asked, by its key. */
export interface Asked {
  /** Whether a run comes to nothing more that is told. */
  readonly over: boolean;
  /** Why a command would be refused. */
  readonly [command: `check ${string}`]: Refusal | null;
}

/** Remembered answers; reading one makes a component depend on it. */
export class Answers {
  readonly #answers = new Map<string, unknown>();
  readonly #asked = new Set<string>();
  #state: Pick<Frame, 'run' | 'facts'> = { run: '', facts: [] };
  /** Rises with every answer that differs, so that who read the former one reads again. */
  #version = $state(0);

  /** What `ask` comes to at this frame. Until the answer is there: the last one, or null. */
  at<K extends keyof Asked>(frame: Frame, key: K, ask: () => Promise<Asked[K]>): Asked[K] | null {
    this.#enter(frame);
    if (!this.#asked.has(key)) this.#fetch(key, ask);
    return this.#read(key);
  }

  /** The same where it was asked at this frame already, else null: nothing is sought. */
  known<K extends keyof Asked>(frame: Frame, key: K): Asked[K] | null {
    this.#enter(frame);
    return this.#asked.has(key) ? this.#read(key) : null;
  }

  #enter(frame: Frame): void {
    if (frame.run === this.#state.run && frame.facts === this.#state.facts) return;
    this.#state = frame;
    this.#asked.clear();
  }

  #read<K extends keyof Asked>(key: K): Asked[K] | null {
    return this.#version < 0 ? null : ((this.#answers.get(key) ?? null) as Asked[K] | null);
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
