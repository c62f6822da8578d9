// Runs every case of a folder of conformance files and says, by file, what passed, failed and waits.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readCases } from './format';
import type { Case, Fields, Json } from './format';
import { KINDS } from './kinds';
import { roomWaitedFor } from './waiting';

/** What became of a case; `why` for one that failed, `room` for one that waits. */
export type Outcome =
  | { readonly result: 'passed' }
  | { readonly result: 'failed'; readonly why: string }
  | { readonly result: 'waiting'; readonly room: string };

/** The outcome of a case, and where it stands. */
export type CaseReport = Outcome & { readonly file: string; readonly name: string; readonly kind: string };

/**
 * Every `*.json` of the folder, in order of name. A file that is not of the form, or a folder without any,
 * is one failure. Throws Node's error when the folder cannot be read.
 */
export function runFolder(folder: string): readonly CaseReport[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  if (files.length === 0) return [broken(folder, 'holds no *.json')];
  return files.flatMap((file) => runFile(file, readFileSync(join(folder, file), 'utf8')));
}

/** The cases of one file, from its name and text. */
export function runFile(file: string, text: string): readonly CaseReport[] {
  try {
    return readCases(text).map((one) => {
      const kind = kindOf(file, one.input);
      return { file, name: one.name, kind, ...runCase(file, kind, one) };
    });
  } catch (error) {
    return [broken(file, reasonOf(error))];
  }
}

function kindOf(file: string, input: Fields): string {
  const { kind } = input;
  return typeof kind === 'string' ? kind : file.replace(/\.json$/, '');
}

function runCase(file: string, kind: string, { input, expected }: Case): Outcome {
  const known = KINDS.get(kind);
  const room = roomWaitedFor(file, kind);
  if (!known) return room === null ? failed(`unknown kind "${kind}"`) : { result: 'waiting', room };
  const strange = Object.keys(input).filter((field) => !known.knows.includes(field));
  if (strange.length > 0) return failed(`kind "${kind}" does not know input.${strange.join(', input.')}`);
  try {
    return compare(known.answer(input, expected), expected);
  } catch (error) {
    return failed(reasonOf(error));
  }
}

function compare(answer: Fields, expected: Fields): Outcome {
  const wrong = Object.keys(expected).filter((field) => !isDeepStrictEqual(answer[field], expected[field]));
  if (wrong.length === 0) return { result: 'passed' };
  const show = (value: Json | undefined) => (value === undefined ? 'nothing' : JSON.stringify(value));
  return failed(
    wrong
      .map((field) => `${field}: expected ${show(expected[field])}, got ${show(answer[field])}`)
      .join('; '),
  );
}

function failed(why: string): Outcome {
  return { result: 'failed', why };
}

function broken(file: string, why: string): CaseReport {
  return { file, name: '(file)', kind: '', ...failed(why) };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** How many cases came out how. */
export function count(reports: readonly CaseReport[]): Record<Outcome['result'], number> {
  const total = { passed: 0, failed: 0, waiting: 0 };
  for (const { result } of reports) total[result] += 1;
  return total;
}
