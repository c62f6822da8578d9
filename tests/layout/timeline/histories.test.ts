// Histories: what lanes show is what the boxes' tags say, at any instant of any run.
import { describe, expect, it } from 'vitest';
import { historiesOf, isCopy, stateAt } from '../../../src/layout/timeline/histories';
import { phaseAfter } from '../../../src/layout/timeline/phases';
import { FACT_NAMES, SECOND, type BoxSpec, type Command } from '../../../src/sim';
import { hostA, hostB, hostC, laptop } from '../../fixtures/worlds';
import { chance, played, startOf, statesByTags, stirred } from './played';

const worlds = { hosts: [hostA, hostB], laptop: [laptop], placed: hostC, all: [hostA, hostB, laptop] };

describe('historiesOf', () => {
  const seen = new Set<string>();
  for (const [name, boxes] of Object.entries(worlds)) {
    it(`says what the tags say, at random instants of random runs of ${name}`, () => {
      for (let seed = 1; seed <= 6; seed++) {
        const run = stirred(boxes, seed, 60);
        const facts = run.facts.slice(0);
        const histories = historiesOf(facts, startOf(run));
        const pick = chance(seed);
        const instants = Array.from({ length: 60 }, () => pick(run.furthest))
          .concat(Array.from({ length: 60 }, () => facts[pick(facts.length)]!.at))
          .sort((a, b) => a - b);
        for (const at of instants) {
          run.seek(at);
          const view = run.view();
          expect(histories.map(({ copy }) => copy).sort()).toEqual(
            view.entities.flatMap((box) => (isCopy(box) ? [box.id] : [])).sort(),
          );
          for (const history of histories) {
            const state = stateAt(history, at);
            const allowed = statesByTags(view.get(history.copy)!, view);
            expect(allowed, `seed ${seed}, ${at} us, ${history.copy}`).toContain(state);
            seen.add(state);
          }
        }
      }
    });
  }

  it('had copies that served, booted, started, fell and were stopped to look at', () => {
    expect([...seen]).toEqual(
      expect.arrayContaining(['serving', 'booting', 'starting', 'fallen', 'stopped', 'off']),
    );
  });

  it('begins and ends each stretch at the exact instant of its fact', () => {
    const run = played([hostA], [[3, { name: 'panic-kernel', target: 'kernel/vm-2' }]], 9);
    const histories = historiesOf(run.facts.slice(0), startOf(run));
    expect(histories.find(({ copy }) => copy === 'process/a-cart-1')).toEqual({
      copy: 'process/a-cart-1',
      host: 'host/host-a',
      hosts: ['host/host-a'],
      vm: 'vm/vm-2',
      stretches: [
        { state: 'serving', from: 0 },
        { state: 'fallen', from: 3 * SECOND },
      ],
    });
  });

  const statesOf = (boxes: readonly BoxSpec[], steps: [number, Command][], until: number, copy: string) => {
    const run = played(boxes, steps, until);
    const histories = historiesOf(run.facts.slice(0), startOf(run));
    return histories.find((each) => each.copy === copy)?.stretches.map(({ state }) => state);
  };

  it('says of a copy that fell with its host that it boots as soon as its host does', () => {
    const plug: [number, Command] = [3, { name: 'pull-plug', target: 'host/host-b' }];
    const power: [number, Command] = [9, { name: 'power-on', target: 'host/host-b' }];
    const copy = 'process/b-cart-1';
    expect(statesOf([hostB], [plug], 60, copy)).toEqual(['serving', 'fallen']);
    expect(statesOf([hostB], [plug, power], 60, copy)).toEqual(['serving', 'fallen', 'booting']);
    // Up again, and nobody was told to start it.
    expect(statesOf([hostB], [plug, power], 600, copy)).toEqual(['serving', 'fallen', 'booting', 'fallen']);
  });

  it('says of a copy in a VM that boots that it boots, and nothing of a host that boots under its VM', () => {
    const copy = 'process/a-cart-1';
    const stop: [number, Command] = [3, { name: 'stop-vm', target: 'vm/vm-2' }];
    const start: [number, Command] = [9, { name: 'start-vm', target: 'vm/vm-2' }];
    expect(statesOf([hostA], [stop, start], 20, copy)).toEqual(['serving', 'stopped', 'booting']);
    const plug: [number, Command] = [3, { name: 'pull-plug', target: 'host/host-a' }];
    const power: [number, Command] = [9, { name: 'power-on', target: 'host/host-a' }];
    expect(statesOf([hostA], [plug, power], 60, copy)).toEqual(['serving', 'fallen']);
  });

  it('tells what its owner ended from what broke', () => {
    const copy = 'process/a-cart-1';
    const own = (name: string, target: string): [number, Command] => [3, { name, target }];
    expect(statesOf([hostA], [own('stop-vm', 'vm/vm-2')], 9, copy)?.at(-1)).toBe('stopped');
    expect(statesOf([hostA], [own('stop-process', copy)], 9, copy)?.at(-1)).toBe('stopped');
    expect(statesOf([hostA], [own('shut-down', 'vm/vm-2')], 60, copy)?.at(-1)).toBe('stopped');
    expect(statesOf([hostA], [own('crash-vm', 'vm/vm-2')], 9, copy)?.at(-1)).toBe('fallen');
    expect(statesOf([hostA], [own('kill-process', copy)], 9, copy)?.at(-1)).toBe('fallen');
    expect(statesOf([hostB], [own('stop-runtime', 'runtime/docker-b')], 9, 'process/b-cart-1')?.at(-1)).toBe(
      'stopped',
    );
  });

  it('says of a copy whose container waits for its restart that it waits', () => {
    const target = 'container/b-cart-1';
    const steps: [number, Command][] = [
      [1, { name: 'set-restart-policy', target, args: { policy: 'always' } }],
      [3, { name: 'kill-process', target: 'process/b-cart-1' }],
    ];
    expect(statesOf([hostB], steps, 20, 'process/b-cart-1')).toEqual([
      ...['serving', 'waiting', 'starting', 'serving'],
    ]);
  });

  it('says of a VM that its owner switched off and on, and that panicked while it booted, that it is down', () => {
    const steps: [number, Command][] = [
      [3, { name: 'stop-vm', target: 'vm/vm-2' }],
      [9, { name: 'start-vm', target: 'vm/vm-2' }],
      [15, { name: 'panic-kernel', target: 'kernel/vm-2' }],
    ];
    expect(statesOf([hostA], steps, 20, 'process/a-cart-1')).toEqual([
      ...['serving', 'stopped', 'booting', 'fallen'],
    ]);
  });

  it('follows a container from where it stood to where it is placed', () => {
    const steps: [number, Command][] = [
      [4, { name: 'place-container', target: 'container/c-cart-1', args: { kernel: 'kernel/c-2' } }],
      [9, { name: 'remove-container', target: 'container/c-cart-1' }],
      [12, { name: 'place-container', target: 'container/c-cart-1', args: { kernel: 'kernel/c-1' } }],
      [20, { name: 'panic-kernel', target: 'kernel/c-1' }],
    ];
    const run = played(hostC, steps, 30);
    const histories = historiesOf(run.facts.slice(0), startOf(run));
    const cart = histories.find(({ copy }) => copy === 'process/c-cart-1');
    expect(cart).toMatchObject({ host: 'host/host-c', vm: null });
    expect(cart?.stretches.map(({ state }) => state)).toEqual([
      ...['off', 'starting', 'serving', 'stopped', 'starting', 'serving', 'fallen'],
    ]);
    expect(histories.find(({ copy }) => copy === 'process/c-buy-1')).toMatchObject({ host: null, vm: null });
  });
});

