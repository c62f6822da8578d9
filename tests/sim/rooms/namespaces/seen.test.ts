// What each namespace hides, inside and outside, and what none of them hides.
import { describe, expect, it } from 'vitest';
import { createRun, SECOND, type BoxSpec, type Run } from '../../../../src/sim';
import { NAMESPACES, type Namespace } from '../../../../src/sim/rooms/namespaces/names';
import { hostList } from '../../../../src/sim/rooms/namespaces/processList';
import { seenFrom, type Seen, type Sight } from '../../../../src/sim/rooms/namespaces/seen';
import { give, played } from '../../../fixtures/chains';
import { hostB, scenario as scenarioOf } from '../../../fixtures/worlds';

const program = (name: string): BoxSpec => ({ kind: 'process', name, spec: { service: name } });
const kernel: BoxSpec = { kind: 'kernel', name: 'host-a', holds: [program('web'), program('db')] };
const scenario = {
  id: 'test',
  seed: 1,
  world: { boxes: [{ kind: 'host', name: 'host-a', holds: [kernel] }] },
};

function unshared(...namespaces: readonly Namespace[]): Run {
  const run = createRun(scenario, [], SECOND);
  for (const namespace of namespaces) run.do({ name: 'unshare', target: 'process/web', args: { namespace } });
  run.seek(2 * SECOND);
  return run;
}

const seen = (run: Run, id = 'process/web'): Seen => seenFrom(id, run.view())!;

/** The fields in which two sights differ. */
function differing(inside: Sight, outside: Sight): string[] {
  return Object.keys(outside).filter(
    (key) => JSON.stringify(inside[key as keyof Sight]) !== JSON.stringify(outside[key as keyof Sight]),
  );
}

describe('a process', () => {
  it('without namespaces of its own sees what the host sees', () => {
    const { own, inside, outside } = seen(unshared());
    expect([own, inside]).toEqual([[], outside]);
    expect(inside.processes.map(({ name }) => name)).toEqual(['systemd', 'web', 'db']);
  });

  const hides: readonly (readonly [Namespace, string])[] = [
    ['pid', 'processes'],
    ['network', 'interfaces'],
    ['mount', 'mounts'],
    ['ipc', 'sharedMemory'],
    ['uts', 'hostname'],
    ['user', 'rootUid'],
    ['cgroup', 'cgroup'],
    ['time', 'uptime'],
  ];
  it('has a line for every namespace', () => {
    expect(hides.map(([namespace]) => namespace)).toEqual(NAMESPACES);
  });
  it.each(hides)('with its own %s namespace sees other %s, and nothing else differs', (namespace, field) => {
    const { own, inside, outside } = seen(unshared(namespace));
    expect([own, differing(inside, outside)]).toEqual([[namespace], [field]]);
  });

  it('with all of them still shares kernel, memory, load and the clock on the wall', () => {
    const { own, inside, outside } = seen(unshared(...NAMESPACES.toReversed()));
    expect(own).toEqual(NAMESPACES);
    expect(differing(inside, outside)).not.toContain('shared');
    expect(inside.shared).toMatchObject({ kernel: 'Linux 6.12', clock: 2 * SECOND });
    expect(inside.shared.memoryBytes).toBeGreaterThan(0);
  });

  it('counts itself from 1, and is on the list of the host under another number', () => {
    const { inside, outside } = seen(unshared('pid'));
    expect(inside.processes).toEqual([{ pid: 1, name: 'web', id: 'process/web' }]);
    const there = outside.processes.find(({ id }) => id === 'process/web');
    expect([there?.name, (there?.pid ?? 0) > 1]).toEqual(['web', true]);
  });

  it('never changes its number: it is another process, started in the new namespace of processes or of time', () => {
    const numberOf = (run: Run) => seen(run).outside.processes.find(({ id }) => id === 'process/web')!.pid;
    const before = numberOf(unshared());
    expect(numberOf(unshared('mount', 'network', 'user'))).toBe(before);
    for (const namespace of ['pid', 'time'] as const) {
      const run = unshared(namespace);
      expect(numberOf(run)).toBeGreaterThan(before);
      const told = run.facts.slice(0).filter(({ about, at }) => about === 'process/web' && at > 0);
      expect(told.map(({ name }) => name)).toEqual([
        'command.unshare',
        'process.stopped',
        'process.starting',
        'process.up',
      ]);
    }
    expect(seen(unshared('time')).inside.uptime).toBeLessThanOrEqual(SECOND);
  });

  it('is counted in the load as far as its limit lets it run', () => {
    const run = unshared();
    run.do({ name: 'set-demand', target: 'process/web', args: { cpuMicro: 3_000_000 } });
    const load = () => seen(run).inside.shared.loadMicro;
    const all = load();
    run.do({ name: 'limit-process', target: 'process/web', args: { cpuMicro: 1_000_000 } });
    expect(load()).toBe(all - 2_000_000);
  });

  it('hides its own shared memory from the others', () => {
    expect(seen(unshared('ipc'), 'process/db').inside.sharedMemory).toEqual(['db']);
  });

  it('is root inside and somebody else outside only with users of its own', () => {
    const rootOf = ({ inside, outside }: Seen) => [inside.rootUid, outside.rootUid];
    expect([rootOf(seen(unshared('pid'))), rootOf(seen(unshared('user')))]).toEqual([
      [0, 0],
      [0, 100_000],
    ]);
  });

  it('cannot be given what it has, and is nowhere while it does not run', () => {
    const run = unshared('pid');
    const again = { name: 'unshare', target: 'process/web', args: { namespace: 'pid' } };
    expect(run.check(again)?.code).toBe('has-namespace');
    run.do({ name: 'kill-process', target: 'process/web' });
    expect(seenFrom('process/web', run.view())).toBeNull();
    expect(seen(run, 'process/db').inside.processes.map(({ name }) => name)).toEqual(['systemd', 'db']);
  });
});

