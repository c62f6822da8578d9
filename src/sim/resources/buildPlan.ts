// What is to be done for a Dockerfile: its stages in order, each step with what enters its cache key, and the
// configuration of the image. BuildKit's rules: a variable enters the key of the step that uses it, and all RUNs after
// its ARG or ENV; what only describes the image (CMD, LABEL, EXPOSE ...) is no step and enters no key.
// Source: moby/buildkit frontend/dockerfile/dockerfile2llb/convert.go, validations.go; docs.docker.com/reference/dockerfile
// "Impact on build caching".
import {
  filledIn,
  recipeOf,
  stageAt,
  type Instruction,
  type Problem,
  type Recipe,
  type StageText,
  type Variables,
} from './dockerfile';
import { keywordOf } from './keyword';

/** What an image says beside its files. */
export interface ImageConfig {
  readonly env: Readonly<Record<string, string>>;
  readonly workdir: string;
  readonly user: string;
  /** Everything else by the name of its instruction: CMD, ENTRYPOINT, EXPOSE, LABEL ... */
  readonly says: Readonly<Record<string, string>>;
  /** What whoever builds on it does first. */
  readonly onBuild: readonly Instruction[];
}

/** One step that makes files, or takes them from elsewhere. */
export interface Step {
  readonly stage: number;
  readonly kind: 'from' | 'run' | 'copy' | 'workdir';
  readonly line: number;
  /** As the builder shows it. */
  readonly text: string;
  /** What enters the cache key beside what lies below and the files that are copied. */
  readonly key: string;
  /** from: the reference of an image. run: the command. workdir: the directory. copy: where to. */
  readonly what: string;
  /** copy: paths, and where they are: a stage, an image, or the build context (null). */
  readonly sources: readonly string[];
  readonly from: number | string | null;
  /** `COPY --link`: it does not depend on what lies below. */
  readonly link: boolean;
}

/** A stage begins with another one, with an image, or with nothing (null). */
export interface PlannedStage {
  readonly base: number | string | null;
  readonly config: ImageConfig;
}

/** All that is to be done for one target. */
export interface Plan {
  readonly stages: readonly PlannedStage[];
  readonly steps: readonly Step[];
  readonly target: number;
}

/** Nothing said. */
export const BARE: ImageConfig = { env: {}, workdir: '/', user: '', says: {}, onBuild: [] };

/** What is asked for beside the Dockerfile. */
export interface Asked {
  /** `--target`; empty for the last stage. */
  readonly target: string;
  /** `--build-arg`. */
  readonly args: Variables;
  /** What an image says, for those that stages begin with. */
  readonly configOf: (reference: string) => ImageConfig;
}

const titleOf = (stage: StageText, at: number) => (stage.name === '' ? `stage-${at}` : stage.name);

/** Values of the ARGs before the first FROM. */
function globalArgs({ globals }: Recipe, args: Variables): Variables {
  const values: Record<string, string> = {};
  for (const { pairs = [] } of globals) {
    for (const [name, value] of pairs) values[name] = args[name] ?? filledIn(value ?? '', values);
  }
  return values;
}

/** What a stage begins with: only an earlier stage can be meant, any other name is that of an image. */
function baseOf(recipe: Recipe, at: number, globals: Variables): number | string | null {
  const name = filledIn(recipe.stages[at]!.from.words[0]!, globals);
  if (name === 'scratch') return null;
  const earlier = /^\d+$/.test(name) ? -1 : stageAt(recipe.stages.slice(0, at), name);
  return earlier === -1 ? name : earlier;
}

const fromOf = (instruction: Instruction) =>
  keywordOf(instruction) === 'COPY' ? instruction.flags?.['from'] : undefined;

/** Where a COPY takes its files: a stage, an image, or the context. */
function sourceOf({ stages }: Recipe, instruction: Instruction): number | string | null {
  const from = fromOf(instruction);
  if (from === undefined) return null;
  const stage = stageAt(stages, from);
  return stage === -1 ? from : stage;
}

/** Stages that COPY takes files from, by the number of the stage that does. */
function copiedFrom(recipe: Recipe): readonly (readonly { stage: number; line: number }[])[] {
  return recipe.stages.map(({ instructions }) =>
    instructions.flatMap((each) => {
      const stage = sourceOf(recipe, each);
      return typeof stage === 'number' ? { stage, line: each.line } : [];
    }),
  );
}

