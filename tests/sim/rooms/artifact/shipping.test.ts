// Four ways of shipping: what starts where, what is repaired and broken by hand, and what no way repairs.
import { beforeEach, describe, expect, it } from 'vitest';
import { blastsNow, createRun, SECOND, type Run, type Scalar } from '../../../../src/sim';
import { shop } from '../../../fixtures/shop';

let run: Run;
beforeEach(() => {
  run = createRun({ id: 'shop', seed: 1, world: { boxes: shop } });
});

const PROGRAM = '/opt/shop/search';
type Args = Readonly<Record<string, Scalar>>;
function give(name: string, target: string, args: Args = {}, seconds = 10): void {
  expect(run.do({ name, target, args })).toMatchObject({ done: true });
  run.seek(run.head + seconds * SECOND);
}
const refused = (name: string, target: string, args: Args = {}) => {
  const before = run.digest();
  const outcome = run.do({ name, target, args });
  expect(run.digest()).toBe(before);
  return outcome.done ? null : outcome.refusal.code;
};
const state = (id: string) => run.view().get(id)?.state;
const deploy = () => give('deploy-build', 'process/search', { build: 'artifact/search-build' });
const install = () => give('install-library', 'kernel/server', { package: 'artifact/libshop' });
const restart = (id: string) => {
  give('stop-process', id);
  give('start-process', id);
};
const told = (name: string) => run.facts.slice(0).filter((fact) => fact.name === name);
const errors = () => told('process.not-loaded').map(({ about, data }) => [about, data?.['error']]);

describe('the bare build, and repairing by hand', () => {
  it('does not start where the library is an older one, and tells where it looked and what it found', () => {
    deploy();
    expect(state('process/search')).toBe('exited');
    expect(run.view().get('process/search')?.context['exitCode']).toBe(1);
    expect(blastsNow(run.facts, run.factsAtHead, run.view())).toMatchObject([
      { root: 'process/search', copiesFell: 1, isNotStarted: true },
    ]);
    const look = told('process.looked-up').find(({ data }) => data?.['problem'] !== null);
    expect(look?.data).toMatchObject({
      what: 'libshop.so',
      found: '1.4',
      path: '/usr/lib/libshop.so',
      tried: ['/usr/lib/x86_64-linux-gnu', '/lib', '/usr/lib'],
      problem: 'version',
    });
  });

  it('the newer library takes the place of the old one; the neighbour runs on, and fails at its next start', () => {
    deploy();
    install();
    expect(told('filesystem.replaced')[0]?.data).toEqual({
      path: '/usr/lib/libshop.so',
      before: '1.4',
      after: '2.0',
    });
    give('start-process', 'process/search');
    expect(state('process/search')).toMatch('running');
    expect(state('process/cart')).toMatch('running');
    restart('process/cart');
    expect(state('process/cart')).toBe('exited');
    expect(errors().at(-1)).toEqual([
      'process/cart',
      "/opt/shop/cart: /usr/lib/libshop.so: version `SHOP_1' not found (required by /opt/shop/cart)",
    ]);
  });

  it('a mode that is set lets a program read what it may not read, or keeps it from being run', () => {
    deploy();
    install();
    give('grant-permission', 'kernel/server', { path: PROGRAM, mode: '644' });
    give('start-process', 'process/search');
    expect(run.view().get('process/search')?.context['exitCode']).toBe(126);
    give('grant-permission', 'kernel/server', { path: PROGRAM, mode: '755' });
    give('start-process', 'process/search');
    expect(state('process/search')).toMatch('running');
  });
});

