// One lesson at work: its machine asks for worlds, playback plays them, what is played is judged and kept.
import type { LessonContent, LessonEntry, Played } from '../../lesson/format';
import type { LessonEvent, StageWish } from '../../lesson/lessonContext';
import { hidesOutcome, offeredCommands, phaseOf, type LessonPhase } from '../../lesson/outlook';
import { momentsIn, scenarioOf } from '../../lesson/content';
import { isOffered } from '../../lesson/offered';
import { entryOf, type PreparedOpening } from '../../lesson/opening';
import type { LessonProgress } from '../../lesson/progress';
import type { LessonOptions, Note } from '../../link';
import type { Frame } from '../../playback/frame';
import { LateDoor } from '../../playback/lateDoor';
import { Playback } from '../../playback/playback.svelte';
import { SECOND, type Command, type Scenario } from '../../sim';
import { LiveLesson } from './liveLesson.svelte';
import { mayStand, stepFor, worldName, type LinkedRun } from './lessonLink';
import type { Linked } from './linked';
import { StageLink } from './stageLink.svelte';
import { visitOf } from './visit';

/** "Play from" begins this long before its moment. */
const BEFORE_MOMENT = SECOND;
/** So many runs are remembered by what they have shown. */
const MOST_EARLIER = 6;

/** What a run has shown at one frame. */
interface Seen {
  readonly frame: Frame;
  readonly played: Played;
}

/** What runs on the stage of one epoch have shown: the one that is looked at, and those before it, each once. */
interface Measured {
  readonly epoch: number;
  readonly now: Seen | null;
  readonly earlier: readonly Seen[];
}

/** Whether a frame is of the run of an earlier one: what is done at its end is added, what is taken back is missing. */
const isOfRun = ({ run, journal }: Frame, before: Frame) =>
  run === before.run && before.journal.every((entry, index) => entry === journal[index]);

/** What has the machine ask for the world again: a step is done again, a finished lesson only looked at. */
const AFRESH = [{ type: 'start-again' }, { type: 'look' }] as const;

/** What is done about the question that a lesson begins with: the beginning of the lesson is enough for it. */
const EARLY: readonly string[] = ['choose', 'lock', 'merge'] satisfies readonly LessonEvent['type'][];

const loadEngine = () => import('../../playback/engine');

/** What a lesson starts from. */
export interface LessonStart {
  readonly entry: LessonEntry;
  readonly content: LessonContent;
  /** Loads what `content` does not hold yet; left out where it is whole. */
  readonly complete?: () => Promise<void>;
  /** The world that the lesson begins with, as it stands then. */
  readonly prepared?: PreparedOpening;
  readonly progress: LessonProgress | undefined;
  readonly options: LessonOptions;
  /** The situation that the address holds, read; null when it holds none. */
  readonly linked?: Linked | null;
  /** The address was written by this page itself. */
  readonly isOwn?: boolean;
}

/** The lesson's machine and the playback of its worlds, wired to each other by the page's effects. */
export class LessonRun {
  readonly playback = new Playback(new LateDoor(async () => (await loadEngine()).engineDoor()));
  readonly link = new StageLink(this.playback);
  readonly content: LessonContent;
  /** Parts of the address that this lesson does not have. */
  notes: readonly Note[] = [];
  readonly #entry: LessonEntry;
  #options = $state.raw<LessonOptions>() as LessonOptions;
  readonly #machine: LiveLesson;
  readonly #prepared: PreparedOpening | undefined;
  /** Loads the rest of the lesson; null once it is there. */
  #load: (() => Promise<void>) | null;
  /** The epoch whose world stands on the stage; null while it is being set up. */
  #standing = $state<number | null>(null);
  /** A run from outside that waits, and one that is put on the stage next. */
  #waiting = $state.raw<LinkedRun | null>(null);
  #next = $state.raw<Linked | null>(null);
  /** The solution plays, and this is how to tell. */
  #showing = $state(false);
  #measured: Measured = { epoch: 0, now: null, earlier: [] };
  #seen: Seen | null = null;

  constructor(start: LessonStart) {
    const { entry, content, progress, options, linked = null, isOwn = false } = start;
    this.content = content;
    this.#load = start.complete ?? null;
    this.#prepared = start.prepared;
    this.#entry = entry;
    this.#options = options;
    this.#machine = new LiveLesson(progress === undefined ? { content } : { content, progress });
    this.#arrive(options, linked, isOwn);
  }

  /** Goes where an address leads: to its step, its moment, its situation; waits for what is not loaded yet. */
  arrive(options: LessonOptions, linked: Linked | null, isOwn: boolean): void {
    this.#whenWhole(() => this.#arrive(options, linked, isOwn));
  }