/** Lines of a circle that begins at a stage, or null. */
function circle(needs: ReturnType<typeof copiedFrom>, from: number, seen: Set<number>): number | null {
  const path = new Set<number>();
  const visit = (stage: number): number | null => {
    if (seen.has(stage)) return null;
    seen.add(stage);
    path.add(stage);
    for (const { stage: next, line } of needs[stage]!) {
      const found = path.has(next) ? line : visit(next);
      if (found !== null) return found;
    }
    path.delete(stage);
    return null;
  };
  return visit(from);
}

/** BuildKit looks at all stages, also those that the target does not need. */
function circleProblem(recipe: Recipe): Problem | null {
  const needs = copiedFrom(recipe);
  const seen = new Set<number>();
  for (const [at, stage] of recipe.stages.entries()) {
    const line = circle(needs, at, seen);
    if (line !== null) return { error: `circular dependency detected on stage: ${titleOf(stage, at)}`, line };
  }
  return null;
}

/** A Dockerfile that can be built, as far as can be said without asking for its bases. */
export function readRecipe(instructions: readonly Instruction[]): Recipe | Problem {
  const recipe = recipeOf(instructions);
  return 'error' in recipe ? recipe : (circleProblem(recipe) ?? recipe);
}

/** The stages that a target needs, in order, or what BuildKit says when there is no such target. */
export function neededStages(
  recipe: Recipe,
  { target, args }: Pick<Asked, 'target' | 'args'>,
): readonly number[] | Problem {
  const last = target === '' ? recipe.stages.length - 1 : stageAt(recipe.stages, target);
  if (last === -1) return { error: `target stage "${target}" could not be found`, line: 0 };
  const globals = globalArgs(recipe, args);
  const needs = copiedFrom(recipe);
  const needed = new Set<number>();
  const add = (stage: number): void => {
    if (needed.has(stage)) return;
    const base = baseOf(recipe, stage, globals);
    if (typeof base === 'number') add(base);
    for (const each of needs[stage]!) add(each.stage);
    needed.add(stage);
  };
  add(last);
  return [...needed];
}

/** Lines of the stages that a target does not need, in order: BuildKit leaves them out. */
export function skippedLines(instructions: readonly Instruction[], target: string): readonly number[] {
  const recipe = readRecipe(instructions);
  const needed = 'error' in recipe ? recipe : neededStages(recipe, { target, args: {} });
  if ('error' in recipe || 'error' in needed) return [];
  const left = recipe.stages.filter((_, at) => !needed.includes(at));
  return left.flatMap(({ from, instructions: others }) => [from, ...others].map(({ line }) => line));
}

/** References of images that some stages begin with or copy from, each once, with the line that asks for it. */
export function imagesNeeded(
  recipe: Recipe,
  stages: readonly number[],
  args: Variables,
): readonly { readonly reference: string; readonly line: number }[] {
  const globals = globalArgs(recipe, args);
  const found = new Map<string, number>();
  for (const at of stages) {
    const base = baseOf(recipe, at, globals);
    const { from, instructions } = recipe.stages[at]!;
    if (typeof base === 'string' && !found.has(base)) found.set(base, from.line);
    for (const each of instructions) {
      const source = sourceOf(recipe, each);
      if (typeof source === 'string' && !found.has(source)) found.set(source, each.line);
    }
  }
  return [...found].map(([reference, line]) => ({ reference, line }));
}

/** What an instruction may look at and change while the plan is made. */
interface Walk {
  config: ImageConfig;
  /** ARGs of this stage that were declared so far. */
  args: Record<string, string>;
  shell: string;
  readonly globals: Variables;
  readonly asked: Asked;
}

const variablesOf = ({ config, args }: Walk): Variables => ({ ...args, ...config.env });

/** A path, seen from where the stage is. */
export function absolute(workdir: string, path: string): string {
  const parts = (path.startsWith('/') ? path : `${workdir}/${path}`).split('/');
  const clean: string[] = [];
  for (const part of parts) {
    if (part === '..') clean.pop();
    else if (part !== '' && part !== '.') clean.push(part);
  }
  return `/${clean.join('/')}`;
}

/** A command as it is given to the shell: without flags, its spaces as one. */
function commandOf({ text, words }: Instruction): string {
  const bare = text.replace(/^(--\S+\s+)+/, '');
  return bare.startsWith('[') ? words.join(' ') : bare.replace(/\s+/g, ' ').trim();
}

