// One lesson under way: the table of its machine, stepped with what happens, and what it has come to.
import { compile } from '../sim/engine/compile/compile';
import { canStep, enter, step } from '../sim/engine/compile/step';
import type { Sink } from '../sim/engine/compile/table';
import { compileAs, lessonMachine } from './lesson.machine';
import type { LessonContext, LessonEvent, LessonInput } from './lessonContext';

/** A state of the lesson; a new object after each event that was taken. */
export interface LessonSnapshot {
  /** Dotted path of the innermost state. */
  readonly path: string;
  readonly tags: readonly string[];
  readonly context: LessonContext;
}

function refuse(): never {
  throw new Error('The lesson machine has a timer or an effect, which a lesson does not carry out.');
}

/** A lesson asks for nothing but through its context. */
const sink: Sink = { take: () => undefined, arm: refuse, disarm: refuse, effect: refuse };

const table = compile(lessonMachine, compileAs);

/** The machine at work. */
export class LessonFlow {
  #leaf: number;
  #snapshot: LessonSnapshot;

  constructor(input: LessonInput) {
    const context = table.initialContext(input);
    this.#leaf = enter(table, context, sink);
    this.#snapshot = this.#snapshotWith(context);
  }

  get snapshot(): LessonSnapshot {
    return this.#snapshot;
  }

  /** Whether the machine would do anything about an event now. */
  can(event: LessonEvent): boolean {
    const context = { ...this.#snapshot.context };
    return canStep(table, this.#leaf, table.eventCode(event.type), context, event);
  }

  /** Gives the machine an event; false when it does nothing about it. */
  send(event: LessonEvent): boolean {
    // The table writes in place, and what was handed out stays as it is.
    const context = { ...this.#snapshot.context };
    const leaf = step(table, this.#leaf, table.eventCode(event.type), context, event, sink);
    if (leaf < 0) return false;
    this.#leaf = leaf;
    this.#snapshot = this.#snapshotWith(context);
    return true;
  }

  #snapshotWith(context: object): LessonSnapshot {
    const path = table.leaves[this.#leaf] ?? '';
    return { path, tags: table.tags[this.#leaf] ?? [], context: context as LessonContext };
  }
}
