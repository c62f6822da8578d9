// A run: seeking, forking, undoing; refusals; scenarios that cannot be; a world that stands still.
import { setup } from 'xstate';
import { describe, expect, it } from 'vitest';
import { createRun, LivelockError, ScenarioError, SECOND, type BoxSpec } from '../../src/sim';
import { buildWorld } from '../../src/sim/engine/buildWorld';
import type { Acts } from '../../src/sim/engine/acts';
import { hostA, hostB, scenario } from '../fixtures/worlds';

const world = scenario([hostA, hostB]);
const kill = { name: 'kill-process', target: 'process/a-cart-1' };

describe('the head', () => {
  it('goes back by replay and forward again to the same furthest point', () => {
    const run = createRun(world);
    run.seek(10 * SECOND);
    run.do(kill);
    run.seek(20 * SECOND);
    const digest = run.digest();
    run.seek(5 * SECOND);
    expect(run.view().get('process/a-cart-1')?.tags).toContain('serving');
    expect([run.head, run.furthest]).toEqual([5 * SECOND, 20 * SECOND]);
    expect(run.factsAtHead).toBeLessThan(run.facts.length);
    run.seek(20 * SECOND);
    expect(run.digest()).toBe(digest);
  });

  it('refuses to act in the past; a fork acts there and keeps the old future', () => {
    const run = createRun(world);
    run.seek(10 * SECOND);
    run.do(kill);
    run.seek(5 * SECOND);
    expect(() => run.do(kill)).toThrow('fork first');
    const fork = run.fork();
    fork.do({ name: 'panic-kernel', target: 'kernel/host-b' });
    fork.seek(10 * SECOND);
    expect(fork.forkedAt).toEqual({ at: 5 * SECOND, journalLength: 0 });
    expect(fork.view().get('process/a-cart-1')?.tags).toContain('serving');
    run.seek(10 * SECOND);
    expect(run.view().get('kernel/host-b')?.tags).toContain('up');
    expect(run.journal).toHaveLength(1);
  });

  it('undo gives a run without the last command, at the same instant', () => {
    const run = createRun(world);
    run.seek(3 * SECOND);
    run.do(kill);
    run.seek(4 * SECOND);
    const undone = run.undo();
    expect([undone?.head, undone?.furthest, undone?.journal.length]).toEqual([4 * SECOND, 4 * SECOND, 0]);
    expect(undone?.view().get('process/a-cart-1')?.tags).toContain('serving');
    expect(undone?.undo()).toBeNull();
  });

  it('hands out the same entity as long as nothing about it changed', () => {
    const run = createRun(world);
    const before = run.view();
    run.do(kill);
    const after = run.view();
    expect(after).not.toBe(before);
    expect(after.get('process/b-buy-1')).toBe(before.get('process/b-buy-1'));
    expect(after.get('process/a-cart-1')).not.toBe(before.get('process/a-cart-1'));
    expect(after.versions['process']).toBeGreaterThan(before.versions['process']!);
  });
});

