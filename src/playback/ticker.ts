// The loop that asks for frames while somebody plays.
import { wallStep, type FrameSource } from './frames';

/** Calls `tick` with wall milliseconds for every frame between `start` and `stop`. */
export class Ticker {
  readonly #frames: FrameSource;
  readonly #tick: (wall: number) => void;
  #request: number | null = null;
  #before: number | null = null;
  #last: number | null = null;

  constructor(frames: FrameSource, tick: (wall: number) => void) {
    this.#frames = frames;
    this.#tick = tick;
  }

  start(): void {
    if (this.#request === null) this.#next();
  }

  stop(): void {
    if (this.#request !== null) this.#frames.cancel(this.#request);
    this.#request = null;
    this.#before = null;
    this.#last = null;
  }

  #next(): void {
    this.#request = this.#frames.request((now) => {
      const wall = wallStep(this.#before, now, this.#last);
      this.#last = this.#before;
      this.#before = now;
      this.#next();
      if (wall > 0) this.#tick(wall);
    });
  }
}
