// The three questions and the figures of a box, as lines.
import { describe, expect, it } from 'vitest';
import {
  createRun,
  GIBIBYTE,
  SECOND,
  type BoxSpec,
  type Command,
  type EntityId,
  type WorldView,
} from '../../../src/sim';
import {
  cpuRows,
  crumbsOf,
  figureRows,
  memoryRows,
  pickingRows,
  settingRows,
  standingRows,
  waitRows,
  type Row,
} from '../../../src/words/inspector';
import { file, hostOn, vmOn, withDisks } from '../../fixtures/disks';
import { withBuilds } from '../../fixtures/builds';
import { withImages } from '../../fixtures/images';
import { crowded } from '../../laws/chaos';
import { copy, hostA, hostB, hostC, scenario, vm } from '../../fixtures/worlds';

/** Stands nowhere yet. */
const loose = { kind: 'container', name: 'c-cart-1' };

/** Two containers for one kernel. */
const pair: readonly BoxSpec[] = ['one', 'two'].map((name) => ({ kind: 'container', name }));

function kernelWith(holds: readonly BoxSpec[]): BoxSpec {
  return { kind: 'host', name: 'host-d', holds: [{ kind: 'kernel', name: 'host-d', holds }] };
}

/** Both hosts a second after these commands. */
function after(...commands: Command[]): WorldView {
  const run = createRun(scenario([hostA, hostB, loose]));
  run.seek(SECOND);
  for (const command of commands) expect(run.do(command)).toMatchObject({ done: true });
  run.seek(run.head + SECOND);
  return run.view();
}

/** Lines as `label: text [boxes]`. */
function said(rows: readonly Row[]): string[] {
  return rows.map(({ label, text, boxes, more }) => {
    const named = boxes.length === 0 ? '' : `[${boxes.map((box) => box.text).join(', ')}]`;
    return `${label}: ${[named, more, text].filter(Boolean).join(' ')}`;
  });
}

type Answer = (entity: WorldView['entities'][number], view: WorldView) => readonly Row[];
const ask = (answer: Answer, id: EntityId, view: WorldView) => said(answer(view.get(id)!, view));

describe('a file on a disk', () => {
  const view = createRun(scenario(withDisks)).view();

  it('computes nothing, and takes room where it lies', () => {
    for (const id of ['vdisk/vm-1', view.get('vdisk/vm-1')!.standsOn!]) {
      expect(ask(cpuRows, id, view)).toEqual([]);
      expect(ask(memoryRows, id, view).join()).toMatch(/used, .* free/);
    }
    expect(ask(cpuRows, 'vm/vm-1', view)).not.toEqual([]);
  });
});

