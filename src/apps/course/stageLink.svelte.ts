// The run on a stage as links and files carry it: told once it has settled, and put there from one.
import type { ForkSource, ScenarioSource, Situation } from '../../link/situations';
import type { Playback, RunId } from '../../playback/playback.svelte';
import { MODEL_VERSION, type Micros } from '../../sim';
import type { Linked } from './linked';

/** Wall milliseconds for which nothing is done before the address is written. */
const SETTLED = 300;

const situations = () => import('../../link/situations');

/** What stands on one playback, between its frames and the address bar. */
export class StageLink {
  readonly #playback: Playback;
  #source: ScenarioSource | null = null;
  /** Where the world was entered; null when it was put there from a link. */
  #start: Micros | null = null;
  readonly #left = new Map<RunId, ForkSource['journal']>();
  #packed = $state<string | null>(null);
  /** The link that was put on the stage, and what stood there then: it stays in the address as it was made. */
  #given: { readonly text: string; readonly deeds: string } | null = null;
  /** Changes with what is done, and with the head while time stands still. */
  readonly #deeds = $derived.by(() => {
    const { frame, selected, playing } = this.#playback;
    return `${frame.run} ${frame.journal.length} ${selected} ${playing || frame.head}`;
  });

  constructor(playback: Playback) {
    this.#playback = playback;
  }

  /** The situation for the address bar; null while it is just a world's beginning. */
  get packed(): string | null {
    return this.#packed;
  }

  /** A world was opened afresh; `start` is the instant at which it is entered. */
  begin(source: ScenarioSource, start: Micros | null): void {
    this.#source = source;
    this.#start = start;
    this.#left.clear();
    this.#packed = null;
    this.#given = null;
  }

  /** Packs what stands whenever something was done and nothing is for a while. Call it while a component is made. */
  keep(): void {
    $effect(() => {
      void this.#deeds;
      const { run, journal } = this.#playback.frame;
      this.#left.set(run, journal);
      const timer = setTimeout(() => void this.#keep(), SETTLED);
      return () => clearTimeout(timer);
    });
  }

  /** What stands on the stage, or null when nothing does. */
  async situation(): Promise<Situation | null> {
    const { frame, selected } = this.#playback;
    const { view, journal, head: at, furthest } = frame;
    if (this.#source === null || frame.run === '') return null;
    const fork = this.#fork();
    const known = Math.max(at, journal.at(-1)?.at ?? 0);
    const situation: Situation = {
      v: 1,
      model: MODEL_VERSION,
      scenario: this.#source,
      seed: view.seed,
      journal,
      at,
      selected,
      ...(furthest > known && { furthest }),
    };
    const { isForkOf } = await situations();
    return fork !== null && isForkOf({ ...situation, fork }) ? { ...situation, fork } : situation;
  }

  /** The same for a link; what came from one and was not touched is that link. */
  async pack(): Promise<string | null> {
    if (this.#deeds === this.#given?.deeds) return this.#given.text;
    const situation = await this.situation();
    return situation === null ? null : (await situations()).packSituation(situation);
  }

  /** Puts a situation on the stage, with time standing still. */
  async stand({ text, situation, scenario }: Linked): Promise<void> {
    const { journal, at, furthest = 0, selected, fork } = situation;
    const playback = this.#playback;
    this.begin(situation.scenario, null);
    this.#packed = text;
    if (fork) {
      const { sharedCommands } = await situations();
      await playback.open(scenario, { journal: fork.journal, at: fork.at, furthest: fork.furthest ?? 0 });
      for (const entry of journal.slice(sharedCommands(journal, fork))) {
        this.#left.set(playback.current, playback.frame.journal);
        await playback.seek(entry.at);
        await playback.do(entry.command);
      }
      await playback.seek(Math.max(at, furthest));
      await playback.seek(at);
    } else await playback.open(scenario, { journal, at, furthest });
    playback.selected = selected;
    if (text !== null) this.#given = { text, deeds: this.#deeds };
  }

  /** The run that the current one left, if it left one. */
  #fork(): ForkSource | null {
    const { runs, current } = this.#playback;
    const { parent = null, forkedAt = null } = runs.find(({ id }) => id === current) ?? {};
    const left = runs.find(({ id }) => id === parent);
    const journal = this.#left.get(parent ?? '');
    return left && journal && forkedAt !== null ? { at: forkedAt, journal, furthest: left.furthest } : null;
  }

  get #isBeginning(): boolean {
    const { frame, runs, selected, playing } = this.#playback;
    if (this.#start === null) return false;
    const isUntouched = runs.length < 2 && frame.journal.length === 0 && selected === null;
    return isUntouched && (playing || (frame.head === this.#start && frame.furthest === this.#start));
  }

  async #keep(): Promise<void> {
    if (this.#isBeginning) {
      this.#packed = null;
      return;
    }
    const deeds = this.#deeds;
    const packed = await this.pack();
    const { MOST_LINK } = await situations();
    // Something was done in the meantime: it is packed next. What is too long for a link goes into a file only.
    if (deeds === this.#deeds) this.#packed = packed !== null && packed.length <= MOST_LINK ? packed : null;
  }
}
