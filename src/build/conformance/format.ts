// The form of a conformance file, and how one is read: what is wrong with it is said, never skipped.

/** Any value of a JSON file. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** A JSON object. */
export type Fields = Readonly<Record<string, Json>>;

/** One case: what goes in and what has to come out. */
export interface Case {
  readonly name: string;
  readonly input: Fields;
  readonly expected: Fields;
}

/** Whether a value is a JSON object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The cases of a file's text. Throws Error with the reason when it is not of the form. */
export function readCases(text: string): readonly Case[] {
  const file: unknown = JSON.parse(text);
  if (!isFields(file) || !Array.isArray(file['cases'])) throw new Error('has no list of "cases"');
  const cases = file['cases'] as readonly Json[];
  if (cases.length === 0) throw new Error('has no case');
  return cases.map((one, i) => {
    if (!isFields(one)) throw new Error(`case ${i} is not an object`);
    const { name, input, expected } = one;
    if (typeof name !== 'string') throw new Error(`case ${i} has no "name"`);
    if (!isFields(input)) throw new Error(`case "${name}" has no "input"`);
    if (!isFields(expected) || Object.keys(expected).length === 0)
      throw new Error(`case "${name}" has no "expected"`);
    return { name, input, expected };
  });
}

/** A field that must be a number; an absent one is the default, if there is one. Throws Error otherwise. */
export function numberOf(input: Fields, field: string, byDefault?: number): number {
  const value = input[field] ?? byDefault;
  if (typeof value !== 'number') throw new Error(`input.${field} must be a number`);
  return value;
}

/** A field that must be true or false, false when absent. Throws Error otherwise. */
export function booleanOf(input: Fields, field: string): boolean {
  const value = input[field] ?? false;
  if (typeof value !== 'boolean') throw new Error(`input.${field} must be true or false`);
  return value;
}

/** A field that must be one of a few words. Throws Error otherwise. */
export function wordOf<Word extends string>(input: Fields, field: string, words: readonly Word[]): Word {
  const word = words.find((one) => one === input[field]);
  if (word === undefined) throw new Error(`input.${field} must be one of ${words.join(', ')}`);
  return word;
}
