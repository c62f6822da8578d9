// A whole lesson: the page read, the three modules loaded, and the four compared with each other.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { crossCheck, type WholeLesson } from '../../lesson/crossCheck';
import type { LessonChecks, LessonScenario, LessonSolution } from '../../lesson/format';
import type { Reference } from '../../lesson/references';
import { glossary } from '../../i18n/en/glossary';
import { loadLesson, shownPath, type LoadedLesson } from './loadLesson';
import { exportNames, importModules, type LessonModules } from './modules';
import { LessonProblem } from './problem';
import { shapes, type ExportName } from './shapes';

/** The line on which a word first stands in a file, or its first line. */
function lineOf(file: string, needle: string): number {
  const index = readFileSync(file, 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(needle));
  return index + 1 || 1;
}

function refuseShape(path: string, name: ExportName, value: unknown): void {
  const file = join(path, `${name}.ts`);
  if (value === undefined)
    throw new LessonProblem(
      shownPath(file),
      1,
      `It exports no "${name}"`,
      `Write export const ${name} = { ... }; see src/lesson/format.ts`,
    );
  const parsed = v.safeParse(shapes[name], value);
  if (parsed.success) return;
  const [issue] = parsed.issues;
  const keys = (issue.path ?? []).map((item) => String(item.key));
  const needle = keys.findLast((key) => !/^\d+$/.test(key)) ?? name;
  throw new LessonProblem(
    shownPath(file),
    lineOf(file, needle),
    `"${[name, ...keys].join('.')}" is not as the lesson format wants it: ${issue.message}`,
    'See src/lesson/format.ts',
  );
}

function refuseUnknownTerm(file: string, references: readonly Reference[]): void {
  const term = references.find(({ kind, id }) => kind === 'term' && !Object.hasOwn(glossary, id));
  if (term)
    throw new LessonProblem(
      shownPath(file),
      term.line,
      `The glossary has no "${term.id}"`,
      'Define it in src/i18n/en/glossary.ts',
    );
}

/**
 * Compares a page with the modules beside it. Throws LessonProblem at the first contradiction, with the
 * file and the line where it stands.
 */
export function compareLesson(
  { folder, page, references, boxes }: LoadedLesson,
  modules: LessonModules,
): WholeLesson {
  for (const name of exportNames) refuseShape(folder.path, name, modules[name]);
  const whole: WholeLesson = {
    page,
    references,
    boxes,
    scenario: modules['scenario'] as LessonScenario,
    checks: modules['checks'] as LessonChecks,
    solution: modules['solution'] as LessonSolution,
  };
  refuseUnknownTerm(join(folder.path, 'lesson.md'), references);
  const [first] = crossCheck(whole);
  if (first) {
    const file = join(folder.path, first.file);
    const line = first.line ?? lineOf(file, first.needle);
    throw new LessonProblem(shownPath(file), line, first.problem, first.remedy);
  }
  return whole;
}

/** Reads and compares a whole lesson folder. Throws LessonProblem, or what a module of it throws. */
export async function checkLesson(path: string): Promise<WholeLesson> {
  const loaded = loadLesson(path);
  const modules = await importModules([path]);
  return compareLesson(loaded, await modules.get(basename(path))!);
}
