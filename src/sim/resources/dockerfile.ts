// Instructions of a Dockerfile as data, and what BuildKit says when it reads them: nothing here parses text.
// Source: moby/buildkit frontend/dockerfile/instructions/parse.go, errors.go and dockerfile2llb/convert.go, whose words
// the problems have; docs.docker.com/reference/dockerfile for the instructions.
import { keywordOf } from './keyword';

/** One instruction. `words` are its arguments without flags; in its JSON form the elements of the array. */
export interface Instruction {
  /** Counted from 1. */
  readonly line: number;
  /** As it was written. */
  readonly keyword: string;
  /** All after the keyword on one line, flags included. */
  readonly text: string;
  readonly words: readonly string[];
  readonly flags?: Readonly<Record<string, string>>;
  /** ENV, LABEL and ARG: names with values; null for an ARG without default. */
  readonly pairs?: readonly (readonly [name: string, value: string | null])[];
  /** ONBUILD: what is done by whoever builds on this image. */
  readonly trigger?: Instruction;
}

/** What the builder says, and the line that it shows; 0 where it shows none. */
export interface Problem {
  readonly error: string;
  readonly line: number;
}

/** Stage by stage: FROM and what follows it. */
export interface StageText {
  readonly from: Instruction;
  /** Lower case; empty where it has none. */
  readonly name: string;
  readonly instructions: readonly Instruction[];
}

/** A Dockerfile that can be read: ARGs before the first FROM, and its stages. */
export interface Recipe {
  readonly globals: readonly Instruction[];
  readonly stages: readonly StageText[];
}

/** In alphabetical order, as BuildKit looks for the one that was meant. */
const KEYWORDS = [
  'ADD',
  'ARG',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'FROM',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'RUN',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
] as const;

/** Names further apart than this are not taken for misspelled: buildkit util/suggest. */
const NOT_MEANT = 3;

/** The instruction on one line, as it is written. */
export const writtenOf = ({ keyword, text }: Instruction): string => `${keyword} ${text}`.trim();

/** Letters to be changed, added or left out to make one word of the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let left = 1; left <= one.length; left++) {
    const next = [left];
    for (let right = 1; right <= other.length; right++) {
      const same = one[left - 1] === other[right - 1] ? 0 : 1;
      next.push(Math.min(next[right - 1]! + 1, row[right]! + 1, row[right - 1]! + same));
    }
    row = next;
  }
  return row[other.length]!;
}

/** What was meant, as BuildKit adds it to an error, or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  let best = NOT_MEANT;
  let meant = '';
  for (const each of known) {
    const apart = distance(word.toLowerCase(), each.toLowerCase());
    if (apart < best) [best, meant] = [apart, each];
  }
  return meant === '' || best === 0 ? '' : ` (did you mean ${meant}?)`;
}

const onLine = (line: number, error: string): Problem => ({
  error: `dockerfile parse error on line ${line}: ${error}`,
  line,
});

const STAGE_NAME = /^[a-z][a-z0-9-_.]*$/;
const ONE = ['WORKDIR', 'USER', 'STOPSIGNAL'];
const SOME = ['ENV', 'LABEL', 'ARG', 'EXPOSE', 'VOLUME', 'ONBUILD', 'HEALTHCHECK', 'SHELL'];

/** What is wrong with one instruction by itself, or null. */
function instructionProblem(instruction: Instruction): Problem | null {
  const { keyword, line, words, trigger } = instruction;
  const name = keywordOf(instruction);
  if (!(KEYWORDS as readonly string[]).includes(name))
    return onLine(line, `unknown instruction: ${keyword}${didYouMean(keyword, KEYWORDS)}`);
  if (name === 'FROM') return fromProblem(instruction);
  if (['COPY', 'ADD'].includes(name) && words.length < 2)
    return onLine(
      line,
      `${name} requires at least two arguments, but only one was provided. Destination could not be determined.`,
    );
  if (ONE.includes(name) && words.length !== 1) return onLine(line, `${name} requires exactly one argument`);
  if (SOME.includes(name) && words.length === 0)
    return onLine(line, `${name} requires at least one argument`);
  return trigger === undefined ? null : triggerProblem(instruction, trigger);
}

function fromProblem({ line, words }: Instruction): Problem | null {
  const isNamed = words.length === 3 && words[1]!.toLowerCase() === 'as';
  if (words.length !== 1 && !isNamed) return onLine(line, 'FROM requires either one or three arguments');
  if (!isNamed || STAGE_NAME.test(words[2]!.toLowerCase())) return null;
  return onLine(
    line,
    `invalid name for build stage: "${words[2]!}", name can't start with a number or contain symbols`,
  );
}

function triggerProblem({ line }: Instruction, trigger: Instruction): Problem | null {
  const name = keywordOf(trigger);
  if (name === 'ONBUILD') return onLine(line, "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
  if (name === 'FROM' || name === 'MAINTAINER')
    return onLine(line, `${name} isn't allowed as an ONBUILD trigger`);
  return instructionProblem({ ...trigger, line });
}

/** The stages of some instructions, or the first thing that BuildKit finds wrong. */
export function recipeOf(instructions: readonly Instruction[]): Recipe | Problem {
  const globals: Instruction[] = [];
  const stages: { from: Instruction; name: string; instructions: Instruction[] }[] = [];
  if (instructions.length === 0) return { error: 'file with no instructions', line: 0 };
  for (const each of instructions) {
    const problem = instructionProblem(each);
    if (problem !== null) return problem;
    const name = keywordOf(each);
    const stage = stages.at(-1);
    if (name === 'FROM')
      stages.push({ from: each, name: (each.words[2] ?? '').toLowerCase(), instructions: [] });
    else if (stage !== undefined) stage.instructions.push(each);
    else if (name === 'ARG') globals.push(each);
    else return { error: 'no build stage in current context', line: each.line };
  }
  if (stages.length === 0) return { error: 'dockerfile contains no stages to build', line: 0 };
  return { globals, stages };
}

/** What a variable stands for: its value, or undefined where nobody set it. */
export type Variables = Readonly<Record<string, string>>;

const VARIABLE = /\\\$|\$(\w+)|\$\{(\w+)(?::?([-+])([^}]*))?\}/g;

/** `$name`, `${name}`, `${name:-else}` and `${name:+then}` filled in; `\$` stays a dollar. */
export function filledIn(text: string, variables: Variables): string {
  return text.replace(VARIABLE, (whole, plain?: string, named?: string, sign?: string, other = '') => {
    if (whole === '\\$') return '$';
    const value = variables[plain ?? named ?? ''] ?? '';
    if (sign === '-') return value === '' ? String(other) : value;
    if (sign === '+') return value === '' ? '' : String(other);
    return value;
  });
}

/** The stage with this name or number, or -1. Of two with one name it is the later. */
export function stageAt(stages: readonly StageText[], name: string): number {
  if (/^\d+$/.test(name)) return Number(name) < stages.length ? Number(name) : -1;
  return stages.findLastIndex((stage) => stage.name !== '' && stage.name === name.toLowerCase());
}
