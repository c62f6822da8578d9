// What can be wrong with a link or a file: a code with its data. The sentences are in src/i18n/en/share.ts.
import type { Refusal } from '../sim';

/** Why a link or a file is not used. */
export type SituationProblem =
  /** More characters than a link of ours ever has. */
  | { readonly code: 'too-long'; readonly most: number }
  /** Not the form that our links have. */
  | { readonly code: 'strange' }
  /** The end is missing. */
  | { readonly code: 'cut' }
  /** Complete, but not as it was made. */
  | { readonly code: 'altered' }
  /** Unpacks to more than any situation needs. */
  | { readonly code: 'bomb'; readonly most: number }
  /** A file with more characters than any situation needs. */
  | { readonly code: 'too-large'; readonly most: number }
  | { readonly code: 'not-json' }
  /** A file with somebody's progress, where a situation is wanted. */
  | { readonly code: 'is-progress' }
  /** Made by a later version of the course. */
  | { readonly code: 'newer'; readonly of: 'format' | 'model' }
  /** A field is missing, unknown or of the wrong form; `where` is its path. */
  | { readonly code: 'malformed'; readonly where: string }
  | { readonly code: 'too-many-boxes'; readonly most: number }
  | { readonly code: 'too-many-commands'; readonly most: number }
  /** An instant after the last that a link may ask for, in microseconds. */
  | { readonly code: 'too-late'; readonly most: number }
  /** More happens on the way than a page can replay. */
  | { readonly code: 'too-much' }
  | { readonly code: 'unknown-lesson'; readonly lesson: string }
  | { readonly code: 'unknown-world'; readonly lesson: string; readonly world: string }
  /** A run of one lesson in the address of another; `lesson` is empty for a world of nobody's. */
  | { readonly code: 'other-lesson'; readonly lesson: string }
  /** The model cannot build the world, or cannot go on with it; `message` is the model's own. */
  | { readonly code: 'impossible-world'; readonly message: string }
  /** The model refuses a command of the journal; `label` is what a page calls it, else its name; `why` its reason. */
  | {
      readonly code: 'refused';
      readonly at: number;
      readonly command: string;
      readonly target: string;
      readonly label: string;
      readonly refusal: Refusal;
      readonly why?: string;
    };

/** The one error that reading a link or a file throws. */
export class BadSituation extends Error {
  readonly problem: SituationProblem;

  constructor(problem: SituationProblem) {
    super(JSON.stringify(problem));
    this.name = 'BadSituation';
    this.problem = problem;
  }
}