describe('refusals', () => {
  it.each([
    ['fly', 'host/host-a', {}, 'unknown-command'],
    ['kill-process', 'process/nobody', {}, 'unknown-target'],
    ['kill-process', 'host/host-a', {}, 'wrong-kind'],
    ['set-on-crash', 'vm/vm-1', { action: 'pray' }, 'bad-argument'],
    ['set-on-crash', 'vm/vm-1', { action: 'restart', twice: true }, 'bad-argument'],
    ['set-reboot-on-panic', 'kernel/vm-1', {}, 'bad-argument'],
    ['power-on', 'host/host-a', {}, 'already-up'],
    ['start-hypervisor', 'hypervisor/xen-a', {}, 'not-type-2'],
    ['stop-process', 'process/b-cart-1', {}, 'in-container'],
    ['place-container', 'container/b-cart-1', { kernel: 'kernel/host-b' }, 'already-placed'],
    ['place-container', 'container/b-cart-1', { kernel: 'host/host-b' }, 'bad-argument'],
    ['start-container', 'container/b-cart-1', {}, 'already-up'],
  ])('%s %s %j: %s', (name, target, args, code) => {
    const outcome = createRun(world).do({ name, target, args });
    expect(outcome).toMatchObject({ done: false, refusal: { code } });
  });

  it('a box that is down cannot be crashed again, nor started on a floor that is down', () => {
    const run = createRun(world);
    run.do({ name: 'pull-plug', target: 'host/host-a' });
    expect(run.check({ name: 'pull-plug', target: 'host/host-a' })?.code).toBe('already-down');
    expect(run.check({ name: 'panic-kernel', target: 'kernel/vm-1' })?.code).toBe('already-down');
    expect(run.check({ name: 'start-vm', target: 'vm/vm-1' })).toMatchObject({
      code: 'floor-down',
      data: { floor: 'hypervisor/xen-a' },
    });
  });

  it('a VM without room is refused with the bytes it lacks and where', () => {
    const full: BoxSpec = {
      ...hostA,
      spec: { memoryBytes: 26 * 1024 ** 3 },
      holds: [{ ...hostA.holds![0]!, holds: [...hostA.holds![0]!.holds!, big] }],
    };
    const outcome = createRun(scenario([full])).do({ name: 'start-vm', target: 'vm/big' });
    expect(outcome).toMatchObject({
      done: false,
      refusal: {
        code: 'no-memory',
        data: { neededBytes: 2 * 1024 ** 3, freeBytes: 1024 ** 3, where: 'host/host-a' },
      },
    });
  });
});

const big: BoxSpec = { kind: 'vm', name: 'big', spec: { start: 'off', memoryBytes: 2 * 1024 ** 3 } };

describe('a scenario that cannot be', () => {
  it.each([
    [{ kind: 'cloud', name: 'x' }, 'there is no kind "cloud"'],
    [{ kind: 'vm', name: 'x' }, 'vm/x stands on nothing'],
    [{ kind: 'host', name: 'x', spec: { wheels: 4 } }, 'a host has no field "wheels"'],
    [{ kind: 'host', name: 'x', spec: { cores: 1.5 } }, 'cores is 1.5; use a whole number'],
    [
      { kind: 'host', name: 'x', holds: [{ kind: 'container', name: 'y' }] },
      'container/y cannot stand on host/x',
    ],
    [
      { kind: 'container', name: 'x', needs: ['host/z'] },
      'container/x needs host/z, which is not in the scenario',
    ],
  ] as [BoxSpec, string][])('%j: %s', (box, message) => {
    expect(() => createRun(scenario([box]))).toThrow(ScenarioError);
    expect(() => createRun(scenario([box]))).toThrow(message);
  });
});

describe('a world that stands still', () => {
  it('is reported with who keeps whom busy and why, and nothing hangs', () => {
    const busy = setup({ actions: { passOn: () => undefined } }).createMachine({
      id: 'talker',
      context: {},
      initial: 'talking',
      states: { talking: { tags: 'up', entry: 'passOn', on: { TALK: { actions: 'passOn' } } } },
    });
    const passOn = (acts: Acts, self: number) => acts.send(self === 0 ? 1 : 0, { type: 'TALK' });
    const model = {
      kinds: [{ kind: 'talker', machine: busy, effects: { passOn }, defaults: {}, standsOn: [] }],
      commands: [],
    };
    const talkers = scenario(['one', 'other'].map((name) => ({ kind: 'talker', name })));
    const build = () => buildWorld(model, talkers);
    expect(build).toThrow(LivelockError);
    expect(build).toThrow(/talker\/one handled TALK; talker\/other handled passOn/);
    expect(build).toThrow(
      expect.objectContaining({ causes: [expect.objectContaining({ name: 'scenario.started' })] }),
    );
  });
});
