// Does lesson.md agree with scenario.ts, checks.ts and solution.ts? Pure: the build and the tests both ask.
import type { BoxSpec } from '../sim/engine/scenario';
import type { Instruction } from '../sim/resources/dockerfile';
import type {
  LessonChecks,
  LessonPage,
  LessonScenario,
  LessonSolution,
  SolutionStep,
  StepStage,
} from './format';
import { isOffered } from './offered';
import type { Reference } from './references';

/** One contradiction. `line` is null where only a word of the file (`needle`) tells the place. */
export interface Contradiction {
  readonly file: 'lesson.md' | 'scenario.ts' | 'checks.ts' | 'solution.ts';
  readonly line: number | null;
  readonly needle: string;
  readonly problem: string;
  readonly remedy: string;
}

/** The four files of a lesson. */
export interface WholeLesson {
  readonly page: LessonPage;
  readonly references: readonly Reference[];
  /** Kinds of boxes that the front matter names. */
  readonly boxes: readonly string[];
  readonly scenario: LessonScenario;
  readonly checks: LessonChecks;
  readonly solution: LessonSolution;
}

type File = Contradiction['file'];
type At = { readonly file: File; readonly line?: number; readonly needle: string };

function say(at: At, problem: string, remedy: string): Contradiction {
  return { file: at.file, line: at.line ?? null, needle: at.needle, problem, remedy };
}

const has = (record: object, key: string) => Object.hasOwn(record, key);
const known = (record: object) => Object.keys(record).join(', ') || 'none';

/** All boxes of a world, from the hosts upwards. */
export function boxesOf(boxes: readonly BoxSpec[]): readonly BoxSpec[] {
  return boxes.flatMap((box) => [box, ...boxesOf(box.holds ?? [])]);
}

/** The instructions of a repository's Dockerfile; none for a box that has none. */
export function recipeOf({ spec }: BoxSpec): readonly Instruction[] {
  return JSON.parse(String(spec?.['recipe'] || '[]')) as readonly Instruction[];
}

/** The world a step is in: its own, or that of the step it continues. */
export function worldOf(page: LessonPage, step: number): string {
  const stage: StepStage | undefined = page.steps[step]?.stage;
  if (stage?.type === 'world') return stage.world;
  return step > 0 ? worldOf(page, step - 1) : '';
}

function* references({ references: all, scenario, checks }: WholeLesson): Iterable<Contradiction> {
  for (const [index, reference] of all.entries()) {
    const { kind, id, line } = reference;
    const at = { file: 'lesson.md', line, needle: id } as const;
    if (kind === 'figure' && !has(checks.figures, id))
      yield say(at, `checks.ts has no figure "${id}"`, `Define it, or use one of ${known(checks.figures)}`);
    if (kind === 'check' && !has(checks.checks, id))
      yield say(at, `checks.ts has no check "${id}"`, `Define it, or use one of ${known(checks.checks)}`);
    if (kind === 'check' && all.findIndex((other) => other.kind === kind && other.id === id) < index)
      yield say(
        at,
        `Two tasks have the check "${id}": the second would be done with the first`,
        'Give each a check of its own',
      );
    if (kind === 'moment' && !scenario.moments.some((moment) => moment.id === id))
      yield say(at, `scenario.ts has no moment "${id}"`, 'Define it, or remove the directive');
    if (kind === 'world' && !has(scenario.worlds, id))
      yield say(at, `scenario.ts has no world "${id}"`, `Define it, or use one of ${known(scenario.worlds)}`);
    if (kind === 'command' && !scenario.commands.includes(id))
      yield say(at, `scenario.ts does not allow the command "${id}"`, 'Add it to its commands');
    if (kind === 'box' || kind === 'recipe') yield* box(reference, scenario);
    if (kind === 'prediction') yield* prediction(reference, checks);
  }
}

function* box(
  { kind: what, id, line, world }: Extract<Reference, { kind: 'box' | 'recipe' }>,
  scenario: LessonScenario,
): Iterable<Contradiction> {
  const spec = world === null ? undefined : scenario.worlds[world];
  if (spec === undefined) return;
  const at = { file: 'lesson.md', line, needle: id } as const;
  const found = boxesOf(spec.boxes).find(({ kind, name }) => `${kind}/${name}` === id);
  if (found === undefined)
    yield say(at, `The world "${world ?? ''}" has no box "${id}"`, 'Correct the id, it reads kind/name');
  else if (what === 'recipe' && recipeOf(found).length === 0)
    yield say(at, `"${id}" has no Dockerfile`, 'Name a repository of this world, and give it a recipe');
}

function* prediction(
  { id, line, options }: Extract<Reference, { kind: 'prediction' }>,
  { predictions }: LessonChecks,
): Iterable<Contradiction> {
  const at = { file: 'lesson.md', line, needle: id } as const;
  const predicates = predictions[id];
  if (!predicates) {
    yield say(
      at,
      `checks.ts has no predicates for "${id}"`,
      `Add predictions["${id}"] with one for each option`,
    );
    return;
  }
  for (const option of options)
    if (!has(predicates, option))
      yield say(at, `checks.ts has no predicate for the option "${option}" of "${id}"`, 'Add it');
  for (const option of Object.keys(predicates))
    if (!options.includes(option))
      yield say(
        { file: 'checks.ts', needle: option },
        `"${id}" has no option "${option}" in lesson.md`,
        'Remove the predicate, or add the option',
      );
}

