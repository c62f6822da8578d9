// Copies that a run makes on its way have lanes as well: what those show is what the boxes' tags say, in every lesson.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { historiesOf, isCopy, stateAt } from '../../../src/layout/timeline/histories';
import { lanesOf } from '../../../src/layout/timeline/lanes';
import type { LaneState } from '../../../src/layout/timeline/phases';
import { scenarioOf } from '../../../src/lesson/content';
import { worldOf } from '../../../src/lesson/crossCheck';
import { instantsOf, playAttempt, wholeSolution } from '../../../src/lesson/player';
import { createRun, SECOND, type Run } from '../../../src/sim';
import { statesByTags } from './played';

/** What a lane tells apart, and a tag does not. */
const PLAIN: Partial<Record<LaneState, LaneState>> = { stuck: 'suffering' };

const made = new Set<string>();

describe.each(lessons)('$slug', (entry) => {
  it('has a history for every copy that there is, whenever it was made', async () => {
    const [content, solution] = [await entry.open(), await entry.solution()];
    content.page.steps.forEach((step, index) => {
      const scenario = scenarioOf(content, worldOf(content.page, index));
      const run = playAttempt(scenario, wholeSolution(content, solution, index));
      const start = createRun(scenario).view().entities;
      const histories = historiesOf(run.facts.slice(0), start, run.made);
      for (const { id } of run.made) made.add(id);
      for (const { world } of instantsOf(run)) {
        const there = histories.filter(({ stretches }) => stretches[0]!.from <= world.at);
        expect(there.map(({ copy }) => copy).sort()).toEqual(
          world.entities.flatMap((box) => (isCopy(box) ? [box.id] : [])).sort(),
        );
        for (const history of there) {
          const state = stateAt(history, world.at);
          const allowed = statesByTags(world.get(history.copy)!, world);
          expect(allowed, `${step.slug}, ${world.at} us, ${history.copy}`).toContain(PLAIN[state] ?? state);
        }
      }
    });
  });
});

it('had such copies to look at', () => {
  expect([...made].some((id) => id.startsWith('process/'))).toBe(true);
});

it('still knows where one ran that was taken away before another was made', async () => {
  const content = await lessons.find(({ slug }) => slug === 'images-are-layers')!.open();
  const scenario = scenarioOf(content, worldOf(content.page, 1));
  const journal = [
    { at: SECOND, command: { name: 'run-container', target: 'image/search', args: { copies: 1 } } },
    { at: 4 * SECOND, command: { name: 'remove-container', target: 'container/search-1' } },
    { at: 6 * SECOND, command: { name: 'run-container', target: 'image/search', args: { copies: 1 } } },
  ];
  const hostsOf = (run: Run) =>
    historiesOf(run.facts.slice(0), createRun(scenario).view().entities, run.made).map(({ copy, host }) => [
      copy,
      host,
    ]);
  const replayed = createRun(scenario, journal, 9 * SECOND);
  const live = createRun(scenario);
  const made = journal.map(({ at, command }) => {
    live.seek(at);
    expect(live.do(command)).toMatchObject({ done: true });
    live.seek(at + SECOND);
    return live.made.length;
  });
  live.seek(9 * SECOND);
  expect(made[2]).toBeGreaterThan(made[1]!);
  expect(hostsOf(live)).toEqual([
    ['process/search-1', 'host/host-b'],
    ['process/search-2', 'host/host-b'],
  ]);
  expect(hostsOf(replayed)).toEqual(hostsOf(live));
});

it('counts in a lane only the copies that there are', async () => {
  const content = await lessons.find(({ slug }) => slug === 'images-are-layers')!.open();
  const scenario = scenarioOf(content, worldOf(content.page, 1));
  const more = { name: 'run-container', target: 'image/search', args: { copies: 1 } };
  const journal = [SECOND, 10 * SECOND].map((at) => ({ at, command: more }));
  const run = createRun(scenario, journal, 20 * SECOND);
  const start = createRun(scenario).view().entities;
  const [lane] = lanesOf(historiesOf(run.facts.slice(0), start, run.made), 1);
  expect(lane!.copies).toHaveLength(2);
  expect(lane!.spans[0]!.from).toBe(SECOND);
  const counts = lane!.spans.map(({ from, count }) => [from < 10 * SECOND, count]);
  expect(counts).toEqual(counts.map(([isEarly]) => [isEarly, isEarly ? 1 : 2]));
  expect(lane!.spans.at(-1)).toMatchObject({ state: 'serving', serving: 2 });
});