describe('what lies on a disk with others', () => {
  const two = ['vm-1', 'vm-9'];
  const files = createRun(
    scenario([
      hostOn(
        'disk-a',
        two.map((name) => vmOn(name, `vdisk/${name}`)),
      ),
      { kind: 'disk', name: 'ssd', spec: { host: 'host/disk-a' }, holds: two.map((name) => file(name)) },
    ]),
  ).view();
  const images = createRun(scenario(withImages)).view();
  const layers = images.ofKind('layer').map(({ id }) => id);

  it('shares the room there with each file that takes some', () => {
    const rows = ask(memoryRows, 'vdisk/vm-1', files);
    expect(rows[0]).toBe('its own: 2 GiB');
    expect(rows.at(-1)).toMatch(/^shares that with: \[.*VM 9/);
    expect(ask(memoryRows, 'disk/ssd', images)).toHaveLength(1);
    expect(ask(standingRows, 'disk/ssd', images)[0]).toBe('stands on: nothing: it is hardware');
  });

  it('is a layer: it computes nothing, and images take no room beside it', () => {
    expect(layers.length).toBeGreaterThan(1);
    for (const id of layers) {
      expect(ask(cpuRows, id, images)).toEqual([]);
      expect(ask(memoryRows, id, images).at(-1)).toMatch(/^shares that with: \[(base|search)/);
    }
    expect(ask(memoryRows, 'image/search', images)[0]).toMatch(/^its own: none/);
  });

  it('is told in units', () => {
    const figures = ask((entity) => figureRows(entity, false), 'disk/ssd', images).join();
    expect(figures).toContain('reads or writes in a second: 500 MB');
    expect(ask((entity) => figureRows(entity, false), 'vdisk/vm-1', files)).toContain(
      'a read looks into: 1 file',
    );
  });
});

describe('where a box is', () => {
  const crumbs = (id: EntityId) => crumbsOf(after().get(id)!, after()).map(({ text }) => text);

  it('is told from the host upwards', () => {
    expect(crumbs('process/a-cart-1')).toEqual(['host-a', 'hypervisor', 'VM 2', 'guest OS', 'cart']);
    expect(crumbs('process/b-cart-1')).toEqual(['host-b', 'host OS', 'container', 'cart 1']);
    expect(crumbs('container/c-cart-1')).toEqual(['container']);
  });
});

describe('what it stands on', () => {
  it('names the floor, and what stands on it', () => {
    const view = after();
    expect(ask(standingRows, 'vm/vm-2', view)).toEqual([
      'stands on: [hypervisor of host-a]',
      'stands on it: [guest OS]',
    ]);
    expect(ask(standingRows, 'process/b-cart-1', view)[0]).toBe('stands on: [the container of cart 1]');
    expect(ask(standingRows, 'host/host-a', view)[0]).toBe(
      'stands on: nothing: it is the hardware, and needs power',
    );
    expect(ask(standingRows, 'container/c-cart-1', view)[0]).toBe('stands on: nothing yet: it is not placed');
    expect(ask(standingRows, 'process/a-cart-1', view)[1]).toBe('stands on it: nothing');
  });

  it('counts the boxes that are too many to name', () => {
    const many = Array.from({ length: 30 }, (_, at) => ({ kind: 'process', name: `p-${at}` }));
    const boxes = [{ kind: 'host', name: 'h', holds: [{ kind: 'kernel', name: 'h', holds: many }] }];
    const view = createRun(scenario(boxes)).view();
    const row = standingRows(view.get('kernel/h')!, view)[1]!;
    expect(row.boxes).toHaveLength(12);
    expect(row.more).toBe('and 18 other boxes');
  });
});

describe('what it shares', () => {
  it('tells CPU by weight, limit and use, and with whom', () => {
    const view = after();
    expect(ask(cpuRows, 'vm/vm-2', view)).toEqual([
      'now: uses 0.3 cores',
      'limit: 2 vCPUs',
      'weight: 256 of 1,536: when all want CPU, 17% of it',
      'shares with: [VM 1, VM 3, VM 4, VM 5, VM 6]',
      'used since its start: 0.6 core-seconds',
    ]);
    expect(ask(cpuRows, 'hypervisor/xen-a', view)).toContain(
      'shares it out to: [VM 1, VM 2, VM 3, VM 4, VM 5, VM 6]',
    );
    expect(ask(cpuRows, 'host/host-a', view)[1]).toBe('limit: 8 cores');
  });

  it('says of a computer that builds images, and of its OS, that a build is not in the figure', () => {
    const view = createRun(scenario(withBuilds)).view();
    const used = (id: EntityId) => ask(cpuRows, id, view).find((line) => line.startsWith('used '));
    const told = '0 core-seconds; a build uses none here';
    expect(['host/host-b', 'kernel/host-b', 'runtime/docker'].map(used)).toEqual([
      `used so far: ${told}`,
      `used since its start: ${told}`,
      'used since its start: 0 core-seconds',
    ]);
  });

  it('counts the CPU of a program or container that is started again from 0, and goes on with its machine', () => {
    const run = createRun(scenario([hostB]), [], 10 * SECOND);
    const used = (id: EntityId) => ask(cpuRows, id, run.view()).find((line) => line.startsWith('used '));
    expect(used('container/b-cart-1')).toBe('used since its start: 3 core-seconds');
    for (const name of ['stop-container', 'start-container']) run.do({ name, target: 'container/b-cart-1' });
    run.seek(14 * SECOND);
    for (const id of ['container/b-cart-1', 'process/b-cart-1'])
      expect(used(id)).toMatch(/^used since its start: 0\.[67] core-seconds$/);
    expect(used('container/b-cart-2')).toBe('used since its start: 4.2 core-seconds');
    expect(used('host/host-b')).toMatch(/^used so far: 24/);
  });

  it('tells a quota, what it does in each period, and what is counted of that', () => {
    const spec = { cpuLimitMicro: 1_000_000 };
    const holds = [{ kind: 'process', name: 'four', spec: { cpuMicro: 4_000_000 } }];
    const limited = { ...pair[0]!, spec, holds };
    const view = createRun(scenario([kernelWith([limited, pair[1]!])])).view();
    expect(ask(cpuRows, 'container/one', view).slice(0, 4)).toEqual([
      'now: gets 1 core of the 4 cores it asks for',
      'limit: 1 core: 100 ms in each 100 ms',
      'in each period: runs 25 ms, is stopped for 75 ms',
      'counted in a second: 10 periods (nr_periods), stopped in 10 of them (nr_throttled), 3,000,000 µs in all (throttled_usec)',
    ]);
    expect(ask(cpuRows, 'container/two', view)).not.toContain('in each period: never stopped');
  });

  it('tells a share of the CPU only where no limit makes it another', () => {
    const weight = (view: WorldView, id: EntityId) =>
      ask(cpuRows, id, view).find((line) => line.startsWith('weight: '));
    const few = createRun(scenario(hostC)).view();
    expect(weight(few, 'vm/c-1')).toBe('weight: 256 of 512: its limit is less than that share');
    const limited = { ...pair[0]!, spec: { cpuLimitMicro: 250_000 } };
    const mixed = createRun(scenario([kernelWith([limited, pair[1]!])])).view();
    expect(weight(mixed, 'container/one')).toBe('weight: 100 of 200: its limit is less than that share');
    expect(weight(mixed, 'container/two')).toBe('weight: 100 of 200: when all want CPU, at least 50% of it');
    const free = createRun(scenario([kernelWith(pair)])).view();
    expect(weight(free, 'container/one')).toBe('weight: 100 of 200: when all want CPU, 50% of it');
  });

  it('counts one virtual CPU as one', () => {
    const limitOf = (vcpus: number) => {
      const boxes = [{ kind: 'vm', name: 'small', spec: { vcpus } }];
      const xen = { kind: 'hypervisor', name: 'xen', holds: boxes };
      return ask(
        cpuRows,
        'vm/small',
        createRun(scenario([{ kind: 'host', name: 'h', holds: [xen] }])).view(),
      )[1];
    };
    expect([limitOf(1), limitOf(2)]).toEqual(['limit: 1 vCPU', 'limit: 2 vCPUs']);
  });

  it('says when it gets less than it asks for', () => {
    const view = createRun(scenario([crowded])).view();
    const container = view.entities.find(({ cpu }) => cpu.granted < cpu.wanted && cpu.granted > 0)!;
    expect(said(cpuRows(container, view))[0]).toMatch(
      /^now: gets [\d.]+ cores of the [\d.]+ cores? it asks for$/,
    );
    expect(said(cpuRows(view.get('container/k-cart-1')!, view))[1]).toBe(
      'limit: 0.4 cores: 40 ms in each 100 ms',
    );
  });

  it('tells memory level by level, and who takes from the same', () => {
    const view = after();
    expect(ask(memoryRows, 'vm/vm-2', view)).toEqual([
      'reserves: 4 GiB: 1.05 GiB used, 2.95 GiB free',
      'takes it from: [host-a] 32 GiB: 25 GiB reserved or used, 7 GiB free',
      'shares that with: [hypervisor of host-a, VM 1, VM 3, VM 4, VM 5, VM 6]',
    ]);
    expect(ask(memoryRows, 'process/a-cart-1', view)).toEqual([
      'its own: 768 MiB',
      'takes it from: [VM 2] 4 GiB: 1.05 GiB used, 2.95 GiB free',
      'shares that with: [guest OS]',
    ]);
    expect(ask(memoryRows, 'host/host-a', view)).toEqual([
      'RAM: 32 GiB: 25 GiB reserved or used, 7 GiB free',
    ]);
    // Nobody reserves anything where there are no VMs.
    expect(ask(memoryRows, 'host/host-b', view)[0]).toMatch(/^RAM: 32 GiB: [\d.]+ GiB used, /);
    expect(ask(memoryRows, 'container/b-cart-1', view)[0]).toBe('limit: none of its own');
  });

  it('counts only those who could want it now: neither a VM that is off, nor what went down', () => {
    const stop = (name: string): Command => ({ name: 'stop-vm', target: `vm/${name}` });
    const view = after(stop('vm-5'), stop('vm-6'), { name: 'kill-process', target: 'process/b-cart-1' });
    expect(ask(cpuRows, 'vm/vm-2', view)).toEqual(
      expect.arrayContaining([
        'weight: 256 of 1,024: when all want CPU, 25% of it',
        'shares with: [VM 1, VM 3, VM 4]',
      ]),
    );
    expect(ask(cpuRows, 'vm/vm-5', view)).toContain('weight: 256');
    expect(ask(cpuRows, 'hypervisor/xen-a', view)).toContain('shares it out to: [VM 1, VM 2, VM 3, VM 4]');
    expect(ask(memoryRows, 'vm/vm-2', view).at(-1)).toBe(
      'shares that with: [hypervisor of host-a, VM 1, VM 3, VM 4]',
    );
    expect(ask(memoryRows, 'process/b-cart-2', view).at(-1)).not.toMatch(/cart/);
    expect(ask(memoryRows, 'vm/vm-5', view)[0]).toBe('reserves: 4 GiB when it is on, now none');
  });

  it('does not call reserved what is only promised, nor free what a balloon took', () => {
    const guest = (name: string, bytes: number): BoxSpec =>
      vm(name, [copy(`cart-${name}`, { memoryBytes: bytes })], { memoryBytes: 4 * GIBIBYTE });
    const hypervisor: BoxSpec = {
      kind: 'hypervisor',
      name: 'kvm',
      spec: { product: 'kvm', overcommit: true, swapBytes: 4 * GIBIBYTE },
      holds: [guest('vm-1', 3 * GIBIBYTE), guest('vm-2', GIBIBYTE)],
    };
    const host: BoxSpec = {
      kind: 'host',
      name: 'h',
      spec: { memoryBytes: 6 * GIBIBYTE },
      holds: [hypervisor],
    };
    const run = createRun(scenario([host]), [], SECOND);
    const use = (name: string, bytes: number) =>
      run.do({ name: 'use-memory', target: `process/cart-${name}`, args: { bytes } });
    const line = (id: EntityId) => ask(memoryRows, id, run.view())[0];
    expect(line('vm/vm-1')).toMatch(/^promised: 4 GiB: 3.3 GiB used, .* free$/);
    expect(line('host/h')).toMatch(/^RAM: 6 GiB: [\d.]+ GiB used, [\d.]+ \w+ free$/);
    use('vm-1', GIBIBYTE);
    use('vm-2', 3 * GIBIBYTE);
    run.seek(60 * SECOND);
    expect(line('vm/vm-1')).toMatch(
      /^promised: 4 GiB: 1.3 GiB used, [\d.]+ GiB given back by its balloon, [\d.]+ \w+ free$/,
    );
  });

  it('says about where nobody has measured it exactly', () => {
    expect(ask(memoryRows, 'kernel/host-b', after())[0]).toBe('its own: about 307 MiB');
  });

  it('holds nothing once it is down', () => {
    const view = after({ name: 'kill-process', target: 'process/a-cart-1' });
    expect(ask(memoryRows, 'process/a-cart-1', view)[0]).toBe('its own: 768 MiB when it is up, now none');
  });
});

describe('who picks it up', () => {
  it('says who, told what, and when nobody does', () => {
    const set = { name: 'set-restart', target: 'process/a-cart-1', args: { policy: 'on-failure' } };
    expect(ask(pickingRows, 'process/a-cart-1', after(set))).toEqual([
      'picker: the service manager in VM 2: on-failure',
      'needs: nothing else',
    ]);
    expect(ask(pickingRows, 'vm/vm-2', after())[0]).toBe('picker: nobody');
    const boot = { name: 'set-start-at-boot', target: 'vm/vm-2', args: { on: true } };
    expect(ask(pickingRows, 'vm/vm-2', after(boot))[0]).toBe(
      'picker: the hypervisor of host-a: start at boot',
    );
    expect(said(settingRows(after(set).get('process/a-cart-1')!))).toEqual([
      'restart: on-failure',
      'start at boot: no',
    ]);
  });

  it('names what it needs and what needs it', () => {
    const view = createRun(scenario([crowded])).view();
    expect(ask(pickingRows, 'process/k-buy-1', view)).toContain('needs: [db]');
    expect(ask(pickingRows, 'process/k-db', view)).toContain('needed by: [buy 1]');
  });

  it('says what it waits for, who could meet that, and when it is looked at', () => {
    const panic = { name: 'panic-kernel', target: 'kernel/vm-2' };
    expect(ask(waitRows, 'process/a-cart-1', after(panic))).toEqual([
      'waiting for: Cart in VM 2 waits for the guest OS of VM 2, which it stands on, to be up.',
      'could be met by: [guest OS]',
      'looked at next: after that, when a person acts: nobody was told to start it',
    ]);
    const restart = { name: 'set-restart', target: 'process/a-cart-1', args: { policy: 'on-failure' } };
    expect(ask(waitRows, 'process/a-cart-1', after(restart, panic)).at(-1)).toContain('when a person acts');
    const boot = { name: 'set-start-at-boot', target: 'process/a-cart-1', args: { on: true } };
    expect(ask(waitRows, 'process/a-cart-1', after(boot, panic)).at(-1)).toBe(
      'looked at next: when that comes true; no time is set for it',
    );
    expect(ask(waitRows, 'kernel/vm-2', after(panic))[1]).toBe('looked at next: when a person acts');
    const told = { name: 'set-reboot-on-panic', target: 'kernel/vm-2', args: { seconds: 10 } };
    expect(ask(waitRows, 'kernel/vm-2', after(told, panic)).at(-1)).toBe(
      'looked at next: at 0:11.0, in 0:09',
    );
    expect(ask(waitRows, 'vm/vm-2', after())).toEqual(['waiting for: nothing']);
  });

  it('says of what its floor starts that it waits for that alone', () => {
    const unplugged = after({ name: 'pull-plug', target: 'host/host-a' });
    expect(ask(waitRows, 'hypervisor/xen-a', unplugged).at(-1)).toBe(
      'looked at next: when that comes true; no time is set for it',
    );
    const ended = after({ name: 'kill-process', target: 'process/b-cart-1' });
    expect(ask(waitRows, 'process/b-cart-1', ended).join()).not.toContain('after that');
  });
});

describe('figures', () => {
  it('have units, and say about where the source does', () => {
    const view = after();
    const figures = (id: EntityId) => said(figureRows(view.get(id)!, false));
    expect(figures('kernel/vm-2')).toEqual(['operating system: Linux', 'boot: about 20 s']);
    expect(figures('host/host-a')).toEqual(['firmware: about 3 min']);
    expect(figures('process/a-cart-1')).toContain('start: 1.5 s');
    expect(figures('container/b-cart-1')).toContain('start: about 200 ms');
    expect(figures('hypervisor/xen-a')).toContain('type: 1');
  });

  it('give no answer away while a question is open', () => {
    const view = after({ name: 'kill-process', target: 'process/b-cart-1' });
    const shown = view.entities.flatMap((box) => figureRows(box, true).map(({ label }) => label));
    expect([...new Set(shown)].sort()).toEqual(
      ['oom_score_adj', 'operating system', 'product', 'service', 'type'].sort(),
    );
  });

  it('tell only settings that mean something for the box', () => {
    const view = createRun(scenario([crowded])).view();
    expect(said(settingRows(view.get('hypervisor/box-k')!))).toEqual(['start at boot: yes']);
    expect(said(settingRows(after().get('hypervisor/xen-a')!))).toEqual(['after a crash, restarts: never']);
    expect(said(settingRows(view.get('container/k-cart-1')!))).toEqual([
      'restart policy: on-failure',
      'retries at most: 3',
    ]);
  });
});
