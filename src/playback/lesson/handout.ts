// A lesson as a handout: what one reads and answers on paper, and apart from it what the solution's run says. Pure.
import { blastsNow, type Blast, type Fact, type Run, type WorldView } from '../../sim';
import { worldOf } from '../../lesson/crossCheck';
import { heldOption } from '../../lesson/evaluate';
import type { LessonContent, LessonSolution, Line, Prediction, Step, TextBlock } from '../../lesson/format';
import { placesOf, type MomentPlace } from '../../lesson/moments';
import { scenarioOf } from '../../lesson/content';
import { playAttempt, playedOf, recalledBy, wholeSolution } from '../../lesson/player';
import { withRecipe } from '../../lesson/recipe';
import { noLessonProgress } from '../../lesson/progress';
import { sceneText } from './laterPlaces';
import { figureReader, questionScene, sceneLine } from './panel';
import type { QuestionScene, SceneLine, SceneText } from './scene';

/** What stands in place of a figure that the reader is to find out. */
const BLANK = '_______';

/** One instant to draw. */
export interface HandoutStill {
  /** What it shows; null: the start of a world. */
  readonly sentence: string | null;
  readonly view: WorldView;
  /** What happened up to it. */
  readonly facts: readonly Fact[];
  readonly blasts: readonly Blast[];
}

/** What is read, answered and done, in the order of the page. */
export type HandoutPart =
  | { readonly type: 'text'; readonly block: SceneText }
  | { readonly type: 'question'; readonly question: QuestionScene }
  | { readonly type: 'task'; readonly text: SceneLine };

/** One place of the lesson on paper. */
export interface HandoutPlace {
  readonly at: 'recall' | 'step' | 'transfer';
  /** Of a step; empty elsewhere. */
  readonly title: string;
  /** An optional step. */
  readonly further: boolean;
  /** The world it begins with, where that is another than in the place before. */
  readonly start: HandoutStill | null;
  readonly parts: readonly HandoutPart[];
  readonly answers: HandoutAnswers;
}

/** What the solution's run says about one place. */
export interface HandoutAnswers {
  readonly questions: readonly QuestionScene[];
  /** The texts that hold figures, with the figures. */
  readonly figures: readonly SceneText[];
  readonly stills: readonly HandoutStill[];
  readonly explanation: SceneLine | null;
}

const blank = () => BLANK;

function stillOf(run: Run, sentence: string | null): HandoutStill {
  const view = run.view();
  const facts = run.facts.slice(0, run.factsAtHead);
  return { sentence, view, facts, blasts: blastsNow(run.facts, run.factsAtHead, view) };
}

function holdsFigure(line: Line): boolean {
  return line.some((part) =>
    part.type === 'emphasis' || part.type === 'strong' ? holdsFigure(part.children) : part.type === 'figure',
  );
}

function linesOf(block: TextBlock): readonly Line[] {
  if (block.type === 'paragraph') return [block.children];
  if (block.type === 'list') return block.items;
  return block.type === 'table' ? [...block.header, ...block.rows.flat()] : [];
}

/** A question as it is asked. A figure that is an option stands there like the others: a blank among them would tell. */
function openQuestion({ checks }: LessonContent, prediction: Prediction, run: Run): QuestionScene {
  const read = figureReader(checks, playedOf(run));
  const { options } = questionScene(prediction, noLessonProgress, null, read);
  return { ...questionScene(prediction, noLessonProgress, null, blank), options };
}

/** A question with the option that a run bears out, and all explanations. */
function toldQuestion({ checks }: LessonContent, prediction: Prediction, run: Run): QuestionScene {
  const played = playedOf(run);
  const held = heldOption(checks, prediction.id, played);
  const told = held === null ? {} : { [prediction.id]: held };
  const progress = { ...noLessonProgress, answers: told, outcomes: told };
  return questionScene(prediction, progress, null, figureReader(checks, played));
}

