// A build shows its steps as they become layers, and so does a pull: a column grows beside those of images and
// containers.
import { expect, it, onTestFinished, vi } from 'vitest';
import { floorsOf } from '../../../src/layout/stage/layers';
import { createRun, SECOND } from '../../../src/sim';
import { baseHub, built, builder, debianArchive, repository } from '../../fixtures/builds';
import { hub, image, imageHost } from '../../fixtures/images';

it('grows while it builds, and stays as the image', () => {
  const boxes = [...imageHost([built()]), repository(), builder(), debianArchive, baseHub()];
  const run = createRun({ id: 'growing', seed: 1, world: { boxes } });
  const layers = () => floorsOf(run.view()).flatMap(({ floors }) => floors.map(({ id }) => id)).length;
  run.do({ name: 'build-image', target: 'image/search' });
  const seen = new Set<number>();
  while (run.view().get('image/search')!.state !== 'present' && run.head < 100 * SECOND) {
    seen.add(layers());
    run.seek(run.head + SECOND);
  }
  expect([...seen].length).toBeGreaterThanOrEqual(3);
  expect([...seen]).toEqual([...seen].sort((one, other) => one - other));
  expect(layers()).toBe(5);
});

it('a pull is a column that grows, and what has come stays where it is', () => {
  const run = createRun({
    id: 'pulling',
    seed: 1,
    world: { boxes: [...imageHost([image('search')]), hub()] },
  });
  run.do({ name: 'pull-image', target: 'image/search' });
  const places = new Map<string, number>();
  const heights = new Set<number>();
  while (run.view().get('image/search')!.state !== 'present' && run.head < 100 * SECOND) {
    run.seek(run.head + SECOND);
    const floors = floorsOf(run.view()).flatMap(({ floors: own }) => own);
    heights.add(floors.length);
    for (const { id, left, width, users } of floors) {
      expect([id, left, width, users]).toEqual([id, 0, 1, 1]);
      places.set(id, left);
    }
  }
  expect([...heights]).toEqual([0, 1, 2, 3]);
  expect(places.size).toBe(3);
});

it('what a builder has made is read once for as long as it does not change', () => {
  const boxes = [...imageHost([built()]), repository(), builder(), debianArchive, baseHub()];
  const run = createRun({ id: 'read-once', seed: 1, world: { boxes } });
  run.do({ name: 'build-image', target: 'image/search' });
  run.seek(100 * SECOND);
  const view = run.view();
  const drawn = floorsOf(view);
  const read = vi.spyOn(JSON, 'parse');
  onTestFinished(() => read.mockRestore());
  expect(floorsOf(view)).toEqual(drawn);
  expect(read).not.toHaveBeenCalled();
});
