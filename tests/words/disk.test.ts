// What stands on the files of a disk: a snapshot is no copy of all that was there before it.
import { expect, it } from 'vitest';
import { checks } from '../../lessons/07-build-it-again/checks';
import { scenario as buildItAgain } from '../../lessons/07-build-it-again/scenario';
import { solution } from '../../lessons/07-build-it-again/solution';
import { loadLesson } from '../../src/build/lessons/loadLesson';
import { disks } from '../../src/i18n/disks';
import { disksOf } from '../../src/layout/stage/disk';
import { floorsOf, type FloorScene } from '../../src/layout/stage/layers';
import { scenarioOf } from '../../src/lesson/content';
import { playAttempt } from '../../src/lesson/player';
import { createRun, SECOND } from '../../src/sim';
import { diskName, diskState, fileLabels, floorTexts, floorTold, spokenFiles } from '../../src/words/disk';
import { withDisks } from '../fixtures/disks';
import { scenario } from '../fixtures/worlds';
import { stillWorld } from './stillWorld';

it('calls the file that is kept what it is: the disk as of the snapshot; what is written over it is the VM', () => {
  const run = createRun(scenario(withDisks));
  run.seek(SECOND);
  const labels = (use: string) =>
    run
      .view()
      .ofKind('vdisk')
      .filter(({ context }) => context['of'] === 'vm/vm-1' && context['use'] === use)
      .map(({ id }) => fileLabels(id, run.view()));
  expect(labels('written')).toEqual([['VM 1']]);
  const command = { name: 'take-snapshot', target: 'vm/vm-1', args: { memory: false } };
  expect(run.do(command)).toMatchObject({ done: true });
  run.seek(5 * SECOND);
  expect(labels('snapshot')).toEqual([['VM 1 as of snapshot 1', 'as of snapshot 1']]);
  expect(labels('written')).toEqual([['VM 1']]);
  expect(run.do(command)).toMatchObject({ done: true });
  run.seek(9 * SECOND);
  expect(labels('snapshot').at(-1)).toEqual(['snapshot 2']);
});

it('says of a layer how many need it, and that nobody does', () => {
  expect(disks.layer('base', '100 MiB', 3)).toBe('base: 100 MiB, needed by 3');
  expect(disks.layer('search', '30 MiB', 0)).toBe('search: 30 MiB, needed by nobody');
});

it('says of a layer on its floor what it deletes from those below it', () => {
  const floor = { bytes: 2 ** 20, use: 'layer', isAgain: false, hides: ['/usr/share/doc'], users: 1 };
  const texts = ['cart: 1 MiB, deletes /usr/share/doc', 'cart, deletes /usr/share/doc'];
  expect(floorTexts(floor as unknown as FloorScene, ['cart'])).toEqual(texts);
  expect(floorTold(floor as unknown as FloorScene, 'cart')).toContain(', deletes /usr/share/doc');
});

it('says of a volume whose container finds it mounted', () => {
  const container = { id: 'container/search-1', context: { volume: 'volume/orders', service: 'search' } };
  const volume = { id: 'volume/orders' };
  expect(fileLabels('volume/orders', stillWorld([volume]))).toHaveLength(1);
  const [longest, name] = fileLabels('volume/orders', stillWorld([volume, container]));
  expect(longest).toMatch(new RegExp(`^${name} of search`));
});

it('does not call all of a disk free to which a layer is on its way', () => {
  const disk = { isBroken: false, usedBytes: 0, comingBytes: 0, capacityBytes: 2 ** 30 };
  expect(diskState(disk)).toBe('1 GiB, all of it free');
  expect(diskState({ ...disk, comingBytes: 2 ** 20 })).toBe('1 GiB, no whole layer yet');
});

it('names the VM image on its disk; layers are named on their floors', () => {
  const { page } = loadLesson('lessons/07-build-it-again');
  const content = { page, scenario: buildItAgain, checks };
  const view = playAttempt(scenarioOf(content, 'one-line'), solution.steps['one-line-changes']!).view();
  const floors = floorsOf(view);
  const named = (name: string) => {
    const disk = disksOf(view).find(({ id }) => id === `disk/${name}`)!;
    const hasFloors = floors.some(({ disk }) => disk === `disk/${name}`);
    return spokenFiles(disk, hasFloors, view).flatMap(({ name }) => name || []);
  };
  expect(named('vm-images')).toEqual(['search-vm']);
  expect(named('laptop')).toEqual([]);
});

it('says of a disk in no host that all hosts reach it, where there are several', () => {
  const disk = { id: 'disk/san', context: { host: null } };
  const beside = (hosts: readonly string[]) =>
    diskName('disk/san', stillWorld([...hosts.map((id) => ({ id })), disk]));
  expect(beside(['host/a', 'host/b'])).toBe('disk san, reached by all hosts');
  expect(beside(['host/a'])).toBe('disk san, in no host');
});

it('calls the disk of VMs that are not in the world by how many they are, and each file by its VM', () => {
  const files = ['vdisk/vm-1', 'vdisk/vm-2'];
  const disk = { id: 'disk/ten-vms', context: { host: null } };
  const onDisk = files.map((id) => ({ id, on: disk.id, context: { of: null } }));
  const view = stillWorld([{ id: 'host/a' }, disk, ...onDisk]);
  expect(diskName('disk/ten-vms', view)).toBe('disk of 2 VMs, in no host');
  expect(fileLabels('vdisk/vm-2', view)).toEqual(['VM 2']);
});
