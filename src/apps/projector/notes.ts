// What the presenter's window says beside the stage: notes for this stop, and what comes next. Never on the projector.
import { format } from '../../i18n';
import { beliefs, projectorWords } from '../../i18n/projector';
import type { Played } from '../../lesson/format';
import type { Way } from '../../lesson/moments';
import { playAttempt, playedOf } from '../../lesson/player';
import { figureReader } from '../../playback/lesson/panel';
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

const ends = new WeakMap<Way, Played>();

/** What the solution of a part comes to: a teacher reads its figures before the class has seen them. */
function endOf(way: Way): Played {
  const known = ends.get(way) ?? playedOf(playAttempt(way.scenario, way.solution));
  ends.set(way, known);
  return known;
}

/** The notes for this stop: of the whole lesson at its opening, then of the step, its options and what it explains. */
export function notesFor({ stop, content }: Pick<ProjectorRun, 'stop' | 'content'>): readonly Note[] {
  const { page, checks } = content;
  const read = figureReader(checks, endOf(stop.way));
  const step = page.steps.find(({ slug }) => slug === stop.way.step);
  const { teacher } = page.meta;
  const ofLesson = teacher === null ? [] : [{ about: page.meta.title, text: withBeliefs(teacher) }];
  const ofStep = step ? [{ about: step.title, text: plainLine(step.explanation, read) }] : [];
  const options = stop.asked?.prediction.options ?? [];
  const ofOptions = options.map(({ label, explanation, misconception }, at) => {
    const belief = misconception === null ? '' : `${words.belief(beliefOf(misconception))} `;
    return {
      about: `${LETTERS[at] ?? ''} ${plainLine(label, read)}`,
      text: belief + plainLine(explanation, read),
    };
  });
  return [...ofLesson, ...ofOptions, ...ofStep];
}

/** What the next stop is: here the question itself is told. */
export function nextWords({ next, stops, content, played }: ProjectorRun): string {
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
