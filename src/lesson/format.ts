// The lesson format: what lesson.md becomes (a typed tree, never HTML), and what stands beside it in
// scenario.ts, checks.ts and solution.ts. Types only.
import type { TimedCommand } from '../sim/engine/command';
import type { EntityId, Fact } from '../sim/engine/fact';
import type { WorldSpec } from '../sim/engine/scenario';
import type { Micros } from '../sim/engine/time';
import type { WorldView } from '../sim/engine/view';
import type { PreparedOpening } from './opening';

// ---- the page -------------------------------------------------------------------------------------

/** A piece of a line. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'strong'; readonly children: readonly Inline[] }
  /** A figure read from the learner's run: `:fig[id]`. */
  | { readonly type: 'figure'; readonly id: string }
  /** Points at a box on the stage: `:box[VM 2]{id="vm/vm-2"}`. */
  | { readonly type: 'box'; readonly id: EntityId; readonly text: string }
  /** Opens its definition in the glossary: `:term[guest OS]{id="guest-os"}`. */
  | { readonly type: 'term'; readonly id: string; readonly text: string }
  /** Names another lesson by its slug: `:lesson[A host dies]{slug="a-host-dies"}`. */
  | { readonly type: 'lesson'; readonly slug: string; readonly text: string };

/** A line of text with its inner parts. */
export type Line = readonly Inline[];

/** A block of running text. */
export type TextBlock =
  | { readonly type: 'paragraph'; readonly children: Line }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly Line[] }
  | { readonly type: 'table'; readonly header: readonly Line[]; readonly rows: readonly (readonly Line[])[] }
  | { readonly type: 'code'; readonly language: string | null; readonly text: string };

/** The Dockerfile of a repository: on a screen it shows what builds make of it. */
export interface RecipeBlock {
  readonly type: 'recipe';
  readonly id: EntityId;
}

/** What stands between the questions and tasks of a step. */
export type Block = TextBlock | RecipeBlock;

/** One answer that can be given. Which one is right stands nowhere in the page. */
export interface Option {
  readonly id: string;
  readonly label: Line;
  /** Shown after the run only: why it looked right, where it is right, what the run says. */
  readonly explanation: Line;
  /** The belief it stands for (`M3`), or null. */
  readonly misconception: string | null;
}

/** A question that is answered before anything is shown. */
export interface Prediction {
  readonly id: string;
  readonly question: Line;
  readonly options: readonly Option[];
}

/** Something to do; a check of checks.ts says when it is done and what is missing. */
export interface Task {
  readonly check: string;
  readonly text: Line;
  /** The commands that this task offers: a name, or `name:box` and `name:argument` for some of that name alone. */
  readonly commands: readonly string[];
  /** The prediction of its step that the run has told once this is done, whatever else is to do. */
  readonly settles?: string;
}

/** What a step consists of, in the order of the page. */
export type StepPart =
  | { readonly type: 'text'; readonly block: Block }
  | { readonly type: 'prediction'; readonly prediction: Prediction }
  | { readonly type: 'task'; readonly task: Task }
  | { readonly type: 'moment'; readonly id: string };

/** A step either starts its world afresh or goes on with the one before. */
export type StepStage = { readonly type: 'world'; readonly world: string } | { readonly type: 'continue' };

/** One second-level heading of the page. */
export interface Step {
  readonly slug: string;
  readonly title: string;
  readonly stage: StepStage;
  /** Optional, and never needed by a later step. */
  readonly further: boolean;
  readonly parts: readonly StepPart[];
  readonly hints: readonly Line[];
  /** Shown after the run; at most 60 words. */
  readonly explanation: Line;
}

/** A question of an earlier lesson on a changed case; answered from `world` as it stands at its start. */
export interface Recall {
  readonly from: string;
  readonly world: string;
  readonly prediction: Prediction;
  /** The box whose blast radius is drawn once the question is answered, or null. */
  readonly outline: EntityId | null;
}

