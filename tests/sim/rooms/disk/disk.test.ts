// What snapshots, clones, backups and broken disks do in a world, told step by step.
import { describe, expect, it } from 'vitest';
import {
  createRun,
  GIBIBYTE,
  MINUTE,
  SECOND,
  type Command,
  type Run,
  type Scalar,
} from '../../../../src/sim';
import { withDisks, withoutDriver } from '../../../fixtures/disks';

const VM = 'vm/vm-1';

function world(): Run {
  return createRun({ id: 'disks', seed: 1, world: { boxes: withDisks } });
}

function give(run: Run, name: string, target = VM, args?: Command['args']): string {
  const outcome = run.do({ name, target, ...(args && { args }) });
  return outcome.done ? 'done' : outcome.refusal.code;
}

const used = (run: Run, disk = 'disk/ssd-a') => run.view().get(disk)!.memory.charged / GIBIBYTE;
const field = (run: Run, id: string, name: string): Scalar => run.view().get(id)!.context[name]!;
const state = (run: Run, id = VM) => run.view().get(id)!.state;
const imageOf = (run: Run, vm = VM) => run.view().get(vm)!.needs[0]!;
const told = (run: Run, name: string) => run.facts.slice(0).filter((fact) => fact.name === name);
const wait = (run: Run, micros: number) => run.seek(run.head + micros);

describe('a snapshot', () => {
  it('takes nothing at first, and then as much as is written, each cluster once', () => {
    const run = world();
    wait(run, 30 * SECOND);
    expect(used(run)).toBe(2);
    expect(give(run, 'take-snapshot')).toBe('done');
    expect(used(run)).toBe(2);
    wait(run, 4 * SECOND);
    expect(used(run)).toBe(2.25);
    wait(run, MINUTE);
    expect(used(run)).toBe(3);
  });

  it('rolled back to, ends the VM, and drops what was written since', () => {
    const run = world();
    give(run, 'take-snapshot');
    wait(run, MINUTE);
    expect(give(run, 'roll-back', VM, { to: 'vdisk/vm-1' })).toBe('done');
    expect([used(run), state(run), imageOf(run)]).toEqual([2, 'stopped', 'vdisk/vm-1-2']);
    give(run, 'start-vm');
    wait(run, MINUTE);
    expect([state(run), used(run)]).toEqual(['up.running', 3]);
  });

  it('with memory stands still while that is written, and goes on without a boot', () => {
    const run = world();
    wait(run, SECOND);
    expect(give(run, 'take-snapshot', VM, { memory: true })).toBe('done');
    expect(state(run)).toBe('up.saving');
    expect(run.view().get('process/vm-1-search-1')!.tags).not.toContain('serving');
    const kept = Number(field(run, 'vdisk/vm-1', 'stateBytes'));
    expect(kept).toBeGreaterThan(0);
    expect(used(run) * GIBIBYTE).toBe(2 * GIBIBYTE + kept);
    wait(run, 10 * SECOND);
    expect([state(run), state(run, 'process/vm-1-search-1')]).toEqual(['up.running', 'running.serving']);
    const before = [told(run, 'kernel.booting').length, told(run, 'process.starting').length];
    give(run, 'roll-back', VM, { to: 'vdisk/vm-1' });
    expect(state(run)).toBe('up.loading');
    wait(run, 10 * SECOND);
    expect(state(run)).toBe('up.running');
    expect(state(run, 'process/vm-1-search-1')).toBe('running.serving');
    expect([told(run, 'kernel.booting').length, told(run, 'process.starting').length]).toEqual(before);
  });

  it('deleted, gives back exactly what is there twice', () => {
    const run = world();
    give(run, 'take-snapshot');
    wait(run, MINUTE);
    give(run, 'delete-snapshot', VM, { snapshot: 'vdisk/vm-1' });
    wait(run, MINUTE);
    expect([used(run), imageOf(run), field(run, imageOf(run), 'backing')]).toEqual([2, 'vdisk/vm-1-1', null]);
    expect(state(run, 'vdisk/vm-1')).toBe('deleted');
  });

  it('is refused where nobody could take it, and for what is none', () => {
    const run = world();
    expect(give(run, 'roll-back', VM, { to: 'vdisk/vm-1' })).toBe('not-a-snapshot');
    give(run, 'take-snapshot');
    expect(give(run, 'roll-back', 'vm/vm-9', { to: 'vdisk/vm-1' })).toBe('not-a-snapshot');
    give(run, 'crash-hypervisor', 'hypervisor/disk-a');
    expect(give(run, 'take-snapshot')).toBe('floor-down');
  });
});

