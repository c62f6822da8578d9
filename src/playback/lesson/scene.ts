// What the lesson panel draws, as plain data: whatever must stay hidden is not in it.
import type { Figure, Inline, RecipeBlock, TextBlock } from '../../lesson/format';
import type { EntityId } from '../../sim/engine/fact';

export type { Figure };

/** A piece of a line with its figure already read. */
export type SceneInline =
  | Exclude<Inline, { type: 'figure' | 'emphasis' | 'strong' }>
  | { readonly type: 'figure'; readonly id: string; readonly value: Figure }
  | { readonly type: 'emphasis' | 'strong'; readonly children: SceneLine };
/** A line ready to be drawn. */
export type SceneLine = readonly SceneInline[];
/** A block of running text ready to be drawn. */
export type SceneText =
  | { readonly type: 'paragraph'; readonly children: SceneLine }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly SceneLine[] }
  | {
      readonly type: 'table';
      readonly header: readonly SceneLine[];
      readonly rows: readonly (readonly SceneLine[])[];
    }
  | Extract<TextBlock, { type: 'code' }>;
/** A block ready to be drawn. */
export type SceneBlock = SceneText | RecipeBlock;

/** One option as it may be seen. */
export interface OptionScene {
  readonly id: string;
  readonly letter: string;
  readonly label: SceneLine;
  readonly isGuess: boolean;
  /** The run bore it out; false as long as no run has told. */
  readonly isHeld: boolean;
  /** null until the run has told. */
  readonly explanation: SceneLine | null;
}

/** A question: open, locked and waiting for the run, or told. */
export interface QuestionScene {
  readonly id: string;
  readonly phase: 'open' | 'locked' | 'told';
  readonly question: SceneLine;
  readonly options: readonly OptionScene[];
  /** The option that is marked while it is open. */
  readonly choice: string | null;
}

/** A task with what it still lacks. */
export interface TaskScene {
  readonly check: string;
  readonly text: SceneLine;
  readonly passed: boolean;
  /** null when it is passed, or while there is no run to look at. */
  readonly missing: string | null;
}

/** What stands in the panel, in order. */
export type PanelPart =
  | { readonly type: 'text'; readonly block: SceneBlock }
  | { readonly type: 'question'; readonly question: QuestionScene }
  | { readonly type: 'task'; readonly task: TaskScene }
  | { readonly type: 'moment'; readonly id: string; readonly sentence: string; readonly reached: boolean };

/** Where in the lesson the panel is. */
export type PanelPlace =
  | { readonly at: 'recall' }
  | {
      readonly at: 'step';
      readonly title: string;
      readonly number: number;
      readonly of: number;
      readonly further: boolean;
    }
  | { readonly at: 'transfer' }
  | { readonly at: 'finished' };

/** What the button at the foot leads to; null while the place is not done. */
export type PanelNext =
  | { readonly to: 'step'; readonly title: string }
  | { readonly to: 'transfer' }
  | { readonly to: 'end' }
  | null;

/** Everything the panel draws. */
export interface LessonScene {
  readonly title: string;
  readonly question: string;
  readonly place: PanelPlace;
  readonly parts: readonly PanelPart[];
  readonly hints: readonly SceneLine[];
  readonly hasMoreHints: boolean;
  readonly canBeShown: boolean;
  readonly canStartAgain: boolean;
  /** All tasks are done, but this run does not tell which option holds. */
  readonly isUndecided: boolean;
  /** All tasks are done, but not by this run alone. */
  readonly isParted: boolean;
  /** Sentences were left out: no run on the stage gives their figures. */
  readonly lacksFigures: boolean;
  readonly explanation: SceneLine | null;
  readonly next: PanelNext;
  /** The box whose blast radius the answer speaks of, once it is told; null elsewhere. */
  readonly outlined: EntityId | null;
  /** Optional steps that can be entered now; after the end, every step. */
  readonly enterable: readonly { readonly slug: string; readonly title: string; readonly further: boolean }[];
}

/** What the learner does in the panel. The lesson's machine takes these as they are. */
export type PanelEvent =
  | { readonly type: 'choose'; readonly option: string }
  | { readonly type: 'lock' | 'next' | 'hint' | 'show-me' | 'start-again' }
  | { readonly type: 'go-to'; readonly step: string };

/** Takes an event of the panel. */
export type OnPanelEvent = (event: PanelEvent) => void;
