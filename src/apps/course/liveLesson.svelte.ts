// A lesson under way as something components can read: it tells them when its snapshot changes.
import { createSubscriber } from 'svelte/reactivity';
import { LessonFlow, type LessonSnapshot } from '../../lesson/lessonFlow';
import type { LessonEvent, LessonInput } from '../../lesson/lessonContext';

/** A lesson's machine at work. */
export class LiveLesson {
  readonly #flow: LessonFlow;
  readonly #subscribe;
  #update = (): void => undefined;

  constructor(input: LessonInput) {
    this.#flow = new LessonFlow(input);
    this.#subscribe = createSubscriber((update) => {
      this.#update = update;
    });
  }

  /** The snapshot; reading it in a component makes the component follow it. */
  get snapshot(): LessonSnapshot {
    this.#subscribe();
    return this.#flow.snapshot;
  }

  /** Whether the machine would do anything about an event now. */
  can(event: LessonEvent): boolean {
    return this.#flow.can(event);
  }

  /** Gives the machine an event. */
  send(event: LessonEvent): void {
    if (this.#flow.send(event)) this.#update();
  }
}
