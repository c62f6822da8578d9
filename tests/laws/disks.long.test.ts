// The laws hold under whatever is done with disks. A file of its own, because it takes as long as all other laws.
import { describe, expect, it } from 'vitest';
import { SECOND } from '../../src/sim';
import { withDisks } from '../fixtures/disks';
import { hostA } from '../fixtures/worlds';
import { hostA2, MOVES, playChaos, promised, spare } from './chaos';
import { watchLaws } from './laws';
import { digestsInSteps, tryWithoutRoots } from './replays';

const SEEDS = Array.from({ length: 36 }, (_, index) => 1 + index);

/** A disk breaks under VMs that somebody has started at boot: they are what finds none. */
const BROKEN = [
  ...Array<string>(2).fill('break-disk'),
  ...Array<string>(4).fill('set-start-at-boot'),
  ...Array<string>(3).fill('pull-plug'),
  ...Array<string>(4).fill('power-on'),
];

/** What is done with disks, and what goes wrong meanwhile. */
const DISKS = [
  ...Array<string>(6).fill('take-snapshot'),
  ...Array<string>(4).fill('roll-back'),
  ...Array<string>(4).fill('delete-snapshot'),
  ...Array<string>(3).fill('clone-vm'),
  'back-up',
  'back-up',
  'restore',
  'restore',
  'restore',
  'upgrade-guest',
  'resume-vm',
  'resume-vm',
  'migrate-vm',
  'move-vm',
  'start-vm',
  'start-vm',
  'start-vm',
  'stop-vm',
  'stop-vm',
  'crash-hypervisor',
  'power-on',
  'power-on',
  'kill-process',
];

describe('laws 1, 2, 3, 4 (causes) and 8 under snapshots, clones, backups, migrations and disks that break', () => {
  const told = new Map<string, number>();

  // A test for each: one takes half a second, and a busy machine a quarter of a minute.
  it.each(SEEDS)('hold, seed %i', (seed) => {
    const names = seed % 3 === 0 ? [...DISKS, ...BROKEN] : DISKS;
    const scenario = { id: `disks-${seed}`, seed, world: { boxes: withDisks } };
    const { world } = playChaos(scenario, 50, watchLaws(), names);
    for (const { name } of world.facts.slice(0)) told.set(name, (told.get(name) ?? 0) + 1);
  });

  it('met all that disks can do', () => {
    const common = ['vm.snapshot-taken', 'vm.rolled-back', 'vm.cloned', 'vdisk.merged', 'vdisk.copied'];
    for (const name of common) expect(told.get(name), name).toBeGreaterThan(10);
    const rare = ['vm.resumed', 'vm.restored', 'vm.held', 'vdisk.lost', 'vm.migrated', 'vm.no-disk'];
    for (const name of rare) expect(told.get(name), name).toBeGreaterThan(0);
  });
});

/** Worlds in which VMs have disks, and in which they are moved; with what is done there. */
const WORLDS = [
  ['disks', withDisks, [...DISKS, ...BROKEN]],
  ['overcommitted VMs on the move', [promised, spare], MOVES],
  ['VMs on the move over a slow network', [hostA, hostA2], MOVES],
] as const;

describe.each(WORLDS)('laws 4 and 5 of %s', (name, boxes, names) => {
  const scenarios = [1, 2, 3].map((seed) => ({ id: `${name}-${seed}`, seed, world: { boxes } }));

  it.each(scenarios)('one digest in steps of 1 ms, of 1 s, and in one leap, seed $seed', (scenario) => {
    const { journal } = playChaos(scenario, 20, null, names);
    expect(digestsInSteps(scenario, journal, 20 * SECOND).size).toBe(1);
  });

  it.each(scenarios)('no equal fact without its root, seed $seed', (scenario) => {
    const { journal } = playChaos(scenario, 30, null, names);
    expect(tryWithoutRoots(scenario, journal, 12)).toBeGreaterThan(4);
  });
});
