// A question as the class, or the presenter, may see it now: no share before both rounds are in, no answer before the run.
import { isSeenAtOnce } from '../../lesson/programme';
import { figureReader } from '../../playback/lesson/panel';
import type { ShownOption } from '../../view/projector/options';
import { plainLine } from './plainLine';
import type { ProjectorRun } from './projectorRun.svelte';
import { sharesOf, suggestionFor, type Suggestion } from './votes';

/** The letters that are held up. */
export const LETTERS = 'ABCDE';

/** A question with its options. */
export interface ShownQuestion {
  /** What the step says before it asks; nothing once the run has told. */
  readonly setup: readonly string[];
  /** Once the run has told only what it asked: what happens has been seen. */
  readonly question: string;
  /** What speaks for the option that holds, with the figures of this run; empty before. */
  readonly why: string;
  readonly options: readonly ShownOption[];
}

/** The last sentence of a question: the ones before it tell what is about to happen. */
const askedAlone = (question: string): string => question.split(/(?<=[.?!]) (?=\p{L})/u).at(-1) ?? question;

/**
 * What is seen of the question of this stop; null where there is none, or nothing of it to be seen. `knows`: this is
 * the presenter's window, where what was counted is seen at once.
 */
export function questionShown(run: ProjectorRun, knows = false): ShownQuestion | null {
  const { asked } = run.stop;
  const { talk, held, hideOutcome } = run;
  if (asked === null || (!hideOutcome && held === null)) return null;
  const { prediction } = asked;
  const by = isSeenAtOnce(asked) ? 'stage' : 'run';
  const read = figureReader(run.content.checks, run.played);
  const question = plainLine(prediction.question, read);
  const rounds = talk.votes[prediction.id];
  const isOver = talk.part === 'counted' || talk.part === 'stage';
  const seen = isOver || knows;
  const first = seen && rounds?.first ? sharesOf(rounds.first) : null;
  const second = seen && rounds?.second ? sharesOf(rounds.second) : null;
  const right = prediction.options.find(({ id }) => id === held);
  return {
    setup: hideOutcome ? asked.setup.map((line) => plainLine(line, read)) : [],
    question: hideOutcome ? question : askedAlone(question),
    why: right ? plainLine(right.explanation, read) : '',
    options: prediction.options.map((option, at) => ({
      letter: LETTERS[at] ?? '',
      label: plainLine(option.label, read),
      hands: talk.draft[at] ?? null,
      first: first?.[at] ?? null,
      second: second?.[at] ?? null,
      shownBy: option.id === held ? by : null,
    })),
  };
}

/** What the first vote suggests, for the presenter's eyes only; null before it is in. */
export function suggestionOf({ stop, talk }: ProjectorRun): Suggestion | null {
  const { prediction, answer } = stop.asked ?? {};
  const first = talk.part === 'talking' && prediction ? talk.votes[prediction.id]?.first : null;
  if (!first || !answer) return null;
  return suggestionFor(
    first,
    prediction!.options.findIndex(({ id }) => id === answer.option),
  );
}
