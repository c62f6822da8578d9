// The scene as an outline.
import { describe, expect, it } from 'vitest';
import { sceneInWords } from '../../src/words';
import { stillWorld, twoHosts } from './stillWorld';

describe('sceneInWords', () => {
  it('says what stands on what, how it is, and what fell', () => {
    const view = stillWorld([...twoHosts, { id: 'container/c-buy-1', state: 'absent', tags: ['absent'] }]);
    const fallen = { root: 'kernel/host-b', copiesFell: 6, copiesSuffer: 2 };
    expect(sceneInWords(view, [fallen])).toBe(
      [
        'host-a: host, running, 2 of 2 copies serving, 0 B of 32 GiB used',
        '  hypervisor of host-a: running',
        '    VM 1: running, 0 cores',
        '      guest OS of VM 1: running',
        '        search in VM 1: process, serving',
        '    VM 2: running, 0 cores',
        '      guest OS of VM 2: running',
        '        cart in VM 2: process, serving',
        'host-b: host, running, 2 of 2 copies serving',
        '  host OS of host-b: running',
        '    runtime on host-b: running',
        '    container of cart 1 on host-b: running',
        '      cart 1 on host-b: process, serving',
        '    container of cart 2 on host-b: running',
        '      cart 2 on host-b: process, serving',
        'Not placed',
        '  container of c-buy-1: not placed',
        '6 copies fell with the host OS of host-b, 2 with errors',
      ].join('\n'),
    );
  });

  it('says of what was not loaded that it did not start', () => {
    const fallen = { root: 'process/b-cart-1', copiesFell: 1, copiesSuffer: 0, isNotStarted: true };
    expect(sceneInWords(stillWorld(twoHosts), [fallen])).toMatch(/^cart 1 on host-b did not start$/m);
    const needed = { ...fallen, copiesSuffer: 2 };
    expect(sceneInWords(stillWorld(twoHosts), [needed])).toMatch(/did not start, 2 with errors$/);
  });

  it('says of what a runtime ended that it stopped: it did not stand on it', () => {
    const fallen = { root: 'runtime/b', copiesFell: 3, copiesSuffer: 1 };
    const text = sceneInWords(stillWorld(twoHosts), [fallen]);
    expect(text).toMatch(/^3 copies stopped with .*, 1 with errors$/m);
    expect(text).not.toContain('fell');
  });

  it('names the program that ended and took nothing along', () => {
    const fallen = { root: 'process/b-cart-1', copiesFell: 1, copiesSuffer: 0 };
    expect(sceneInWords(stillWorld(twoHosts), [fallen])).toMatch(/^cart 1 on host-b exited$/m);
  });
});
