// The run on a stage as links and files carry it: told once it has settled, and put there from one.
import type { ScenarioSource, Situation } from '../../link/situations';
import type { OpenOptions, Playback } from '../../playback/playback.svelte';
import type { Micros, Scenario } from '../../sim';
import type { Linked } from './linked';
import type { Standing } from './runSituation';

/** Wall milliseconds for which nothing is done before the address is written. */
const SETTLED = 150;
/** And so often while time runs: whoever loads the page again finds the instant. */
const WHILE_PLAYING = 1000;

const situations = () => import('./runSituation');

/** What stands on one playback, between its frames and the address bar. */
export class StageLink {
  readonly #playback: Playback;
  /** Whose world stands; null until one does, also while one takes the place of another. */
  #source: ScenarioSource | null = null;
  /** Counts the worlds that were asked for: the last one stands, whatever the others still wait for. */
  #turn = 0;
  /** Where the world was entered; null when it was put there from a link. */
  #start: Micros | null = null;
  #packed = $state<string | null>(null);
  /** The link that was put on the stage, and what stood there then: it stays in the address as it was made. */
  #given: { readonly text: string; readonly deeds: string } | null = null;
  /** Changes with what is done, and with the head while time stands still. */
  readonly #deeds = $derived.by(() => {
    const { frame, selected, playing, compared } = this.#playback;
    return `${frame.run} ${frame.journal.length} ${selected} ${compared?.run} ${playing || frame.head}`;
  });

  constructor(playback: Playback) {
    this.#playback = playback;
  }

  /** The situation for the address bar, the last that a link can carry; null while it is just a world's beginning. */
  get packed(): string | null {
    return this.#packed;
  }

  /**
   * Opens a world afresh and enters it at `start`; null when its beginning is worth an address too. Rejects when
   * the scenario cannot be had. Opens nothing when another world was asked for while it was waited for.
   */
  async open(
    source: ScenarioSource,
    scenario: Scenario | Promise<Scenario>,
    start: Micros | null,
    options: OpenOptions = { at: start ?? 0 },
  ): Promise<void> {
    const turn = this.#leave();
    const found = await scenario;
    if (turn === this.#turn) await this.#enter(turn, source, found, options, start);
  }

  /** Packs what stands whenever something was done and nothing is for a while. Call it while a component is made. */
  keep(): void {
    $effect(() => {
      void this.#deeds;
      const timer = setTimeout(() => void this.#keep(), SETTLED);
      return () => clearTimeout(timer);
    });
    $effect(() => {
      if (!this.#playback.playing) return undefined;
      const beat = setInterval(() => void this.#keep(), WHILE_PLAYING);
      return () => clearInterval(beat);
    });
  }

  /** Something does stand on the stage, and not only a world on its way there. */
  get isStanding(): boolean {
    return this.#stands !== null;
  }

  /** What stands on the stage, or null when nothing does, or more than any page would play again. */
  async situation(): Promise<Situation | null> {
    const standing = this.#stands;
    return standing && (await situations()).situationOf(standing);
  }

  /** The same for a link; what came from one and was not touched is that link. */
  async pack(): Promise<string | null> {
    if (this.#deeds === this.#given?.deeds) return this.#given.text;
    const standing = this.#stands;
    return standing && (await situations()).packStanding(standing);
  }

  /**
   * The link to this very instant, also while time runs; null while a world has only begun. Where that is more than a
   * link carries, the last that it did carry.
   */
  async packNow(): Promise<string | null> {
    if (this.#isUntouched && this.#isAtStart) return null;
    const packed = await this.pack();
    const { MOST_LINK } = await situations();
    return packed !== null && packed.length <= MOST_LINK ? packed : this.#packed;
  }

  /** Puts a situation on the stage, with time standing still; gives up when another world is asked for. */
  async stand({ text, situation, scenario }: Linked): Promise<void> {
    const turn = this.#leave();
    const { openingOf } = await situations();
    if (turn !== this.#turn) return;
    this.#packed = text;
    if (!(await this.#enter(turn, situation.scenario, scenario, openingOf(situation), null))) return;
    this.#playback.selected = situation.selected;
    if (text !== null) this.#given = { text, deeds: this.#deeds };
  }

  /** From now on nothing is said of what stood before. */
  #leave(): number {
    this.#source = null;
    this.#packed = null;
    this.#given = null;
    return ++this.#turn;
  }

  /** Opens the world of a turn; false when another one was asked for since, or this one could not be played. */
  async #enter(
    turn: number,
    source: ScenarioSource,
    scenario: Scenario,
    options: OpenOptions,
    start: Micros | null,
  ): Promise<boolean> {
    await this.#playback.open(scenario, options);
    if (turn !== this.#turn) return false;
    if (this.#playback.problem !== null) {
      this.#packed = null;
      return false;
    }
    this.#source = source;
    this.#start = start;
    return true;
  }

  get #stands(): Standing | null {
    const { frame, runs, current, compared, selected } = this.#playback;
    const source = this.#source;
    return source && frame.run !== '' ? { frame, runs, current, compared, selected, source } : null;
  }

  get #isUntouched(): boolean {
    const { frame, runs, selected } = this.#playback;
    return this.#start !== null && runs.length < 2 && frame.journal.length === 0 && selected === null;
  }

  get #isAtStart(): boolean {
    const { head, furthest } = this.#playback.frame;
    return head === this.#start && furthest === this.#start;
  }

  async #keep(): Promise<void> {
    if (this.#source === null) return;
    if (this.#isUntouched && (this.#playback.playing || this.#isAtStart)) {
      this.#packed = null;
      return;
    }
    const turn = this.#turn;
    const deeds = this.#deeds;
    const packed = await this.packNow();
    // Something was done in the meantime: it is packed next.
    if (turn === this.#turn && deeds === this.#deeds) this.#packed = packed;
  }
}
