// The keys of a tree view, on the scene of both hosts.
import { describe, expect, it } from 'vitest';
import type { TreeKey } from '../../../src/view/words/treeKeys';
import { findByName, moveIn, rowsOf } from '../../../src/view/words/treeRows';
import { sceneTree } from '../../../src/words';
import { stillWorld, twoHosts } from '../../words/stillWorld';

const items = sceneTree(stillWorld([...twoHosts, { id: 'container/c', state: 'absent', tags: ['absent'] }]));

/** Presses keys from the first row on; says where that leads, with what is open. */
function press(...keys: TreeKey[]) {
  const closed = new Set<string>();
  let at = 0;
  const rows = () => rowsOf(items, (key) => !closed.has(key));
  for (const key of keys) {
    const now = rows();
    const move = moveIn(now, at, key);
    if ('to' in move) at = move.to;
    else if (move.opens) closed.delete(now[at]!.key);
    else closed.add(now[at]!.key);
  }
  return { at: rows()[at]?.key, rows: rows().length };
}

describe('moveIn', () => {
  it('goes through the rows and to both ends, and stays there', () => {
    expect(press('ArrowDown').at).toBe('hypervisor/xen-a');
    expect(press('ArrowDown', 'ArrowUp', 'ArrowUp').at).toBe('host/host-a');
    expect(press('End').at).toBe('container/c');
    expect(press('End', 'ArrowDown').at).toBe('container/c');
    expect(press('End', 'Home').at).toBe('host/host-a');
  });

  it('goes right to what stands on a box, and left to what it stands on', () => {
    expect(press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight').at).toBe('process/a-search-1');
    expect(press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight').at).toBe(
      'process/a-search-1',
    );
    expect(press('End', 'ArrowLeft').at).toBe('unplaced');
  });

  it('closes a box with what stands on it, opens it again, and from a closed one goes down a floor', () => {
    const all = press().rows;
    expect(press('ArrowDown', 'ArrowLeft')).toEqual({ at: 'hypervisor/xen-a', rows: all - 6 });
    expect(press('ArrowDown', 'ArrowLeft', 'ArrowLeft').at).toBe('host/host-a');
    expect(press('ArrowDown', 'ArrowLeft', 'ArrowRight')).toEqual({ at: 'hypervisor/xen-a', rows: all });
  });
});

describe('rowsOf', () => {
  it('knows the place of each row among its neighbours', () => {
    const rows = rowsOf(items, () => true);
    expect(rows.find(({ key }) => key === 'vm/vm-2')).toMatchObject({ level: 3, place: 2, of: 2 });
    expect(rows.find(({ key }) => key === 'process/a-cart-1')?.isOpen).toBeNull();
  });
});

describe('findByName', () => {
  it('finds the next name that begins so, round the end', () => {
    const rows = rowsOf(items, () => true);
    const find = (from: number, typed: string) => rows[findByName(rows, from, typed)]?.key;
    expect(find(0, 'v')).toBe('vm/vm-1');
    expect(find(0, 'vm 2')).toBe('vm/vm-2');
    expect(find(rows.length - 1, 'HOST-A')).toBe('host/host-a');
    expect(find(0, 'x')).toBeUndefined();
  });
});
