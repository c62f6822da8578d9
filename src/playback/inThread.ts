// The door with the runs behind it in the same thread. Each request is a promise all the same, and an engine
// that gives up leaves the run as it was before the request.
import {
  blastsNow,
  LivelockError,
  type Command,
  type Micros,
  type Refusal,
  type Run,
  type RunFactory,
  type Scenario,
  type TimedCommand,
} from '../sim';
import type { Done, Door, Opened, Opening, Report, RunId } from './door';
import { nextTold } from './lookAhead';
import { problemOf, RunProblem, type Problem } from './problem';

/** Finds out how to make runs of a scenario that has this journal; `runsFor` of the model. */
export type RunSource = (
  scenario: Scenario,
  journal: readonly TimedCommand[],
) => RunFactory | Promise<RunFactory>;

/** A run, how one like it is made, and how many of its facts were told. */
interface Held {
  readonly create: RunFactory;
  run: Run;
  told: number;
}

/** A door to runs of this thread. */
export function createDoor(source: RunSource): Door {
  return new InThread(source);
}

class InThread implements Door {
  readonly #source: RunSource;
  readonly #runs = new Map<RunId, Held>();
  #count = 0;

  constructor(source: RunSource) {
    this.#source = source;
  }

  ready(): Promise<void> {
    return Promise.resolve();
  }

  open({ scenario, journal = [], at = 0, furthest = 0, forks = [] }: Opening): Promise<Opened> {
    return attempt(async () => {
      const held: Held[] = [];
      for (const each of [{ journal, at, furthest }, ...forks]) {
        const create = await this.#source(scenario, each.journal);
        const run = play(create, scenario, each.journal, Math.max(each.furthest, each.at), each.at);
        held.push({ create, run, told: 0 });
      }
      const start = held[0]!.create(scenario).view().entities;
      this.#runs.clear();
      const [first, ...others] = held.map((each) => this.#report(this.#hold(each)));
      return { ...first!, start, forks: others };
    });
  }

  do(id: RunId, command: Command): Promise<Done> {
    return this.#guarded(id, command, (held) => {
      const { create, run } = held;
      const forks = run.head < run.furthest;
      const acting = forks ? run.fork() : run;
      const told = forks ? run.factsAtHead : held.told;
      const outcome = acting.do(command);
      if (!outcome.done) return { refusal: outcome.refusal, report: this.#report(id) };
      return { refusal: null, report: this.#report(forks ? this.#hold({ create, run: acting, told }) : id) };
    });
  }

  check(id: RunId, command: Command): Promise<Refusal | null> {
    return this.#guarded(id, command, ({ run }) => run.check(command));
  }

  seek(id: RunId, at: Micros): Promise<Report> {
    return this.#guarded(id, null, ({ run }) => {
      run.seek(at);
      return this.#report(id);
    });
  }

  ahead(id: RunId): Promise<Micros | null> {
    return attempt(() => nextTold(this.#of(id).run));
  }

  undo(id: RunId): Promise<Report | null> {
    return this.#guarded(id, null, (held) => {
      const run = held.run.undo();
      if (run === null) return null;
      held.run = run;
      held.told = 0;
      return this.#report(id);
    });
  }

  digest(id: RunId): Promise<string> {
    return this.#guarded(id, null, ({ run }) => run.digest());
  }

  close(): void {
    this.#runs.clear();
  }

  #of(id: RunId): Held {
    const held = this.#runs.get(id);
    if (held === undefined) throw new Error(`There is no run "${id}".`);
    return held;
  }

  #hold(held: Held): RunId {
    const id = String(++this.#count);
    this.#runs.set(id, held);
    return id;
  }

  #report(id: RunId): Report {
    const held = this.#runs.get(id)!;
    const { run, told } = held;
    held.told = run.facts.length;
    const view = run.view();
    const { factsAtHead } = run;
    return {
      run: id,
      view,
      head: run.head,
      furthest: run.furthest,
      journal: [...run.journal],
      factsAtHead,
      made: run.made,
      blasts: (facts) => blastsNow(facts, factsAtHead, view),
      from: told,
      fresh: run.facts.slice(told),
    };
  }

  /** Does a piece of work on a run; when the engine gives up, plays the run again to where it was. */
  #guarded<T>(id: RunId, command: Command | null, work: (held: Held) => T): Promise<T> {
    return attempt(() => {
      const held = this.#of(id);
      const { scenario, furthest, head } = held.run;
      const journal = [...held.run.journal];
      try {
        return work(held);
      } catch (error) {
        const problem = problemIn(error, command);
        held.run = play(held.create, scenario, journal, furthest, head);
        held.told = Math.min(held.told, held.run.facts.length);
        throw new RunProblem(problem);
      }
    });
  }
}

function play(
  create: RunFactory,
  scenario: Scenario,
  journal: readonly TimedCommand[],
  furthest: Micros,
  head: Micros,
): Run {
  const run = create(scenario, journal, furthest);
  run.seek(head);
  return run;
}

/** A promise for what `work` returns, or for the problem it ran into. */
async function attempt<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new RunProblem(problemIn(error, null));
  }
}

/** What the engine threw, as a problem. `command` is what was being done. */
function problemIn(thrown: unknown, command: Command | null): Problem {
  const problem = problemOf(thrown, command);
  if (!(thrown instanceof LivelockError)) return problem;
  const { at, busy, causes } = thrown;
  return { ...problem, code: 'livelock', at, causes, busy };
}
