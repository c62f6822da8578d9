// The bridge between runs and the screen: owns the runs behind a door, the wall clock and the selection.
// Requests are done one after the other; each change publishes a new frame.
import { blastIfDown, createRun } from '../sim';
import type { Blast, Command, EntityId, Micros, Refusal, Scenario } from '../sim';
import { isBreak } from '../layout/timeline/weight';
import { Checks } from './checks.svelte';
import type { Door, Opening, Report, RunId } from './door';
import { EMPTY_FRAME, frameOf, stillThere, type Frame } from './frame';
import { LONGEST_GAP, screenFrames, type FrameSource } from './frames';
import { dueAfter, happeningAfter, happeningDue, instantAfter, instantBefore, isNews } from './happenings';
import { createDoor } from './inThread';
import { clampSpeed, headAfter, isRested, speedAt, type Pace } from './pace';
import { problemOf, type Problem } from './problem';
import { Queue } from './queue';
import { Runs, type RunInfo } from './runs';
import { Ticker } from './ticker';

export type { Command, EntityId, Fact, WorldView } from '../sim';
export type { Frame, Problem, RunId, RunInfo };

/** How many due instants without a fact `nextFact` passes before it gives up. */
const EMPTY_INSTANTS = 100;
/** How close to the chosen speed still counts as that speed. */
const NEARLY = 0.99;

/** Where an opened scenario stands; see `Opening`. */
export type OpenOptions = Omit<Opening, 'scenario'>;

/** Playback of one scenario and the forks of its run. */
export class Playback {
  readonly #door: Door;
  readonly #queue = new Queue((at) => this.#moveTo(at));
  readonly #ticker: Ticker;
  readonly #checks = new Checks((command) => this.#door.check(this.#runs.current, command));
  readonly #runs = new Runs();
  #scenario: Scenario | null = null;
  #until: { at: Micros; reached: () => void } | null = null;
  /** Wall milliseconds: since a happening was shown, and not yet spent because a request was running. */
  #sinceLast = Infinity;
  #owed = 0;

  #frame = $state.raw<Frame>(EMPTY_FRAME);
  #list = $state.raw<readonly RunInfo[]>([]);
  #problem = $state.raw<Problem | null>(null);
  #selected = $state<EntityId | null>(null);
  #playing = $state(false);
  #slowed = $state(false);
  #speed = $state(1);

  /** `door` and `frames` are given by tests; the page uses runs of this thread and the screen's frames. */
  constructor(door: Door = createDoor(createRun), frames: FrameSource = screenFrames) {
    this.#door = door;
    this.#ticker = new Ticker(frames, (wall) => this.#tick(wall));
  }

  /** The instant that is looked at: a new reference with every change. */
  get frame(): Frame {
    return this.#frame;
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** True while playback is slower than `speed` because something happens. */
  get slowed(): boolean {
    return this.#playing && this.#slowed;
  }

  /** Multiple of the wall clock, 0.1 to 100; other values are brought into that range. */
  get speed(): number {
    return this.#speed;
  }

  set speed(speed: number) {
    this.#speed = clampSpeed(speed);
  }

  /** All runs in order of creation: the first one and its forks. */
  get runs(): readonly RunInfo[] {
    return this.#list;
  }

  /** The run of the frame. */
  get current(): RunId {
    return this.#frame.run;
  }

  /** Why the engine gave up, or null; `dismissProblem` and opening a scenario take it away. */
  get problem(): Problem | null {
    return this.#problem;
  }

  /** The selected box; null again when it is gone. */
  get selected(): EntityId | null {
    return this.#selected;
  }

  set selected(id: EntityId | null) {
    this.#selected = stillThere(id, this.#frame.view);
  }

  /** Whether anything lies ahead, known or due, to which `nextFact` could go. */
  get hasNext(): boolean {
    const { known, head, view } = this.#frame;
    return instantAfter(known, head) !== null || dueAfter(view, this.#scenario) !== null;
  }

  /** Whether anything happened before the head. */
  get hasPrevious(): boolean {
    return this.#frame.head > 0;
  }

  /** Starts a scenario afresh, paused. When the engine gives up, what was on the screen stays. */
  open(scenario: Scenario, options: OpenOptions = {}): Promise<void> {
    this.pause();
    return this.#ask(null, async () => {
      const report = await this.#door.open({ scenario, ...options });
      this.#scenario = scenario;
      this.#problem = null;
      this.#selected = null;
      this.#runs.start(report.run, report.start);
      this.#show(report);
    });
  }

