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
  /** All of its commands, and how many of them it has from its parent. */
  readonly journal: readonly TimedCommand[];
  readonly inherited: number;
  /** The first command that is its own, or null when it has none (any more). */
  readonly by: TimedCommand | null;
  /** The last command that is its own: the one that can be taken back. Null when there is none. */
  readonly last: TimedCommand | null;
  /** How far it was played. */
  readonly furthest: Micros;
  /** How many facts it has until there. */
  readonly told: number;
}

/** The runs since a scenario was opened. */
export class Runs {
  current: RunId = '';
  list: readonly RunInfo[] = [];
  /** The boxes that all of them start from. */
  boxes: readonly Entity[] = [];
  /** The facts of each. */
  readonly #told = new Map<RunId, ToldFacts>();

  /** Forgets all runs and begins with this one. */
  start(report: Report, boxes: readonly Entity[]): void {
    this.boxes = boxes;
    this.#told.clear();
    this.list = [];
    this.add(report, null);
    this.current = report.run;
  }

  /** Makes the report's run the current one; a new one is a fork of it, by its last command. */
  enter(report: Report): void {
    const { run, from, head, journal } = report;
    if (!this.#told.has(run)) {
      const shared = this.toldOf(this.current).slice(0, from);
      const parting = { parent: this.current, at: head, inherited: journal.length - 1 };
      this.add(report, parting, new ToldFacts(shared));
    }
    this.current = run;
  }

  /** One run more, which left another one, or none. */
  add(
    { run, journal, furthest, from: before, fresh }: Report,
    from: { readonly parent: RunId; readonly at: Micros; readonly inherited: number } | null,
    told = new ToldFacts(),
  ): void {
    const { parent = null, at: forkedAt = null, inherited = 0 } = from ?? {};
    const number = this.list.length + 1;
    this.#told.set(run, told);
    const own = { journal, inherited, by: null, last: null, furthest, told: before + fresh.length };
    this.list = [...this.list, { id: run, number, parent, forkedAt, ...own }];
  }

  /** Takes in a report: its facts, its commands and how far it goes. */
  take(report: Report): void {
    const { run, from, fresh, journal, furthest } = report;
    this.toldOf(run).take(from, fresh);
    const before = this.info(run)!;
    const { inherited } = before;
    const by = journal[inherited] ?? null;
    const last = journal.length > inherited ? journal.at(-1)! : null;
    if (before.by === by && before.last === last && before.furthest === furthest) return;
    const now = { journal, by, last, furthest, told: from + fresh.length };
    this.list = this.list.map((info) => (info.id === run ? { ...info, ...now } : info));
  }

  /** All facts of a run that were told. */
  toldOf(run: RunId): ToldFacts {
    const told = this.#told.get(run);
    if (told === undefined) throw new Error(`There is no run "${run}".`);
    return told;
  }

  /** What the list says about a run, or undefined. */
  info(run: RunId): RunInfo | undefined {
    return this.list.find(({ id }) => id === run);
  }
}
