// Builds and pulls on the timeline: spans from their first fact to their last, a lane for each disk with images.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { worksOf } from '../../../src/layout/timeline/works';
import { scenarioOf } from '../../../src/lesson/content';
import { worldOf } from '../../../src/lesson/crossCheck';
import { playAttempt, wholeSolution } from '../../../src/lesson/player';
import { startOf } from './played';

async function runsOf(lesson: string) {
  const entry = lessons.find(({ slug }) => slug === lesson)!;
  const [content, solution] = await Promise.all([entry.open(), entry.solution()]);
  return content.page.steps.map((_, index) => {
    const scenario = scenarioOf(content, worldOf(content.page, index));
    return playAttempt(scenario, wholeSolution(content, solution, index));
  });
}

const lanesIn = (run: Awaited<ReturnType<typeof runsOf>>[number]) =>
  worksOf(run.facts.slice(0), startOf(run));

describe.each(['images-are-layers', 'build-it-again'])('lanes of images in %s', async (slug) => {
  const runs = await runsOf(slug);

  it('begin and end with what the disk does, and leave no gap', () => {
    const lanes = runs.flatMap((run) => lanesIn(run).map((lane) => ({ run, lane })));
    expect(lanes.length).toBeGreaterThan(2);
    for (const { run, lane } of lanes) {
      expect(lane.spans[0]!.from).toBe(0);
      expect(lane.spans.at(-1)!.to).toBe(Infinity);
      lane.spans.slice(1).forEach(({ from, state }, at) => {
        expect(from).toBe(lane.spans[at]!.to);
        expect(state).not.toBe(lane.spans[at]!.state);
        expect(run.facts.slice(0).some((fact) => fact.at === from)).toBe(true);
      });
    }
  });

  it('are busy exactly while a box of that disk is', () => {
    for (const run of runs) {
      for (const { id, spans } of lanesIn(run)) {
        for (const { from, to, state } of spans) {
          run.seek(Math.min(run.furthest, to === Infinity ? run.furthest : Math.floor((from + to) / 2)));
          const view = run.view();
          const builds = view
            .ofKind('builder')
            .some(
              ({ context, tags, state: at }) =>
                context['disk'] === id && tags.includes('starting') && !/push|preparing/.test(at),
            );
          expect(builds, `${id} is ${state} from ${from}`).toBe(state === 'building');
          const pulled = view
            .ofKind('image')
            .filter((box) => box.standsOn === id && box.tags.includes('starting'));
          expect(
            pulled.some(({ state: at }) => at !== 'asking' && at !== 'retrying'),
            `${id} is ${state} from ${from}`,
          ).toBe(state === 'pulling');
          if (state === 'cut') expect(pulled.map(({ state: at }) => at)).toContain('retrying');
        }
      }
    }
  });
});

it('gives a build in lesson 7 more than an instant', async () => {
  const spans = (await runsOf('build-it-again')).flatMap((run) => lanesIn(run).flatMap((lane) => lane.spans));
  const builds = spans.filter(({ state }) => state === 'building');
  expect(builds.some(({ from, to }) => to - from > 5_000_000)).toBe(true);
});

it('parts a pull that was cut from the wait until it is tried again', async () => {
  const [lane] = (await runsOf('images-are-layers')).flatMap((run) =>
    run.facts.slice(0).some(({ name }) => name === 'image.retrying') ? lanesIn(run) : [],
  );
  expect(lane!.spans.map(({ state }) => state)).toEqual(['idle', 'pulling', 'cut', 'pulling', 'idle']);
});

it('leaves the lane idle to its end where what is pulled is there already', async () => {
  const run = (await runsOf('images-are-layers'))[0]!;
  const before = lanesIn(run)[0]!.spans;
  expect(before.at(-1)!.state).toBe('idle');
  run.seek(run.furthest + 10_000_000);
  expect(run.do({ name: 'pull-image', target: 'image/search' }).done).toBe(true);
  run.seek(run.furthest + 10_000_000);
  expect(run.facts.slice(0).at(-1)!.name).toBe('image.pulled');
  expect(lanesIn(run)[0]!.spans).toEqual(before);
});
