// What is written under marks that stand close together: told in one by what differs, weighed where they are counted.
import { describe, expect, it } from 'vitest';
import { isBreak } from '../../../src/layout/timeline/weight';
import type { Mark } from '../../../src/layout/timeline/marks';
import type { Fact, FactData } from '../../../src/sim/engine/fact';
import { markWords } from '../../../src/view/timeline/markWords';
import { stillWorld, twoHosts } from '../../words/stillWorld';

const copies = Array.from({ length: 12 }, (_, index) => `c-search-${index + 1}`);
const view = stillWorld([
  ...twoHosts,
  { id: 'vm/vm-3', on: 'hypervisor/xen-a' },
  { id: 'kernel/vm-3', on: 'vm/vm-3' },
  { id: 'process/a-search-3', on: 'kernel/vm-3', context: { service: 'search' } },
  ...copies.flatMap((name) => [
    { id: `container/${name}`, on: 'kernel/host-b' },
    { id: `process/${name}`, on: `container/${name}`, context: { service: 'search' } },
  ]),
  ...[1, 2].map((number) => ({
    ...{ id: `monitor/shim-${number}`, on: 'kernel/host-b' },
    context: { product: 'shim', of: `container/b-cart-${number}` },
  })),
  { id: 'host/pc-1' },
  { id: 'host/pc-2' },
  { id: 'host/pc-3' },
]);

let seq = 0;
const markOf = (name: string, about: string, data?: FactData): Mark => {
  const fact: Fact = { seq: seq++, at: seq, about, name, because: null, ...(data && { data }) };
  return { at: fact.at, kind: isBreak(name) ? 'break' : 'act', facts: [fact] };
};
const many = (name: string, about: readonly string[]) => about.map((id) => markOf(name, id));
const told = (...marks: Mark[]) => markWords(() => view)(marks).map(({ text }) => text);
const first = (...marks: Mark[]) => told(...marks)[0];

describe('marks that differ in one thing alone', () => {
  it('are told in one, with the numbers of their boxes', () => {
    expect(first(...many('command.start-vm', ['vm/vm-1', 'vm/vm-2', 'vm/vm-3']))).toBe('start of VM 1 to 3');
    expect(first(...many('kernel.panicked', ['kernel/vm-1', 'kernel/vm-2']))).toBe('panic in VM 1 and 2');
    expect(first(...many('command.shut-down', ['host/pc-1', 'host/pc-2', 'host/pc-3']))).toBe(
      'pc-1 to 3 shut down',
    );
    expect(first(...many('command.use-memory', ['process/a-search-1', 'process/a-search-3']))).toBe(
      'memory of search in VM 1 and 3',
    );
    expect(first(...many('command.start-container', ['container/b-cart-1', 'container/b-cart-2']))).toBe(
      'start of cart 1 and 2',
    );
    expect(
      first(
        ...many(
          'process.oom-killed',
          copies.map((name) => `process/${name}`),
        ),
      ),
    ).toBe('OOM kill of search 1 to 12 on host-b');
    expect(first(...many('monitor.killed', ['monitor/shim-1', 'monitor/shim-2']))).toBe(
      'the shim of cart 1 and 2 on host-b killed',
    );
  });

  it('are told in one, with the arguments that their words say', () => {
    const walls = (namespace: string) => markOf('command.unshare', 'process/b-cart-1', { namespace });
    expect(first(walls('pid'), walls('network'), walls('mount'))).toBe(
      'walls of cart 1 on host-b: pid, network and mount',
    );
    expect(told(walls('pid'), walls('network'), walls('mount'))[1]).toBe('walls of cart 1 on host-b: 3');
  });

  it('say what is set, and are told apart where that differs', () => {
    const memory = (bytes: number, about: string) => markOf('command.use-memory', about, { bytes });
    expect(
      first(
        memory(3 * 2 ** 30, 'process/a-search-1'),
        memory(3 * 2 ** 30, 'process/a-search-3'),
        memory(2 ** 29, 'process/a-search-1'),
      ),
    ).toBe('programs in VM 1 and 3 use 3 GiB each, programs in VM 1 use 512 MiB each');
    expect(first(markOf('command.clone-vm', 'vm/vm-1', { kind: 'linked' }))).toBe('linked clone of VM 1');
    expect(first(markOf('command.set-cpu-max', 'container/b-cart-1', { quotaMicros: 50_000 }))).toBe(
      'quota of cart 1: 50 ms',
    );
  });

  it('tell memory of several programs as that of their VMs, and a move with what it took away', () => {
    const memory = (about: string) => markOf('fault.use-memory', about, { bytes: 2 ** 30 });
    expect(
      first(memory('process/a-search-1'), memory('process/a-cart-1'), memory('process/a-search-3')),
    ).toBe('programs in VM 1 to 3 use 1 GiB each');
    expect(
      told(memory('process/a-search-1'), memory('process/a-cart-1'), memory('process/a-search-3')),
    ).toContain('1 GiB each in VM 1 to 3');
    expect(first(markOf('vm.migrated', 'vm/vm-1', { roundMs: 109 }))).toBe('VM 1 arrived, away for 109 ms');
    expect(told(...many('vm.swapping', ['vm/vm-1', 'vm/vm-2'])).at(-1)).toBe('2 VMs swapped');
  });

  it('number snapshots by what happened, whether the world has them or not', () => {
    const facts = ['vdisk/vm-1', 'vdisk/vm-1-1'].map((snapshot, at) => ({
      ...{ seq: at, at, name: 'vm.snapshot-taken', about: 'vm/vm-1', because: null, data: { snapshot } },
    }));
    const gone = markOf('command.delete-snapshot', 'vm/vm-1', { snapshot: 'vdisk/vm-1-1' });
    const said = (mark: Mark) => markWords(() => view, facts)([mark])[0]!.text;
    expect(said({ at: 1, kind: 'act', facts: [facts[1]!] })).toBe('snapshot 2 of VM 1 taken');
    expect(said(gone)).toBe('snapshot 2 of VM 1 deleted');
    const both = markWords(() => view, facts)([{ at: 1, kind: 'act', facts: [facts[1]!] }, gone]);
    expect(both.map(({ text }) => text)).toContain('snapshot 2 of VM 1 taken and 1 more thing');
  });

  it('say what was brought where, and whether a file was found', () => {
    const onKernel = (name: string) =>
      markOf('command.install-library', `kernel/${name}`, { package: 'artifact/openssl' });
    expect(first(onKernel('vm-1'), onKernel('vm-2'), onKernel('vm-3'))).toBe(
      'artifact/openssl installed in VM 1 to 3',
    );
    const image = { image: 'artifact/search-image' };
    expect(first(markOf('command.run-image', 'container/b-cart-1', image))).toBe(
      'artifact/search-image run on host-b',
    );
    const look = (found: string | null) =>
      markOf('container.looked-for', 'container/b-cart-1', { path: '/data/orders', in: found, depth: 0 });
    expect(first(look(null))).toBe('no /data/orders in cart 1');
    expect(first(look('volume/orders'))).toBe('/data/orders found in cart 1');
  });

  it('are told apart where more differs', () => {
    expect(first(...many('command.start-process', ['process/a-search-1', 'process/a-cart-1']))).toBe(
      'start of search in VM 1, start of cart in VM 2',
    );
  });

  it('ask the world about each once, with however many neighbours they are told', () => {
    const marks = many(
      'process.oom-killed',
      copies.map((name) => `process/${name}`),
    );
    const asked = (count: number) => {
      let times = 0;
      const ask = markWords(() => ({ ...view, get: (id) => (times++, view.get(id)) }));
      for (let last = 1; last <= count; last++) ask(marks.slice(0, last));
      return times;
    };
    // Twice as many: told anew with each new neighbour, they would ask three times as often.
    expect(asked(copies.length) / asked(copies.length / 2)).toBeLessThan(2.5);
  });

  it('say how often where nothing differs', () => {
    expect(first(...many('command.take-snapshot', ['vm/vm-1', 'vm/vm-1']))).toBe('snapshot of VM 1 ×2');
  });
});

