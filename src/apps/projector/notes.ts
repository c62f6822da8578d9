// What the presenter's window says beside the stage: notes for this stop, and what comes next. Never on the projector.
import { format } from '../../i18n';
import { beliefs, projectorWords } from '../../i18n/projector';
import type { LessonContent, Played } from '../../lesson/format';
import type { Way } from '../../lesson/moments';
import { playAttempt, playedOf } from '../../lesson/player';
import type { Stop } from '../../lesson/programme';
import { figureReader, type ReadFigure } from '../../playback/lesson/panel';
import type { Micros } from '../../sim';
import { LETTERS } from './asking';
import { plainLine } from './plainLine';
import type { ProjectorRun } from './projectorRun.svelte';
import { TALK, type Suggestion } from './votes';

const words = projectorWords.presenter;

const beliefOf = (id: string): string => beliefs[id] ?? id;
/** What stands for a belief in a text, as in "many fall for M10". */
const withBeliefs = (text: string) =>
  text.replaceAll('`', '').replaceAll(/\bM\d+\b/g, (id) => (id in beliefs ? words.quoted(beliefOf(id)) : id));

/** One note: what it is about, and what it says. */
export interface Note {
  readonly about: string;
  readonly text: string;
}

/** What a solution has come to, by the part of the lesson or by the question that it answers. */
const known = new WeakMap<object, Played>();

/** What the solution of a part comes to at an instant, or in the end: a teacher reads its figures before the class. */
function comesTo(what: object, { scenario, solution }: Way, at: Micros = solution.until): Played {
  const found = known.get(what);
  if (found !== undefined) return found;
  const run = playAttempt(scenario, solution);
  run.seek(at);
  const played = playedOf(run);
  known.set(what, played);
  return played;
}

/** Figures as they are when the question of a stop is answered; those that are known only later, as they are in the end. */
function whenAnswered({ checks }: LessonContent, { way, asked }: Stop, later: ReadFigure): ReadFigure {
  if (!asked?.answer) return later;
  const read = figureReader(checks, comesTo(asked, way, asked.answer.at));
  return (id) => read(id) ?? later(id);
}

/** The notes for this stop: of the whole lesson at its opening, then of the step, its options and what it explains. */
export function notesFor({ stop, content }: Pick<ProjectorRun, 'stop' | 'content'>): readonly Note[] {
  const { page, checks } = content;
  const read = figureReader(checks, comesTo(stop.way, stop.way));
  const answering = whenAnswered(content, stop, read);
  const step = page.steps.find(({ slug }) => slug === stop.way.step);
  const { teacher } = page.meta;
  const ofLesson = teacher === null ? [] : [{ about: page.meta.title, text: withBeliefs(teacher) }];
  const ofStep = step ? [{ about: step.title, text: plainLine(step.explanation, read) }] : [];
  const options = stop.asked?.prediction.options ?? [];
  const ofOptions = options.map(({ label, explanation, misconception }, at) => {
    const belief = misconception === null ? '' : `${words.belief(beliefOf(misconception))} `;
    return {
      about: `${LETTERS[at] ?? ''} ${plainLine(label, answering)}`,
      text: belief + plainLine(explanation, answering),
    };
  });
  return [...ofLesson, ...ofOptions, ...ofStep];
}

/** What comes next: here the question itself is told, and between two votes the second one goes before the next stop. */
export function nextWords(run: Pick<ProjectorRun, 'next' | 'stops' | 'content' | 'played' | 'talk'>): string {
  const behind = stopWords(run);
  return run.talk.part === 'talking' ? words.voteNext(behind) : behind;
}

function stopWords({ next, stops, content, played }: Parameters<typeof nextWords>[0]): string {
  const stop = next === null ? undefined : stops[next];
  if (stop === undefined) return words.nothingNext;
  if (stop.kind === 'question')
    return plainLine(stop.asked!.prediction.question, figureReader(content.checks, played));
  return stop.moment?.sentence ?? words.outcomeNext;
}

/** What the first vote suggests, in words. */
export function adviceOf(suggestion: Suggestion): string {
  return projectorWords.suggestions[suggestion](format.number(TALK.from * 100), format.number(TALK.to * 100));
}
