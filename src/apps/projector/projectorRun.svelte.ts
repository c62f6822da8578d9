// One lesson in class: the talk's machine says where it is, playback shows it, and every way there is absolute.
import type { LessonContent, LessonEntry, Played } from '../../lesson/format';
import { programmeOf, stopFor, type Stop } from '../../lesson/programme';
import type { LessonOptions, Note } from '../../link';
import type { Told } from '../../link/presenterMessages';
import { engineDoor } from '../../playback/engine';
import { Playback } from '../../playback/playback.svelte';
import { MS, type Command, type Micros, type Refusal } from '../../sim';
import { LiveActor } from '../course/actor.svelte';
import { readLinked, type Linked } from '../course/linked';
import { StageLink } from '../course/stageLink.svelte';
import { unknownPlaces } from '../course/visit';
import { Playing } from '../embed/visible';
import { nextStop, standingAt, stopOfRun } from './standing';
import { talkMachine } from './talk.machine';
import { talkStateOf } from './talkState';

/** A follower that is further away than this, in wall milliseconds, jumps to where the leader is. */
const DRIFT = 400;

/** What a page in class is opened for. */
export interface ProjectorSource {
  readonly entry: LessonEntry;
  readonly linked: Linked | null;
  readonly options: LessonOptions;
}

/** The worlds of one lesson, as a class is led through them. */
export class ProjectorRun {
  readonly playback = new Playback(engineDoor());
  readonly link = new StageLink(this.playback);
  /** Plays only while somebody can see it. */
  readonly playing = new Playing(this.playback);
  readonly content: LessonContent;
  readonly stops: readonly Stop[];
  readonly #entry: LessonEntry;
  readonly #talk: LiveActor<typeof talkMachine>;
  /** Id of the world that stands on the stage. */
  #world = $state('');
  /** The situation that both windows have, and the run it is of. */
  #shared: { readonly text: string; readonly deeds: string } | null = null;
  #followed: Told | null = null;
  #isFollowing = false;
  /** Counts what was done in this window: what was followed until then is over. */
  #acts = 0;

  private constructor(entry: LessonEntry, content: LessonContent, stops: readonly Stop[], stop: number) {
    this.#entry = entry;
    this.content = content;
    this.stops = stops;
    const cues = stops.map(({ kind, asked }) => {
      const question = kind === 'question' ? asked!.prediction : null;
      return { question: question && { id: question.id, options: question.options.length } };
    });
    this.#talk = new LiveActor(talkMachine, { input: { cues, stop } });
  }

  /** Loads a lesson and stands where the address asks. */
  static async open({ entry, linked, options }: ProjectorSource): Promise<ProjectorRun> {
    const [lesson, solution] = await Promise.all([entry.open(), entry.solution()]);
    const seed = options.seed ?? lesson.scenario.seed;
    const content = { ...lesson, scenario: { ...lesson.scenario, seed } };
    const stops = programmeOf(content, solution);
    const run = new ProjectorRun(entry, content, stops, stopFor(content, stops, options));
    if (options.speed !== null) run.playback.speed = options.speed;
    if (linked === null) await run.go(run.talk.stop);
    else await run.#stand(linked, options.step);
    if (options.autoplay === true && !run.hideOutcome) run.playing.play();
    return run;
  }

