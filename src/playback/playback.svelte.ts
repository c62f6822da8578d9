// The bridge between runs and the screen: owns the runs behind a door, the wall clock and the selection.
// Requests are done one after the other; each change publishes a new frame, or two of the same instant.
import { blastIfDown } from '../sim';
import type { Blast, Command, EntityId, Micros, Refusal, Scenario, TimedCommand } from '../sim';
import { isBreak } from '../layout/timeline/weight';
import { Answers } from './answers.svelte';
import { Clock } from './clock.svelte';
import type { Door, Opening, Report, RunId } from './door';
import type { Frame } from './frame';
import { screenFrames, type FrameSource } from './frames';
import {
  bringsNews,
  dueAfter,
  earliest,
  happeningOfAny,
  instantAfter,
  knownOfAny,
  previousOfAny,
} from './happenings';
import { problemOf, type Problem } from './problem';
import { Queue } from './queue';
import { Runs, type RunInfo } from './runs';
import { Shown } from './shown.svelte';

export type { Blast, Command, Entity, EntityId, Fact, Micros, WorldView } from '../sim';
export type { Frame, Problem, RunId, RunInfo };

/** Where an opened scenario stands; see `Opening`. */
export interface OpenOptions extends Omit<Opening, 'scenario'> {
  /** The run that is looked at, and the one beside it, by their places among all of them. */
  readonly shown?: number;
  readonly beside?: number;
}

/** What a timeline shows, and moves time by. */
export type Timed = Pick<
  Playback,
  'frame' | 'compared' | 'furthest' | 'runs' | 'selected' | 'slowed' | 'seek'
>;

/** Playback of one scenario and the forks of its run. */
export class Playback {
  readonly #door: Door;
  readonly #queue = new Queue((at) => this.#moveTo(at));
  readonly #clock: Clock;
  readonly #answers = new Answers();
  readonly #runs = new Runs();
  readonly #shown = new Shown(this.#runs);
  #scenario: Scenario | null = null;

  #problem = $state.raw<Problem | null>(null);
  #isReady = $state(false);

