// The runs of one scenario as the page knows them: which forked from which, and the facts of each.
import type { Entity, Micros, TimedCommand } from '../sim';
import type { Report, RunId } from './door';
import { ToldFacts } from './toldFacts';

/** What is told about a run in the list of runs. */
export interface RunInfo {
  readonly id: RunId;
  /** 1, 2, ... in order of creation. */
  readonly number: number;
  /** The run it forked from, or null for the first. */
  readonly parent: RunId | null;
  /** Instant of the fork, or null for the first. */
  readonly forkedAt: Micros | null;
  /** The first command that is its own, or null when it has none (any more). */
  readonly by: TimedCommand | null;
  /** The last command that is its own: the one that can be taken back. Null when there is none. */
  readonly last: TimedCommand | null;
  /** How far it was played. */
  readonly furthest: Micros;
}

/** What a run has of its own, besides what the list tells. */
interface Held {
  readonly told: ToldFacts;
  /** How many commands of its journal it has from its parent. */
  readonly inherited: number;
}

/** The runs since a scenario was opened. */
export class Runs {
  current: RunId = '';
  list: readonly RunInfo[] = [];
  /** The boxes that all of them start from. */
  boxes: readonly Entity[] = [];
  readonly #held = new Map<RunId, Held>();

  /** Forgets all runs and begins with this one. */
  start(report: Report, boxes: readonly Entity[]): void {
    this.boxes = boxes;
    this.#held.clear();
    this.list = [];
    this.#add(report, new ToldFacts(), 0, null);
    this.current = report.run;
  }

  /** Makes the report's run the current one; a new one is a fork of it, and the last `own` commands are the fork's. */
  enter(report: Report, own = 0): void {
    const { run, from, journal } = report;
    if (!this.#held.has(run)) {
      const shared = this.toldOf(this.current).slice(0, from);
      this.#add(report, new ToldFacts(shared), journal.length - own, this.current);
    }
    this.current = run;
  }

  /** Takes in a report: its facts, its commands and how far it goes. */
  take(report: Report): void {
    const { run, from, fresh, journal, furthest } = report;
    const { told, inherited } = this.#of(run);
    told.take(from, fresh);
    const by = journal[inherited] ?? null;
    const last = journal.length > inherited ? journal.at(-1)! : null;
    const before = this.list.find(({ id }) => id === run);
    if (before?.by === by && before.last === last && before.furthest === furthest) return;
    this.list = this.list.map((info) => (info.id === run ? { ...info, by, last, furthest } : info));
  }

  /** All facts of a run that were told. */
  toldOf(run: RunId): ToldFacts {
    return this.#of(run).told;
  }

  /** What the list says about a run, or undefined. */
  info(run: RunId): RunInfo | undefined {
    return this.list.find(({ id }) => id === run);
  }

  #of(run: RunId): Held {
    const held = this.#held.get(run);
    if (held === undefined) throw new Error(`There is no run "${run}".`);
    return held;
  }

  #add({ run, head, furthest }: Report, told: ToldFacts, inherited: number, parent: RunId | null): void {
    const forkedAt = parent === null ? null : head;
    const number = this.list.length + 1;
    this.#held.set(run, { told, inherited });
    this.list = [...this.list, { id: run, number, parent, forkedAt, by: null, last: null, furthest }];
  }
}
