// A layer is stored once whatever the order of pulls, runs and deletions, and nothing that is in use is ever removed.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SECOND, type Command } from '../../../../src/sim';
import { buildWorld } from '../../../../src/sim/engine/buildWorld';
import { obey } from '../../../../src/sim/engine/orders';
import type { World } from '../../../../src/sim/engine/world';
import { model } from '../../../../src/sim/model';
import { withImages } from '../../../fixtures/images';
import { lawOfLayers, watchLaws } from '../../../laws/laws';

const NAMES = ['search', 'cart', 'buy'] as const;
const name = fc.constantFrom(...NAMES);
const path = fc.constantFrom('/app/catalogue', '/usr', '/data/orders', '/srv/x');
const container = fc.tuple(name, fc.integer({ min: 1, max: 3 })).map(([of, at]) => `container/${of}-${at}`);
const onFile = fc
  .tuple(fc.constantFrom('write-file', 'delete-file', 'look-for-file'), container, path)
  .map(([act, target, at]): Command => ({ name: act, target, args: { path: at } }));
const onContainer = fc
  .tuple(
    fc.constantFrom(
      'remove-container',
      'remove-container',
      'replace-container',
      'stop-container',
      'start-container',
    ),
    container,
  )
  .map(([act, target]): Command => ({ name: act, target }));
const mounted = container.map((target): Command => ({
  name: 'replace-container',
  target,
  args: { volume: 'volume/orders' },
}));
const onImage = fc
  .tuple(fc.constantFrom('pull-image', 'pull-image', 'run-container', 'remove-image', 'remove-image'), name)
  .map(([act, of]): Command => ({ name: act, target: `image/${of}` }));
const placed = container.map((target): Command => ({
  name: 'place-container',
  target,
  args: { kernel: 'kernel/host-b' },
}));
const registry = fc
  .constantFrom('stop-registry', 'start-registry', 'start-registry', 'start-registry')
  .map((act): Command => ({ name: act, target: 'registry/hub' }));
const tag = fc.tuple(name, name).map(([one, other]): Command => ({
  name: 'move-tag',
  target: 'registry/hub',
  args: { tag: `shop/${one}:1`, version: `shop/${other}:1` },
}));
const runtime = fc
  .constantFrom(
    'prune-images',
    'prune-images',
    'prune-images',
    'crash-runtime',
    'start-runtime',
    'start-runtime',
  )
  .map((act): Command => ({ name: act, target: 'runtime/docker' }));
const act = fc.record({
  seconds: fc.constantFrom(0, 0, 0.3, 2, 12, 60),
  command: fc.oneof(
    onFile,
    onContainer,
    mounted,
    placed,
    { weight: 4, arbitrary: onImage },
    registry,
    tag,
    runtime,
  ),
});

function play(acts: readonly { readonly seconds: number; readonly command: Command }[]): World {
  const world = buildWorld(model, { id: 'store', seed: 1, world: { boxes: withImages } });
  world.beforeAdvance = watchLaws();
  for (const { seconds, command } of acts) {
    world.runUntil(world.now + seconds * SECOND);
    obey(world, model, command, 'command');
    world.runUntil(world.now);
  }
  world.runUntil(world.now + 100 * SECOND);
  lawOfLayers(world);
  return world;
}

it('keeps the laws of layers through hundreds of random histories', () => {
  let [pulled, removed, pruned] = [0, 0, 0];
  fc.assert(
    fc.property(fc.array(act, { minLength: 20, maxLength: 60 }), (acts) => {
      const moved = {
        name: 'move-tag',
        target: 'registry/hub',
        args: { tag: 'shop/search:1', version: 'shop/buy:1' },
      };
      const world = play([
        ...acts,
        ...['start-runtime runtime/docker', 'start-registry registry/hub'].map((text) => {
          const [name = '', target = ''] = text.split(' ');
          return { seconds: 1, command: { name, target } };
        }),
        { seconds: 2, command: moved },
        { seconds: 60, command: { name: 'pull-image', target: 'image/search' } },
        { seconds: 60, command: { name: 'prune-images', target: 'runtime/docker' } },
      ]);
      for (let seq = 0; seq < world.facts.length; seq++) {
        const { name: fact, data } = world.facts.read(seq);
        if (fact === 'image.pulled') pulled++;
        if (fact === 'image.removed') removed++;
        if (fact === 'runtime.pruned' && Number(data?.['layers']) > 0) pruned++;
      }
    }),
    { numRuns: 40, seed: 6 },
  );
  expect(Math.min(pulled, removed, pruned)).toBeGreaterThan(5);
});

it('ends with an empty disk when everything is removed, whatever came before', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const world = play(acts.filter(({ command }) => !/crash|volume/.test(JSON.stringify(command))));
      for (let box = 0; box < world.count; box++)
        if (world.kind(box) === 'container')
          obey(world, model, { name: 'remove-container', target: world.id(box) }, 'command');
      world.runUntil(world.now + SECOND);
      for (const of of NAMES) obey(world, model, { name: 'remove-image', target: `image/${of}` }, 'command');
      world.runUntil(world.now + SECOND);
      obey(world, model, { name: 'prune-images', target: 'runtime/docker' }, 'command');
      world.runUntil(world.now + SECOND);
      expect(world.chargedBytes(world.find('disk/ssd'))).toBe(0);
    }),
    { numRuns: 30, seed: 7 },
  );
});