  /** `frames` are given by tests; a page uses those of the screen. */
  constructor(door: Door, frames: FrameSource = screenFrames) {
    this.#door = door;
    this.#clock = new Clock(frames, {
      head: () => this.frame.head,
      isBusy: () => !this.#queue.idle,
      happeningAhead: (rested) => happeningOfAny(this.#shown.together, this.#scenario, rested),
      move: (at) => void this.#guard(null, this.#queue.move(at)),
    });
  }

  /** The instant that is looked at: a new reference with every change. */
  get frame(): Frame {
    return this.#shown.frame;
  }

  /** The frame that the scenario was opened with. */
  get opened(): Frame {
    return this.#shown.opened;
  }

  /** The same instant of the run beside it while two are compared, else null. */
  get compared(): Frame | null {
    return this.#shown.compared;
  }

  /** How far what is on the screen was played: of two runs the longer one. */
  get furthest(): Micros {
    return Math.max(...this.#shown.together.map(({ furthest }) => furthest));
  }

  get playing(): boolean {
    return this.#clock.playing;
  }

  /** True while playback is slower than `speed` because something happens. */
  get slowed(): boolean {
    return this.#clock.slowed;
  }

  /** Multiple of the wall clock, 0.1 to 100; other values are brought into that range. */
  get speed(): number {
    return this.#clock.speed;
  }

  set speed(speed: number) {
    this.#clock.speed = speed;
  }

  /** All runs in order of creation: the first one and its forks. */
  get runs(): readonly RunInfo[] {
    return this.#shown.list;
  }

  /** The run of the frame. */
  get current(): RunId {
    return this.frame.run;
  }

  /** The command that `undo` would take back: the current run's own last one, or null. */
  get undoable(): TimedCommand | null {
    return this.runs.find(({ id }) => id === this.current)?.last ?? null;
  }

  /** Something can be played. Before that, what is asked for waits; see `Door.ready`. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Why the engine gave up, or null; `dismissProblem` and opening a scenario take it away. */
  get problem(): Problem | null {
    return this.#problem;
  }

  /** The selected box; null again when it is gone. */
  get selected(): EntityId | null {
    return this.#shown.selected;
  }

  set selected(id: EntityId | null) {
    this.#shown.selected = id;
  }

  /**
   * Whether anything that is told lies ahead, to which `nextFact` could go. What is due may come to nothing: that is
   * found out while one run stands still.
   */
  get hasNext(): boolean {
    const frames = this.#shown.together;
    if (knownOfAny(frames) !== null) return true;
    if (frames.every(({ view }) => dueAfter(view, this.#scenario) === null)) return false;
    if (!this.#isReady || frames.length > 1) return true;
    const { run } = this.frame;
    const isOver = () => this.#door.ahead(run).then((at) => at === null);
    // While time runs nothing is asked for every fact; what was found out since the last one still holds.
    const over = this.playing
      ? this.#answers.known(this.frame, 'over')
      : this.#answers.at(this.frame, 'over', isOver);
    return over !== true;
  }

  /** Whether anything happened before the head. */
  get hasPrevious(): boolean {
    return this.frame.head > 0;
  }

  /** Starts a scenario afresh, paused. When the engine gives up, what was on the screen stays. */
  open(scenario: Scenario, options: OpenOptions = {}): Promise<void> {
    this.pause();
    const { forks = [], shown = 0, beside = -1 } = options;
    const opened = this.#queue.push(async () => {
      const report = await this.#door.open({ scenario, ...options });
      const all = [report, ...report.forks];
      this.#scenario = scenario;
      this.#problem = null;
      this.#shown.selected = null;
      this.#runs.start(report, report.start);
      for (const [at, { from }] of forks.entries())
        this.#runs.add(all[at + 1]!, { ...from, parent: all[from.run]!.run });
      for (const each of all) this.#runs.take(each);
      this.#runs.enter(all[shown]!);
      this.#shown.open(all[shown]!, all[beside] ?? null);
      if (!this.#isReady) void this.#guard(null, this.#beReady());
    });
    return this.#guard(null, opened);
  }

  /**
   * Gives a command at the head; in the past it forks first. Time goes on from a command that breaks something.
   * Returns why not, or null when it was done.
   */
  async do(command: Command): Promise<Refusal | null> {
    const refused = await this.#ask(command, async () => {
      const { refusal, report } = await this.#door.do(this.#runs.current, command);
      if (refusal !== null) return { refusal };
      this.#runs.enter(report);
      this.#runs.take(report);
      this.#show(report);
      if (report.fresh.some(({ name }) => isBreak(name))) this.#playFromAct();
      return { refusal };
    });
    return refused === undefined ? { code: this.#problem?.code ?? 'engine', data: {} } : refused.refusal;
  }

  /** Why `do` would refuse the command at this frame, or null. For drawing: it follows the frame by itself. */
  check(command: Command): Refusal | null {
    const { name, target, args = {} } = command;
    const key = `check ${JSON.stringify([name, target, args])}` as const;
    return this.#answers.at(this.frame, key, () => this.#door.check(this.#runs.current, command));
  }

  /** Takes the current run's own last command away, wherever the head is; its forks keep what they are. */
  undo(): Promise<void> {
    return this.#ask(null, async () => {
      const report = await this.#door.undo(this.#runs.current);
      if (report === null) return;
      this.#runs.take(report);
      this.#show(report);
    });
  }

  /** Stops playing and moves the head to an instant, playing further if it lies ahead. */
  async seek(at: Micros): Promise<void> {
    this.pause();
    await this.#guard(null, this.#queue.move(at));
  }

  /** Stops playing and goes to the next instant, up to `limit`, at which something is told; stays where nothing is. */
  nextFact(limit: Micros = Infinity): Promise<void> {
    this.pause();
    return this.#ask(null, async () => {
      const ahead = this.#shown.together.map(
        async ({ known, head, run }) => instantAfter(known, head) ?? this.#door.ahead(run),
      );
      const at = earliest(await Promise.all(ahead));
      if (at !== null && at <= limit) await this.#moveTo(at);
    });
  }

  /** Stops playing and goes back to the instant before at which something happened. */
  previousFact(): Promise<void> {
    this.pause();
    return this.#ask(null, () => this.#moveTo(previousOfAny(this.#shown.together)));
  }

  /** Lets time run at `speed`; it goes on when nothing is pending. */
  play(): void {
    this.#clock.play();
  }

  /** Stops time. */
  pause(): void {
    this.#clock.pause();
  }

  /** Plays until an instant and pauses there; resolves then, or when somebody pauses before. */
  playUntil(at: Micros): Promise<void> {
    return this.#clock.playUntil(at);
  }

  /**
   * Shows another run at the same instant, or at its furthest point when it is shorter. While two are compared
   * the clock stays where it is: the other run is played further, and the one beside it changes places with it.
   */
  switchRun(id: RunId): Promise<void> {
    return this.#ask(null, () => {
      const { run, head } = this.frame;
      const beside = this.compared?.run ?? null;
      if (beside === null) return this.#stand(id, null, Math.min(head, this.#runs.info(id)?.furthest ?? 0));
      return this.#stand(id, id === beside ? run : beside, head);
    });
  }

  /** Puts another run beside the current one, at its instant and on its clock; null takes it away again. */
  compare(id: RunId | null): Promise<void> {
    return this.#ask(null, async () => {
      const { run, head } = this.frame;
      if (id === null || id === run) this.#shown.alone();
      else await this.#stand(run, id, head);
    });
  }

  /** What would fall and suffer if this box went down now, in the run that is looked at or in the one beside it. */
  preview(id: EntityId, frame: Frame = this.frame): Blast {
    return blastIfDown(frame.view, id);
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

  async #beReady(): Promise<void> {
    await this.#door.ready();
    this.#isReady = true;
  }

  async #moveTo(at: Micros): Promise<void> {
    if (this.#runs.current !== '')
      await this.#stand(this.#runs.current, this.compared?.run ?? null, Math.max(0, Math.round(at)));
  }

  /** Shows a run, and another one beside it, at one instant. When one of them gives up, neither has moved. */
  async #stand(run: RunId, beside: RunId | null, at: Micros): Promise<void> {
    const other = beside === null ? null : await this.#seek(beside, at);
    const report = await this.#seek(run, at);
    this.#runs.enter(report);
    this.#show(report, other);
  }

  async #seek(run: RunId, at: Micros): Promise<Report> {
    const report = await this.#door.seek(run, at);
    this.#runs.take(report);
    return report;
  }

  /** Before the first run is open there is nothing to ask: time may be let run while it is waited for. */
  #ask<T>(command: Command | null, work: () => Promise<T>): Promise<T | undefined> {
    const asked = async () => (this.#runs.current === '' ? undefined : work());
    return this.#guard(command, this.#queue.push(asked));
  }

  /** Turns an engine that gave up into `problem`; the promise then resolves with undefined. */
  async #guard<T>(command: Command | null, work: Promise<T>): Promise<T | undefined> {
    try {
      return await work;
    } catch (error) {
      this.#problem = problemOf(error, command);
      this.pause();
      return undefined;
    }
  }

  #show(report: Report, beside: Report | null = null): void {
    const before = this.#shown.together;
    this.#shown.show(report, beside);
    const rested = this.#clock.isRested;
    if (this.#shown.together.some((frame) => bringsNews(before, frame, rested))) this.#clock.noteHappening();
  }

  #playFromAct(): void {
    this.#clock.noteHappening();
    if (!this.playing) this.play();
  }
}
