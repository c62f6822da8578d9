// What the lesson panel may show at this moment: nothing that is hidden is in here. Pure.
import { openPrediction, predictionsOf, visibleParts } from '../../lesson/evaluate';
import type {
  Figure,
  LessonChecks,
  LessonContent,
  Line,
  Played,
  Prediction,
  Step,
  StepPart,
  TextBlock,
} from '../../lesson/format';
import { nextCore, stepOf, ticksOf, type LessonContext } from '../../lesson/lessonContext';
import type { LessonPhase } from '../../lesson/outlook';
import type { LessonProgress } from '../../lesson/progress';
import type {
  LessonScene,
  PanelNext,
  PanelPart,
  PanelPlace,
  QuestionScene,
  SceneInline,
  SceneLine,
  SceneText,
} from './scene';

/** What the scene is made from. */
export interface PanelSource {
  readonly context: LessonContext;
  readonly phase: LessonPhase;
  /** The run on the stage; null while there is none for this place. */
  readonly played: Played | null;
  /** The furthest that this run was seen: what was measured there stays when time is dragged back. */
  readonly measured: Played | null;
  readonly reached: ReadonlySet<string>;
}

const LETTERS = 'ABCDE';

/** Reads a figure by its id. */
export type ReadFigure = (id: string) => Figure;

/** Reads figures in a run; without one all are unknown. */
export function figureReader(checks: LessonChecks, played: Played | null): ReadFigure {
  return (id) => (played ? (checks.figures[id]?.(played) ?? null) : null);
}

/** A line with its figures read. */
export function sceneLine(line: Line, read: ReadFigure): SceneLine {
  return line.map((part): SceneInline => {
    if (part.type === 'figure') return { type: 'figure', id: part.id, value: read(part.id) };
    if (part.type === 'emphasis' || part.type === 'strong')
      return { type: part.type, children: sceneLine(part.children, read) };
    return part;
  });
}

/** A block of running text with its figures read. */
export function sceneText(block: TextBlock, read: ReadFigure): SceneText {
  const line = (part: Line) => sceneLine(part, read);
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: line(block.children) };
    case 'list':
      return { ...block, items: block.items.map(line) };
    case 'table':
      return { type: 'table', header: block.header.map(line), rows: block.rows.map((row) => row.map(line)) };
    case 'code':
      return block;
  }
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

function partScene(part: StepPart, { context, reached }: PanelSource, read: ReadFigure): PanelPart {
  const { content, progress, choice, missing } = context;
  switch (part.type) {
    case 'text':
      return { type: 'text', block: part.block.type === 'recipe' ? part.block : sceneText(part.block, read) };
    case 'prediction':
      return { type: 'question', question: questionScene(part.prediction, progress, choice, read) };
    case 'moment': {
      const { id } = part;
      const sentence = content.scenario.moments.find((moment) => moment.id === id)?.sentence ?? id;
      return { type: 'moment', id, sentence, reached: reached.has(id) };
    }
    case 'task': {
      const { check, text } = part.task;
      const passed = progress.passed.includes(check) || ticksOf(context).includes(check);
      const lacks = passed ? null : (missing[check] ?? null);
      return { type: 'task', task: { check, text: sceneLine(text, read), passed, missing: lacks } };
    }
  }
}

function nextOf(context: LessonContext): PanelNext {
  const { page } = context.content;
  const step = page.steps[nextCore(context)];
  if (step) return { to: 'step', title: step.title };
  return page.transfer ? { to: 'transfer' } : { to: 'end' };
}

const nothingElse = {
  hints: [],
  hasMoreHints: false,
  canBeShown: false,
  canStartAgain: false,
  isUndecided: false,
  explanation: null,
  next: null,
  outlined: null,
  enterable: [],
} as const;

function stepPlace({ content, step }: LessonContext, { title, further }: Step): PanelPlace {
  const core = content.page.steps.filter((each) => !each.further);
  const before = content.page.steps.slice(0, step + 1).filter((each) => !each.further).length;
  return { at: 'step', title, number: before, of: core.length, further };
}

const entrance = ({ slug, title, further }: Step) => ({ slug, title, further });

/** Optional steps right behind a step that is done. */
function furtherAfter({ content, step }: LessonContext): LessonScene['enterable'] {
  const rest = content.page.steps.slice(step + 1);
  const end = rest.findIndex(({ further }) => !further);
  return rest.slice(0, end < 0 ? undefined : end).map(entrance);
}

/** All parts while a solution is played to an audience, but no question that was not answered. */
function withoutOpen({ parts }: Step, { answers }: LessonProgress): readonly StepPart[] {
  return parts.filter((part) => part.type !== 'prediction' || Object.hasOwn(answers, part.prediction.id));
}

function stepScene(source: PanelSource, read: ReadFigure): Omit<LessonScene, 'title' | 'question'> {
  const { context, phase } = source;
  const { progress } = context;
  const step = stepOf(context);
  const isShown = phase === 'shown';
  const parts = isShown ? withoutOpen(step, progress) : visibleParts(step, progress);
  const given = progress.hints[step.slug] ?? 0;
  const isDone = phase === 'explained';
  const isDoing = phase === 'doing';
  const undone = parts.some((part) => part.type === 'task' && !progress.passed.includes(part.task.check));
  return {
    place: stepPlace(context, step),
    parts: parts.map((part) => partScene(part, source, read)),
    hints: openPrediction(step, progress)
      ? []
      : step.hints.slice(0, given).map((line) => sceneLine(line, read)),
    hasMoreHints: isDoing && given < step.hints.length,
    canBeShown: isDoing || isShown || isDone,
    canStartAgain: isDoing || isShown || isDone,
    isUndecided:
      isDoing && !undone && predictionsOf(step).some(({ id }) => !Object.hasOwn(progress.outcomes, id)),
    explanation: isDone ? sceneLine(step.explanation, read) : null,
    next: isDone ? nextOf(context) : null,
    outlined: null,
    enterable: isDone ? furtherAfter(context) : [],
  };
}

function questionPlace(
  prediction: Prediction | undefined,
  at: 'recall' | 'transfer',
  { context, phase }: PanelSource,
  read: ReadFigure,
): Omit<LessonScene, 'title' | 'question'> {
  const { progress, choice, content } = context;
  const parts: readonly PanelPart[] = prediction
    ? [{ type: 'question', question: questionScene(prediction, progress, choice, read) }]
    : [];
  const first: PanelNext = { to: 'step', title: content.page.steps[0]?.title ?? '' };
  const after: PanelNext = at === 'recall' ? first : { to: 'end' };
  return { ...nothingElse, place: { at }, parts, next: phase === 'explained' ? after : null };
}

/** The panel for one state of the lesson and one look at its run. */
export function lessonScene(source: PanelSource): LessonScene {
  const { content, progress }: { content: LessonContent; progress: LessonProgress } = source.context;
  const { meta, recall, transfer } = content.page;
  const read = figureReader(content.checks, source.measured);
  const head = { title: meta.title, question: meta.question };
  if (source.phase === 'finished') {
    const enterable = content.page.steps.map(entrance);
    return { ...head, ...nothingElse, place: { at: 'finished' }, parts: [], enterable };
  }
  if (progress.place === 'recall') {
    const outlined = source.phase === 'explained' ? (recall?.outline ?? null) : null;
    return { ...head, ...questionPlace(recall?.prediction, 'recall', source, read), outlined };
  }
  if (progress.place === 'transfer')
    return { ...head, ...questionPlace(transfer?.prediction, 'transfer', source, read) };
  return { ...head, ...stepScene(source, read) };
}
