// One frame's worlds behind its messages: every place is absolute, so that going back in a deck undoes.
import type { LessonContent, LessonEntry, LessonPage } from '../../lesson/format';
import { isGiven } from '../../layout/timeline/weight';
import { predictionsOf } from '../../lesson/evaluate';
import { worldOf } from '../../lesson/crossCheck';
import { placesOf, type MomentPlace } from '../../lesson/moments';
import { scenarioOf } from '../../lesson/content';
import { whenAsked } from '../../lesson/programme';
import type { LessonOptions, Note } from '../../link';
import { packSituation } from '../../link/situations';
import { engineDoor } from '../../playback/engine';
import { Playback } from '../../playback/playback.svelte';
import { MINUTE, MS, type Command, type Micros, type Refusal, type Scenario } from '../../sim';
import { stepFor, worldName } from '../course/lessonLink';
import type { Linked } from '../course/linked';
import { StageLink } from '../course/stageLink.svelte';
import { unknownPlaces } from '../course/visit';

/** Where a frame can be sent; milliseconds are those of the run that stands. */
export type Place = { readonly moment: string } | { readonly step: string } | { readonly ms: number };

/** What a frame was given to show: a lesson, a situation, or a situation of a lesson. */
export interface EmbedSource {
  readonly entry: LessonEntry | null;
  readonly linked: Linked | null;
  readonly options: LessonOptions;
}

/** Thrown for a place that the frame does not have; the message lists those it has. */
export class UnknownPlace extends Error {
  override readonly name = 'UnknownPlace';
}

interface Parts {
  readonly content: LessonContent | null;
  readonly moments: readonly MomentPlace[];
}

/** The worlds of one frame. */
export class EmbedRun {
  readonly playback = new Playback(engineDoor());
  readonly link = new StageLink(this.playback);
  readonly content: LessonContent | null;
  /** All moments that can be gone to, in the order of the lesson. */
  readonly moments: readonly MomentPlace[];
  readonly #source: EmbedSource;
  /** Slug of the step whose world stands on the stage, or `transfer`; empty for a world of no lesson. */
  #step = $state('');
  #moment = $state<string | null>(null);
  #scenario = $state.raw<Scenario | null>(null);
  readonly #journal = $derived(this.playback.frame.journal);
  readonly #asked = $derived.by(() => this.#whenAsked());

  private constructor(source: EmbedSource, { content, moments }: Parts) {
    this.content = content;
    this.moments = moments;
    this.#source = source;
  }

  /** Loads what is to be shown and stands where the address asks. */
  static async open(source: EmbedSource): Promise<EmbedRun> {
    const run = new EmbedRun(source, source.entry ? await partsOf(source.entry, source.options) : NO_LESSON);
    if (source.options.speed !== null) run.playback.speed = source.options.speed;
    await run.reset();
    if (source.options.autoplay === true) run.playback.play();
    return run;
  }

  /** Slug of the step whose world stands on the stage, or `transfer`; empty for a world of no lesson. */
  get step(): string {
    return this.#step;
  }

  /** The moment that was gone to last; null after anything else was. */
  get moment(): string | null {
    return this.#moment;
  }

  /**
   * Whether a question of what stands on the stage is open: since it is asked no command was given, and no fault of
   * the scenario came. Until then nothing on the frame or in its messages may tell what would follow.
   */
  get isOpen(): boolean {
    // On its way from one world to another it tells nothing of either.
    if (this.#scenario === null) return true;
    const { facts, head } = this.playback.frame;
    return this.#asked.some(
      (at) => head >= at && !facts.some((fact) => isGiven(fact.name) && (at === 0 || fact.at > at)),
    );
  }

  /** What stands, as a link carries it; while a question is open nothing of what would follow is in it. */
  async situation(): Promise<string> {
    const whole = this.isOpen ? await this.link.situation() : null;
    if (whole === null) return (await this.link.pack()) ?? '';
    const { model, scenario, seed, journal, at, selected } = whole;
    const known = journal.filter((given) => given.at <= at);
    return packSituation({ v: 1, model, scenario, seed, journal: known, at, selected });
  }

