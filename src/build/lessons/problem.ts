// What is wrong with a lesson: one error that names the file, the line and what to do.

/** Thrown by the loader. `message` reads `file:line: problem. remedy.`; Vite's overlay shows `loc`. */
export class LessonProblem extends Error {
  readonly file: string;
  readonly line: number;
  /** Where Vite's error overlay points. */
  readonly loc: { readonly file: string; readonly line: number; readonly column: number };

  /** `problem` says what is wrong, `remedy` what to do about it; both without the closing full stop. */
  constructor(file: string, line: number, problem: string, remedy: string) {
    super(`${file}:${line}: ${problem}. ${remedy}.`);
    this.name = 'LessonProblem';
    this.file = file;
    this.line = line;
    this.loc = { file, line, column: 1 };
  }
}

/** Refuses something at a line of the file that is being read; never returns. */
export type Refuse = (line: number, problem: string, remedy: string) => never;

/** A `Refuse` for one file. */
export function refuseIn(file: string): Refuse {
  return (line, problem, remedy) => {
    throw new LessonProblem(file, line, problem, remedy);
  };
}
