// Which program of a chain may die without its containers dying, and what is not picked up meanwhile.
import { describe, expect, it } from 'vitest';
import type { Run } from '../../../../src/sim';
import { give, played, type Chain } from '../../../fixtures/chains';

const stateOf = (run: Run, id: string) => run.view().get(id)?.state;
const isUp = (run: Run, id: string) => run.view().get(id)?.tags.includes('up');
const always = { restartPolicy: 'always' };

describe('the daemons', () => {
  it.each(['dockerd', 'containerd'])('%s may be killed: its containers run on', (daemon) => {
    const run = played('docker', [give(1, 'crash-runtime', `runtime/${daemon}`)], 5);
    expect([stateOf(run, 'container/search'), stateOf(run, 'container/cart')]).toEqual([
      'running',
      'running',
    ]);
    expect(isUp(run, 'monitor/shim-search')).toBe(true);
  });

  it.each([
    ['docker', 'dockerd', 'taken-down'],
    ['docker', 'containerd', 'running'],
    ['containerd', 'containerd', 'running'],
    ['cri-o', 'cri-o', 'running'],
  ] as const)('of %s: stopping %s in order leaves them %s', (chain, daemon, state) => {
    const run = played(chain, [give(1, 'stop-runtime', `runtime/${daemon}`)], 5);
    expect(stateOf(run, 'container/cart')).toBe(state);
  });

  it('dockerd stops nothing with live-restore on, nor where containerd does not hear it', () => {
    const on = give(1, 'set-live-restore', 'runtime/dockerd', { on: true });
    const stop = give(2, 'stop-runtime', 'runtime/dockerd');
    expect(stateOf(played('docker', [on, stop], 5), 'container/cart')).toBe('running');
    const deaf = give(1, 'crash-runtime', 'runtime/containerd');
    expect(stateOf(played('docker', [deaf, stop], 5), 'container/cart')).toBe('running');
  });

  it('one of them down, nothing is started: the refusal names it', () => {
    const kill = give(2, 'kill-process', 'process/cart');
    const run = played('docker', [kill, give(1, 'crash-runtime', 'runtime/containerd')].reverse(), 5);
    expect(run.check({ name: 'start-container', target: 'container/cart' })).toEqual({
      code: 'runtime-down',
      data: { box: 'container/cart', runtime: 'runtime/containerd' },
    });
  });

  it('dockerd does not come up without containerd', () => {
    const both = ['containerd', 'dockerd'].map((name) => give(1, 'crash-runtime', `runtime/${name}`));
    const run = played('docker', both, 5);
    expect(run.check({ name: 'start-runtime', target: 'runtime/dockerd' })?.code).toBe('runtime-down');
    expect(run.check({ name: 'start-runtime', target: 'runtime/containerd' })).toBeNull();
  });

  it('only Docker has live-restore', () => {
    const set = { name: 'set-live-restore', target: 'runtime/containerd', args: { on: true } };
    expect(played('docker', [], 1).check(set)?.code).toBe('not-docker');
  });
});

describe('an exit while a daemon is down', () => {
  it.each(['dockerd', 'containerd'])('is picked up only when %s is back', (daemon) => {
    const commands = [
      give(1, 'crash-runtime', `runtime/${daemon}`),
      give(2, 'kill-process', 'process/cart'),
      give(30, 'start-runtime', `runtime/${daemon}`),
    ];
    expect(stateOf(played('docker', commands, 29, always), 'container/cart')).toBe('exited');
    expect(stateOf(played('docker', commands, 60, always), 'container/cart')).toBe('running');
  });

  it('a shim keeps the exit status until containerd takes it in; every other monitor leaves at once', () => {
    const kill = give(2, 'kill-process', 'process/cart');
    const commands = [
      give(1, 'crash-runtime', 'runtime/containerd'),
      kill,
      give(10, 'start-runtime', 'runtime/containerd'),
    ];
    expect(stateOf(played('docker', commands, 9), 'monitor/shim-cart')).toBe('up');
    expect(stateOf(played('docker', commands, 20), 'monitor/shim-cart')).toBe('off');
    const crashed = give(1, 'crash-runtime', 'runtime/cri-o');
    expect(stateOf(played('cri-o', [crashed, kill], 5), 'monitor/conmon-cart')).toBe('off');
  });
});

describe('the monitor', () => {
  const ends: readonly (readonly [Chain, string, string])[] = [
    ['docker', 'shim', 'exited'],
    ['containerd', 'shim', 'exited'],
    ['cri-o', 'conmon', 'running'],
    ['lxc', 'lxc', 'exited'],
    ['rkt', 'rkt', 'exited'],
  ];
  it.each(ends)('of %s killed (%s): its container is %s, its neighbour runs', (chain, name, state) => {
    const run = played(chain, [give(1, 'kill-process', `monitor/${name}-cart`)], 5);
    expect(stateOf(run, 'container/cart')).toBe(state);
    expect(run.view().get('container/cart')?.context['exitCode']).toBe(state === 'exited' ? 137 : null);
    expect(stateOf(run, 'container/search')).toBe('running');
  });

  it('a dead shim is found when containerd is back, and not before', () => {
    const commands = [
      give(1, 'crash-runtime', 'runtime/containerd'),
      give(2, 'kill-process', 'monitor/shim-cart'),
      give(10, 'start-runtime', 'runtime/containerd'),
    ];
    expect(stateOf(played('docker', commands, 9), 'container/cart')).toBe('running');
    expect(stateOf(played('docker', commands, 20), 'container/cart')).toBe('exited');
  });

  it('comes with its container again, and leaves with it', () => {
    const killed = played('docker', [give(1, 'kill-process', 'process/cart')], 5, always);
    expect([stateOf(killed, 'container/cart'), stateOf(killed, 'monitor/shim-cart')]).toEqual([
      'running',
      'up',
    ]);
    const stopped = played('docker', [give(1, 'stop-container', 'container/cart')], 5);
    expect(stateOf(stopped, 'monitor/shim-cart')).toBe('off');
  });

  it('falls with its kernel, and goes off with it in order', () => {
    const panic = played('docker', [give(1, 'panic-kernel', 'kernel/host-a')], 5);
    expect(stateOf(panic, 'monitor/shim-cart')).toBe('fallen');
    const off = played('docker', [give(1, 'shut-down', 'host/host-a')], 30);
    expect([stateOf(off, 'monitor/shim-cart'), stateOf(off, 'kernel/host-a')]).toEqual(['off', 'off']);
  });
});

describe('without a daemon', () => {
  it.each(['lxc', 'rkt'] as const)('%s starts and stops a container all the same', (chain) => {
    const commands = [
      give(1, 'stop-container', 'container/cart'),
      give(2, 'start-container', 'container/cart'),
    ];
    expect(stateOf(played(chain, commands.slice(0, 1), 5), 'container/cart')).toBe('stopped');
    const again = played(chain, commands, 10);
    expect([stateOf(again, 'container/cart'), isUp(again, `monitor/${chain}-cart`)]).toEqual([
      'running',
      true,
    ]);
  });
});
