// Names of boxes: short, without ids, the same for the same box everywhere.
import { describe, expect, it } from 'vitest';
import { boxLabel, boxName, boxNoun } from '../../src/words';
import { stillWorld, twoHosts, type StillBox } from './stillWorld';

const namesIn = (boxes: readonly StillBox[]) => {
  const view = stillWorld(boxes);
  return Object.fromEntries(view.entities.map((entity) => [entity.id, boxName(entity, view)]));
};

describe('boxName', () => {
  it('says what a box is and where it is', () => {
    expect(namesIn(twoHosts)).toMatchObject({
      'host/host-a': 'host-a',
      'hypervisor/xen-a': 'hypervisor of host-a',
      'vm/vm-2': 'VM 2',
      'kernel/vm-2': 'guest OS of VM 2',
      'process/a-cart-1': 'cart in VM 2',
      'kernel/host-b': 'host OS of host-b',
      'runtime/docker-b': 'runtime on host-b',
      'container/b-cart-1': 'container of cart 1 on host-b',
      'process/b-cart-1': 'cart 1 on host-b',
    });
  });

  it('names a container that stands on nothing', () => {
    const names = namesIn([
      { id: 'container/c-cart-2' },
      { id: 'process/c-cart-2', on: 'container/c-cart-2', context: { service: 'cart' } },
    ]);
    expect(names).toEqual({ 'container/c-cart-2': 'container of cart 2', 'process/c-cart-2': 'cart 2' });
  });

  it('numbers a program where its machine has two of that service', () => {
    const twins = ['a-buy-1', 'a-buy-2'].map((name) => ({
      id: `process/${name}`,
      on: 'kernel/vm-1',
      context: { service: 'buy' },
    }));
    expect(namesIn([...twoHosts, ...twins])).toMatchObject({ 'process/a-buy-2': 'buy 2 in VM 1' });
  });

  it('uses the whole name of a VM whose number is taken twice', () => {
    const names = namesIn([{ id: 'vm/web-1' }, { id: 'vm/data-1' }, { id: 'vm/data-2' }]);
    expect(Object.values(names)).toEqual(['VM web-1', 'VM data-1', 'VM 2']);
  });

  it('calls a box that is not there yet by words too', () => {
    const view = stillWorld(twoHosts);
    const absent = ['vm/vm-9', 'kernel/vm-9', 'container/search-2', 'process/vm-9-cart', 'disk/ssd'].map(
      (id) => boxNoun(id, view).name,
    );
    expect(absent).toEqual(['VM 9', 'guest OS of VM 9', 'search 2', 'vm-9-cart', 'ssd']);
  });

  it('stops at a ring of floors instead of hanging', () => {
    const view = stillWorld([
      { id: 'kernel/a', on: 'kernel/b' },
      { id: 'kernel/b', on: 'kernel/a' },
    ]);
    expect(view.entities.map((entity) => boxName(entity, view))).toEqual(['host OS of a', 'host OS of b']);
  });
});

describe('boxLabel', () => {
  it('leaves out what the picture shows', () => {
    const view = stillWorld(twoHosts);
    const labels = view.entities.map((entity) => boxLabel(entity, view));
    expect(labels).toEqual([
      'host-a',
      'hypervisor and its services',
      'VM 1',
      'VM 2',
      'guest OS',
      'guest OS',
      'search',
      'cart',
      'host-b',
      'host OS',
      'runtime',
      'cart 1',
      'cart 2',
      'cart',
      'cart',
    ]);
  });
});
