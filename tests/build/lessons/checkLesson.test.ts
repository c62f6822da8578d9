// A whole lesson folder: right as the skeleton is, refused with file and line when its files contradict each other.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLesson, compareLesson } from '../../../src/build/lessons/checkLesson';
import { lessonFolder, lessonFolders } from '../../../src/build/lessons/folders';
import { importModules } from '../../../src/build/lessons/modules';
import { readPage } from '../../../src/build/lessons/page';
import { createCourse, LESSON, type TestCourse } from './course';

type Modules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

let course: TestCourse;
let modules: Modules;
beforeAll(async () => {
  course = createCourse();
  modules = (await (await importModules([course.lesson])).get(LESSON)) as Modules;
});
afterAll(() => course.remove());

/** Compares the skeleton's modules, some of them changed, with its page, one text of it replaced. */
function compare(from: string, to: string, changed: Readonly<Record<string, unknown>> = {}): unknown {
  const text = readFileSync(join(course.lesson, 'lesson.md'), 'utf8');
  if (!text.includes(from)) throw new Error(`the page does not hold "${from}"`);
  const folder = lessonFolder(course.lesson);
  try {
    const read = readPage(text.replace(from, to), folder, join(course.lesson, 'lesson.md'));
    return compareLesson({ folder, ...read }, { ...modules, ...changed });
  } catch (error) {
    return error;
  }
}

/** The line of the skeleton's page on which a text stands. */
function lineOf(text: string): number {
  const page = readFileSync(join(course.lesson, 'lesson.md'), 'utf8');
  return page.slice(0, page.indexOf(text)).split('\n').length;
}

/** What is replaced in the page, and how it is refused at that line. */
const pages: readonly (readonly [string, string, string, RegExp])[] = [
  ['a figure nobody defines', ':fig[looked-for]', ':fig[lost]', /no figure "lost".*looked-for/],
  ['a check nobody defines', '::task[', '::task[Now.]{check="kiled"}\n::task[', /no check "kiled"/],
  [
    'a check that two tasks have',
    '::moment{id="killed"}',
    '::task[Now.]{check="killed"}\n::moment{id="killed"}',
    /Two tasks have the check "killed"/,
  ],
  ['a moment nobody defines', '::moment{id="killed"}', '::moment{id="saved"}', /no moment "saved"/],
  ['a world nobody defines', '::stage{world="one-host"}', '::stage{world="two"}', /no world "two"/],
  [
    'a command that is not allowed',
    '::task[Kill',
    '::task[Pull.]{check="killed" commands="pull-plug"}\n::task[Kill',
    /not allow the command "pull-plug"/,
  ],
  ['a box that the world lacks', 'One host', ':box[One]{id="host/one"}', /no box "host\/one"/],
  [
    'a Dockerfile of a box that has none',
    '::task[',
    '::recipe{id="host/host-a"}\n::task[',
    /has no Dockerfile/,
  ],
  ['a term without a definition', 'One host', ':term[Host]{id="hoist"}', /glossary has no "hoist"/],
  [
    'a kind that the front matter forgets',
    'boxes: [host, kernel, process]',
    'boxes: [host, kernel]',
    /has a process/,
  ],
  ['a kind that no world has', 'boxes: [host', 'boxes: [vm, host', /names vm, but no world has one/],
  [
    'a prediction without predicates',
    '::prediction[You kill it. Does it come back?]{id="comes-back"}',
    '::prediction[And?]{id="returns"}',
    /no predicates for "returns"/,
  ],
];

const at = 'process/cart';
const kill = { at: 5, command: { name: 'kill-process', target: at } };
const own = { commands: [kill], until: 9 };
const steps = { 'first-step': own, transfer: { commands: [], until: 9 } };
const wrong = { name: 'waits', step: 'first-step', unmet: 'killed', commands: [], until: 9 };