function startOf(content: LessonContent, world: string, before: string | null): HandoutStill | null {
  if (world === before) return null;
  return stillOf(playAttempt(scenarioOf(content, world), { commands: [], until: 0 }), null);
}

function momentStills(places: readonly MomentPlace[], step: string): HandoutStill[] {
  return places
    .filter((place) => place.step === step)
    .map(({ scenario, solution, at, sentence }) => {
      const run = playAttempt(scenario, solution);
      run.seek(at);
      return stillOf(run, sentence);
    });
}

/** The recall or the transfer question: one question, answered by `run`. */
function questionPlace(
  content: LessonContent,
  prediction: Prediction,
  run: Run,
  rest: Pick<HandoutPlace, 'at' | 'start'> & Pick<HandoutAnswers, 'stills'>,
): HandoutPlace {
  const questions = [toldQuestion(content, prediction, run)];
  return {
    at: rest.at,
    title: '',
    further: false,
    start: rest.start,
    parts: [{ type: 'question', question: openQuestion(content, prediction, run) }],
    answers: { questions, figures: [], stills: rest.stills, explanation: null },
  };
}

function stepPlace(
  content: LessonContent,
  step: Step,
  run: Run,
  rest: Pick<HandoutPlace, 'start'> & Pick<HandoutAnswers, 'stills'> & { readonly world: string },
): HandoutPlace {
  const read = figureReader(content.checks, playedOf(run));
  const texts = step.parts.flatMap((part) =>
    part.type === 'text' && part.block.type !== 'recipe' ? [part.block] : [],
  );
  return {
    at: 'step',
    title: step.title,
    further: step.further,
    start: rest.start,
    parts: step.parts.flatMap((part): HandoutPart[] => {
      if (part.type === 'text') {
        const block = withRecipe(part.block, content.scenario, rest.world);
        return [{ type: 'text', block: sceneText(block, blank) }];
      }
      if (part.type === 'task') return [{ type: 'task', text: sceneLine(part.task.text, blank) }];
      return part.type === 'prediction'
        ? [{ type: 'question', question: openQuestion(content, part.prediction, run) }]
        : [];
    }),
    answers: {
      questions: step.parts.flatMap((part) =>
        part.type === 'prediction' ? [toldQuestion(content, part.prediction, run)] : [],
      ),
      figures: texts
        .filter((block) => linesOf(block).some(holdsFigure))
        .map((block) => sceneText(block, read)),
      stills: rest.stills,
      explanation: sceneLine(step.explanation, read),
    },
  };
}

/** All places of a lesson. Plays the solution of every step; throws RefusedCommand when one is out of date. */
export function handoutOf(content: LessonContent, solution: LessonSolution): readonly HandoutPlace[] {
  const { recall, steps, transfer } = content.page;
  const moments = placesOf(content, solution);
  let world: string | null = null;
  const enter = (next: string) => {
    const start = startOf(content, next, world);
    world = next;
    return start;
  };
  const places: HandoutPlace[] = [];
  if (recall) {
    const scenario = scenarioOf(content, recall.world);
    const run = playAttempt(scenario, recalledBy(scenario));
    const start = enter(recall.world);
    places.push(questionPlace(content, recall.prediction, run, { at: 'recall', start, stills: [] }));
  }
  for (const [index, step] of steps.entries()) {
    const name = worldOf(content.page, index);
    const run = playAttempt(scenarioOf(content, name), wholeSolution(content, solution, index));
    places.push(
      stepPlace(content, step, run, {
        world: name,
        start: enter(name),
        stills: momentStills(moments, step.slug),
      }),
    );
  }
  if (transfer) {
    // Its world stays closed until it is answered.
    const run = playAttempt(scenarioOf(content, transfer.world), solution.steps['transfer']!);
    const stills = momentStills(moments, 'transfer');
    places.push(questionPlace(content, transfer.prediction, run, { at: 'transfer', start: null, stills }));
  }
  return places;
}
