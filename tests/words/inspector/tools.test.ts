// What docker ps, runc, LXC and ps say of a container, as the inspector tells it.
import { describe, expect, it } from 'vitest';
import type { WorldView } from '../../../src/sim';
import { listsOf } from '../../../src/sim/rooms/namespaces/sideBySide';
import { tools } from '../../../src/i18n/en/tools';
import { figureRows, toolRows } from '../../../src/words/inspector';
import { CHAINS, give, played, type Chain } from '../../fixtures/chains';

const CART = 'container/cart';
const told = (view: WorldView) =>
  toolRows(view.get(CART)!, view).map(({ label, text }) => `${label}: ${text}`);
const after = (chain: Chain, ...commands: Parameters<typeof played>[1]) =>
  told(played(chain, commands, 9).view());

describe('the state of a container', () => {
  it('is that of Docker and that of the OCI, side by side', () => {
    expect(after('docker')).toEqual(['docker ps: running', 'runc state: running']);
    expect(after('docker', give(2, 'kill-process', 'process/cart'))).toEqual([
      'docker ps: exited (137)',
      'runc state: stopped',
    ]);
    const again = give(2, 'stop-container', CART);
    expect(after('docker', again, give(8.9, 'start-container', CART))[1]).toMatch(/^runc state: creating/);
  });

  it('is told by nobody of Docker while its daemon is down; runc is asked without it', () => {
    const [docker, oci] = after('docker', give(2, 'crash-runtime', 'runtime/dockerd'));
    expect(docker).toMatch(/nobody answers/);
    expect(oci).toBe('runc state: running');
  });

  it('has the names of its own runtime', () => {
    expect(after('containerd')).toEqual(['runc state: running']);
    expect(after('lxc')).toEqual(['lxc-info: RUNNING']);
    expect(after('rkt')).toEqual([]);
  });

  it.each([
    [0, /well/],
    [125, /Docker itself/],
    [126, /could not be run/],
    [127, /not found/],
    [137, /128 and SIGKILL/],
    [143, /128 and SIGTERM/],
    [3, /its own/],
  ])('exit code %d says what it means', (code, says) => {
    expect(tools.exitCode(code)).toMatch(says);
  });

  it('is told with its exit code, but not while a question is open', () => {
    const view = played('docker', [give(2, 'kill-process', 'process/cart')], 9).view();
    const rows = (hidden: boolean) => figureRows(view.get(CART)!, hidden).map(({ text }) => text);
    expect(rows(false)).toContain('137: 128 and SIGKILL');
    expect(rows(true).join()).not.toContain('137');
  });
});

describe('the list of processes', () => {
  it.each(Object.keys(CHAINS) as Chain[])('of %s has one number inside and another outside', (chain) => {
    const view = played(chain, [], 9).view();
    const lists = listsOf(view.get(CART)!, view)!;
    expect(lists.inside.map(({ pid, name }) => `${pid} ${name}`)).toEqual(['1 cart']);
    const own = lists.outside.filter(({ isInside }) => isInside);
    expect(own.map(({ name }) => name)).toEqual(['cart']);
    expect(own[0]!.pid).toBeGreaterThan(1);
    expect(lists.outside.length).toBeGreaterThan(1);
  });

  it('is not there for what does not run, nor for what sees the whole machine', () => {
    const down = played('docker', [give(2, 'kill-process', 'process/cart')], 9).view();
    expect(listsOf(down.get(CART)!, down)).toBeNull();
    const view = played('docker', [], 9).view();
    expect(listsOf(view.get('runtime/dockerd')!, view)).toBeNull();
  });
});
