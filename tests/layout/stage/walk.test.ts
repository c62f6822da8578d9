// Arrow keys follow what stands on what.
import { describe, expect, it } from 'vitest';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import { chainOf, walk, type WalkKey } from '../../../src/layout/stage/walk';
import { stageWords } from '../../../src/words';
import { references, runOf, sizes } from '../worlds';

const scene = layoutStage(runOf(references['both hosts']!).view(), sizes[0], { words: stageWords });
const path = (from: string, ...keys: WalkKey[]) => keys.reduce((id, key) => walk(scene, id, key), from);

describe('walk', () => {
  it('climbs from the host to the program and back', () => {
    expect(path('host/host-a', 'ArrowUp')).toBe('hypervisor/xen-a');
    expect(path('host/host-a', 'ArrowUp', 'ArrowUp', 'ArrowRight', 'ArrowUp', 'ArrowUp')).toBe(
      'process/a-cart-1',
    );
    expect(path('process/a-cart-1', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown')).toBe('host/host-a');
  });

  it('moves between neighbours on one level, also from host to host', () => {
    expect(path('vm/vm-2', 'ArrowLeft')).toBe('vm/vm-1');
    expect(path('host/host-a', 'ArrowRight')).toBe('host/host-b');
    expect(path('container/b-buy-2', 'ArrowRight')).toBe('runtime/docker-b');
  });

  it('stays where there is nothing further', () => {
    expect(path('process/a-cart-1', 'ArrowUp')).toBe('process/a-cart-1');
    expect(path('host/host-b', 'ArrowDown', 'ArrowRight')).toBe('host/host-b');
    expect(path('vm/vm-3', 'Home')).toBe('host/host-a');
    expect(path('vm/vm-3', 'End')).toBe('host/host-b');
  });
});

describe('chainOf', () => {
  it('is the box and all it stands on', () => {
    expect(chainOf(scene, 'process/b-cart-1')).toEqual([
      'process/b-cart-1',
      'container/b-cart-1',
      'kernel/host-b',
      'host/host-b',
    ]);
    expect(chainOf(scene, 'host/host-a')).toEqual(['host/host-a']);
  });
});
