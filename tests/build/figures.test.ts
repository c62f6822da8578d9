// Figures of the example deck come from the run; one that the run does not show stops the build.
import { readFileSync } from 'node:fs';
import { lessons } from 'virtual:lessons';
import { expect, it } from 'vitest';
import { withFigures } from '../../src/build/slides/figures';
import { placesOf, waysThrough } from '../../src/lesson/moments';
import { playAttempt, playedOf } from '../../src/lesson/player';

it('each figure stands where it is named', () => {
  const figures = { fell: 6, away: { micros: 90_000_000 }, by: 'cart' };
  expect(withFigures('<b>:fig[fell]</b> of 6, :fig[away], :fig[by]', figures)).toBe(
    '<b>6</b> of 6, 1 min 30 s, cart',
  );
});

it('a figure that the lesson does not show stops the build', () => {
  expect(() => withFigures(':fig[gone]', { gone: null })).toThrow('no figure "gone"');
  expect(() => withFigures(':fig[none]', {})).toThrow('no figure "none"');
});

it('each figure on a slide is true at the instant that the slide, or its fragment, stands at', async () => {
  const entry = lessons.find(({ slug }) => slug === 'one-kernel-falls')!;
  const content = await entry.open();
  const solution = await entry.solution();
  const places = placesOf(content, solution);
  const ends = new Map(
    [...waysThrough(content, solution)].map((way) => [way.step, playAttempt(way.scenario, way.solution)]),
  );
  const slides = readFileSync(new URL('../../src/deck.html', import.meta.url), 'utf8')
    .replaceAll(/<aside[^]*?<\/aside>/g, '')
    .split('<section>');
  const told: string[] = [];
  for (const slide of slides) {
    const [, own] = /class="blast-radius"[^>]*?data-moment="([^"]+)"/.exec(slide) ?? [];
    const fragments = [...slide.matchAll(/class="fragment" data-moment="([^"]+)"[^>]*>([^<]*)</g)];
    const bare = fragments.reduce((text, [whole]) => text.replace(whole, ''), slide);
    for (const [moment, text] of [[own, bare], ...fragments.map(([, id, said]) => [id, said])])
      for (const [, id = ''] of (text ?? '').matchAll(/:fig\[([^\]]+)\]/g)) {
        const place = places.find((each) => each.id === moment)!;
        expect(place, `${id} stands at no moment`).toBeDefined();
        const run = ends.get(place.step)!;
        const read = content.checks.figures[id]!;
        run.seek(run.furthest);
        const end = read(playedOf(run));
        run.seek(place.at);
        expect(read(playedOf(run)), id).toEqual(end);
        told.push(id);
      }
  }
  expect(told).toHaveLength(4);
});