  /** When each question of what stands is asked in this run; those that come after a task that is not done are not. */
  #whenAsked(): readonly Micros[] {
    const { content } = this;
    const scenario = this.#scenario;
    if (!content || !scenario) return [];
    const step = content.page.steps.find(({ slug }) => slug === this.#step);
    const { transfer } = content.page;
    const isTransfer = this.#step === 'transfer' && transfer !== null;
    const questions = step ? predictionsOf(step) : isTransfer ? [transfer.prediction] : [];
    const commands = this.#journal;
    const solution = { commands, until: (commands.at(-1)?.at ?? 0) + AHEAD };
    return questions.flatMap(
      (each) => whenAsked(content, { step: this.#step, scenario, solution }, each) ?? [],
    );
  }

  /** What an address asks for and this frame's lesson does not have. */
  unknown(asked: Pick<LessonOptions, 'moment' | 'step'>): readonly Note[] {
    const { moment, step } = asked;
    return unknownPlaces(asked, {
      isStep: step !== null && this.#findStep(step) >= 0,
      isMoment: moment !== null && this.#findMoment(moment) !== undefined,
      steps: this.content?.page.steps.length ?? 0,
      moments: this.moments.map(({ id }) => id),
    });
  }

  /** Whether a command is offered: those of the lesson, all in a world of its own. */
  allows(command: string): boolean {
    return this.content === null || this.content.scenario.commands.includes(command);
  }

  /** Goes to a place, whatever was done before, and stands still there. Throws UnknownPlace. */
  async goto(place: Place): Promise<void> {
    if ('ms' in place) await this.playback.seek(Math.round(place.ms * MS));
    else if ('moment' in place) await this.#gotoMoment(place.moment);
    else await this.#gotoStep(place.step);
  }

  /** Goes back to where the address asked for; to the first step when it asked for nothing that exists. */
  async reset(): Promise<void> {
    const { linked, options } = this.#source;
    const { moment, step } = options;
    if (linked) await this.#standLinked(linked);
    else if (moment !== null && this.#findMoment(moment)) await this.#gotoMoment(moment);
    else if (step !== null && this.#findStep(step) >= 0) await this.#gotoStep(step);
    else await this.#gotoStep('1');
  }

  /**
   * Gives a command at an instant, in milliseconds of the run. When the run has this very command there
   * already, it only goes there. Returns why the model refused, or null.
   */
  async do(command: Command, ms: number): Promise<Refusal | null> {
    const at = Math.round(ms * MS);
    const isGiven = this.playback.frame.journal.some((given) => isSame(given, { at, command }));
    await this.playback.seek(at);
    return isGiven ? null : await this.playback.do(command);
  }

  async #standLinked(linked: Linked): Promise<void> {
    this.#scenario = null;
    await this.link.stand(linked);
    this.#step = this.content ? partOf(this.content.page, linked, this.#source.options.step) : '';
    this.#scenario = linked.scenario;
    this.#moment = null;
  }

  async #gotoMoment(id: string): Promise<void> {
    const place = this.#findMoment(id);
    if (!place) throw new UnknownPlace(`There is no moment ${id}; there are ${this.#names()}.`);
    const { commands, until } = place.solution;
    await this.#open(place.step, place.scenario, { journal: commands, at: place.at, furthest: until });
    this.#moment = id;
  }

  async #gotoStep(step: string): Promise<void> {
    const found = this.content?.page.steps[this.#findStep(step)];
    if (!this.content || !found)
      throw new UnknownPlace(`There is no step ${step}; there are ${this.content?.page.steps.length ?? 0}.`);
    const world = worldOf(this.content.page, this.content.page.steps.indexOf(found));
    await this.#open(found.slug, scenarioOf(this.content, world), {});
  }

  async #open(
    step: string,
    scenario: Scenario,
    opening: { journal?: MomentPlace['solution']['commands']; at?: Micros; furthest?: Micros },
  ): Promise<void> {
    const [lesson = '', world = ''] = scenario.id.split('/');
    this.#scenario = null;
    await this.link.open({ lesson, world }, scenario, null, opening);
    this.#step = step;
    this.#scenario = scenario;
    this.#moment = null;
  }

  #findMoment(id: string): MomentPlace | undefined {
    return this.moments.find((moment) => moment.id === id);
  }

  /** Index of a step by its number from 1 on or its slug; -1 when there is none. */
  #findStep(step: string): number {
    const steps = this.content?.page.steps ?? [];
    const byNumber = Number(step) - 1;
    return steps[byNumber] ? byNumber : steps.findIndex(({ slug }) => slug === step);
  }

  #names(): string {
    return this.moments.map(({ id }) => id).join(', ');
  }
}

/** So far a run is looked ahead for tasks that pass by waiting: no lesson lets wait longer before it asks. */
const AHEAD = 5 * MINUTE;

const NO_LESSON: Parts = { content: null, moments: [] };

/** A lesson with the seed that the address asks for, and where its moments lie with it. */
async function partsOf(entry: LessonEntry, options: LessonOptions): Promise<Parts> {
  const [lesson, solution] = await Promise.all([entry.open(), entry.solution()]);
  const seed = options.seed ?? lesson.scenario.seed;
  const content = { ...lesson, scenario: { ...lesson.scenario, seed } };
  return { content, moments: placesOf(content, solution) };
}

/** The step, or `transfer`, whose world a situation is of: the one asked for if it has that world, else the first. */
function partOf(page: LessonPage, linked: Linked, asked: string | null): string {
  const world = worldName(linked);
  const slug = page.steps[Number(asked) - 1]?.slug ?? asked;
  const step = stepFor(page, world, slug, '');
  return step ?? (page.transfer?.world === world ? 'transfer' : '');
}

type Given = { readonly at: Micros; readonly command: Command };

/** Whether two commands are the same at the same instant; arguments may stand in another order. */
function isSame(one: Given, other: Given): boolean {
  const written = ({ at, command }: Given) =>
    JSON.stringify([at, command.name, command.target, Object.entries(command.args ?? {}).sort()]);
  return written(one) === written(other);
}