describe('a disk that is full', () => {
  it('lets the VM stand still until there is room and somebody lets it go on', () => {
    const run = world();
    for (let taken = 0; taken < 6; taken++) {
      give(run, 'take-snapshot');
      wait(run, 20 * SECOND);
    }
    wait(run, MINUTE);
    expect([state(run), state(run, imageOf(run))]).toEqual(['up.running', 'written']);
    give(run, 'take-snapshot');
    wait(run, 20 * SECOND);
    expect([state(run), state(run, imageOf(run))]).toEqual(['up.held', 'full']);
    expect(state(run, 'process/vm-1-search-1')).toBe('running.paused');
    expect(used(run)).toBeLessThanOrEqual(8);
    give(run, 'resume-vm');
    wait(run, 2 * SECOND);
    expect([state(run), state(run, 'process/vm-1-search-1')]).toEqual(['up.held', 'running.paused']);
    // What is in both files already needs no room besides.
    expect(give(run, 'delete-snapshot', VM, { snapshot: 'vdisk/vm-1-3' })).toBe('done');
    wait(run, MINUTE);
    give(run, 'resume-vm');
    wait(run, 2 * SECOND);
    expect([state(run), state(run, 'process/vm-1-search-1')]).toEqual(['up.running', 'running.serving']);
  });

  it('refuses a clone that does not fit, and says by how much; nothing is left of it', () => {
    const run = world();
    for (let made = 0; made < 3; made++) expect(give(run, 'clone-vm', VM, { kind: 'full' })).toBe('done');
    const before = [run.digest(), run.view().entities.length];
    const outcome = run.do({ name: 'clone-vm', target: VM, args: { kind: 'full' } });
    expect(outcome).toEqual({
      done: false,
      refusal: {
        code: 'disk-full',
        data: {
          box: 'disk/ssd-a',
          neededBytes: 2 * GIBIBYTE,
          freeBytes: 0,
          overBytes: 2 * GIBIBYTE,
        },
      },
    });
    expect([run.digest(), run.view().entities.length]).toEqual(before);
  });
});

describe('a clone', () => {
  it('in full takes as much again, and serves when it is copied and started', () => {
    const run = world();
    give(run, 'clone-vm', VM, { kind: 'full' });
    expect([used(run), state(run, 'vm/vm-2')]).toEqual([4, 'off']);
    expect(give(run, 'start-vm', 'vm/vm-2')).toBe('vdisk-busy');
    wait(run, 10 * SECOND);
    expect(give(run, 'start-vm', 'vm/vm-2')).toBe('done');
    wait(run, MINUTE);
    expect(state(run, 'process/vm-1-search-2')).toBe('running.serving');
  });

  it('linked takes nothing at first; four of them stand over one file', () => {
    const run = world();
    for (let made = 0; made < 4; made++) give(run, 'clone-vm', VM, { kind: 'linked' });
    expect(used(run)).toBe(2);
    const files = run
      .view()
      .ofKind('vdisk')
      .filter(({ context }) => context['backing'] === 'vdisk/vm-1');
    expect(files).toHaveLength(5);
    expect(new Set(['vm/vm-1', 'vm/vm-2', 'vm/vm-3'].map((vm) => imageOf(run, vm))).size).toBe(3);
    expect(give(run, 'delete-snapshot', VM, { snapshot: 'vdisk/vm-1' })).toBe('not-a-snapshot');
  });
});

describe('a broken disk', () => {
  it('takes all snapshots with it; only a copy on another disk is left', () => {
    const run = world();
    give(run, 'take-snapshot');
    give(run, 'back-up', VM, { to: 'disk/old-a' });
    wait(run, MINUTE);
    give(run, 'break-disk', 'disk/ssd-a');
    wait(run, SECOND);
    expect([used(run), used(run, 'disk/old-a')]).toEqual([0, 2]);
    expect(state(run, 'process/vm-1-search-1')).toBe('running.suffering');
    expect(give(run, 'roll-back', VM, { to: 'vdisk/vm-1' })).toBe('vdisk-gone');
    give(run, 'stop-vm');
    expect(give(run, 'start-vm')).toBe('vdisk-gone');
    expect(give(run, 'restore', VM, { backup: 'vdisk/vm-1-backup-1', to: 'disk/ssd-b' })).toBe(
      'disk-elsewhere',
    );
    expect(give(run, 'move-vm', VM, { to: 'hypervisor/disk-b' })).toBe('done');
    expect(give(run, 'restore', VM, { backup: 'vdisk/vm-1-backup-1', to: 'disk/ssd-b' })).toBe('done');
    wait(run, 20 * SECOND);
    expect(give(run, 'start-vm')).toBe('done');
    wait(run, MINUTE);
    expect([state(run, 'process/vm-1-search-1'), used(run, 'disk/ssd-b')]).toEqual(['running.serving', 2]);
  });

  it('is no reason to move a VM whose disk the other host does not reach', () => {
    const run = world();
    expect(give(run, 'migrate-vm', VM, { to: 'hypervisor/disk-b' })).toBe('disk-elsewhere');
    expect(give(run, 'migrate-vm', 'vm/vm-9', { to: 'hypervisor/disk-b' })).toBe('done');
    wait(run, MINUTE);
    expect(run.view().get('vm/vm-9')!.standsOn).toBe('hypervisor/disk-b');
  });
});

describe('an upgrade', () => {
  it('without the driver for the disk lets the next boot panic, until it is rolled back', () => {
    const run = createRun({ id: 'upgrade', seed: 1, world: { boxes: withoutDriver } });
    give(run, 'take-snapshot');
    expect(give(run, 'upgrade-guest')).toBe('done');
    wait(run, MINUTE);
    expect(told(run, 'kernel.no-root')).toHaveLength(1);
    expect(state(run, 'kernel/vm-1')).toBe('panicked');
    // A guest that is dead upgrades nothing.
    expect(give(run, 'upgrade-guest')).toBe('not-up');
    give(run, 'roll-back', VM, { to: 'vdisk/vm-1' });
    give(run, 'start-vm');
    wait(run, MINUTE);
    expect(state(run, 'process/vm-1-search-1')).toBe('running.serving');
  });
});