  #arrive(options: LessonOptions, linked: Linked | null, isOwn: boolean): void {
    const { step: asked, show, notes } = visitOf(this.content, options);
    const { place } = this.context.progress;
    const step =
      linked === null || isOwn ? asked : stepFor(this.content.page, worldName(linked), asked, place);
    this.#options = options;
    this.notes = notes;
    this.#next = null;
    this.#waiting = null;
    if (step !== null) this.send({ type: 'visit', step });
    if (show) this.send({ type: this.phase === 'explained' ? 'show-me' : 'demonstrate' });
    if (linked === null) return;
    this.#waiting = { linked, isOwn, place: this.context.progress.place };
    if (this.linkState === 'ready') this.#takeLink(step === null || !isOwn);
  }

  /** What the address asked for. */
  get options(): LessonOptions {
    return this.#options;
  }

  /** A run from outside that is not on the stage: it waits for an answer or the learner, or belongs further on. */
  get linkState(): 'held' | 'ready' | 'later' | null {
    const waiting = this.#waiting;
    const { stage, progress } = this.context;
    if (waiting?.place !== progress.place) return null;
    if (mayStand(waiting, this.context, this.phase)) return 'ready';
    return stage.world === null || stage.world === worldName(waiting.linked) ? 'held' : 'later';
  }

  /** The situation for the address: what waits to be seen, or what is seen. */
  get packed(): string | null {
    const waiting = this.linkState === null ? null : this.#waiting;
    return (this.#next ?? waiting?.linked)?.text ?? this.link.packed;
  }

  /** The same for this very instant: while time runs, the address lags behind. */
  async packedNow(): Promise<string | null> {
    const isSeen = this.linkState === null && this.#next === null;
    return isSeen ? this.link.packNow() : this.packed;
  }

  /** Puts the run that waited on the stage. */
  openLink(): void {
    if (this.linkState === 'ready') this.#takeLink(true);
  }

  /** What the address says is the learner's own doing, not somebody else's run that is looked at or waits. */
  get isOwn(): boolean {
    return this.phase !== 'shown' && this.linkState === null;
  }

  /** What the machine knows. */
  get context() {
    return this.#machine.snapshot.context;
  }

  /** The machine's innermost state. */
  get phase(): LessonPhase {
    return phaseOf(this.#machine.snapshot);
  }

  /** A question is open: nothing of an outcome may be shown or told. */
  get hideOutcome(): boolean {
    return hidesOutcome(this.#machine.snapshot);
  }

  /**
   * Whether a command of this name, or this very one, is offered: those of the tasks in sight, and all of the lesson's
   * once it is finished.
   */
  allows(name: string, command?: Command): boolean {
    if (this.phase === 'finished') return this.content.scenario.commands.includes(name);
    return isOffered(offeredCommands(this.#machine.snapshot), name, command);
  }

  /** What the tasks in sight ask for, in their order. */
  get wanted(): readonly string[] {
    return offeredCommands(this.#machine.snapshot);
  }

  /** Whether a world stands, or is about to. */
  get isOpen(): boolean {
    return this.context.stage.world !== null;
  }

  /** The world that was asked for stands on the stage. */
  get isStanding(): boolean {
    return this.#standing === this.context.stage.epoch;
  }

  /** What the run on the stage shows; null while it is not the one that was asked for. One object for each frame. */
  get played(): Played | null {
    const { frame } = this.playback;
    if (!this.isOpen || !this.isStanding) return null;
    if (this.#seen?.frame !== frame)
      this.#seen = { frame, played: { world: frame.view, facts: frame.facts } };
    return this.#seen.played;
  }

  /** Moments that the run has reached, as far as they may be seen. */
  get reached(): ReadonlySet<string> {
    const { facts, known } = this.playback.frame;
    const seen = momentsIn(this.content.scenario, this.hideOutcome ? facts : known);
    return new Set(Object.keys(seen).filter((id) => seen[id] !== null));
  }

  /** Gives the machine an event; one that needs more of the lesson than is loaded waits for it. */
  send(event: LessonEvent): void {
    if (EARLY.includes(event.type)) this.#machine.send(event);
    else this.#whenWhole(() => this.#machine.send(event));
  }

  /** Does it now, or as soon as the lesson is whole. Where it cannot be had, whoever shows the lesson says so. */
  #whenWhole(act: () => void): void {
    if (this.#load === null) act();
    else this.complete().then(act, () => undefined);
  }

  /** Sees to it that all of the lesson is there, and has what was played before judged. Rejects when it cannot be had. */
  async complete(): Promise<void> {
    if (this.#load === null) return;
    await this.#load();
    this.#load = null;
    this.judge();
  }

  /** Puts the world on the stage that the machine asks for. */
  async stand(wish: StageWish): Promise<void> {
    if (wish.world === null) return;
    // The old world stands still while the new one is fetched.
    this.playback.pause();
    const scenario = await this.#scenario(wish.world);
    if (this.#isOld(wish)) return;
    this.playback.speed = this.#options.speed ?? 1;
    const next = this.#next;
    this.#next = null;
    if (next !== null) await this.link.stand(next);
    else if (wish.show !== null || this.#goesOn) await this.#solve(scenario, wish);
    else await this.#begin(scenario, wish.world);
    if (this.#isOld(wish)) return;
    this.#standing = wish.epoch;
    const { autoplay } = this.#options;
    if (next !== null ? autoplay === true && !this.hideOutcome : wish.show === null) this.runOn();
  }

  /** The solution is being played; pausing ends that. */
  get isShowing(): boolean {
    return this.#showing;
  }

  /** Starts what stands afresh: the machine does, where it knows how; elsewhere the same world stands once more. */
  async again(): Promise<void> {
    const event = AFRESH.find((each) => this.#machine.can(each));
    if (event) this.send(event);
    else await this.stand(this.context.stage);
  }

  /** Lets time run unless a question is open or the address forbids it. */
  runOn(): void {
    if (this.#options.autoplay === false) return;
    if (!this.hideOutcome) this.playback.play();
    else this.playback.pause();
  }

  /** The furthest instant of this run that was seen; the present one once the run's past is another one. */
  get measured(): Played | null {
    const now = this.played && this.#seen;
    const { epoch } = this.context.stage;
    const { now: before, earlier } = this.#measured;
    if (epoch !== this.#measured.epoch || now === null || before === null)
      this.#measured = { epoch, now, earlier: [] };
    else {
      const all = [before, ...earlier];
      const known = all.find(({ frame }) => isOfRun(now.frame, frame)) ?? now;
      const furthest = known.played.world.at > now.played.world.at ? known : now;
      const others = known === before ? earlier : all.filter((each) => each !== known).slice(0, MOST_EARLIER);
      this.#measured = { epoch, now: furthest, earlier: others };
    }
    return this.#measured.now?.played ?? null;
  }

  /** What was measured on this stage in runs that are not on it now, the last one first; none while a question is open. */
  get earlier(): readonly Played[] {
    return this.measured === null || this.hideOutcome
      ? []
      : this.#measured.earlier.map(({ played }) => played);
  }

  /** Lets the machine judge what is played. */
  judge(): void {
    const { played } = this;
    if (played !== null && this.#load === null)
      this.send({ type: 'played', epoch: this.context.stage.epoch, played });
  }

  /** Plays from shortly before a moment that the run has reached. */
  async playFrom(moment: string): Promise<void> {
    if (await this.#goBefore(moment)) this.playback.play();
  }

  /** Lets go of the runs. */
  stop(): void {
    this.playback.destroy();
  }

  /** Whether the world that was asked for has given way to another one in the meantime. */
  #isOld({ epoch }: StageWish): boolean {
    return this.context.stage.epoch !== epoch;
  }

  /** Moves the head to shortly before a moment; false when it was not reached, or its world has given way. */
  async #goBefore(moment: string): Promise<boolean> {
    const wish = this.context.stage;
    const at = momentsIn(this.content.scenario, this.playback.frame.known)[moment]?.at;
    if (at === undefined) return false;
    await this.playback.seek(Math.max(0, at - BEFORE_MOMENT));
    return !this.#isOld(wish);
  }

  /** The run that waits is the next on the stage; `afresh`: the stage has to be asked for it. */
  #takeLink(afresh: boolean): void {
    this.#next = this.#waiting?.linked ?? null;
    this.#waiting = null;
    if (afresh) this.send({ type: 'look' });
  }

  #sourceOf(world: string): { readonly lesson: string; readonly world: string } {
    return { lesson: this.#entry.slug, world };
  }

  /** The step on the stage goes on with what the one before it did. */
  get #goesOn(): boolean {
    const { step, progress } = this.context;
    const at = this.content.page.steps[step];
    return at?.slug === progress.place && at.stage.type === 'continue';
  }

  async #begin(scenario: Scenario, world: string): Promise<void> {
    const at = entryOf(scenario);
    const prepared = this.#preparedFor(world);
    await this.link.open(this.#sourceOf(world), scenario, at, { at, prepared });
  }

  /** Opens the world with what the lesson's solution does in it: shown, or done where nobody came from the step before. */
  async #solve(scenario: Scenario, wish: StageWish): Promise<void> {
    const [solution, { playSolved }] = await Promise.all([this.#entry.solution(), import('./solved')]);
    const isOld = () => this.#isOld(wish);
    if (isOld()) return;
    await playSolved(this, solution, wish, {
      isOld,
      open: ({ commands, until }, at) =>
        this.link.open(this.#sourceOf(wish.world ?? ''), scenario, at, {
          journal: commands,
          at,
          furthest: until,
        }),
      goBefore: (moment) => this.#goBefore(moment),
      setShowing: (isShowing) => (this.#showing = isShowing),
    });
  }

  /** The scenario of a world, once the rooms that its runs need are loaded. */
  async #scenario(world: string): Promise<Scenario> {
    const { commands } = this.content.scenario;
    const scenario = { ...scenarioOf(this.content, world), commands };
    // What is prepared can be seen before there is anything to play it.
    if (this.#preparedFor(world) === undefined) await (await loadEngine()).runsFor(scenario);
    return this.#options.seed === null ? scenario : { ...scenario, seed: this.#options.seed };
  }

  #preparedFor(world: string): PreparedOpening | undefined {
    return this.#prepared?.world === world && this.#options.seed === null ? this.#prepared : undefined;
  }
}
