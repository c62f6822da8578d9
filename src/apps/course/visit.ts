// What an address asks of a lesson: which step is opened, and whether its solution is played.
import { messages } from '../../i18n';
import type { LessonContent, Step } from '../../lesson/format';
import type { LessonOptions, Note } from '../../link';

/** What a lesson opens with. */
export interface Visit {
  /** Slug of the step that is asked for; null: the lesson opens where it was left. */
  readonly step: string | null;
  /** A moment is asked for, so the step's solution is played. */
  readonly show: boolean;
  /** What the lesson does not have. */
  readonly notes: readonly Note[];
}

const holds = (step: Step, moment: string) =>
  step.parts.some((part) => part.type === 'moment' && part.id === moment);

/** Reads an address's step and moment for a lesson. A moment without a step is that of the step that offers it. */
export function visitOf({ page, scenario }: LessonContent, asked: LessonOptions): Visit {
  const { wanted } = messages.shell.notes;
  const notes: Note[] = [];
  const unknown = (parameter: string, value: string, what: string) =>
    void notes.push({ parameter, value, wanted: what });
  const byStep =
    page.steps[Number(asked.step ?? Number.NaN) - 1] ?? page.steps.find(({ slug }) => slug === asked.step);
  if (asked.step !== null && !byStep) unknown('step', asked.step, wanted.step(page.steps.length));
  const { moment } = asked;
  if (moment === null) return { step: byStep?.slug ?? null, show: false, notes };
  const step = byStep ?? page.steps.find((each) => holds(each, moment));
  const isKnown = scenario.moments.some(({ id }) => id === moment);
  const offered = scenario.moments.filter(({ id }) => page.steps.some((each) => holds(each, id)));
  if (!isKnown || !step) unknown('moment', moment, wanted.moment(offered.map(({ id }) => id)));
  return { step: step?.slug ?? null, show: isKnown && step !== undefined, notes };
}
