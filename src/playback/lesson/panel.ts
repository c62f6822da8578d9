// What the lesson panel may show at this moment: nothing that is hidden is in here. Pure.
import type { Figure, LessonChecks, Line, Played, Prediction } from '../../lesson/format';
import type { LessonContext } from '../../lesson/lessonContext';
import type { LessonPhase } from '../../lesson/outlook';
import type { LessonProgress } from '../../lesson/progress';
import type { LessonScene, PanelNext, PanelPart, QuestionScene, SceneInline, SceneLine } from './scene';

/** What the scene is made from. */
export interface PanelSource {
  readonly context: LessonContext;
  readonly phase: LessonPhase;
  /** The run on the stage; null while there is none for this place. */
  readonly played: Played | null;
  /** The furthest that this run was seen: what was measured there stays when time is dragged back. */
  readonly measured: Played | null;
  /** What other runs on this stage have shown, the last one first: a figure that this run does not give is theirs. */
  readonly earlier: readonly Played[];
  readonly reached: ReadonlySet<string>;
}

/** What the panel draws, without its head. */
export type PlaceScene = Omit<LessonScene, 'title' | 'question'>;

const LETTERS = 'ABCDE';

/** Reads a figure by its id. Those that stand `among` each other are of one run. */
export type ReadFigure = (id: string, among?: readonly string[]) => Figure;

/** Reads figures in a run, or in the last one that gives all that stand together; without any all are unknown. */
export function figureReader(
  checks: LessonChecks,
  played: Played | null,
  earlier: readonly Played[] = [],
): ReadFigure {
  const read = (id: string, run: Played | null) => (run && checks.figures[id]?.(run)) ?? null;
  return (id, among = [id]) => {
    const gives = (run: Played | null) => among.every((each) => read(each, run) !== null);
    return read(id, gives(played) ? played : (earlier.find(gives) ?? played));
  };
}

/** What the panel draws behind the first question. */
export type LaterPlace = (source: PanelSource, read: ReadFigure) => PlaceScene;

/** The figures of a line. */
export const figuresIn = (line: Line): readonly string[] =>
  line.flatMap((part) => {
    if (part.type === 'figure') return part.id;
    return 'children' in part ? figuresIn(part.children) : [];
  });

/** A line with its figures read, as one with those that it stands `among`. */
export function sceneLine(line: Line, read: ReadFigure, among = figuresIn(line)): SceneLine {
  return line.map((part): SceneInline => {
    if (part.type === 'figure') return { type: 'figure', id: part.id, value: read(part.id, among) };
    if (part.type === 'emphasis' || part.type === 'strong')
      return { type: part.type, children: sceneLine(part.children, read, among) };
    return part;
  });
}

/** A question as far as it may be seen: without explanation and mark until the run has told. */
export function questionScene(
  { id, question, options }: Prediction,
  { answers, outcomes }: LessonProgress,
  choice: string | null,
  read: ReadFigure,
): QuestionScene {
  const guess = Object.hasOwn(answers, id) ? answers[id] : undefined;
  const held = guess !== undefined && Object.hasOwn(outcomes, id) ? outcomes[id] : undefined;
  return {
    id,
    phase: guess === undefined ? 'open' : held === undefined ? 'locked' : 'told',
    question: sceneLine(question, read),
    choice: guess === undefined ? choice : null,
    options: options.map((option, index) => ({
      id: option.id,
      letter: LETTERS[index] ?? '',
      label: sceneLine(option.label, read),
      isGuess: option.id === guess,
      isHeld: option.id === held,
      explanation: held === undefined ? null : sceneLine(option.explanation, read),
    })),
  };
}

/** A place where nothing is asked for and nothing was done. */
export const nothingElse = {
  hints: [],
  hasMoreHints: false,
  canBeShown: false,
  canStartAgain: false,
  isUndecided: false,
  isParted: false,
  lacksFigures: false,
  explanation: null,
  next: null,
  outlined: null,
  enterable: [],
} as const;

/** A question that stands alone: one option holds. `after`: where its answer leads to. */
export function questionPlace(
  prediction: Prediction | undefined,
  at: 'recall' | 'transfer',
  after: PanelNext,
  { context, phase }: PanelSource,
  read: ReadFigure,
): PlaceScene {
  const { progress, choice } = context;
  const parts: readonly PanelPart[] = prediction
    ? [{ type: 'question', question: questionScene(prediction, progress, choice, read) }]
    : [];
  return { ...nothingElse, place: { at }, parts, next: phase === 'explained' ? after : null };
}

/** The panel for one state of the lesson and one look at its run. `later`: null while no more than the first question is there. */
export function lessonScene(source: PanelSource, later: LaterPlace | null): LessonScene {
  const { content, progress } = source.context;
  const { meta, recall, steps } = content.page;
  const read = figureReader(content.checks, source.measured, source.earlier);
  const head = { title: meta.title, question: meta.question };
  if (progress.place !== 'recall' && later !== null) return { ...head, ...later(source, read) };
  const first: PanelNext = { to: 'step', title: steps[0]?.title ?? '' };
  const outlined = source.phase === 'explained' ? (recall?.outline ?? null) : null;
  return { ...head, ...questionPlace(recall?.prediction, 'recall', first, source, read), outlined };
}
