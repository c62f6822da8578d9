// The wall clock at work: how far the head moves with each of the screen's frames, slower where something happens.
import type { Micros } from '../sim';
import { LONGEST_GAP, type FrameSource } from './frames';
import { clampSpeed, headAfter, isRested, speedAt, type Pace } from './pace';
import { Ticker } from './ticker';

/** How close to the chosen speed still counts as that speed. */
const NEARLY = 0.99;

/** What the clock moves. */
export interface Clocked {
  /** The instant that is shown. */
  head(): Micros;
  /** True while an earlier request is being worked on: then time waits. */
  isBusy(): boolean;
  /** The next instant that playback slows for, or null; see `isRested`. */
  happeningAhead(rested: boolean): Micros | null;
  /** Moves the head. */
  move(at: Micros): void;
}

/** Lets time run, stops it, and knows how fast it goes. */
export class Clock {
  readonly #ticker: Ticker;
  readonly #clocked: Clocked;
  #until: { at: Micros; reached: () => void } | null = null;
  /** Wall milliseconds: since a happening was shown, and not yet spent because a request was running. */
  #sinceLast = Infinity;
  #owed = 0;

  #playing = $state(false);
  #slowed = $state(false);
  #speed = $state(1);

  /** `frames` are the screen's. */
  constructor(frames: FrameSource, clocked: Clocked) {
    this.#clocked = clocked;
    this.#ticker = new Ticker(frames, (wall) => this.#tick(wall));
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** True while time is slower than `speed` because something happens. */
  get slowed(): boolean {
    return this.#playing && this.#slowed;
  }

  /** Multiple of the wall clock; brought into the range that is offered. */
  get speed(): number {
    return this.#speed;
  }

  set speed(speed: number) {
    this.#speed = clampSpeed(speed);
  }

  /** Whether the last happening was shown long enough ago for any next one to slow playback. */
  get isRested(): boolean {
    return isRested(this.#sinceLast);
  }

  /** Something was shown that time slows for. */
  noteHappening(): void {
    this.#sinceLast = 0;
  }

  /** Lets time run. */
  play(): void {
    this.#playing = true;
    this.#ticker.start();
  }

  /** Stops time; whoever waits for an instant goes on. */
  pause(): void {
    this.#playing = false;
    this.#owed = 0;
    this.#ticker.stop();
    this.#until?.reached();
    this.#until = null;
  }

  /** Plays until an instant and pauses there; resolves then, or when somebody pauses before. */
  playUntil(at: Micros): Promise<void> {
    this.pause();
    return new Promise((reached) => {
      this.#until = { at, reached };
      this.play();
    });
  }

  #tick(wall: number): void {
    this.#owed = Math.min(LONGEST_GAP, this.#owed + wall);
    if (this.#clocked.isBusy()) return;
    const head = this.#clocked.head();
    if (this.#until !== null && head >= this.#until.at) {
      this.pause();
      return;
    }
    const next = this.#clocked.happeningAhead(this.isRested);
    const pace: Pace = { speed: this.#speed, next, sinceLast: this.#sinceLast };
    const target = Math.min(headAfter(head, this.#owed, pace), this.#until?.at ?? Infinity);
    this.#slowed = speedAt(head, pace) < this.#speed * NEARLY;
    this.#sinceLast += this.#owed;
    this.#owed = 0;
    this.#clocked.move(target);
  }
}
