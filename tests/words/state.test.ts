// States, pickers and waits in words.
import { describe, expect, it } from 'vitest';
import { scenario as scenarioOfLesson1 } from '../../lessons/01-works-on-my-machine/scenario';
import { createStageMemory } from '../../src/layout/label/memory';
import { tell } from '../../src/layout/label/telling';
import { pickerSentence, stageWords, stateSentence, stateWord, waitSentence } from '../../src/words';
import type { Entity, Picker, WorldView } from '../../src/sim/engine/view';
import { createRun, SECOND } from '../../src/sim';
import { shop } from '../fixtures/shop';
import { hostA, scenario } from '../fixtures/worlds';
import { stillWorld, twoHosts, type StillBox } from './stillWorld';

function firstOf(view: WorldView): Entity {
  const first = view.entities[0];
  if (first === undefined) throw new Error('the world is empty');
  return first;
}

const only = (box: StillBox) => firstOf(stillWorld([box]));
const word = (box: StillBox) => stateWord(only(box), stillWorld([box]));

describe('stateWord', () => {
  it('tells an exit with its code, and a stop by hand as a stop', () => {
    const exited = { id: 'process/cart', state: 'exited', tags: ['down'] as const };
    expect(word({ ...exited, context: { exitCode: 137 } })).toBe('exited with code 137');
    expect(word({ ...exited, tags: ['off'] })).toBe('stopped');
    expect(word(exited)).toBe('exited');
  });

  it('says of a shim what its fact says: somebody killed it, it did not crash', () => {
    const shim = { id: 'monitor/shim', state: 'crashed', tags: ['down'] as const };
    expect(word(shim)).toBe('killed');
    expect(stageWords.state(only(shim), stillWorld([shim]))[0]).toMatch(/^killed/);
    expect(word({ id: 'runtime/dockerd', state: 'crashed', tags: ['down'] })).toBe('crashed');
  });

  it('never shows a raw state: the tags speak for one without a word', () => {
    expect(word({ id: 'pod/a', state: 'sandbox-gone', tags: ['down'] })).toBe('down');
    expect(word({ id: 'pod/a', state: 'sandbox-gone', tags: ['absent'] })).toBe('not there');
  });
});

describe('what was never started', () => {
  const run = createRun({ id: 'shop', seed: 1, world: { boxes: shop } });
  const said = (id: string) => stateWord(run.view().get(id)!, run.view());

  it('is not here yet, until it is shipped; and is stopped only when somebody stopped it', () => {
    const shipped = ['process/search', 'vm/appliance', 'container/box-server'];
    expect(shipped.map(said)).toEqual(shipped.map(() => 'not here yet'));
    const give = (name: string, target: string, args = {}) =>
      expect(run.do({ name, target, args })).toMatchObject({ done: true });
    give('deploy-vm-image', 'vm/appliance', { image: 'artifact/search-appliance' });
    give('run-image', 'container/box-server', { image: 'artifact/search-image' });
    run.seek(60 * SECOND);
    expect(['vm/appliance', 'container/box-server'].map(said)).toEqual(['running', 'running']);
    give('stop-process', 'process/search-vm');
    run.seek(61 * SECOND);
    expect(said('process/search-vm')).toBe('stopped');
  });

  it('is refused, once the other end did not take it, also on a stage that remembers what it said', () => {
    const boxes = scenarioOfLesson1.worlds['boxes']!;
    const run = createRun({ id: 'boxes', seed: 1, world: boxes });
    const memory = createStageMemory();
    const said = (id: string) => {
      const view = run.view();
      return tell(view, stageWords, memory).of(view.get(id)!).states[0];
    };
    expect(said('process/box-b-search')).toBe('not here yet');
    run.do({ name: 'run-image', target: 'container/box-b', args: { image: 'artifact/search-image' } });
    run.seek(SECOND);
    expect(['process/box-b-search', 'process/box-a-search', 'vm/appliance'].map(said)).toEqual([
      'refused',
      'not here yet',
      'not here yet',
    ]);
    expect(stateWord(run.view().get('container/box-b')!, run.view())).toBe('refused');
    // Also when the same image goes elsewhere, where it is taken.
    run.do({ name: 'run-image', target: 'container/box-a', args: { image: 'artifact/search-image' } });
    run.seek(60 * SECOND);
    expect(said('process/box-b-search')).toBe('refused');
    expect(said('process/box-a-search')).toBeUndefined();
  });

  it('is off where nobody started it, as the stage says', () => {
    const boxes = [{ ...hostA, spec: { start: 'off' } }];
    const view = createRun(scenario(boxes)).view();
    expect(stateWord(view.get('process/a-cart-1')!, view)).toBe('off');
  });
});

