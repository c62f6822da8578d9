// The door with the runs behind it in the same thread. Each request is a promise all the same, and an engine
// that gives up leaves the run as it was before the request.
import type { Command, Micros, Refusal, Run, Scenario, TimedCommand } from '../sim';
import type { Done, Door, Opened, Opening, Report, RunId } from './door';
import { problemOf, RunProblem } from './problem';

/** Makes a run; `createRun` of the model. */
export type RunFactory = (scenario: Scenario, journal?: readonly TimedCommand[], furthest?: Micros) => Run;

/** A run, and how many of its facts were told. */
interface Held {
  run: Run;
  told: number;
}

/** A door to runs of this thread. */
export function createDoor(createRun: RunFactory): Door {
  return new InThread(createRun);
}

class InThread implements Door {
  readonly #createRun: RunFactory;
  readonly #runs = new Map<RunId, Held>();
  #count = 0;

  constructor(createRun: RunFactory) {
    this.#createRun = createRun;
  }

  open({ scenario, journal = [], at = 0, furthest }: Opening): Promise<Opened> {
    return attempt(() => {
      const run = this.#play(scenario, journal, Math.max(furthest ?? 0, at), at);
      const start = this.#createRun(scenario).view().entities;
      this.#runs.clear();
      return { ...this.#report(this.#hold(run, 0)), start };
    });
  }

  do(id: RunId, command: Command): Promise<Done> {
    return this.#guarded(id, command, (held) => {
      const { run } = held;
      const forks = run.head < run.furthest;
      const acting = forks ? run.fork() : run;
      const known = forks ? run.factsAtHead : held.told;
      const outcome = acting.do(command);
      if (!outcome.done) return { refusal: outcome.refusal, report: this.#report(id) };
      return { refusal: null, report: this.#report(forks ? this.#hold(acting, known) : id) };
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

  fork(id: RunId): Promise<Report> {
    return this.#guarded(id, null, ({ run }) => this.#report(this.#hold(run.fork(), run.factsAtHead)));
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

  #hold(run: Run, told: number): RunId {
    const id = String(++this.#count);
    this.#runs.set(id, { run, told });
    return id;
  }

  #report(id: RunId): Report {
    const held = this.#runs.get(id)!;
    const { run, told } = held;
    held.told = run.facts.length;
    return {
      run: id,
      view: run.view(),
      head: run.head,
      furthest: run.furthest,
      journal: [...run.journal],
      factsAtHead: run.factsAtHead,
      from: told,
      fresh: run.facts.slice(told),
    };
  }

  /** Does a piece of work on a run; when the engine gives up, plays the run again to where it was. */
  #guarded<T>(id: RunId, command: Command | null, work: (held: Held) => T): Promise<T> {
    return attempt(() => {
      const held = this.#runs.get(id);
      if (held === undefined) throw new Error(`There is no run "${id}".`);
      const { scenario, furthest, head } = held.run;
      const journal = [...held.run.journal];
      try {
        return work(held);
      } catch (error) {
        const problem = problemOf(error, command);
        held.run = this.#play(scenario, journal, furthest, head);
        held.told = Math.min(held.told, held.run.facts.length);
        throw new RunProblem(problem);
      }
    });
  }

  #play(scenario: Scenario, journal: readonly TimedCommand[], furthest: Micros, head: Micros): Run {
    const run = this.#createRun(scenario, journal, furthest);
    run.seek(head);
    return run;
  }
}

/** A promise for what `work` returns, or for the problem it ran into. */
function attempt<T>(work: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    try {
      resolve(work());
    } catch (error) {
      reject(new RunProblem(problemOf(error, null)));
    }
  });
}