describe('boxes', () => {
  it('a container finds its own library, and the neighbour keeps the old one', () => {
    give('run-image', 'container/box-server', { image: 'artifact/search-image' });
    restart('process/cart');
    expect([state('container/box-server'), state('process/box-server-search')?.split('.')[0]]).toEqual([
      'running',
      'running',
    ]);
    expect(state('process/cart')).toMatch('running');
  });

  it('an image for another OS is refused before anything is pulled; the machine with its OS runs', () => {
    give('run-image', 'container/box-windows', { image: 'artifact/search-image' });
    expect(told('artifact.refused')[0]?.data?.['error']).toBe(
      'image operating system "linux" cannot be used on this platform',
    );
    expect(told('artifact.sending')).toEqual([]);
    expect(state('container/box-windows')).toBe('created');
    give('deploy-vm-image', 'vm/appliance', { image: 'artifact/search-appliance' }, 60);
    expect(state('process/search-vm')).toMatch('running');
    give('deploy-build', 'process/search-windows', { build: 'artifact/search-build' });
    const path = PROGRAM.replaceAll('/', '\\');
    expect(errors()).toEqual([['process/search-windows', `${path} is not a valid Win32 application.`]]);
  });

  it('an image for another CPU type is pulled and ends at once; out of a list nothing is taken', () => {
    give('run-image', 'container/box-arm', { image: 'artifact/search-image' });
    expect(errors()).toEqual([['process/box-arm-search', `exec ${PROGRAM}: exec format error`]]);
    expect(run.view().get('container/box-arm')?.context['exitCode']).toBe(255);
    give('run-image', 'container/box-arm', { image: 'artifact/search-list' });
    expect(told('artifact.refused')[0]?.data?.['error']).toBe(
      'no matching manifest for linux/arm64 in the manifest list entries',
    );
    give('run-image', 'container/box-server', { image: 'artifact/search-list' });
    expect(state('container/box-server')).toBe('running');
  });

  it('moves as many bytes as the artifact has, at the speed of the slower end', () => {
    give('run-image', 'container/box-server', { image: 'artifact/search-image' });
    expect(told('artifact.sending')[0]?.data).toMatchObject({ bytes: 90_000_000, sendMs: 900 });
    expect(told('artifact.arrived')[0]!.at - told('artifact.sending')[0]!.at).toBe(900_000);
  });
});

describe('the database outside', () => {
  it('is out of reach for every way of shipping until its firewall lets that host in', () => {
    deploy();
    install();
    give('start-process', 'process/search');
    give('run-image', 'container/box-server', { image: 'artifact/search-image' });
    give('deploy-vm-image', 'vm/appliance', { image: 'artifact/search-appliance' }, 60);
    const all = ['process/search', 'process/box-server-search', 'process/search-vm'];
    expect(all.map(state)).toEqual(all.map(() => 'running.suffering'));
    give('open-firewall', 'host/db', { from: 'host/server' });
    expect(all.map(state)).toEqual(['running.serving', 'running.serving', 'running.suffering']);
    give('close-firewall', 'host/db');
    expect(all.map(state)).toEqual(all.map(() => 'running.suffering'));
  });
});

describe('what is refused, with the reason and nothing changed', () => {
  it.each<[string, string, string, Args]>([
    ['bad-argument', 'deploy-build', 'process/search', { build: 'artifact/libshop' }],
    ['bad-argument', 'grant-permission', 'kernel/server', { path: PROGRAM, mode: '999' }],
    ['no-file', 'grant-permission', 'kernel/server', { path: '/nowhere', mode: '755' }],
    ['no-files', 'install-library', 'kernel/db', { package: 'artifact/libshop' }],
    ['already-up', 'deploy-build', 'process/cart', { build: 'artifact/search-build' }],
    ['admitted', 'open-firewall', 'host/db', { from: 'host/laptop' }],
    ['admitted', 'open-firewall', 'host/server', { from: 'host/laptop' }],
    ['wrong-kind', 'run-image', 'vm/appliance', { image: 'artifact/search-image' }],
  ])('%s: %s', (code, name, target, args) => {
    expect(refused(name, target, args)).toBe(code);
  });

  it('a second shipment of what is on its way, and one from a machine without power', () => {
    const again = ['run-image', 'container/box-server', { image: 'artifact/search-image' }] as const;
    give(...again, 0);
    expect(refused(...again)).toBe('being-sent');
    give('pull-plug', 'host/laptop');
    expect(refused('deploy-build', 'process/search', { build: 'artifact/search-build' })).toBe('target-down');
  });

  it('what arrives where nobody is up any more is lost', () => {
    give('deploy-vm-image', 'vm/appliance', { image: 'artifact/search-appliance' }, 1);
    give('pull-plug', 'host/windows');
    expect(told('artifact.lost')).toHaveLength(1);
    expect(state('vm/appliance')).not.toBe('up.running');
  });
});
