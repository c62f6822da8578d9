// A build shows its steps as they become layers: a column grows beside those of images and containers.
import { expect, it } from 'vitest';
import { floorsOf } from '../../../src/layout/stage/layers';
import { createRun, SECOND } from '../../../src/sim';
import { baseHub, built, builder, debianArchive, repository } from '../../fixtures/builds';
import { imageHost } from '../../fixtures/images';

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
