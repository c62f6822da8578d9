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

/** Whether a lesson has the places that an address asks for, and which ones it has. */
interface Places {
  readonly isStep: boolean;
  readonly isMoment: boolean;
  /** How many steps have a number. */
  readonly steps: number;
  readonly moments: readonly string[];
}

/** Notes on a step and a moment that an address asks for and the lesson does not have. */
export function unknownPlaces(
  { step, moment }: Pick<LessonOptions, 'step' | 'moment'>,
  { isStep, isMoment, steps, moments }: Places,
): readonly Note[] {
  const { wanted } = messages.shell.notes;
  const notes: Note[] = [];
  if (step !== null && !isStep) notes.push({ parameter: 'step', value: step, wanted: wanted.step(steps) });
  if (moment !== null && !isMoment)
    notes.push({ parameter: 'moment', value: moment, wanted: wanted.moment(moments) });
  return notes;
}

/** Reads an address's step and moment for a lesson. A moment without a step is that of the step that offers it. */
export function visitOf({ page, scenario }: LessonContent, asked: LessonOptions): Visit {
  const byStep =
    page.steps[Number(asked.step ?? Number.NaN) - 1] ?? page.steps.find(({ slug }) => slug === asked.step);
  const { moment } = asked;
  const step = byStep ?? page.steps.find((each) => moment !== null && holds(each, moment));
  const isMoment = step !== undefined && scenario.moments.some(({ id }) => id === moment);
  const offered = scenario.moments.filter(({ id }) => page.steps.some((each) => holds(each, id)));
  const notes = unknownPlaces(asked, {
    isStep: byStep !== undefined,
    isMoment,
    steps: page.steps.length,
    moments: offered.map(({ id }) => id),
  });
  return { step: step?.slug ?? null, show: isMoment, notes };
}
