// What the page tells of each question: the option that holds when all tasks are done, at that instant. It is the one that
// the lesson is about, and still holds at the end of the same run.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { worldOf } from '../../src/lesson/crossCheck';
import { evaluateStep, heldOption, predictionsOf, tasksOf } from '../../src/lesson/evaluate';
import type { Inline, Line } from '../../src/lesson/format';
import { scenarioOf } from '../../src/lesson/content';
import {
  instantsOf,
  judgeRun,
  playAttempt,
  playedOf,
  recalledBy,
  wholeSolution,
} from '../../src/lesson/player';
import { noLessonProgress, type LessonProgress } from '../../src/lesson/progress';

/** By question, the option that the course teaches. */
const TAUGHT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'works-on-my-machine': {
    'same-file': 'looks',
    neighbour: 'next-start',
    where: 'one',
    cpu: 'ends',
    database: 'none',
  },
  'many-computers-in-one': {
    'own-files': 'own',
    'how-busy': 'between',
    'other-os': 'goes-on',
    'what-is-lost': 'borrowed',
    'neighbours-notice': 'more',
    'extra-floor': 'falls',
    'six-panics': 'one',
    cloud: 'borrow',
  },
  'what-a-guest-os-costs': {
    thirds: 'share',
    'how-many': 'seven',
    overcommitted: 'twelve',
    whence: 'balloon',
    sharing: 'part',
    hot: 'one',
    morning: 'nothing',
  },
  'snapshot-roll-back-clone-move': {
    fourth: 'no',
    growth: 'later',
    'whole-clones': 'two',
    nights: 'stands',
    'disk-gone': 'errors',
    standstill: 'moment',
    'old-host': 'lost',
    'ten-snapshots': 'none',
  },
  'build-it-again': {
    manuals: 'search',
    'by-hand': 'nowhere',
    'which-steps': 'from-copy',
    'half-a-year': 'elsewhere',
    'both-pinned': 'files',
    places: 'two',
    'scanned-twice': 'known',
    'late-or-not': 'older',
    'safe-now': 'none',
  },
};

const opened = await Promise.all(
  lessons.map(async (entry) => ({
    slug: entry.slug,
    content: await entry.open(),
    solution: await entry.solution(),
  })),
);

const figuresOf = (line: Line): readonly string[] =>
  line.flatMap((part: Inline) =>
    part.type === 'figure' ? [part.id] : 'children' in part ? figuresOf(part.children) : [],
  );

describe.each(opened)('lesson $slug', ({ slug, content, solution }) => {
  const { page, checks } = content;
  const taught = TAUGHT[slug] ?? {};

  it.each(page.steps.map((step, index) => ({ name: step.slug, step, index })))(
    'tells of $name at once what holds at the end too',
    ({ step, index }) => {
      const run = playAttempt(
        scenarioOf(content, worldOf(page, index)),
        wholeSolution(content, solution, index),
      );
      const { outcomes } = judgeRun(step, checks, run).progress;
      run.seek(run.furthest);
      for (const { id } of predictionsOf(step)) {
        expect(heldOption(checks, id, playedOf(run)), id).toBe(outcomes[id]);
        if (id in taught) expect(outcomes[id]).toBe(taught[id]);
      }
    },
  );

  it.each(page.steps.map((step, index) => ({ name: step.slug, step, index })))(
    'has in $name the figures of each answer by the time a task settles it',
    ({ step, index }) => {
      const settling = tasksOf(step.parts).filter(({ settles }) => settles !== undefined);
      if (settling.length === 0) return;
      const scenario = scenarioOf(content, worldOf(page, index));
      const run = playAttempt(scenario, wholeSolution(content, solution, index));
      const answers = Object.fromEntries(predictionsOf(step).map(({ id }) => [id, 'locked']));
      let seen: LessonProgress = { ...noLessonProgress, answers };
      for (const played of instantsOf(run)) {
        seen = evaluateStep(step, seen, checks, played).progress;
        for (const { id, options } of predictionsOf(step)) {
          if (!Object.hasOwn(seen.outcomes, id)) continue;
          const figures = options.flatMap(({ explanation }) => figuresOf(explanation));
          expect(figures.filter((figure) => checks.figures[figure]!(played) === null)).toEqual([]);
          return;
        }
      }
      throw new Error('nothing was settled');
    },
  );

  it('tells of its recall and its transfer question what the course teaches', () => {
    if (page.recall && page.recall.prediction.id in taught) {
      const scenario = scenarioOf(content, page.recall.world);
      const start = playedOf(playAttempt(scenario, recalledBy(scenario)));
      const { id } = page.recall.prediction;
      expect(heldOption(checks, id, start)).toBe(taught[id]);
    }
    if (page.transfer && page.transfer.prediction.id in taught) {
      const { id } = page.transfer.prediction;
      const end = playAttempt(scenarioOf(content, page.transfer.world), solution.steps['transfer']!);
      expect(heldOption(checks, id, playedOf(end))).toBe(taught[id]);
    }
  });
});