/** What only changes the configuration; false where it is a step. */
function describes(walk: Walk, instruction: Instruction): boolean {
  const name = keywordOf(instruction);
  const { pairs = [], words, text } = instruction;
  const { config } = walk;
  const variables = variablesOf(walk);
  const fill = (word: string) => filledIn(word, variables);
  if (['RUN', 'COPY', 'ADD', 'WORKDIR'].includes(name)) return false;
  if (name === 'ARG') {
    for (const [arg, value] of pairs) {
      const given = walk.asked.args[arg] ?? (value === null ? walk.globals[arg] : fill(value));
      if (given !== undefined) walk.args[arg] = given;
    }
  } else if (name === 'ENV') {
    const env = Object.fromEntries(pairs.map(([key, value]) => [key, fill(value ?? '')]));
    walk.config = { ...config, env: { ...config.env, ...env } };
  } else if (name === 'USER') walk.config = { ...config, user: fill(words[0]!) };
  else if (name === 'ONBUILD')
    walk.config = { ...config, onBuild: [...config.onBuild, instruction.trigger!] };
  else {
    if (name === 'SHELL') walk.shell = words.join(' ');
    const isFilled = ['EXPOSE', 'LABEL', 'STOPSIGNAL', 'VOLUME'].includes(name);
    const said = isFilled ? fill(text) : text;
    const before = ['EXPOSE', 'LABEL', 'VOLUME'].includes(name) ? (config.says[name] ?? '') : '';
    walk.config = { ...config, says: { ...config.says, [name]: `${before} ${said}`.trim() } };
  }
  return true;
}

/** The step that an instruction is. */
function stepOf(recipe: Recipe, walk: Walk, stage: number, instruction: Instruction): Step {
  const name = keywordOf(instruction);
  const variables = variablesOf(walk);
  const { workdir, user } = walk.config;
  const { line, words, flags = {} } = instruction;
  const text = `${name} ${instruction.text.replace(/\s+/g, ' ')}`;
  const common = { stage, line, text, sources: [] as string[], from: null, link: false };
  if (name === 'WORKDIR') {
    const what = absolute(workdir, filledIn(words[0]!, variables));
    walk.config = { ...walk.config, workdir: what };
    return { ...common, kind: 'workdir', what, key: `WORKDIR ${what}` };
  }
  if (name === 'RUN') {
    const command = commandOf(instruction);
    const key = JSON.stringify(['RUN', walk.shell, command, variables, workdir, user]);
    return { ...common, kind: 'run', what: filledIn(command, variables), key };
  }
  const filled = words.map((word) => filledIn(word, variables));
  const to = filled.at(-1)!;
  const what = absolute(workdir, to) + (/(^|\/)\.?$/.test(to) && to !== '/' ? '/' : '');
  const owner = [flags['chown'] ?? '', flags['chmod'] ?? ''];
  const sources = filled.slice(0, -1);
  const rest = { kind: 'copy' as const, what, sources, from: sourceOf(recipe, instruction) };
  return { ...common, ...rest, link: flags['link'] !== undefined, key: JSON.stringify([name, what, owner]) };
}

/** The plan of a Dockerfile for a target whose stages are known. */
export function planOf(recipe: Recipe, needed: readonly number[], asked: Asked): Plan {
  const globals = globalArgs(recipe, asked.args);
  const stages: PlannedStage[] = [];
  const steps: Step[] = [];
  for (const at of needed) {
    const { from, instructions } = recipe.stages[at]!;
    const base = baseOf(recipe, at, globals);
    const config =
      typeof base === 'number' ? stages[base]!.config : base === null ? BARE : asked.configOf(base);
    const walk: Walk = { config: { ...config, onBuild: [] }, args: {}, shell: '/bin/sh -c', globals, asked };
    const beginning = { stage: at, line: from.line, sources: [], from: null, link: false };
    if (typeof base === 'string')
      steps.push({ ...beginning, kind: 'from', text: `FROM ${base}`, key: '', what: base });
    for (const each of [...config.onBuild, ...instructions]) {
      if (!describes(walk, each)) steps.push(stepOf(recipe, walk, at, each));
    }
    stages[at] = { base, config: walk.config };
  }
  return { stages, steps, target: needed.at(-1)! };
}