  /**
   * Gives a command at the head; in the past it forks first. Time goes on from a command that breaks something.
   * Returns why not, or null when it was done.
   */
  async do(command: Command): Promise<Refusal | null> {
    const refused = await this.#ask(command, async () => {
      const { refusal, report } = await this.#door.do(this.#runs.current, command);
      if (refusal === null) this.#enter(report);
      if (refusal === null && report.fresh.some(({ name }) => isBreak(name))) this.#playFromAct();
      return { refusal };
    });
    return refused === undefined ? { code: this.#problem?.code ?? 'engine', data: {} } : refused.refusal;
  }

  /** Why `do` would refuse the command at this frame, or null. For drawing: it follows the frame by itself. */
  check(command: Command): Refusal | null {
    return this.#checks.at(this.#frame, command);
  }

  /** Takes the current run's last command away. */
  undo(): Promise<void> {
    return this.#ask(null, async () => {
      const report = await this.#door.undo(this.#runs.current);
      if (report !== null) this.#show(report);
    });
  }

  /** Stops playing and moves the head to an instant, playing further if it lies ahead. */
  async seek(at: Micros): Promise<void> {
    this.pause();
    await this.#guard(null, this.#queue.move(at));
  }

  /** Stops playing and goes to the next instant, up to `limit`, at which something is known or due to happen. */
  nextFact(limit: Micros = Infinity): Promise<void> {
    this.pause();
    return this.#ask(null, async () => {
      for (let tries = 0; tries < EMPTY_INSTANTS; tries++) {
        const { known, head, view } = this.#frame;
        const at = instantAfter(known, head) ?? dueAfter(view, this.#scenario);
        if (at === null || at > limit) return;
        await this.#moveTo(at);
        if (this.#frame.facts.at(-1)?.at === at) return;
      }
    });
  }

  /** Stops playing and goes back to the instant before at which something happened. */
  previousFact(): Promise<void> {
    this.pause();
    return this.#ask(null, () => this.#moveTo(instantBefore(this.#frame.known, this.#frame.head) ?? 0));
  }

  /** Lets time run at `speed`; it goes on when nothing is pending. */
  play(): void {
    this.#playing = true;
    this.#ticker.start();
  }

  /** Stops time. */
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

  /** Shows another run at the same instant, or at its furthest point when it is shorter. */
  switchRun(id: RunId): Promise<void> {
    return this.#ask(null, async () => {
      const report = await this.#door.seek(id, Math.min(this.#frame.head, this.#runs.furthest(id)));
      this.#enter(report);
    });
  }

  /** What would fall and suffer if this box went down now. */
  preview(id: EntityId): Blast {
    return blastIfDown(this.#frame.view, id);
  }

  /** Hash of the run at the head, once everything asked for before is done; empty when there is none. */
  async digest(): Promise<string> {
    return (await this.#ask(null, () => this.#door.digest(this.#runs.current))) ?? '';
  }

  /** Takes the problem away, once it was read. */
  dismissProblem(): void {
    this.#problem = null;
  }

  /** Stops the clock and lets go of all runs. */
  destroy(): void {
    this.pause();
    this.#door.close();
  }

  async #moveTo(at: Micros): Promise<void> {
    this.#show(await this.#door.seek(this.#runs.current, Math.max(0, Math.round(at))));
  }

  #ask<T>(command: Command | null, work: () => Promise<T>): Promise<T | undefined> {
    return this.#guard(command, this.#queue.push(work));
  }

  /** Turns an engine that gave up into `problem`; the promise then resolves with undefined. */
  async #guard<T>(command: Command | null, work: Promise<T>): Promise<T | undefined> {
    try {
      return await work;
    } catch (error) {
      this.#problem = problemOf(error, command, null);
      this.pause();
      return undefined;
    }
  }

  /** Shows a report of any run; one not known yet is a fork of the current run. */
  #enter(report: Report): void {
    this.#runs.enter(report);
    this.#show(report);
  }

  #show(report: Report): void {
    const before = this.#frame;
    const told = this.#runs.take(report);
    this.#frame = frameOf(report, told, this.#runs.boxes, before);
    this.#list = this.#runs.list;
    this.#selected = stillThere(this.#selected, report.view);
    const { facts } = this.#frame;
    const shown = before.run === report.run ? facts.slice(before.facts.length) : [];
    if (shown.some(({ name }) => isNews(name, isRested(this.#sinceLast)))) this.#sinceLast = 0;
  }

  #playFromAct(): void {
    this.#sinceLast = 0;
    if (!this.#playing) this.play();
  }

  #tick(wall: number): void {
    this.#owed = Math.min(LONGEST_GAP, this.#owed + wall);
    if (!this.#queue.idle) return;
    const { head, known, view } = this.#frame;
    if (this.#until !== null && head >= this.#until.at) {
      this.pause();
      return;
    }
    const rested = isRested(this.#sinceLast);
    const next = happeningAfter(known, head, rested) ?? happeningDue(view, this.#scenario, rested);
    const pace: Pace = { speed: this.#speed, next, sinceLast: this.#sinceLast };
    const target = Math.min(headAfter(head, this.#owed, pace), this.#until?.at ?? Infinity);
    this.#slowed = speedAt(head, pace) < this.#speed * NEARLY;
    this.#sinceLast += this.#owed;
    this.#owed = 0;
    void this.#guard(null, this.#queue.move(target));
  }
}
