// The door that stands in front as long as there is no engine: it tells what was prepared, has the engine fetched,
// and hands everything else to the door behind it. Nobody in front notices more than that a request takes longer.
import type { Command, Micros, Refusal } from '../sim';
import { openedWorld, type PreparedOpening } from '../lesson/opening';
import type { Done, Door, Opened, Opening, Report, RunId } from './door';

/** The first run of every door. */
const FIRST: RunId = '1';

/** A door whose engine comes later. */
export class LateDoor implements Door {
  readonly #load: () => Promise<Door>;
  /** The door behind, as soon as somebody needs it; null again when it could not be had. */
  #behind: Promise<Door> | null = null;
  /** What was told from what was prepared, until it stands behind as well. */
  #told: Opening | null = null;

  /** `load` fetches a new door. */
  constructor(load: () => Promise<Door>) {
    this.#load = load;
  }

  async ready(): Promise<void> {
    await this.#door();
  }

  async open(opening: Opening): Promise<Opened> {
    const { prepared } = opening;
    if (prepared !== undefined && this.#behind === null) {
      this.#told = opening;
      return openedOf(prepared);
    }
    return (await this.#door()).open(opening);
  }

  async do(run: RunId, command: Command): Promise<Done> {
    return (await this.#door()).do(run, command);
  }

  async check(run: RunId, command: Command): Promise<Refusal | null> {
    return (await this.#door()).check(run, command);
  }

  async seek(run: RunId, at: Micros): Promise<Report> {
    return (await this.#door()).seek(run, at);
  }

  async ahead(run: RunId): Promise<Micros | null> {
    return (await this.#door()).ahead(run);
  }

  async undo(run: RunId): Promise<Report | null> {
    return (await this.#door()).undo(run);
  }

  async digest(run: RunId): Promise<string> {
    // Whatever moves the run away from there has it stand behind first.
    return this.#told?.prepared?.digest ?? (await this.#door()).digest(run);
  }

  close(): void {
    this.#told = null;
    // Who waits for an engine that is lost has been told so.
    this.#behind?.then(
      (door) => door.close(),
      () => undefined,
    );
  }

  /** The door behind, with what was told standing there. */
  #door(): Promise<Door> {
    this.#behind ??= this.#fetch().catch((error: unknown) => {
      this.#behind = null;
      throw error;
    });
    return this.#behind;
  }

  async #fetch(): Promise<Door> {
    const door = await this.#load();
    if (this.#told !== null) await door.open(this.#told);
    this.#told = null;
    return door;
  }
}

function openedOf(prepared: PreparedOpening): Opened {
  const { at, facts, blasts } = prepared;
  return {
    ...openedWorld(prepared),
    ...{ forks: [], run: FIRST, head: at, furthest: at, journal: [], made: [] },
    ...{ factsAtHead: facts.length, from: 0, fresh: facts, blasts: () => blasts },
  };
}