describe('phaseAfter', () => {
  it('knows every fact of the model that changes what a box is doing', () => {
    const silent = FACT_NAMES.filter((name) => phaseAfter(name) === null && !/^(command|fault)\./.test(name));
    const others = [
      'runtime',
      'monitor',
      'healthcheck',
      'disk',
      'vdisk',
      'image',
      'layer',
      'volume',
      'registry',
      'repository',
      'builder',
      'distribution',
    ];
    expect(silent.filter((name) => !others.includes(name.split('.')[0] ?? '')).sort()).toEqual([
      'artifact.arrived',
      'artifact.lost',
      'artifact.refused',
      'artifact.sending',
      'container.committed',
      'container.deleted-file',
      'container.looked-for',
      'container.patched',
      'container.wrote',
      'filesystem.replaced',
      'hypervisor.stopping',
      'kernel.no-root',
      'kernel.out-of-memory',
      'kernel.stopping',
      'process.looked-up',
      'process.not-loaded',
      'process.oom-killed',
      'scenario.started',
      'vm.ballooned',
      'vm.ballooning',
      'vm.cloned',
      'vm.held',
      'vm.loading',
      'vm.migrated',
      'vm.migrating',
      'vm.migration-failed',
      'vm.migration-lost',
      'vm.moved',
      'vm.no-disk',
      'vm.not-converging',
      'vm.oom-killed',
      'vm.paused',
      'vm.pulled',
      'vm.pulling',
      'vm.resized',
      'vm.restored',
      'vm.resumed',
      'vm.rolled-back',
      'vm.round',
      'vm.saved',
      'vm.saving',
      'vm.snapshot-taken',
      'vm.swapped-in',
      'vm.swapping',
      'vm.went-on',
    ]);
  });
});
