// One lesson behind the messages of a frame: every place is absolute, so that going back in a deck undoes.
import type { LessonContent, LessonEntry } from '../../lesson/format';
import { worldOf } from '../../lesson/crossCheck';
import { placesOf, type MomentPlace } from '../../lesson/moments';
import { scenarioOf } from '../../lesson/player';
import type { LessonOptions } from '../../link';
import { Playback } from '../../playback/playback.svelte';
import { MS, type Command, type Micros, type Refusal, type Scenario } from '../../sim';

/** Where a frame can be sent. */
export type Place = { readonly moment: string } | { readonly step: string } | { readonly ms: number };

/** Thrown for a place that the lesson does not have; the message lists those it has. */
export class UnknownPlace extends Error {
  override readonly name = 'UnknownPlace';
}

/** A lesson's worlds in one frame. */
export class EmbedRun {
  readonly playback = new Playback();
  readonly content: LessonContent;
  /** All moments that can be gone to, in the order of the lesson. */
  readonly moments: readonly MomentPlace[];
  readonly #options: LessonOptions;
  /** Slug of the step whose world stands on the stage, or `transfer`. */
  #step = $state('');

  private constructor(content: LessonContent, moments: readonly MomentPlace[], options: LessonOptions) {
    this.content = content;
    this.moments = moments;
    this.#options = options;
  }

  /** Loads a lesson and stands where the address asks; at the first step when it asks for nothing that exists. */
  static async open(entry: LessonEntry, options: LessonOptions): Promise<EmbedRun> {
    const [lesson, solution] = await Promise.all([entry.open(), entry.solution()]);
    const seed = options.seed ?? lesson.scenario.seed;
    const content = { ...lesson, scenario: { ...lesson.scenario, seed } };
    const run = new EmbedRun(content, placesOf(content, solution), options);
    if (options.speed !== null) run.playback.speed = options.speed;
    await run.reset();
    return run;
  }

  /** Slug of the step whose world stands on the stage, or `transfer`. */
  get step(): string {
    return this.#step;
  }

  /** Goes to a place, whatever was done before, and stands still there. Throws UnknownPlace. */
  async goto(place: Place): Promise<void> {
    if ('ms' in place) await this.playback.seek(Math.round(place.ms * MS));
    else if ('moment' in place) await this.#gotoMoment(place.moment);
    else await this.#gotoStep(place.step);
  }

  /** Goes back to where the address asked for. */
  async reset(): Promise<void> {
    const { moment, step } = this.#options;
    if (moment !== null && this.moments.some(({ id }) => id === moment)) await this.#gotoMoment(moment);
    else if (step !== null && this.#findStep(step) >= 0) await this.#gotoStep(step);
    else await this.#gotoStep('1');
    if (this.#options.autoplay === true) this.playback.play();
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

  /** Lets go of the run. */
  stop(): void {
    this.playback.destroy();
  }

  async #gotoMoment(id: string): Promise<void> {
    const place = this.moments.find((moment) => moment.id === id);
    if (!place) throw new UnknownPlace(`There is no moment ${id}; there are ${this.#names()}.`);
    const { commands, until } = place.solution;
    await this.#open(place.step, place.scenario, { journal: commands, at: place.at, furthest: until });
  }

  async #gotoStep(step: string): Promise<void> {
    const index = this.#findStep(step);
    const found = this.content.page.steps[index];
    if (!found)
      throw new UnknownPlace(`There is no step ${step}; there are 1 to ${this.content.page.steps.length}.`);
    await this.#open(found.slug, scenarioOf(this.content, worldOf(this.content.page, index)), {});
  }

  async #open(
    step: string,
    scenario: Scenario,
    opening: { journal?: MomentPlace['solution']['commands']; at?: Micros; furthest?: Micros },
  ): Promise<void> {
    await this.playback.open(scenario, opening);
    this.#step = step;
  }

  /** Index of a step by its number from 1 on or its slug; -1 when there is none. */
  #findStep(step: string): number {
    const { steps } = this.content.page;
    const byNumber = Number(step) - 1;
    return steps[byNumber] ? byNumber : steps.findIndex(({ slug }) => slug === step);
  }

  #names(): string {
    return this.moments.map(({ id }) => id).join(', ');
  }
}

type Given = { readonly at: Micros; readonly command: Command };

/** Whether two commands are the same at the same instant; arguments may stand in another order. */
function isSame(one: Given, other: Given): boolean {
  const written = ({ at, command }: Given) =>
    JSON.stringify([at, command.name, command.target, Object.entries(command.args ?? {}).sort()]);
  return written(one) === written(other);
}
