// The timelines of the lessons' own solutions, as the page plans them, for the laws that hold on all of them.
import { lessons } from 'virtual:lessons';
import { drawTimeline } from '../../../src/layout/timeline/drawTimeline';
import { historiesOf } from '../../../src/layout/timeline/histories';
import { markLabels, type MarkWriter } from '../../../src/layout/timeline/markLabels';
import { planTimeline, type TimelinePlan } from '../../../src/layout/timeline/planTimeline';
import { spanFor } from '../../../src/layout/timeline/timeScale';
import type { TimelineScene } from '../../../src/layout/timeline/timelineScene';
import type { TimelineWords } from '../../../src/layout/timeline/timelineWords';
import { worksOf } from '../../../src/layout/timeline/works';
import { scenarioOf } from '../../../src/lesson/content';
import { worldOf } from '../../../src/lesson/crossCheck';
import { playAttempt, wholeSolution } from '../../../src/lesson/player';
import { createRun, type Entity, type Fact, type WorldView } from '../../../src/sim';
import { markWords } from '../../../src/view/timeline/markWords';
import { timelineWords } from '../../../src/view/timeline/timelineWords';
import { worldsThen } from '../../../src/words';

/** A solution of a step, played to its end. */
export interface Solved {
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly start: readonly Entity[];
  readonly made: readonly Entity[];
  readonly view: WorldView;
  readonly furthest: number;
  readonly words: TimelineWords;
  readonly writing: MarkWriter;
}

/** All steps of all lessons, solved. */
export const solved: readonly Solved[] = (
  await Promise.all(
    lessons.map(async (entry) => {
      const content = await entry.open();
      const solution = await entry.solution();
      return content.page.steps.map(({ slug }, step): Solved => {
        const scenario = scenarioOf(content, worldOf(content.page, step));
        const run = playAttempt(scenario, wholeSolution(content, solution, step));
        const start = createRun(scenario).view().entities;
        const ids = new Set(start.map(({ id }) => id));
        const view = run.view();
        const facts = run.facts.slice(0);
        return {
          ...{ name: `${entry.number} ${slug}`, facts, start, view, furthest: run.furthest },
          made: view.entities.filter(({ id }) => !ids.has(id)),
          words: timelineWords(view),
          writing: markWords(worldsThen({ view, start, facts }), facts),
        };
      });
    }),
  )
).flat();

/** The plan of one, with the head at its end. */
export function planOf(of: Solved, width: number, text: number, room = Infinity): TimelinePlan {
  const { facts, start, made, words, writing, furthest } = of;
  const labels = markLabels(writing);
  const histories = historiesOf(facts, start, made);
  const works = worksOf(facts, [...start, ...made]);
  return planTimeline({
    ...{ histories, works, facts, span: spanFor(furthest), width, text, mostLanes: 9, words, labels, room },
  });
}

/** The picture of one, with the head at its end. */
export function sceneOf(of: Solved, width: number, text: number, room = Infinity): TimelineScene {
  const { furthest } = of;
  return drawTimeline(planOf(of, width, text, room), { head: furthest, furthest, hideOutcome: false });
}
