// The scene as a tree: what stands on what, with counts for what is not opened.
import { describe, expect, it } from 'vitest';
import { sceneTree, type SceneItem } from '../../src/words';
import { stillWorld, twoHosts } from './stillWorld';

const find = (items: readonly SceneItem[], id: string): SceneItem | undefined =>
  items.flatMap((item) => (item.id === id ? [item] : [find(item.above, id)])).find((item) => item);

describe('sceneTree', () => {
  const view = stillWorld([...twoHosts, { id: 'container/c-buy-1', state: 'absent', tags: ['absent'] }]);
  const tree = sceneTree(view);

  it('puts every box on what it stands on, and what stands on nothing apart', () => {
    const count = (items: readonly SceneItem[]): number =>
      items.reduce((sum, { above }) => sum + 1 + count(above), 0);
    expect(count(tree)).toBe(twoHosts.length + 2);
    expect(tree.map(({ id }) => id)).toEqual(['host/host-a', 'host/host-b', null]);
    expect(tree[2]).toMatchObject({ name: 'Not placed', carries: '1 container' });
    expect(tree[2]?.above.map(({ id }) => id)).toEqual(['container/c-buy-1']);
    expect(find(tree, 'kernel/host-b')?.above.map(({ id }) => id)).toEqual([
      'runtime/docker-b',
      'container/b-cart-1',
      'container/b-cart-2',
    ]);
  });

  it('says kind and state of each, and counts what it carries', () => {
    expect(find(tree, 'host/host-a')).toMatchObject({
      name: 'host-a',
      says: 'host, running, 2 of 2 copies serving, 0 B of 32 GiB used',
      carries: 'carries 1 hypervisor',
    });
    expect(find(tree, 'hypervisor/xen-a')?.carries).toBe('carries 2 VMs, 2 of 2 copies serving');
    expect(find(tree, 'kernel/host-b')?.carries).toBe(
      'carries 1 runtime and 2 containers, 2 of 2 copies serving',
    );
    expect(find(tree, 'process/a-cart-1')).toMatchObject({
      name: 'cart in VM 2',
      says: 'process, serving',
      carries: '',
    });
  });
});
