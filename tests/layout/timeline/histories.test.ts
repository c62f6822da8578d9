// Histories: what lanes show is what the boxes' tags say, at any instant of any run.
import { describe, expect, it } from 'vitest';
import { historiesOf, isCopy, stateAt } from '../../../src/layout/timeline/histories';
import { phaseAfter } from '../../../src/layout/timeline/phases';
import { FACT_NAMES, SECOND, type Command } from '../../../src/sim';
import { hostA, hostB, hostC, laptop } from '../../fixtures/worlds';
import { chance, played, startOf, stateByTags, stirred } from './played';

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
          const told = histories.map((history) => [history.copy, stateAt(history, at)]);
          const tagged = view.entities.filter(isCopy).map((copy) => [copy.id, stateByTags(copy)]);
          expect(Object.fromEntries(told), `seed ${seed}, ${at} us`).toEqual(Object.fromEntries(tagged));
          for (const [, state] of tagged) seen.add(state!);
        }
      }
    });
  }

  it('had copies that served, started and fell to look at', () => {
    expect([...seen]).toEqual(expect.arrayContaining(['serving', 'starting', 'fallen']));
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

  it('says of a copy that fell with its host that it fell, as long as the host is on its way back', () => {
    const run = played(
      [hostB],
      [
        [3, { name: 'pull-plug', target: 'host/host-b' }],
        [9, { name: 'power-on', target: 'host/host-b' }],
      ],
      60,
    );
    const [first] = historiesOf(run.facts.slice(0), startOf(run));
    expect(run.view().get('host/host-b')?.tags).toContain('starting');
    expect(first?.stretches.map(({ state }) => state)).toEqual(['serving', 'fallen']);
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
      ...['off', 'starting', 'serving', 'off', 'starting', 'serving', 'fallen'],
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
      'vm.refused',
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
