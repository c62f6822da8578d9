// A lesson of which the beginning is there and the rest on its way: nobody who reads it needs to know which.
import type { LessonBeginning, LessonChecks, LessonContent, LessonEntry } from '../../lesson/format';

/** Nothing can be judged yet. */
const noChecks: LessonChecks = { checks: {}, figures: {}, predictions: {} };

/** The content of a lesson, as far as it is loaded. */
export class ArrivingLesson implements LessonContent {
  readonly scenario: LessonContent['scenario'];
  readonly #entry: LessonEntry;
  #page = $state.raw<LessonContent['page']>() as LessonContent['page'];
  #checks = $state.raw(noChecks);
  #rest: Promise<void> | null = null;

  constructor(entry: LessonEntry, { page, scenario }: Omit<LessonBeginning, 'prepared'>) {
    this.#entry = entry;
    this.#page = page;
    this.scenario = scenario;
  }

  get page(): LessonContent['page'] {
    return this.#page;
  }

  get checks(): LessonChecks {
    return this.#checks;
  }

  /** Loads the rest, once; rejects when it cannot be had. */
  complete(): Promise<void> {
    return (this.#rest ??= this.#entry.open().then(({ page, checks }) => {
      this.#page = page;
      this.#checks = checks;
    }));
  }
}
