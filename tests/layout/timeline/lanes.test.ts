// Lanes: copies of one host with equal histories share a line.
import { describe, expect, it } from 'vitest';
import { historiesOf, type History } from '../../../src/layout/timeline/histories';
import { lanesOf } from '../../../src/layout/timeline/lanes';
import type { LaneState } from '../../../src/layout/timeline/phases';
import { createRun, SECOND, type BoxSpec, type Command } from '../../../src/sim';
import { computer, hostA, hostB, hostC, scenario } from '../../fixtures/worlds';
import { played, startOf } from './played';

const panic = (name: string): Command => ({ name: 'panic-kernel', target: `kernel/${name}` });
const kill = (name: string): Command => ({ name: 'kill-process', target: `process/${name}` });

function lanes(
  boxes: readonly BoxSpec[],
  commands: [number, Command][],
  until = 20,
  shown = until,
  most = 9,
) {
  const run = played(boxes, commands, until);
  const facts = run.facts.slice(0).filter(({ at }) => at <= shown * SECOND);
  return lanesOf(historiesOf(facts, startOf(run)), most);
}

const names = (all: ReturnType<typeof lanes>) => all.map(({ name }) => name);
const spans = (all: ReturnType<typeof lanes>) =>
  all.map(({ spans: some }) => some.map(({ state, from, to }) => `${state} ${from / SECOND}-${to / SECOND}`));

