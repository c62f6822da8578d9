// As much is told as a caption holds: the same of several once, what came of things before what was done.
import { describe, expect, it } from 'vitest';
import { tell } from '../../../src/apps/course/telling';
import type { Fact } from '../../../src/sim/engine/fact';
import { LINE, LINES } from '../../../src/view/shell/captionLine';
import { fact, history, seen } from './told';

describe('tell, to as much as is read at once,', () => {
  it('does not flood', () => {
    const many = Array.from({ length: 9 }, (_, seq) => fact(seq + 1, 'vm.crashed', 'vm/vm-1'));
    const after = { ...seen(1), facts: [...history.slice(0, 1), ...many] };
    for (const telling of ['little', 'some'] as const)
      expect(tell(seen(1), after, telling)).toBe('VM 1 crashed, 9 times.');
    const names = [
      'vm.crashed',
      'kernel.panicked',
      'runtime.crashed',
      'hypervisor.crashed',
      'host.lost-power',
    ];
    const other = names.map((name, seq) => fact(seq + 1, name, 'host/host-b'));
    expect(tell(seen(1), { ...after, facts: [...history.slice(0, 1), ...other] }, 'little')).toMatch(
      /^The kernel.*lost its power\. More happened\.$/,
    );
  });

  it('says six short sentences to one who wants some, and no more where the caption would hold them', () => {
    const short: readonly (readonly [string, string])[] = [
      ['vm.crashed', 'vm/vm-1'],
      ['vm.reset', 'vm/vm-1'],
      ['vm.stopped', 'vm/vm-2'],
      ['process.fell', 'process/a-search-1'],
      ['process.up', 'process/a-search-1'],
      ['host.lost-power', 'host/host-b'],
      ['process.exited', 'process/b-cart-1'],
    ];
    const facts = [history[0]!, ...short.map(([name, about], at) => fact(at + 1, name, about))];
    const text = tell(seen(1), { ...seen(1), facts }, 'some') ?? '';
    expect(text).toMatch(/^([^.]+\. ){6}More happened\.$/);
    const all = tell(seen(1), { ...seen(1), facts }, 'all') ?? '';
    expect(all.length).toBeLessThanOrEqual(LINE * LINES);
  });

  it('says after a leap what came of it, and of what was done only what there is room for', () => {
    const set = (seq: number): Fact => ({
      ...fact(seq, 'command.set-restart', `container/b-cart-${1 + (seq % 2)}`),
      data: { policy: 'always' },
    });
    const facts = [
      fact(0, 'scenario.started', null),
      ...[1, 2, 3, 4, 5].map(set),
      fact(6, 'command.panic-kernel', 'kernel/host-b'),
      fact(7, 'kernel.panicked', 'kernel/host-b'),
      fact(8, 'process.fell', 'process/b-cart-1'),
      { ...fact(9, 'process.up', 'process/b-cart-1'), because: 6 },
    ];
    const text = tell(seen(0), { ...seen(0), facts }, 'some') ?? '';
    expect(text).toContain('The kernel of host-b panicked. 1 copy fell. 1 copy serves again.');
    expect(text.length).toBeLessThan(160);
    const acts = tell(seen(0), { ...seen(0), facts: facts.slice(0, 6) }, 'some');
    expect(acts).toMatch(/^You set [^.]+, and 4 more like it\.$/);
  });

  it('names what the same was done to, as long as it is little', () => {
    const given = (seq: number, name: string, about: string, data: Fact['data'] = {}): Fact => ({
      ...fact(seq, `command.${name}`, about),
      data,
    });
    const gather = (...facts: Fact[]) => {
      const falls = [5, 6, 7, 8, 9].map((seq) => fact(seq, 'host.lost-power', 'host/host-b'));
      return tell(seen(0), { ...seen(0), facts: [...facts, ...falls] }, 'some');
    };
    const panic = (seq: number, box: string) => given(seq, 'panic-kernel', `kernel/${box}`);
    expect(gather(panic(1, 'vm-2'), panic(2, 'host-b'))).toMatch(
      /^You sent a kernel panic to VM 2 and host-b\. /,
    );
    const clone = (seq: number) => given(seq, 'clone-vm', 'vm/vm-1', { kind: 'linked' });
    expect(gather(clone(1), clone(2))).toMatch(/^You cloned VM 1, linked: over the same disk, twice\./);
    expect(gather(clone(1), clone(2), clone(3))).toMatch(/^You cloned VM 1[^.]*, 3 times\. /);
    const crash = (seq: number, vm: string) => fact(seq, 'vm.crashed', `vm/${vm}`);
    expect(gather(crash(1, 'vm-1'), crash(2, 'vm-2'))).toMatch(/^VM 1 crashed, and VM 2 as well\. /);
  });

  it('says after a leap what holds, and not first what was repaired since', () => {
    const failed = (seq: number, about: string): Fact => ({
      ...fact(seq, 'process.not-loaded', about),
      data: { error: `error while loading shared libraries: libshop.so.${seq}: no such file or directory` },
    });
    const facts = [
      failed(0, 'process/b-cart-1'),
      failed(1, 'process/b-cart-2'),
      fact(2, 'process.up', 'process/b-cart-2'),
    ];
    const text = tell(seen(0), { ...seen(0), start: [], facts }, 'some');
    expect(text).toContain('Cart 1 on host-b did not start');
    expect(text).not.toContain('Cart 2 on host-b did not start');
  });

  it('says nothing of what was done where there is no room for what came of it', () => {
    const built = (seq: number): Fact => ({
      ...fact(seq, 'builder.built', `builder/${seq}`),
      data: {
        image: 'an image with a long name that fills a line',
        tookMs: seq * 1000,
        digest: `${seq}`,
        hits: 0,
      },
    });
    const facts = [fact(0, 'command.stop-vm', 'vm/vm-1'), ...[1, 2, 3, 4].map(built)];
    expect(tell(seen(0), { ...seen(0), facts }, 'some')).not.toContain('You ');
  });

  it('counts copies that serve again after a result behind it', () => {
    const facts = [
      fact(0, 'process.up', 'process/b-cart-1'),
      { ...fact(1, 'container.looked-for', 'container/b-cart-1'), data: { path: '/data', in: '' } },
      fact(2, 'process.up', 'process/b-cart-1'),
    ];
    expect(tell(seen(0), { ...seen(0), facts }, 'some')).toMatch(/ no such file\. 1 copy serves again\.$/);
  });

  it('counts only what falls with a break behind it, and what its owner ended as stopped', () => {
    const facts: Fact[] = [
      fact(0, 'disk.broke', 'disk/ssd'),
      fact(1, 'command.stop-vm', 'vm/vm-2'),
      { ...fact(2, 'vm.stopped', 'vm/vm-2'), at: 1, because: 1 },
      { ...fact(3, 'kernel.fell', 'kernel/vm-2'), at: 1, because: 2 },
      { ...fact(4, 'process.fell', 'process/a-cart-1'), at: 1, because: 3 },
    ];
    expect(tell(seen(0), { ...seen(0), facts }, 'some')).toMatch(/You switched off VM 2\. 1 copy stopped\.$/);
    expect(tell(seen(0), { ...seen(0), facts }, 'little')).not.toContain('fell');
  });

  it('tells acts of two kinds apart: a clone with a disk of its own, and one without', () => {
    const clone = (seq: number, linked: boolean): Fact => ({
      ...fact(seq, 'command.clone-vm', 'vm/vm-1'),
      data: { linked },
    });
    const facts = [clone(0, false), clone(1, false), clone(2, true), clone(3, true)];
    const text = tell(seen(0), { ...seen(0), facts }, 'some');
    expect(text).not.toContain('3 more');
  });

  it('calls yours only what you did, and not what is told by what came of it', () => {
    const asked = (seq: number): Fact => ({
      ...fact(seq, 'fault.use-memory', `process/b-cart-${1 + (seq % 2)}`),
      data: { bytes: seq * 1e9 },
    });
    const crashes = [7, 8, 9].flatMap((seq): Fact[] => [
      { ...fact(2 * seq, 'command.crash-vm', `vm/vm-${seq}`), at: 100 + seq },
      { ...fact(2 * seq + 1, 'vm.crashed', `vm/vm-${seq}`), at: 100 + seq, because: 2 * seq },
    ]);
    const facts = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map(asked).concat(crashes);
    const text = tell(seen(0), { ...seen(0), facts }, 'some') ?? '';
    expect(text).toContain('You crashed VM 7, and 2 others too.');
    expect(text.length).toBeLessThanOrEqual(LINE * LINES);
    expect(text).toMatch(/ More happened\.$/);
  });

  it('tells an act that starts its box anew as one with those that do not', () => {
    const own = (seq: number, namespace: string): Fact => ({
      ...fact(seq, 'command.unshare', 'process/b-cart-1'),
      ...{ at: seq * 100, data: { namespace } },
    });
    const ended = (seq: number): Fact => ({
      ...fact(seq, 'process.stopped', 'process/b-cart-1'),
      ...{ at: (seq - 1) * 100, because: seq - 1 },
    });
    const kinds = ['network', 'mount', 'ipc', 'uts', 'user', 'cgroup'];
    const facts = [
      fact(0, 'scenario.started', null),
      ...[own(1, 'pid'), ended(2), fact(3, 'process.up', 'process/b-cart-1')],
      ...kinds.map((kind, at) => own(4 + at, kind)),
      ...[own(10, 'time'), ended(11), fact(12, 'process.up', 'process/b-cart-1')],
    ];
    expect(tell(seen(0), { ...seen(0), facts }, 'some')).toMatch(
      / its own list of processes, and 7 more like it\./,
    );
  });

  it('does not call two acts alike that asked for other amounts', () => {
    const asked = (seq: number): Fact => ({
      ...fact(seq, 'fault.use-memory', `process/b-cart-${1 + (seq % 2)}`),
      data: { bytes: seq < 6 || seq > 11 ? 4e9 : 1e9 },
    });
    const facts = Array.from({ length: 18 }, (_, seq) => asked(seq));
    const text = tell(seen(0), { ...seen(0), facts }, 'some') ?? '';
    expect(text).toContain('and 11 more like it');
    expect(text).toContain('and 5 more like it');
  });

  it('says once what was done to three, also where all has room', () => {
    const facts = ['vm-1', 'vm-2', 'vm-3'].map((vm, seq) => fact(seq, 'command.start-vm', `vm/${vm}`));
    expect(tell(seen(0), { ...seen(0), facts }, 'some')).toBe('You started VM 1, 2, and 3.');
    expect(tell(seen(0), { ...seen(0), facts: facts.slice(1) }, 'some')).toMatch(/^You [^.]+\. You [^.]+\.$/);
  });

  it('counts copies that were stopped one by one, where they are many', () => {
    const facts = [1, 2, 3].map((seq) => fact(seq, 'process.stopped', `process/b-cart-${seq}`));
    expect(tell(seen(0), { ...seen(0), facts }, 'some')).toBe('3 copies stopped.');
  });

  it('says that a copy was started behind its stop, and not beside another start before that', () => {
    const names = ['command.start-process', 'process.up', 'process.stopped', 'command.start-process'];
    const boxes = ['cart-1', 'cart-1', 'cart-2', 'cart-2'];
    const acts = names.map((name, seq) => fact(seq, name, `process/b-${boxes[seq]}`));
    const broken = [4, 5, 6, 7].map((seq) => fact(seq, 'host.lost-power', 'host/host-b'));
    const text = tell(seen(0), { ...seen(0), start: [], facts: [...acts, ...broken] }, 'some');
    expect(text).toMatch(/Cart 2 on host-b was stopped\. You started cart 2 on host-b\. host-b lost/);
  });

  it('says that a box was set to one amount, then to another', () => {
    const set = (seq: number, threads: number, box: string): Fact => ({
      ...fact(seq, 'command.set-threads', `process/b-cart-${box}`),
      data: { threads },
    });
    const falls = [5, 6, 7, 8, 9].map((seq) => fact(seq, 'host.lost-power', 'host/host-b'));
    const facts = [set(0, 50, '1'), set(1, 100, '1'), ...falls];
    const text = tell(seen(0), { ...seen(0), facts }, 'some');
    expect(text).toMatch(/ run 50, then 100 /);
    const two = tell(seen(0), { ...seen(0), facts: [set(0, 50, '1'), set(1, 50, '2'), ...falls] }, 'some');
    expect(two).toMatch(/ cart 1 and 2 /i);
  });

  it('calls a container as what is in it where there is much to tell', () => {
    const limit: Fact = {
      ...fact(1, 'command.set-memory-max', 'container/b-cart-1'),
      data: { bytes: 2 ** 32 },
    };
    const rest = ['command.stop-container', 'command.start-container'].map((name, at) =>
      fact(2 + at, name, 'container/b-cart-1'),
    );
    const falls = [5, 6].map((seq) => fact(seq, 'host.lost-power', 'host/host-b'));
    const short = tell(seen(0), { ...seen(0), facts: [limit, ...rest, ...falls, ...falls] }, 'some');
    expect(short).toContain('You set the memory limit of cart 1 on host-b to 4 GiB.');
    const long = tell(seen(0), { ...seen(0), facts: [limit] }, 'some');
    expect(long).toBe('You set the memory limit of the container of cart 1 on host-b to 4 GiB.');
  });

  it('counts beside copies that were stopped by name only the others', () => {
    const facts: Fact[] = [
      fact(1, 'process.stopped', 'process/b-cart-1'),
      fact(2, 'command.stop-vm', 'vm/vm-2'),
      { ...fact(3, 'vm.stopped', 'vm/vm-2'), at: 2, because: 2 },
      { ...fact(4, 'kernel.fell', 'kernel/vm-2'), at: 2, because: 3 },
      { ...fact(5, 'process.fell', 'process/a-cart-1'), at: 2, because: 4 },
    ];
    const told = { ...seen(0), facts: [history[0]!, ...facts] };
    expect(tell(seen(0), told, 'some')).toMatch(/You switched off VM 2\. 1 more copy stopped\.$/);
  });

  it('counts copies that serve where the last of them does', () => {
    const facts: Fact[] = [
      fact(0, 'command.start-vm', 'vm/vm-1'),
      fact(1, 'process.up', 'process/a-cart-1'),
      fact(2, 'command.start-vm', 'vm/vm-2'),
      fact(3, 'process.up', 'process/a-search-1'),
    ];
    expect(tell(seen(0), { ...seen(0), start: [], facts }, 'some')).toMatch(
      /^You started VM 1\. You started VM 2\. 2 copies have begun to serve\.$/,
    );
  });

  it('tells what was done before what only repeats it', () => {
    const facts: Fact[] = [
      fact(1, 'command.upgrade-guest', 'vm/vm-2'),
      { ...fact(2, 'vm.reset', 'vm/vm-2'), at: 1, because: 1 },
      { ...fact(3, 'kernel.fell', 'kernel/vm-2'), at: 1, because: 2 },
      { ...fact(4, 'process.fell', 'process/a-cart-1'), at: 1, because: 3 },
      { ...fact(5, 'kernel.panicked', 'kernel/vm-2'), at: 2, because: 2 },
      { ...fact(6, 'command.clone-vm', 'vm/vm-1'), data: { kind: 'full' } },
      fact(7, 'command.stop-vm', 'vm/vm-1'),
      { ...fact(8, 'vm.stopped', 'vm/vm-1'), at: 7, because: 7 },
      fact(9, 'command.start-vm', 'vm/vm-1'),
      fact(10, 'process.up', 'process/a-cart-1'),
    ];
    const text = tell(seen(0), { ...seen(0), facts: [history[0]!, ...facts] }, 'some') ?? '';
    expect(text).toMatch(
      /^You upgraded the guest OS of VM 2\. The kernel of VM 2 panicked\. You cloned VM 1/,
    );
    expect(text).not.toMatch(/copy/);
  });

  it('tells what came of what you did apart from the same that happened before', () => {
    const kill = (seq: number, name: string, because: number): Fact => ({
      ...fact(seq, 'process.oom-killed', `process/${name}`),
      because,
    });
    const facts = [
      history[0]!,
      fact(1, 'fault.start-vm', 'vm/vm-1'),
      ...[2, 3, 4].map((seq) => kill(seq, 'a-cart-1', 1)),
      fact(5, 'command.start-vm', 'vm/vm-2'),
      kill(6, 'b-cart-2', 5),
    ];
    const text = tell(seen(0), { ...seen(0), facts }, 'some') ?? '';
    expect(text).toContain('You started VM 2. Cart 2 on host-b was OOM killed');
  });

  it('says of several VMs that were swapped out that it was so of each', () => {
    const facts = [1, 2, 3].map((seq) => ({
      ...fact(seq, 'vm.swapping', `vm/vm-${seq}`),
      data: { swappedBytes: 1 << 30 },
    }));
    const back = [4, 5, 6].map((seq) => fact(seq, 'vm.swapped-in', `vm/vm-${seq - 3}`));
    const text = tell(seen(0), { ...seen(0), facts: [history[0]!, ...facts, ...back] }, 'some');
    expect(text).toBe(
      '1 GiB of the memory of each of 3 VMs had to be swapped out. Each of 3 VMs has nothing swapped out any more.',
    );
  });

  it('says of several balloons what they gave back: as much each, or only that they did', () => {
    const gave = (seq: number, vm: number, gib: number): Fact => ({
      ...fact(seq, 'vm.ballooned', `vm/vm-${vm}`),
      data: { balloonBytes: gib * 1024 ** 3 },
    });
    const told = (facts: Fact[]) => tell(seen(0), { ...seen(0), facts: [history[0]!, ...facts] }, 'some');
    expect(told([1, 2, 3].map((vm) => gave(vm, vm, 3)))).toBe(
      'The balloon in each of 3 VMs has given 3 GiB back to the host.',
    );
    expect(told([1, 2, 3].map((vm) => gave(vm, vm, 2 + vm / 4)))).toBe(
      'The balloons in 3 VMs have given memory back to the host.',
    );
  });

  it('says no amount of several VMs where it is another of each, and counts a VM once', () => {
    const swapped = (seq: number, vm: number, gib: number): Fact => ({
      ...fact(seq, 'vm.swapping', `vm/vm-${vm}`),
      data: { swappedBytes: gib * 1024 ** 3 },
    });
    const facts = [swapped(1, 1, 1), swapped(2, 2, 3), swapped(3, 1, 1.5)];
    const text = tell(seen(0), { ...seen(0), facts: [history[0]!, ...facts] }, 'some');
    expect(text).toBe('Memory of 2 VMs had to be swapped out.');
  });
});
