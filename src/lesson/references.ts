// What a page points at, with the line where it does: compared with the other files by crossCheck.

/** One mention of something that another file must know. */
export type Reference =
  | {
      readonly kind: 'figure' | 'check' | 'moment' | 'world' | 'term';
      readonly id: string;
      readonly line: number;
    }
  /** A box of `world`, the world that the page is in at that place; or a repository of it that has a Dockerfile. */
  | {
      readonly kind: 'box' | 'recipe';
      readonly id: string;
      readonly line: number;
      readonly world: string | null;
    }
  /** A command that the task of `step` offers. */
  | { readonly kind: 'command'; readonly id: string; readonly line: number; readonly step: string }
  | {
      readonly kind: 'prediction';
      readonly id: string;
      readonly line: number;
      readonly options: readonly string[];
    };
