// What the lesson panel may show from its first step on: a page loads it while the first question is read. Pure.
import { openPrediction, predictionsOf, tasksOf, testCheck, visibleParts } from '../../lesson/evaluate';
import type { Line, Step, StepPart, TextBlock } from '../../lesson/format';
import { nextCore, stepOf, ticksOf, type LessonContext } from '../../lesson/lessonContext';
import {
  figuresIn,
  nothingElse,
  questionPlace,
  questionScene,
  sceneLine,
  type PanelSource,
  type PlaceScene,
  type ReadFigure,
} from './panel';
import type {
  LessonScene,
  SceneLine,
  PanelNext,
  PanelPart,
  PanelPlace,
  SceneBlock,
  SceneText,
} from './scene';
import { hasHole, wholeSentences } from './wholeSentences';

/** A block of running text with its figures read. */
export function sceneText(block: TextBlock, read: ReadFigure): SceneText {
  const line = (part: Line) => sceneLine(part, read);
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: line(block.children) };
    case 'list':
      return { ...block, items: block.items.map(line) };
    case 'table': {
      // What stands in one table is compared.
      const among = block.rows.flat().flatMap(figuresIn);
      const cell = (part: Line) => sceneLine(part, read, among);
      return { type: 'table', header: block.header.map(cell), rows: block.rows.map((row) => row.map(cell)) };
    }
    case 'code':
      return block;
  }
}

/** The place where the lesson is, behind its first question. */
export function laterPlace(source: PanelSource, read: ReadFigure): PlaceScene {
  const { context, phase } = source;
  const { page } = context.content;
  if (phase === 'finished') {
    return { ...nothingElse, place: { at: 'finished' }, parts: [], enterable: page.steps.map(entrance) };
  }
  if (context.progress.place !== 'transfer') return stepScene(source, read);
  return questionPlace(page.transfer?.prediction, 'transfer', { to: 'end' }, source, read);
}

/** Whether a task is ticked: the learner has passed it, or the run of somebody else on the stage has. */
const isTicked = (context: LessonContext, check: string) =>
  context.progress.passed.includes(check) || ticksOf(context).includes(check);

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
      const passed = isTicked(context, check);
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

/**
 * The parts while a run is on the stage that is not the learner's: no question that was not answered, and no text
 * that tells what a task has shown before it is ticked.
 */
function partsBeside({ parts }: Step, context: LessonContext): readonly StepPart[] {
  const open = parts.findIndex((part) => part.type === 'task' && !isTicked(context, part.task.check));
  return parts.filter((part, at) => {
    if (part.type === 'prediction') return Object.hasOwn(context.progress.answers, part.prediction.id);
    return part.type !== 'text' || open < 0 || at < open;
  });
}

/** The run on the stage does not do all of these tasks itself; none does while there is none. */
function isPartedBy({ context, measured }: PanelSource, parts: readonly StepPart[]): boolean {
  const { checks } = context.content;
  return measured === null || !tasksOf(parts).every(({ check }) => testCheck(checks, check, measured).passed);
}

/** What it says comes of what was done: an answer that was told, or text behind a task. */
const isBehindTask = (parts: readonly StepPart[], at: number) =>
  parts[at]?.type === 'prediction' || tasksOf(parts.slice(0, at)).length > 0;

/** The lines of a part that are read as sentences: a table that is being filled keeps its places. */
function linesOf(part: PanelPart): readonly SceneLine[] {
  if (part.type === 'question')
    return part.question.options.flatMap(({ explanation }) => (explanation === null ? [] : [explanation]));
  if (part.type !== 'text') return [];
  if (part.block.type === 'paragraph') return [part.block.children];
  return part.block.type === 'list' ? part.block.items : [];
}

/** The line without sentences that lack a figure; null where nothing is left of it. */
function whatIsLeft(line: SceneLine): SceneLine | null {
  const whole = wholeSentences(line);
  return whole.length > 0 ? whole : null;
}

/** The part without sentences that lack a figure; null where nothing is left of it. */
function wholePart(part: PanelPart): PanelPart | null {
  if (!linesOf(part).some(hasHole)) return part;
  if (part.type === 'question') {
    const options = part.question.options.map((option) => ({
      ...option,
      explanation: option.explanation && whatIsLeft(option.explanation),
    }));
    return { type: 'question', question: { ...part.question, options } };
  }
  if (part.type !== 'text') return part;
  const block = wholeBlock(part.block);
  return block && { type: 'text', block };
}

function wholeBlock(block: SceneBlock): SceneBlock | null {
  if (block.type === 'paragraph') {
    const children = whatIsLeft(block.children);
    return children && { type: 'paragraph', children };
  }
  if (block.type !== 'list') return block;
  const items = block.items.map(whatIsLeft).filter((item) => item !== null);
  return items.length > 0 ? { ...block, items } : null;
}

function stepScene(source: PanelSource, read: ReadFigure): Omit<LessonScene, 'title' | 'question'> {
  const { context, phase } = source;
  const { progress } = context;
  const step = stepOf(context);
  const isShown = phase === 'shown';
  const parts = isShown ? partsBeside(step, context) : visibleParts(step, progress);
  const asked = openPrediction(step, progress);
  const stands = source.measured !== null;
  const given = progress.hints[step.slug] ?? 0;
  const isDone = phase === 'explained';
  const isDoing = phase === 'doing';
  const drawn = parts.map((part) => partScene(part, source, read));
  const undone = parts.some((part) => part.type === 'task' && !isTicked(context, part.task.check));
  const isUndecided =
    isDoing && !undone && predictionsOf(step).some(({ id }) => !Object.hasOwn(progress.outcomes, id));
  const explanation = isDone ? sceneLine(step.explanation, read) : null;
  // What was done stays done, but another run did it: its figures are not to be had any more.
  const lacking = drawn.filter((part, at) => linesOf(part).some(hasHole) && isBehindTask(parts, at));
  const leavesOut = !undone && lacking.length > 0 && isPartedBy(source, parts);
  return {
    place: stepPlace(context, step),
    parts: leavesOut
      ? drawn.flatMap((part) => (lacking.includes(part) ? (wholePart(part) ?? []) : part))
      : drawn,
    hints: asked ? [] : step.hints.slice(0, given).map((line) => sceneLine(line, read)),
    hasMoreHints: (isDoing || (isShown && undone && asked === null)) && given < step.hints.length,
    canBeShown: isDoing || isShown || isDone,
    canStartAgain: isDoing || isShown || isDone,
    isUndecided,
    isParted: isUndecided && stands && isPartedBy(source, parts),
    lacksFigures: leavesOut && stands,
    explanation: explanation && leavesOut ? whatIsLeft(explanation) : explanation,
    next: isDone ? nextOf(context) : null,
    outlined: null,
    enterable: isDone ? furtherAfter(context) : [],
  };
}
