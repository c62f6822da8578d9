// The runs of one scenario as the page knows them: which forked from which, and the facts of each.
import type { Command, Entity, Micros } from '../sim';
import type { Report, RunId } from './door';
import { ToldFacts } from './toldFacts';

/** What a label of a run can be made from. */
export interface RunInfo {
  readonly id: RunId;
  /** 1, 2, ... in order of creation. */
  readonly number: number;
  /** The run it forked from, or null for the first. */
  readonly parent: RunId | null;
  /** Instant of the fork, or null for the first. */
  readonly forkedAt: Micros | null;
  /** The first command that is its own, or null when it has none (any more). */
  readonly by: Command | null;
}

/** The runs since a scenario was opened. */
export class Runs {
  current: RunId = '';
  list: readonly RunInfo[] = [];
  /** The boxes that all of them start from. */
  boxes: readonly Entity[] = [];
  readonly #told = new Map<RunId, ToldFacts>();
  readonly #furthest = new Map<RunId, Micros>();
  /** How many commands of each run's journal it has from its parent. */
  readonly #inherited = new Map<RunId, number>();

  /** Forgets all runs and begins with this one. */
  start(id: RunId, boxes: readonly Entity[]): void {
    this.boxes = boxes;
    this.#told.clear();
    this.#furthest.clear();
    this.#inherited.clear();
    this.#told.set(id, new ToldFacts());
    this.list = [{ id, number: 1, parent: null, forkedAt: null, by: null }];
    this.current = id;
  }

  /** Makes the report's run the current one; a new one is a fork made by a command to the run that was current. */
  enter(report: Report): void {
    const { run, head, from, journal } = report;
    if (!this.#told.has(run)) {
      const parent = this.current;
      const shared = this.#told.get(parent)?.slice(0, from);
      this.#told.set(run, new ToldFacts(shared));
      this.list = [...this.list, { id: run, number: this.list.length + 1, parent, forkedAt: head, by: null }];
      this.#inherited.set(run, journal.length - 1);
    }
    this.current = run;
  }

  /** Takes in a report of the current run and returns all its facts. */
  take(report: Report): ToldFacts {
    const told = this.#told.get(report.run) ?? new ToldFacts();
    told.take(report.from, report.fresh);
    this.#furthest.set(report.run, report.furthest);
    this.#nameAfterFirst(report);
    return told;
  }

  #nameAfterFirst({ run, journal }: Report): void {
    const inherited = this.#inherited.get(run);
    const by = inherited === undefined ? null : (journal[inherited]?.command ?? null);
    if (this.list.every((info) => info.id !== run || info.by === by)) return;
    this.list = this.list.map((info) => (info.id === run ? { ...info, by } : info));
  }

  /** How far a run was played; 0 for one that is not known. */
  furthest(id: RunId): Micros {
    return this.#furthest.get(id) ?? 0;
  }
}
