// Who builds, the disk that it works on, and what is built there, in words; a layer reads as its digest on every disk.
import { expect, it } from 'vitest';
import { scenario } from '../../lessons/07-build-it-again/scenario';
import { solution } from '../../lessons/07-build-it-again/solution';
import { columnsOf } from '../../src/layout/stage/disk';
import { createRun, SECOND } from '../../src/sim';
import { boxName, commandLabel } from '../../src/words';
import { diskName } from '../../src/words/disk';

/** A world of the lesson at a second, what its solution does there done until then. */
function worldOf(name: string, seconds = 0) {
  const run = createRun({ id: name, seed: 7, world: scenario.worlds[name]! });
  for (const { at, command } of solution.steps['the-same-digest']?.commands ?? []) {
    if (at > seconds * SECOND) break;
    run.seek(at);
    expect(run.do(command)).toMatchObject({ done: true });
  }
  run.seek(seconds * SECOND);
  return run.view();
}
const disksIn = (name: string) => {
  const view = worldOf(name);
  return view.ofKind('disk').map(({ id }) => diskName(id, view));
};

it('calls a disk after the machine that it is in, also where that is no host', () => {
  expect(disksIn('same-digest')).toEqual(['disk of the laptop', 'disk of the CI machine']);
  expect(disksIn('one-line')).toEqual(['disk of the laptop', 'disk of the VM image builder']);
  expect(disksIn('by-hand')).toEqual(['disk of host-b']);
});

it('says where an image is built where several build it', () => {
  const label = (world: string, image: string) =>
    commandLabel({ name: 'build-image', target: `image/${image}` }, worldOf(world));
  expect(label('same-digest', 'search')).toBe('Build search on the laptop');
  expect(label('same-digest', 'search-ci')).toBe('Build search on the CI machine');
  expect(label('one-line', 'search-vm')).toBe('Build the VM image of search');
  expect(label('by-hand', 'search')).toBe('Build the image search');
});

it('gives the same layer the same name on both disks, and another one another', () => {
  const view = worldOf('same-digest', 65);
  const digests = new Map<string, Set<unknown>>();
  for (const layer of view.ofKind('layer')) {
    const name = boxName(layer, view);
    expect(name).toMatch(/^layer [0-9a-f]{12}$/);
    digests.set(name, (digests.get(name) ?? new Set()).add(layer.context['digest']));
  }
  expect([...digests.values()].every(({ size }) => size === 1)).toBe(true);
  expect(digests.size).toBeLessThan(view.ofKind('layer').length);
});

it('sets disks beside each other only where several have images', () => {
  expect(columnsOf(worldOf('same-digest'))).toEqual(['disk/laptop', 'disk/ci']);
  expect(columnsOf(worldOf('by-hand'))).toEqual([]);
});
