// Whatever the order of pulls, builds and deletions: a layer is stored once, what is in use stays, what is not goes.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changesText, createRun, MEBIBYTE, SECOND, type BoxSpec, type Command } from '../../../../src/sim';
import { baseHub, built, builder, debianArchive, repository } from '../../../fixtures/builds';
import { imageHost } from '../../../fixtures/images';
import { lawOfLayers } from '../../../laws/laws';
import { buildWorld } from '../../../../src/sim/engine/buildWorld';
import { obey } from '../../../../src/sim/engine/orders';
import type { World } from '../../../../src/sim/engine/world';
import { model } from '../../../../src/sim/model';

const changes = changesText({
  edit: { files: [{ path: '/search.c', bytes: MEBIBYTE, content: 'edited' }] },
  undo: { files: [{ path: '/search.c', bytes: MEBIBYTE, content: '/search.c' }] },
});
const other: BoxSpec = {
  kind: 'image',
  name: 'base',
  spec: { reference: 'debian:12', registry: 'registry/hub' },
};
const boxes = [...imageHost([built(), other]), repository({ changes }), builder(), debianArchive, baseHub()];

const commands: readonly Command[] = [
  { name: 'build-image', target: 'image/search' },
  { name: 'build-image', target: 'image/search', args: { noCache: true } },
  { name: 'build-image', target: 'image/search', args: { epoch: 0, rewriteTimestamps: true } },
  { name: 'commit-change', target: 'repository/search', args: { change: 'edit' } },
  { name: 'commit-change', target: 'repository/search', args: { change: 'undo' } },
  { name: 'pull-image', target: 'image/base' },
  { name: 'remove-image', target: 'image/base' },
  { name: 'remove-image', target: 'image/search' },
  { name: 'run-container', target: 'image/search' },
  { name: 'remove-container', target: 'container/search-1' },
  { name: 'prune-images', target: 'runtime/docker' },
  { name: 'prune-builder', target: 'builder/docker' },
  { name: 'push-image', target: 'image/search' },
  { name: 'move-tag', target: 'registry/hub', args: { tag: 'debian:12', version: 'debian:12.8' } },
];

const acts = fc.array(fc.tuple(fc.constantFrom(...commands), fc.constantFrom(0, 1, 5, 40)), {
  minLength: 1,
  maxLength: 24,
});

/** Digests that lie on the disk as layers of images. */
function stored(world: World): string[] {
  return world
    .above(world.find('disk/ssd'))
    .filter((box) => world.kind(box) === 'layer' && world.state(box) === 'stored')
    .map((box) => world.value(box, 'digest') as string)
    .filter((digest) => digest !== '');
}

function play(steps: readonly (readonly [Command, number])[]): World {
  const world = buildWorld(model, { id: 'stored', seed: 1, world: { boxes } });
  world.beforeAdvance = lawOfLayers;
  for (const [command, seconds] of steps) {
    obey(world, model, command, 'command');
    world.runUntil(world.now + seconds * SECOND);
  }
  world.runUntil(world.now + 200 * SECOND);
  return world;
}

it('a layer is stored once, and what an image or a container needs is there', () => {
  fc.assert(
    fc.property(acts, (steps) => {
      const digests = stored(play(steps));
      expect(new Set(digests).size).toBe(digests.length);
    }),
    { numRuns: 150, seed: 7 },
  );
});

it('nothing is left when images, containers and the cache are gone', () => {
  fc.assert(
    fc.property(acts, (steps) => {
      const world = play(steps);
      const containers = Array.from({ length: world.count }, (_, box) => box)
        .filter((box) => world.kind(box) === 'container' && world.floor(box) !== -1)
        .map((box): Command => ({ name: 'remove-container', target: world.id(box) }));
      const ends: Command[] = [
        ...containers,
        { name: 'remove-image', target: 'image/search' },
        { name: 'remove-image', target: 'image/base' },
        { name: 'prune-builder', target: 'builder/docker' },
        { name: 'prune-images', target: 'runtime/docker' },
      ];
      for (const command of ends) {
        obey(world, model, command, 'command');
        world.runUntil(world.now + SECOND);
      }
      expect(stored(world)).toEqual([]);
      expect(world.chargedBytes(world.find('disk/ssd'))).toBe(0);
    }),
    { numRuns: 60, seed: 8 },
  );
});

it('the same acts give the same digests in any step size', () => {
  const run = (seconds: number) => {
    const played = createRun({ id: 'stored', seed: 1, world: { boxes } });
    played.do(commands[0]!);
    for (let at = 0; at < 60; at += seconds) played.seek(Math.min(60, at + seconds) * SECOND);
    return played.digest();
  };
  expect(run(1)).toBe(run(60));
});