/** What stands beside the page and is never used by it. */
function* unused({ references: all, scenario, checks }: WholeLesson): Iterable<Contradiction> {
  const used = (kind: Reference['kind']) => all.filter((it) => it.kind === kind).map((it) => it.id);
  const rows = [
    ['check', 'checks.ts', Object.keys(checks.checks)],
    ['figure', 'checks.ts', Object.keys(checks.figures)],
    ['prediction', 'checks.ts', Object.keys(checks.predictions)],
    ['world', 'scenario.ts', Object.keys(scenario.worlds)],
  ] as const;
  for (const [kind, file, ids] of rows)
    for (const id of ids)
      if (!used(kind).includes(id))
        yield say({ file, needle: id }, `lesson.md does not use the ${kind} "${id}"`, 'Use it, or remove it');
}

function* kinds({ boxes: named, scenario }: WholeLesson): Iterable<Contradiction> {
  const worlds = Object.values(scenario.worlds);
  const used = new Set(worlds.flatMap((world) => boxesOf(world.boxes).map((spec) => spec.kind)));
  const at = { file: 'lesson.md', needle: 'boxes:' } as const;
  for (const kind of used)
    if (!named.includes(kind))
      yield say(at, `A world has a ${kind}, the front matter does not name it`, 'Add it to "boxes"');
  for (const kind of named)
    if (!used.has(kind)) yield say(at, `"boxes" names ${kind}, but no world has one`, 'Remove it');
}

/** Commands after which there may be boxes that no world names. */
const MAKES_BOXES: readonly string[] = ['clone-vm', 'run-container'];

function* played(
  name: string,
  needle: string,
  { commands, until }: SolutionStep,
  offered: readonly string[],
  boxes: ReadonlySet<string>,
): Iterable<Contradiction> {
  const at = { file: 'solution.ts', needle } as const;
  for (const [index, { at: instant, command }] of commands.entries()) {
    if (instant > until || instant < (commands[index - 1]?.at ?? 0))
      yield say(
        at,
        `${name}: "${command.name}" is out of order or after its end`,
        'Order the commands by time',
      );
    if (!isOffered(offered, command.name))
      yield say(
        at,
        `${name}: no task of the step offers "${command.name}"`,
        'Offer it in lesson.md, or do without',
      );
    const isMade = commands
      .slice(0, index)
      .some(({ command: { name: earlier } }) => MAKES_BOXES.includes(earlier));
    if (!boxes.has(command.target) && !isMade)
      yield say(at, `${name}: its world has no box "${command.target}"`, 'Correct the id');
  }
}

function idsOf({ worlds }: LessonScenario, world: string): ReadonlySet<string> {
  return new Set(boxesOf(worlds[world]?.boxes ?? []).map(({ kind, name }) => `${kind}/${name}`));
}

function* solutions({ page, scenario, solution }: WholeLesson): Iterable<Contradiction> {
  for (const slug of Object.keys(solution.steps))
    if (slug !== 'transfer' && !page.steps.some((step) => step.slug === slug))
      yield say(
        { file: 'solution.ts', needle: slug },
        `lesson.md has no step "${slug}"`,
        'Remove or rename it',
      );
  for (const [index, step] of page.steps.entries()) {
    const offered = step.parts.flatMap((part) => (part.type === 'task' ? part.task.commands : []));
    const tasks = step.parts.flatMap((part) => (part.type === 'task' ? [part.task.check] : []));
    const ids = idsOf(scenario, worldOf(page, index));
    const mine = solution.steps[step.slug];
    const at = { file: 'solution.ts', needle: 'steps' } as const;
    if (!mine) yield say(at, `The step "${step.slug}" has no solution`, 'Add its commands and until');
    else yield* played(step.slug, step.slug, mine, offered, ids);
    for (const wrong of solution.wrong.filter((attempt) => attempt.step === step.slug)) {
      yield* played(wrong.name, wrong.name, wrong, offered, ids);
      if (!tasks.includes(wrong.unmet))
        yield say(
          { file: 'solution.ts', needle: wrong.name },
          `${wrong.name}: the step has no task with the check "${wrong.unmet}"`,
          `Name one of ${tasks.join(', ')}`,
        );
    }
  }
  yield* transfer({ page, solution });
  for (const wrong of solution.wrong)
    if (!page.steps.some((step) => step.slug === wrong.step))
      yield say(
        { file: 'solution.ts', needle: wrong.name },
        `${wrong.name}: lesson.md has no step "${wrong.step}"`,
        'Correct it',
      );
  if (solution.wrong.length === 0)
    yield say(
      { file: 'solution.ts', needle: 'wrong' },
      'There is no wrong attempt',
      'Add one that must leave a check unmet',
    );
}

/** The transfer question runs by the faults of its world; its solution only says how far. */
function* transfer({ page, solution }: Pick<WholeLesson, 'page' | 'solution'>): Iterable<Contradiction> {
  const mine = solution.steps['transfer'];
  const at = { file: 'solution.ts', needle: 'transfer' } as const;
  if (page.transfer && !mine)
    yield say(
      { ...at, needle: 'steps' },
      'The transfer question has no solution',
      'Add "transfer" with its until',
    );
  if (!page.transfer && mine) yield say(at, 'lesson.md has no transfer question', 'Remove "transfer"');
  if (page.transfer && mine && mine.commands.length > 0)
    yield say(at, 'The transfer runs by itself, but has commands', 'Make them faults of its world');
}

/** Every contradiction between the four files, in the order in which they are read; none if they agree. */
export function crossCheck(lesson: WholeLesson): readonly Contradiction[] {
  return [...references(lesson), ...unused(lesson), ...kinds(lesson), ...solutions(lesson)];
}
