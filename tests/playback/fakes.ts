// Stand-ins for the screen and for a door that takes its time.
import type { FrameSource } from '../../src/playback/frames';
import type { Door } from '../../src/playback/door';

/** Lets everything that waits for promises only go on. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}

/** Frames that come when the test says so. */
export class FakeFrames implements FrameSource {
  #callbacks = new Map<number, (now: number) => void>();
  #count = 0;
  #now = 0;

  get waiting(): number {
    return this.#callbacks.size;
  }

  request(callback: (now: number) => void): number {
    this.#callbacks.set(++this.#count, callback);
    return this.#count;
  }

  cancel(request: number): void {
    this.#callbacks.delete(request);
  }

  /** One frame, so many wall milliseconds after the one before. */
  async pass(wall: number): Promise<void> {
    this.#now += wall;
    const callbacks = [...this.#callbacks.values()];
    this.#callbacks.clear();
    for (const callback of callbacks) callback(this.#now);
    await settled();
  }

  /** Frames of 20 ms for so many wall milliseconds; the first of a run only starts the clock. */
  async run(wall: number): Promise<void> {
    for (let passed = 0; passed < wall; passed += 20) await this.pass(20);
  }
}

/** A door whose seeks wait until they are let through; `seeks` are the instants asked for. */
export function slowDoor(door: Door): { door: Door; seeks: number[]; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const seeks: number[] = [];
  const slow: Door = {
    ready: () => door.ready(),
    open: (opening) => door.open(opening),
    do: (run, command) => door.do(run, command),
    check: (run, command) => door.check(run, command),
    ahead: (run) => door.ahead(run),
    undo: (run) => door.undo(run),
    digest: (run) => door.digest(run),
    close: () => door.close(),
    seek: async (run, at) => {
      seeks.push(at);
      await opened;
      return door.seek(run, at);
    },
  };
  return { door: slow, seeks, open };
}