  /** Where the talk is. */
  get talk() {
    return talkStateOf(this.#talk.snapshot);
  }

  /** The stop that the talk is at. */
  get stop(): Stop {
    return this.stops[this.talk.stop]!;
  }

  /** A question is held up: nothing of an outcome may be shown or told. */
  get hideOutcome(): boolean {
    return this.#talk.snapshot.hasTag('question-open');
  }

  /** The stage stays closed: its world would answer the question. */
  get isClosed(): boolean {
    return this.hideOutcome && this.stop.way.step === 'transfer';
  }

  /** What the run on the stage shows at its head. */
  get played(): Played {
    const { view, facts } = this.playback.frame;
    return { world: view, facts };
  }

  /** The next stop, or null at the end. */
  get next(): number | null {
    const isHere = this.#world === this.stop.way.scenario.id;
    const seen = isHere ? this.playback.frame : { facts: [], head: -1 };
    return nextStop(this.content, this.stops, this.talk.stop, seen);
  }

  /** The option of the question that was put, once the lesson's run has shown it. A run of one's own answers another question. */
  get held(): string | null {
    const answer = this.stop.asked?.answer ?? null;
    if (answer === null || this.hideOutcome || this.isOwn) return null;
    return this.playback.frame.head >= answer.at ? answer.option : null;
  }

  /** The stage shows the stop itself, and not what was made of it. */
  get isAtStop(): boolean {
    return this.playback.frame.head === this.stop.at && this.#standsAs(this.talk.stop);
  }

  /** Something was done on this stage that the lesson does not do. */
  get isOwn(): boolean {
    return !this.#standsAs(this.talk.stop);
  }

  /** How far what the lesson shows at this stop is played: what is broken in its midst does not shorten the timeline. */
  get planned(): Micros {
    const { stop, talk } = this;
    return this.#world === stop.way.scenario.id ? standingAt(this.stops, talk.stop).furthest : 0;
  }

  /** Gives the talk's machine an event that moves no world. */
  send(
    event: Exclude<Parameters<LiveActor<typeof talkMachine>['send']>[0], { type: 'go' | 'follow' }>,
  ): void {
    this.#acts += 1;
    this.#talk.send(event);
  }

  /** Goes to a stop and stands still there, whatever was done before; a number that is none is left alone. */
  async go(index: number): Promise<void> {
    const stop = this.stops[index];
    if (stop === undefined) return;
    this.#acts += 1;
    this.playing.pause();
    this.#talk.send({ type: 'go', stop: index });
    if (this.#standsAs(index)) {
      await this.playback.seek(stop.at);
      return;
    }
    const { scenario } = stop.way;
    const [lesson = '', world = ''] = scenario.id.split('/');
    await this.link.open({ lesson, world }, scenario, null, {
      ...standingAt(this.stops, index),
      at: stop.at,
    });
    this.#world = scenario.id;
  }

  /** On to the next stop, or back: to the start of this one when the stage has left it. False at the end. */
  async step(by: 1 | -1): Promise<boolean> {
    const to = by === 1 ? this.next : this.isAtStop ? this.talk.stop - 1 : this.talk.stop;
    if (to === null || to < 0) return false;
    await this.go(to);
    return true;
  }

  /** Gives a command, unless a question is open. Returns why the model refused, or null. */
  async do(command: Command): Promise<Refusal | null> {
    this.#acts += 1;
    return this.hideOutcome ? { code: 'not-allowed', data: {} } : this.playback.do(command);
  }

  /** What the address has to say of this instant. */
  async place(): Promise<Pick<LessonOptions, 'moment' | 'step' | 's'>> {
    const { kind, moment, way } = this.stop;
    const s = this.isAtStop && kind !== 'outcome' ? null : await this.link.pack();
    const step = moment === null && kind !== 'opening' ? this.#stepName(way.step) : null;
    return { moment: moment?.id ?? null, step, s };
  }

  /** What an address asks for and this talk does not have. */
  unknown(asked: Pick<LessonOptions, 'moment' | 'step'>): readonly Note[] {
    const { steps } = this.content.page;
    const moments = this.stops.flatMap(({ moment }) => moment?.id ?? []);
    const isStep = this.stops.some(({ way }) => way.step === asked.step);
    return unknownPlaces(asked, {
      isStep: isStep || steps[Number(asked.step) - 1] !== undefined,
      isMoment: moments.some((id) => id === asked.moment),
      steps: steps.length,
      moments,
    });
  }

  /** What the other window is told; null while there is nothing to tell. */
  async share(): Promise<void> {
    const deeds = this.#deeds;
    if (this.#shared?.deeds === deeds) return;
    const text = await this.link.pack();
    if (text !== null && deeds === this.#deeds) this.#shared = { text, deeds };
  }

  /** Where this window is, for the other one; null while it is on its way. */
  get told(): Told | null {
    if (this.#shared === null || this.#isFollowing || this.#shared.deeds !== this.#deeds) return null;
    const { frame, playing, speed } = this.playback;
    return { situation: this.#shared.text, head: frame.head, playing, speed, talk: this.talk };
  }

  /** Goes where the other window is; of several that come in the meantime the last. */
  async follow(told: Told): Promise<void> {
    this.#followed = told;
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    try {
      for (let next = this.#take(); next; next = this.#take()) await this.#follow(next);
    } finally {
      this.#isFollowing = false;
    }
  }

  #take(): Told | null {
    const told = this.#followed;
    this.#followed = null;
    return told;
  }

  async #follow({ situation, head, playing, speed, talk }: Told): Promise<void> {
    const { playback } = this;
    const acts = this.#acts;
    const stands = situation === this.#shared?.text && this.#deeds === this.#shared.deeds;
    // Read before anything is believed: a talk is nothing without its world.
    const linked = stands ? null : await readLinked(situation, 'link', [this.#entry], this.#entry.slug);
    if (acts !== this.#acts) return;
    this.#talk.send({ type: 'follow', talk });
    playback.speed = speed;
    if (linked !== null) {
      await this.link.stand(linked);
      if (acts !== this.#acts) return;
      this.#world = linked.scenario.id;
      this.#shared = { text: situation, deeds: this.#deeds };
    }
    const away = Math.abs(playback.frame.head - head) / MS / speed;
    const isWithin = playing && playback.playing && away < DRIFT;
    if (!playing) this.playing.pause();
    if (!isWithin && playback.frame.head !== head) await playback.seek(head);
    if (playing) this.playing.play();
  }

  async #stand(linked: Linked, asked: string | null): Promise<void> {
    await this.link.stand(linked);
    this.#world = linked.scenario.id;
    const step = this.content.page.steps[Number(asked) - 1]?.slug ?? asked;
    const { facts, head } = this.playback.frame;
    this.#talk.send({
      type: 'go',
      stop: stopOfRun(this.content, this.stops, { scenario: linked.scenario.id, facts, head, step }),
    });
  }

  /** What stands was opened for this stop or one beside it, and nobody did anything in it. */
  #standsAs(index: number): boolean {
    const { journal } = standingAt(this.stops, index);
    const isWorld = this.#world === this.stops[index]!.way.scenario.id;
    return isWorld && JSON.stringify(journal) === JSON.stringify(this.playback.frame.journal);
  }

  /** A step by its number from 1 on; what is no step by its name. */
  #stepName(slug: string): string {
    const at = this.content.page.steps.findIndex((step) => step.slug === slug);
    return at < 0 ? slug : String(at + 1);
  }

  /** Changes with what is done, not with the head. */
  get #deeds(): string {
    const { frame } = this.playback;
    return `${frame.run} ${frame.journal.length}`;
  }
}