describe('lanesOf', () => {
  it('draws one lane per host as long as its copies have done the same', () => {
    const all = lanes([hostA, hostB], [[4, panic('host-b')]]);
    expect(names(all)).toEqual([
      { kind: 'host', host: 'host/host-a', count: 6 },
      { kind: 'host', host: 'host/host-b', count: 6 },
    ]);
    expect(spans(all)).toEqual([['serving 0-Infinity'], ['serving 0-4', 'fallen 4-Infinity']]);
  });

  it('gives two runs that are compared the same lanes in the same order', () => {
    const run = (command: Command) => played([hostA, hostB], [[4, command]], 20);
    const [one, other] = [run(panic('host-b')), run(panic('vm-2'))].map((each) =>
      historiesOf(each.facts.slice(0), startOf(each)),
    ) as [History[], History[]];
    const beside = (own: readonly History[], all: readonly History[]) =>
      own.map((each) => ({ ...each, beside: all.find(({ copy }) => copy === each.copy)! }));
    const first = lanesOf(beside(one, other), 9);
    const second = lanesOf(beside(other, one), 9);
    expect(names(first)).toEqual(names(second));
    expect(first.map(({ copies }) => copies.length)).toEqual([5, 1, 6]);
    expect(spans(first)[1]).toEqual(['serving 0-Infinity']);
    expect(spans(second)[1]).toEqual(['serving 0-4', 'fallen 4-Infinity']);
  });

  it('splits off the one that differs under its own name, and names the others after their VMs', () => {
    const all = lanes([hostA], [[4, panic('vm-2')]]);
    expect(names(all)).toEqual([
      {
        kind: 'vms',
        host: 'host/host-a',
        vms: ['vm/vm-1', 'vm/vm-3', 'vm/vm-4', 'vm/vm-5', 'vm/vm-6'],
      },
      { kind: 'copy', host: 'host/host-a', copy: 'process/a-cart-1' },
    ]);
  });

  it('names single copies and the rest where they share a kernel', () => {
    const all = lanes([hostB], [[4, kill('b-cart-1')]]);
    expect(names(all)).toEqual([
      { kind: 'copies', host: 'host/host-b', count: 5, rest: true },
      { kind: 'copy', host: 'host/host-b', copy: 'process/b-cart-1' },
    ]);
  });

  it('tells copies that fell from those that were never started, where all share a lane', () => {
    const off = (name: string): BoxSpec => ({
      kind: 'container',
      name,
      spec: { start: 'off' },
      holds: [{ kind: 'process', name: `copy-${name}`, spec: { service: 'cart' } }],
    });
    const holds = [{ kind: 'runtime', name: 'docker' }, off('a'), off('b'), off('c')];
    const host: BoxSpec = { kind: 'host', name: 'one', holds: [{ kind: 'kernel', name: 'one', holds }] };
    const start = (name: string): Command => ({ name: 'start-container', target: `container/${name}` });
    const [lane] = lanes(
      [host],
      [
        [2, start('a')],
        [4, start('b')],
        [9, kill('copy-a')],
      ],
      20,
      20,
      1,
    );
    expect(lane!.spans.at(-1)).toMatchObject({ serving: 1, down: 1, off: 1, count: 3 });
    // The first starts, the others are still off: it starts, and is not one of those that do not serve.
    expect(lane!.spans.find(({ from }) => from === 2 * SECOND)).toMatchObject({ rest: 'starting', off: 2 });
  });

  it('counts no copy whose program was not sent yet, and those on their way as such', () => {
    const copy = (name: string, vm: string | null, ...states: readonly [LaneState, number][]): History => ({
      ...{ copy: `process/${name}`, host: 'host/one', hosts: ['host/one'], vm },
      stretches: states.map(([state, at]) => ({ state, from: at * SECOND })),
    });
    const up = copy('a', 'vm/1', ['off', 0], ['booting', 2], ['starting', 9], ['serving', 10]);
    const other = copy('b', 'vm/2', ['off', 0], ['booting', 4], ['starting', 12], ['serving', 13]);
    const unsent = { ...copy('c', null, ['off', 0]), isToCome: true };
    expect(lanesOf([up, unsent], 1)[0]!.spans.at(-1)).toMatchObject({ state: 'serving', count: 1 });
    expect(lanesOf([unsent], 1)[0]!.spans).toHaveLength(1);
    const [lane] = lanesOf([up, other], 1);
    expect(lane).toMatchObject({ machines: 2 });
    expect(lane!.spans.map(({ rest, coming, off }) => [rest, coming, off])).toEqual([
      [null, 0, 2],
      ['booting', 1, 1],
      ['booting', 2, 0],
      ['starting', 2, 0],
      // One of them serves: what the other does has its word beside that.
      ['booting', 1, 0],
      ['starting', 1, 0],
      [null, 0, 0],
    ]);
  });

  it('draws two hosts alike where there is no room for all lanes of both', () => {
    const kills: [number, Command][] = [
      [5, kill('a-cart-1')],
      [8, kill('b-cart-1')],
    ];
    const both = (most: number) => lanes([hostA, hostB], kills, 20, 20, most).map(({ name }) => name.kind);
    expect(both(4)).toHaveLength(4);
    expect(both(3)).toEqual(['host', 'host']);
  });

  it('does not name a lane after a VM of which it shows only a part', () => {
    const places = ['search-1', 'cart-1', 'buy-1', 'search-2', 'cart-2', 'buy-2'].map(
      (name, i): [number, Command] => [
        1,
        {
          name: 'place-container',
          target: `container/c-${name}`,
          args: { kernel: `kernel/c-${1 + (i % 2)}` },
        },
      ],
    );
    expect(names(lanes(hostC, [...places, [9, kill('c-cart-1')]]))).toEqual([
      { kind: 'copies', host: 'host/host-c', count: 5, rest: true },
      { kind: 'copy', host: 'host/host-c', copy: 'process/c-cart-1' },
    ]);
    expect(names(lanes(hostC, [...places, [9, panic('c-2')]])).map(({ kind }) => kind)).toEqual([
      'vms',
      'vms',
    ]);
  });

  it('does not split before the instant at which histories part, whatever comes later', () => {
    const later: [number, Command][] = [[4, panic('vm-2')]];
    expect(lanes([hostA], later, 20, 3)).toEqual(lanes([hostA], [], 3));
    expect(lanes([hostA], later, 20, 4)).toHaveLength(2);
  });

  it('tells copies that stand nowhere apart', () => {
    const place: Command = {
      name: 'place-container',
      target: 'container/c-cart-1',
      args: { kernel: 'kernel/c-1' },
    };
    expect(names(lanes(hostC, [[4, place]]))).toEqual([
      { kind: 'unplaced', count: 5 },
      { kind: 'host', host: 'host/host-c', count: 1, copy: 'process/c-cart-1' },
    ]);
  });

  it('knows copies that were taken away by where they stood', () => {
    const take = (name: string): Command => ({ name: 'remove-container', target: `container/${name}` });
    const all = lanes([hostB], [[4, take('b-cart-1')]]);
    expect(names(all).at(-1)).toEqual({ kind: 'copy', host: 'host/host-b', copy: 'process/b-cart-1' });
  });

  it('calls no lane by a host whose copies came or went: it would be untrue of another time', () => {
    const start = createRun(scenario([hostA, hostB])).view().entities;
    const moved = { seq: 0, at: 4 * SECOND, about: 'vm/vm-2', name: 'vm.migrated', because: null };
    const peer = { peer: start.find(({ standsOn }) => standsOn === 'host/host-b')!.id };
    const all = lanesOf(historiesOf([{ ...moved, data: peer }], start), 9);
    expect(names(all)).toEqual([
      {
        kind: 'vms',
        host: 'host/host-a',
        vms: ['vm/vm-1', 'vm/vm-3', 'vm/vm-4', 'vm/vm-5', 'vm/vm-6'],
      },
      { kind: 'copy', host: 'host/host-b', copy: 'process/a-cart-1' },
      { kind: 'copies', host: 'host/host-b', count: 6, rest: false },
    ]);
  });

  it('counts instead when a host would need too many lanes', () => {
    const kills: [number, Command][] = [1, 2].flatMap((n) =>
      ['search', 'cart', 'buy'].map((service, i): [number, Command] => [
        n * 4 + i,
        kill(`b-${service}-${n}`),
      ]),
    );
    expect(lanes([hostB], kills)).toHaveLength(6);
    const all = lanes([hostA, hostB], kills, 20, 20, 4);
    expect(names(all).map(({ kind }) => kind)).toEqual(['host', 'host']);
    expect(all[1]?.spans.map(({ serving, state }) => [serving, state])).toEqual([
      [6, 'serving'],
      [5, null],
      [4, null],
      [3, null],
      [2, null],
      [1, null],
      [0, 'fallen'],
    ]);
  });

  it('gathers hosts with equal histories where there are too many, and the one that differs splits off', () => {
    const hosts = [1, 2, 3].map((at) => computer(`pc-${at}`));
    const plug: Command = { name: 'pull-plug', target: 'host/pc-2' };
    expect(names(lanes(hosts, [], 20, 20, 3))).toHaveLength(3);
    const all = lanes(hosts, [[4, plug]], 20, 20, 2);
    expect(names(all)).toEqual([
      { kind: 'hosts', hosts: ['host/pc-1', 'host/pc-3'], count: 2 },
      { kind: 'host', host: 'host/pc-2', count: 1, copy: 'process/pc-2-search' },
    ]);
    expect(all.map(({ copies }) => copies.length)).toEqual([2, 1]);
    expect(spans(all)).toEqual([['serving 0-Infinity'], ['serving 0-4', 'fallen 4-Infinity']]);
    expect(all[0]?.spans.map(({ serving, count }) => [serving, count])).toEqual([[2, 2]]);
  });

  it('counts in one lane what many hosts do one after the other where there are too many lanes', () => {
    const hosts = [1, 2, 3, 4, 5].map((at) => computer(`pc-${at}`));
    const plugs = hosts.map((_, at): [number, Command] => [
      4 + at,
      { name: 'pull-plug', target: `host/pc-${at + 1}` },
    ]);
    expect(names(lanes([hostB, ...hosts], plugs, 20, 20, 6))).toHaveLength(6);
    const all = lanes([hostB, ...hosts], plugs, 20, 20, 4);
    expect(names(all).map(({ kind }) => kind)).toEqual(['host', 'hosts']);
    expect(all[1]!.copies).toHaveLength(5);
    expect(
      all[1]!.spans.map(({ serving, count, from }) => `${serving} of ${count} @${from / SECOND}`),
    ).toEqual(['5 of 5 @0', '4 of 5 @4', '3 of 5 @5', '2 of 5 @6', '1 of 5 @7', '0 of 5 @8']);
    // Three are told apart.
    expect(lanes(hosts.slice(2), plugs.slice(2), 20, 20, 1)).toHaveLength(3);
  });

  it('covers all of the time shown, without gaps', () => {
    for (const lane of lanes(
      [hostA, hostB],
      [
        [4, panic('vm-2')],
        [6, panic('host-b')],
      ],
    )) {
      expect(lane.spans[0]?.from).toBe(0);
      expect(lane.spans.at(-1)?.to).toBe(Infinity);
      lane.spans.slice(1).forEach((span, i) => expect(span.from).toBe(lane.spans[i]?.to));
    }
  });
});
