// What the lesson panel may show from its first step on: a page loads it while the first question is read. Pure.
import { openPrediction, predictionsOf, visibleParts } from '../../lesson/evaluate';
import type { Line, Step, StepPart, TextBlock } from '../../lesson/format';
import { nextCore, stepOf, ticksOf, type LessonContext } from '../../lesson/lessonContext';
import type { LessonProgress } from '../../lesson/progress';
import {
  nothingElse,
  questionPlace,
  questionScene,
  sceneLine,
  type PanelSource,
  type PlaceScene,
  type ReadFigure,
} from './panel';
import type { LessonScene, PanelNext, PanelPart, PanelPlace, SceneText } from './scene';

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