/** What a module exports in place of its own, and how it is refused in its file. */
const exportsThat: readonly (readonly [string, string, (modules: Modules) => unknown, RegExp])[] = [
  [
    'a predicate without an option',
    'checks',
    ({ checks }) => withPredicate(checks!),
    /has no option "anybody"/,
  ],
  [
    'a figure that no line shows',
    'checks',
    ({ checks }) => ({ ...checks, figures: { 'looked-for': () => 1, unseen: () => 1 } }),
    /does not use the figure "unseen"/,
  ],
  [
    'a check without a test',
    'checks',
    ({ checks }) => ({ ...checks, checks: { killed: { sentence: 'S.' } } }),
    /"checks.checks.killed/,
  ],
  [
    'a world that no step uses',
    'scenario',
    ({ scenario }) => withWorld(scenario!),
    /does not use the world "day"/,
  ],
  [
    'a seed that is no number',
    'scenario',
    ({ scenario }) => ({ ...scenario, seed: 'one' }),
    /"scenario.seed" is not as/,
  ],
  [
    'a moment without a sentence',
    'scenario',
    ({ scenario }) => ({ ...scenario, moments: [{ id: 'killed', sentence: '', when: () => true }] }),
    /"scenario.moments.0.sentence"/,
  ],
  ['nothing', 'scenario', () => undefined, /exports no "scenario"/],
  [
    'a solution without a step',
    'solution',
    () => ({ steps: { ...steps, 'second-step': own }, wrong: [wrong] }),
    /no step "second-step"/,
  ],
  [
    'no solution of a step',
    'solution',
    () => ({ steps: { transfer: own }, wrong: [wrong] }),
    /"first-step" has no solution/,
  ],
  [
    'no solution of the transfer',
    'solution',
    () => ({ steps: { 'first-step': own }, wrong: [wrong] }),
    /transfer question has no solution/,
  ],
  [
    'commands of the transfer',
    'solution',
    () => ({ steps: { ...steps, transfer: own }, wrong: [wrong] }),
    /runs by itself/,
  ],
  [
    'commands that no task offers',
    'solution',
    () => commands({ name: 'stop-process', target: at }),
    /no task of the step offers "stop-process"/,
  ],
  [
    'commands at a box that is not there',
    'solution',
    () => commands({ name: 'kill-process', target: 'process/tart' }),
    /no box "process\/tart"/,
  ],
  [
    'commands after the end',
    'solution',
    () => ({ steps: { ...steps, 'first-step': { ...own, until: 1 } }, wrong: [wrong] }),
    /out of order or after its end/,
  ],
  [
    'half a microsecond',
    'solution',
    () => ({ steps: { ...steps, transfer: { commands: [], until: 0.5 } }, wrong: [wrong] }),
    /"solution.steps.transfer.until"/,
  ],
  [
    'a wrong attempt at no step',
    'solution',
    () => ({ steps, wrong: [{ ...wrong, step: 'other' }] }),
    /no step "other"/,
  ],
  [
    'a wrong attempt with no such check',
    'solution',
    () => ({ steps, wrong: [{ ...wrong, unmet: 'saved' }] }),
    /no task with the check "saved"/,
  ],
  ['no wrong attempt', 'solution', () => ({ steps, wrong: [] }), /There is no wrong attempt\. Add one/],
];

function withPredicate(checks: Readonly<Record<string, unknown>>): unknown {
  const predictions = checks['predictions'] as Readonly<Record<string, object>>;
  return {
    ...checks,
    predictions: { ...predictions, 'at-night': { ...predictions['at-night'], anybody: () => false } },
  };
}

function withWorld(scenario: Readonly<Record<string, unknown>>): unknown {
  const worlds = scenario['worlds'] as Readonly<Record<string, unknown>>;
  return { ...scenario, worlds: { ...worlds, day: worlds['night'] } };
}

function commands(command: object): unknown {
  return { steps: { ...steps, 'first-step': { commands: [{ at: 5, command }], until: 9 } }, wrong: [wrong] };
}

describe('the files of a lesson', () => {
  it('agree in the skeleton', async () => {
    const whole = await checkLesson(course.lesson);
    expect(whole.page).toMatchObject({ number: 3, slug: 'small-lesson' });
    expect(compare('One host', 'One host', {})).toMatchObject({ page: { slug: 'small-lesson' } });
  });

  it.each(pages)('do not agree with a page that has %s', (_name, from, to, message) => {
    const problem = compare(from, to) as Error;
    expect(problem.message).toMatch(message);
    expect(problem.message).toMatch(/\. .+\.$/);
    expect(problem.message).toContain(`${LESSON}/lesson.md:${lineOf(from)}: `);
  });

  it('do not agree on an option that no predicate decides', () => {
    const problem = compare('{id="yes"}', '{id="maybe"}') as Error;
    expect(problem.message).toMatch(/lesson\.md:\d+: checks\.ts has no predicate for the option "maybe"/);
  });

  it.each(exportsThat)('do not agree with %s in %s.ts', (_name, name, change, message) => {
    const problem = compare('One host', 'One host', { [name]: change(modules) }) as Error;
    expect(problem.message).toMatch(message);
    expect(problem.message).toMatch(new RegExp(`${LESSON}/${name}\\.ts:\\d+: .+\\. .+\\.$`, 's'));
  });

  it('are refused at the line of the word that is wrong', async () => {
    const other = createCourse();
    try {
      const line = other.replace('solution.ts', "unmet: 'killed'", "unmet: 'saved'");
      await expect(checkLesson(other.lesson)).rejects.toThrow(
        `solution.ts:${line}: kills nothing: the step has no task`,
      );
    } finally {
      other.remove();
    }
  });

  it.each(['lesson.md', 'scenario.ts', 'checks.ts', 'solution.ts'])('are all there: %s', async (name) => {
    const other = createCourse();
    try {
      rmSync(join(other.lesson, name));
      await expect(checkLesson(other.lesson)).rejects.toThrow(`The lesson has no ${name}. Add it`);
    } finally {
      other.remove();
    }
  });
});

describe('lesson folders', () => {
  it('are found by their number', () => {
    mkdirSync(join(course.path, '01-first'));
    expect(lessonFolders(course.path).map(({ number, slug }) => ({ number, slug }))).toEqual([
      { number: 1, slug: 'first' },
      { number: 3, slug: 'small-lesson' },
    ]);
  });

  it.each([
    ['small', /named by a two-digit number and a slug.*Rename/],
    ['3-small', /named by a two-digit number/],
    ['03_small', /named by a two-digit number/],
    ['03-Small', /named by a two-digit number/],
    ['03-other', /the number or the slug of/],
    ['04-small-lesson', /the number or the slug of/],
  ])('are refused when one is called %s', (name, message) => {
    mkdirSync(join(course.path, name));
    try {
      expect(() => lessonFolders(course.path)).toThrow(message);
    } finally {
      rmSync(join(course.path, name), { recursive: true });
    }
  });
});
