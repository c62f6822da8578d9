// What lessons 1 to 4 say to somebody who does the right things in another order: what is in the way, and what to do about it.
import { lessons } from 'virtual:lessons';
import { expect, it } from 'vitest';
import { checks as first } from '../../lessons/01-works-on-my-machine/checks';
import { scenario as machines } from '../../lessons/01-works-on-my-machine/scenario';
import { checks as second } from '../../lessons/02-many-computers-in-one/checks';
import { scenario as computers } from '../../lessons/02-many-computers-in-one/scenario';
import { checks as fourth } from '../../lessons/04-snapshot-roll-back-clone-move/checks';
import { scenario as disks } from '../../lessons/04-snapshot-roll-back-clone-move/scenario';
import type { LessonChecks, LessonScenario } from '../../src/lesson/format';
import { playAttempt, playedOf } from '../../src/lesson/player';
import { MINUTE, SECOND, type Scalar } from '../../src/sim';

type Done = readonly [name: string, target: string, args?: Readonly<Record<string, Scalar>>];

/** Plays commands ten seconds apart on a world of a lesson, and a while more. */
function after(scenario: LessonScenario, world: string, done: readonly Done[], rest = MINUTE) {
  const commands = done.map(([name, target, args], index) => ({
    at: (index + 1) * 10 * SECOND,
    command: { name, target, ...(args && { args }) },
  }));
  const until = commands.length * 10 * SECOND + rest;
  const spec = { id: world, seed: 1, world: scenario.worlds[world]! };
  return playedOf(playAttempt(spec, { commands, until }));
}

/** What a check says is missing; null once it is passed. */
function missing({ checks }: LessonChecks, id: string, played: ReturnType<typeof after>): string | null {
  const result = checks[id]!.test(played);
  return result.passed ? null : result.missing;
}

const image = (name: string): Done => ['run-image', 'container/box-a', { image: `artifact/${name}` }];

it('lesson 1 tells who runs the image for both CPU types first to stop it, and lets him go on', () => {
  const both = after(machines, 'another-cpu', [image('search-image-both')]);
  expect(missing(first, 'arm-tried', both)).toContain('stop its container');
  const then = after(machines, 'another-cpu', [
    image('search-image-both'),
    ['stop-container', 'container/box-a'],
    image('search-image-arm64'),
  ]);
  expect(missing(first, 'arm-tried', then)).toBeNull();
  expect(first.predictions['cpu']!['ends']!(then)).toBe(true);
  expect(machines.commands).toContain('stop-container');
});

it('lesson 2 tells who shut host-a down that its VMs are off with it', () => {
  const dark = after(computers, 'six-computers', [['shut-down', 'host/host-a']]);
  expect(missing(second, 'all-in-vms', dark)).toContain('host-a is off');
});

it.each([
  ['one-wants-all', 'vm-3-panicked', ['kernel/vm-2', 'kernel/vm-3'], 'VM 2'],
  ['two-types', 'laptop-panicked', ['kernel/vm-2', 'kernel/windows'], 'VM 2'],
])('lesson 2 counts a panic in %s only if nothing else panicked', (world, check, kernels, named) => {
  const played = after(
    computers,
    world,
    kernels.map((kernel) => ['panic-kernel', kernel]),
  );
  expect(missing(second, check, played)).toBe(`The kernel of ${named} panicked. Take that back.`);
});

it('lesson 2 has a VM 3 that wants all when its guest falls, whatever was done in the step before', async () => {
  const { page } = await lessons.find(({ slug }) => slug === 'many-computers-in-one')!.open();
  const { stage } = page.steps.find(({ slug }) => slug === 'its-guest-falls')!;
  const played = after(computers, 'world' in stage ? stage.world : 'six-vms', [], SECOND);
  expect(missing(second, 'overloaded', played)).toBeNull();
});

it('lesson 2 tells who panics Windows while it boots that its copy will not serve', () => {
  const early = after(computers, 'two-oses', [
    ['start-vm', 'vm/vm-1'],
    ['start-vm', 'vm/vm-2'],
    ['panic-kernel', 'kernel/vm-1'],
  ]);
  expect(missing(second, 'both-oses', early)).toContain('VM 1 panicked before its copy served');
  expect(missing(second, 'windows-panicked', early)).toContain('before both copies served');
});

it('lesson 2 does not take a Linux that was off when Windows panicked for one that went on', () => {
  const give = (at: number, name: string, target: string) => ({ at: at * SECOND, command: { name, target } });
  const commands = [
    give(1, 'start-vm', 'vm/vm-1'),
    give(200, 'panic-kernel', 'kernel/vm-1'),
    give(210, 'start-vm', 'vm/vm-2'),
  ];
  const spec = { id: 'two-oses', seed: 1, world: computers.worlds['two-oses']! };
  const alone = playedOf(playAttempt(spec, { commands, until: 400 * SECOND }));
  expect(missing(second, 'both-oses', alone)).toContain('VM 1 panicked before both copies served');
  expect(missing(second, 'windows-panicked', alone)).toContain('before both copies served');
  expect(Object.values(second.predictions['other-os']!).filter((holds) => holds(alone))).toEqual([]);
});

it.each([
  ['panic-kernel', 'kernel/dom0'],
  ['shut-down', 'host/xen-1'],
])('lesson 2 does not say that the drivers still run, or fell, after %s of %s', (name, target) => {
  const gone = after(computers, 'six-stacks', [[name, target]]);
  expect(missing(second, 'drivers-ended', gone)).toContain('is down with what it stood on');
});

it('lesson 4 counts a snapshot only if it was taken before the upgrade', () => {
  const late = after(disks, 'one-vm', [
    ['upgrade-guest', 'vm/vm-1'],
    ['take-snapshot', 'vm/vm-1', { memory: false }],
  ]);
  for (const check of ['snapshot-taken', 'upgraded']) expect(missing(fourth, check, late)).not.toBeNull();
  expect(missing(fourth, 'snapshot-taken', late)).toContain('nothing to go back to');
});

it('lesson 4 tells who broke the disk too early to take that back', () => {
  const early = after(disks, 'two-disks', [['break-disk', 'disk/ssd']]);
  for (const check of ['backed-up', 'broken'])
    expect(missing(fourth, check, early)).toContain('Take that back');
});

it('lesson 4 tells who moved by another way that it was not post-copy', () => {
  const move = (mode: string): Done => ['migrate-vm', 'vm/vm-2', { to: 'hypervisor/hypervisor-b', mode }];
  const other = after(disks, 'two-hosts', [move('auto-converge')], 20 * MINUTE);
  expect(missing(fourth, 'arrives', other)).toContain('VM 2 came by auto-converge');
});

it.each([[[]], [['pre-copy']]])(
  'lesson 4 tells who moved VM 2 while it was off so, tried before: %j',
  (tried) => {
    const to = 'hypervisor/hypervisor-b';
    const begun = tried.flatMap((mode): Done[] => [
      ['migrate-vm', 'vm/vm-2', { to, mode }],
      ['cancel-migration', 'vm/vm-2'],
    ]);
    const cold: Done[] = [
      ['stop-vm', 'vm/vm-2'],
      ['move-vm', 'vm/vm-2', { to }],
      ['start-vm', 'vm/vm-2'],
    ];
    expect(missing(fourth, 'arrives', after(disks, 'two-hosts', [...begun, ...cold]))).toContain(
      'came while it was off',
    );
  },
);