describe('marks that are counted', () => {
  const kills = many(
    'process.oom-killed',
    copies.map((name) => `process/${name}`),
  );
  const starts = many('command.start-vm', ['vm/vm-1', 'vm/vm-2', 'vm/vm-3']);
  const limits = many('command.limit-process', ['process/a-search-1']);

  it('say first what weighs most, however short they are', () => {
    const texts = told(...starts, ...limits, ...kills);
    expect(texts.slice(-2)).toEqual(['12 OOM kills, 3 starts, 1 limit', '12 OOM kills, 4 more']);
    for (const text of texts) expect(text).toContain('OOM kill');
  });

  it('do not say that the others are as the first is', () => {
    const texts = told(...many('command.stop-vm', ['vm/vm-1']), ...limits);
    expect(texts).toContain('stop of VM 1, 1 limit');
    expect(texts).toContain('stop of VM 1 and 1 more thing');
    const found = (path: string | null) =>
      markOf('container.looked-for', 'container/b-cart-1', { path: '/data', in: path, depth: 0 });
    expect(told(found('volume/orders'), found(null))).toContain('/data found in cart 1 and 1 more look');
  });

  it('name boxes that are not there any more, and not by their ids', () => {
    const looks = ['search-3', 'search-4'].map((name) =>
      markOf('container.looked-for', `container/${name}`, { path: '/app/catalogue', in: 'layer/a' }),
    );
    expect(first(...looks)).toBe('/app/catalogue found in search 3 and 4');
  });

  it('say what they are, where all are of one kind', () => {
    expect(told(...many('kernel.panicked', ['kernel/vm-1', 'kernel/vm-2', 'kernel/host-b'])).at(-1)).toBe(
      '3 panics',
    );
    expect(told(...many('command.build-image', ['image/a', 'image/b'])).at(-1)).toBe('2 builds');
  });

  it('say what was done, and never so many acts', () => {
    const acts = [
      ...many('command.move-vm', ['vm/vm-1']),
      ...many('command.stop-vm', ['vm/vm-2']),
      ...limits,
    ];
    expect(told(...acts).at(-1)).toBe('1 move, 2 more');
    expect(told(...acts, ...starts).at(-1)).toBe('3 starts, 3 more');
  });
});
