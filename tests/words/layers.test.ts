// Names of layers on the stage: by what put them there, never by a digest alone, and two layers never by one name.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { playAttempt, wholeSolution } from '../../src/lesson/player';
import { scenarioOf } from '../../src/lesson/content';
import { worldOf } from '../../src/lesson/crossCheck';
import type { WorldView } from '../../src/sim';
import { fileLabels, fileName } from '../../src/words/disk';

async function ends(lesson: string): Promise<readonly WorldView[]> {
  const entry = lessons.find(({ slug }) => slug === lesson)!;
  const [content, solution] = await Promise.all([entry.open(), entry.solution()]);
  return content.page.steps.map((_, index) => {
    const world = worldOf(content.page, index);
    return playAttempt(scenarioOf(content, world), wholeSolution(content, solution, index)).view();
  });
}

const layersOf = (view: WorldView) =>
  view.ofKind('layer').filter(({ context }) => context['use'] === 'layer');
const labelsIn = (view: WorldView) => layersOf(view).map(({ id }) => fileLabels(id, view)[0]);

describe.each(['images-are-layers', 'build-it-again'])('layers of %s', async (slug) => {
  const views = (await ends(slug)).filter((view) => layersOf(view).length > 0);

  it('have words for names, and the digest where they are pointed at', () => {
    expect(views.length).toBeGreaterThan(3);
    for (const view of views)
      for (const { id, context } of layersOf(view)) {
        expect(fileLabels(id, view)[0]).not.toMatch(/^(layer )?[0-9a-f]{12}/);
        expect(fileName(id, view)).toContain(String(context['digest']).replace(/^.*:/, '').slice(0, 12));
      }
  });

  it('are told apart wherever they differ', () => {
    for (const view of views) {
      const digests = new Set(layersOf(view).map(({ context }) => context['digest']));
      expect(new Set(labelsIn(view)).size).toBe(digests.size);
    }
  });
});

it('names a layer by the image that it is the top of, and what lies under all of them as the base', async () => {
  const [first] = await ends('images-are-layers');
  expect(labelsIn(first!).sort()).toEqual(['base', 'buy', 'cart', 'search']);
});

it('names a layer by the instruction that made it, and shorter where there is no room', async () => {
  const views = await ends('build-it-again');
  const all = views.flatMap((view) => layersOf(view).map(({ id }) => fileLabels(id, view)));
  expect(all.map(([label]) => label)).toContain('debian:12');
  expect(all).toContainEqual([
    expect.stringMatching(/^RUN apt-get update && apt-get install -y gcc make/),
    expect.stringMatching(/^RUN … apt-get install -y gcc make/),
    expect.stringMatching(/^RUN apt-get( \(|$)/),
  ]);
});

it('still knows what a container runs from when the name of its image has moved on', async () => {
  const views = await ends('images-are-layers');
  const labels = views.flatMap((view) => labelsIn(view));
  expect(labels.filter((label) => /^search \([0-9a-f]{4}\)$/.test(label)).length).toBeGreaterThan(1);
});

it('tells layers by their packages where those are there in two versions, and by nothing of them before', async () => {
  const views = await ends('build-it-again');
  const labels = views.flatMap((view) => layersOf(view).map(({ id }) => fileLabels(id, view)));
  const told = labels.filter((each) => each[0].includes('openssl'));
  expect(told.map((each) => each.at(-1))).toEqual(['debian:12, openssl 3.0.11', 'debian:12, openssl 3.0.13']);
  expect(told.map(([first]) => first)).toEqual([
    expect.stringMatching(/^debian:12 \([0-9a-f]{4}\), openssl 3\.0\.11$/),
    expect.stringMatching(/^debian:12 \([0-9a-f]{4}\), openssl 3\.0\.13$/),
  ]);
});
