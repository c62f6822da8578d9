// An XState actor as something components can read: it tells them when its snapshot changes.
import { createSubscriber } from 'svelte/reactivity';
import {
  createActor,
  type ActorOptions,
  type AnyActorLogic,
  type EventFrom,
  type SnapshotFrom,
} from 'xstate';

/** An actor that runs from here on; `stop` ends it. */
export class LiveActor<Logic extends AnyActorLogic> {
  readonly #actor;
  readonly #subscribe;

  constructor(logic: Logic, options: ActorOptions<Logic>) {
    this.#actor = createActor(logic, options as never);
    this.#subscribe = createSubscriber((update) => {
      const subscription = this.#actor.subscribe(update);
      return () => subscription.unsubscribe();
    });
    this.#actor.start();
  }

  /** The snapshot; reading it in a component makes the component follow it. */
  get snapshot(): SnapshotFrom<Logic> {
    this.#subscribe();
    return this.#actor.getSnapshot();
  }

  /** Gives the actor an event. */
  send(event: EventFrom<Logic>): void {
    this.#actor.send(event);
  }

  /** Ends the actor. */
  stop(): void {
    this.#actor.stop();
  }
}