describe('stateSentence', () => {
  const panicked: StillBox = { id: 'kernel/host-b', state: 'panicked', tags: ['down', 'holds-memory'] };

  it('says what a program was given for as long as it is up, as its walls are drawn', () => {
    const cart = { id: 'process/cart', state: 'running.serving', tags: ['up', 'serving'] as const };
    const said = (box: StillBox) => {
      const view = stillWorld([box], { namespaces: { 'process/cart': ['pid', 'mount'] } });
      return stateSentence(firstOf(view), view);
    };
    expect(said(cart)).toMatch(/, 2 namespaces$/);
    expect(said({ ...cart, state: 'running.slower', tags: ['up', 'suffering'] })).toMatch(/, 2 namespaces$/);
    expect(said({ ...cart, state: 'exited', tags: ['down'] })).not.toMatch(/namespace/);
  });

  it('says that nobody picks a box up', () => {
    const waits = { 'kernel/host-b': { condition: 'nobody', who: null, at: null } };
    const view = stillWorld([panicked], { waits });
    expect(stateSentence(firstOf(view), view)).toBe('panicked, nobody picks it up');
  });

  it('names the box that picks it up, and not the person who could', () => {
    const person: Picker = { by: 'person', id: null, setting: 'by hand' };
    const hypervisor: Picker = { by: 'hypervisor', id: 'hypervisor/xen-a', setting: 'restart' };
    const crashed = { id: 'vm/vm-2', on: 'hypervisor/xen-a', state: 'fallen', tags: ['down'] as const };
    const boxes = [...twoHosts.filter(({ id }) => id !== 'vm/vm-2'), crashed];
    const view = stillWorld(boxes, {
      pickers: { 'vm/vm-2': [person, hypervisor] },
      waits: { 'vm/vm-2': { condition: 'floor', who: 'hypervisor/xen-a', at: null } },
    });
    const vm = view.get('vm/vm-2');
    expect(vm && stateSentence(vm, view)).toBe('fell, the hypervisor of host-a picks it up');
    expect(pickerSentence('vm/vm-2', view)).toBe('The hypervisor of host-a picks VM 2 up (restart).');
  });

  it('counts down what waits or starts, rounded up', () => {
    const waiting = { id: 'container/b-cart-1', state: 'backing-off', tags: ['down', 'waiting'] as const };
    const view = stillWorld([{ ...waiting, due: 1_600_000 }], { at: 200_000 });
    expect(stateSentence(firstOf(view), view)).toBe('waiting to restart, tried again in 0:02');
    const booting = stillWorld([
      { id: 'kernel/vm-1', state: 'booting', tags: ['starting'], due: 20_000_000 },
    ]);
    expect(stateSentence(firstOf(booting), booting)).toBe('booting, 0:20 left');
  });
});

describe('pickerSentence and waitSentence', () => {
  it('says when only a person is left, and when nobody is', () => {
    const person: Picker = { by: 'person', id: null, setting: '' };
    const view = stillWorld(twoHosts, { pickers: { 'host/host-b': [person] } });
    expect(pickerSentence('host/host-b', view)).toBe('Only a person can pick host-b up.');
    expect(pickerSentence('host/host-a', view)).toBe('Nobody picks host-a up.');
  });

  it('says what a box waits for, and how long', () => {
    const waits = {
      'container/b-cart-1': { condition: 'back-off', who: 'runtime/docker-b', at: 3_000_000 },
      'vm/vm-2': { condition: 'nobody', who: null, at: null },
    };
    const view = stillWorld(twoHosts, { waits });
    expect(waitSentence('container/b-cart-1', view)).toBe(
      'The container of cart 1 on host-b waits for the end of its back-off: 0:03 to go.',
    );
    expect(waitSentence('vm/vm-2', view)).toBe('VM 2 waits for somebody: nobody was told to pick it up.');
    expect(waitSentence('vm/vm-1', view)).toBe('');
  });
});