/** A new case at the end: the stage stays closed until it is answered, then `world` runs. */
export interface Transfer {
  readonly world: string;
  readonly prediction: Prediction;
}

/** The front matter, as far as a page shows it. */
export interface LessonMeta {
  readonly title: string;
  readonly question: string;
  readonly unit: number;
  readonly minutes: number;
  /** For whoever teaches it in class, or null. */
  readonly teacher: string | null;
}

/** What a list of lessons says of one. */
export type ListedMeta = Pick<LessonMeta, 'title' | 'minutes'>;

/** A lesson page as a typed tree. */
export interface LessonPage {
  readonly number: number;
  readonly slug: string;
  readonly meta: LessonMeta;
  readonly recall: Recall | null;
  readonly steps: readonly Step[];
  readonly transfer: Transfer | null;
}

// ---- beside the page ------------------------------------------------------------------------------

/** An instant worth playing from: the first fact that matches, never a typed time. */
export interface Moment {
  readonly id: string;
  readonly sentence: string;
  /** `facts` holds every fact up to and including `fact`, perhaps more: look only at what came before. */
  when(fact: Fact, facts: readonly Fact[]): boolean;
}

/** `export const scenario` of scenario.ts. */
export interface LessonScenario {
  readonly seed: number;
  readonly worlds: Readonly<Record<string, WorldSpec>>;
  /** Names of the commands that the lesson allows at all. */
  readonly commands: readonly string[];
  readonly moments: readonly Moment[];
}

/** What a check, a figure or a prediction may look at: the world and the facts up to the head. */
export interface Played {
  readonly world: WorldView;
  readonly facts: readonly Fact[];
}

/** Done, or what is still missing, as a sentence for the learner. */
export type CheckResult = { readonly passed: true } | { readonly passed: false; readonly missing: string };

/** A named condition with the sentence that says what it looks for. */
export interface Check {
  readonly sentence: string;
  test(played: Played): CheckResult;
}

/** A length of virtual time, shown with its unit. */
export interface Span {
  readonly micros: Micros;
}

/** What a figure can be; null while the run has not shown it yet. */
export type Figure = string | number | Span | null;

/** `export const checks` of checks.ts. */
export interface LessonChecks {
  readonly checks: Readonly<Record<string, Check>>;
  readonly figures: Readonly<Record<string, (played: Played) => Figure>>;
  /** By prediction, by option: exactly one is true in the solution's run. */
  readonly predictions: Readonly<Record<string, Readonly<Record<string, (played: Played) => boolean>>>>;
}

/** Commands on a step's world, and how far it is played. */
export interface SolutionStep {
  readonly commands: readonly TimedCommand[];
  readonly until: Micros;
}

/** A way that must not work: after it, the check `unmet` of the step must still be open. */
export interface WrongAttempt extends SolutionStep {
  readonly name: string;
  readonly step: string;
  readonly unmet: string;
}

/** `export const solution` of solution.ts; `steps` by the step's slug, and `transfer`. */
export interface LessonSolution {
  readonly steps: Readonly<Record<string, SolutionStep>>;
  readonly wrong: readonly WrongAttempt[];
}

/** What a lesson needs to run, without its solution. */
export interface LessonContent {
  readonly page: LessonPage;
  readonly scenario: LessonScenario;
  readonly checks: LessonChecks;
}

/**
 * What somebody needs who has done nothing in a lesson yet: its worlds, and a page that holds only the question it
 * begins with (`beginningOf`). No run can be judged with it.
 */
export interface LessonBeginning extends Omit<LessonContent, 'checks'> {
  /** The world that the page begins with. */
  readonly prepared: PreparedOpening;
}

/** One lesson as the course lists it; its parts are loaded when they are opened. */
export interface LessonEntry {
  readonly number: number;
  readonly slug: string;
  readonly meta: ListedMeta;
  /** Less than `open`, and sooner there. */
  begin(): Promise<LessonBeginning>;
  open(): Promise<LessonContent>;
  solution(): Promise<LessonSolution>;
}