describe('a container', () => {
  const run = played('docker', [], 1);

  it('has six namespaces of its own: users and time are those of the host', () => {
    const { own, inside, outside } = seen(run, 'process/cart');
    expect(own).toEqual(['pid', 'network', 'mount', 'ipc', 'uts', 'cgroup']);
    expect([inside.rootUid, outside.rootUid]).toEqual([0, 0]);
    expect(inside.processes).toEqual([{ pid: 1, name: 'cart', id: 'process/cart' }]);
  });

  it('is nothing but processes on the list of the host, among the programs of its runtime', () => {
    const view = run.view();
    const list = hostList(view.get('kernel/host-a')!, view);
    const shim = 'containerd-shim-runc-v2';
    const names = list.map(({ name }) => name);
    // A shim is there before the program that it has runc start, so its number is lower.
    expect(names).toEqual(['systemd', 'dockerd', 'containerd', shim, 'search', shim, 'cart']);
    const numbers = list.map(({ pid }) => pid);
    expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
  });

  it('that is started again is a new process: its number is higher than all before, those beside keep theirs', () => {
    const again = played(
      'docker',
      [give(2, 'stop-container', 'container/cart'), give(3, 'start-container', 'container/cart')],
      9,
    );
    const listOf = (of: Run) => hostList(of.view().get('kernel/host-a')!, of.view());
    const before = new Map(listOf(run).map(({ id, pid }) => [id, pid]));
    const most = Math.max(...before.values());
    for (const { id, pid } of listOf(again))
      if (id === 'process/cart' || id === 'monitor/shim-cart') expect(pid).toBeGreaterThan(most);
      else expect(pid).toBe(before.get(id));
    expect(seen(again, 'process/cart').inside.processes).toEqual([
      { pid: 1, name: 'cart', id: 'process/cart' },
    ]);
    const names = listOf(again).map(({ name }) => name);
    expect(names.slice(-2)).toEqual(['containerd-shim-runc-v2', 'cart']);
  });

  it('has its shim and containerd on the list also where they are part of the box of dockerd', () => {
    const view = createRun(scenarioOf([hostB]), [], SECOND).view();
    const list = hostList(view.get('kernel/host-b')!, view);
    const [first, docker, containerd, ...rest] = list.map(({ name }) => name);
    expect([first, docker, containerd]).toEqual(['systemd', 'dockerd', 'containerd']);
    const shims = rest.filter((_, index) => index % 2 === 0);
    expect(new Set(shims)).toEqual(new Set(['containerd-shim-runc-v2']));
    expect(rest).toHaveLength(12);
    expect(new Set(list.map(({ pid }) => pid)).size).toBe(list.length);
  });

  it('gives nobody in it a namespace more by hand', () => {
    const more = { name: 'unshare', target: 'process/cart', args: { namespace: 'user' } };
    expect(run.check(more)?.code).toBe('in-container');
  });
});

describe('a VM', () => {
  it('is one program on the list of its host, and what runs in it is on its own list', () => {
    const guest: BoxSpec = { kind: 'kernel', name: 'guest', holds: [program('web')] };
    const hypervisor: BoxSpec = {
      kind: 'hypervisor',
      name: 'kvm',
      spec: { type: 2, product: 'kvm' },
      holds: [{ kind: 'vm', name: 'guest', holds: [guest] }],
    };
    const boxes = [{ kind: 'host', name: 'h', holds: [{ kind: 'kernel', name: 'h', holds: [hypervisor] }] }];
    const view = createRun({ id: 'vm', seed: 1, world: { boxes } }, [], SECOND).view();
    const names = (id: string) => hostList(view.get(id)!, view).map(({ name }) => name);
    expect([names('kernel/h'), names('kernel/guest')]).toEqual([
      ['systemd', 'qemu'],
      ['systemd', 'web'],
    ]);
  });
});
