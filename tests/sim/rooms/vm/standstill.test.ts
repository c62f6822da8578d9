// What stands still with a VM: what is nested in it too; and those elsewhere who need it lack it meanwhile.
import { describe, expect, it } from 'vitest';
import { createRun, GIBIBYTE, MEBIBYTE, SECOND, type BoxSpec, type Run } from '../../../../src/sim';
import { copy, scenario, vm } from '../../../fixtures/worlds';

const CART = 'process/cart-1';
const SEARCH = 'process/search-1';
const PAY = 'process/pay';
const SHOP = 'process/shop';
const BUY = 'process/buy-1';

function host(name: string, holds: readonly BoxSpec[], beside: readonly BoxSpec[] = []): BoxSpec {
  const hypervisor = { kind: 'hypervisor', name, spec: { product: 'kvm' }, holds };
  return { kind: 'host', name, holds: [hypervisor, ...beside] };
}

/** A VM that is slow to be written out, in the VM that is moved. */
const inner: BoxSpec = {
  ...vm('inner', [copy('search-1')], { memoryBytes: 2 * GIBIBYTE }),
  needs: ['vdisk/inner'],
};
/** What lacks memory in the VM that is moved: it asked for more than memory.high of its container. */
const asleep: BoxSpec = {
  kind: 'container',
  name: 'shop',
  spec: { memoryHighBytes: 600 * MEBIBYTE },
  holds: [{ kind: 'process', name: 'shop', spec: { memoryBytes: 500 * MEBIBYTE } }],
};
const outer = vm(
  'outer',
  [
    { ...copy('cart-1'), needs: [PAY] },
    asleep,
    { kind: 'hypervisor', name: 'inner', spec: { product: 'kvm' }, holds: [inner] },
  ],
  { memoryBytes: 8 * GIBIBYTE, dirtyBytesPerSecond: 64 * MEBIBYTE, workingSetBytes: GIBIBYTE },
);
const front: BoxSpec = {
  kind: 'kernel',
  name: 'front',
  holds: [
    { ...copy('buy-1'), needs: [CART] },
    { kind: 'process', name: 'pay' },
  ],
};
const world = (admits: string | null = null) =>
  createRun(
    scenario([
      host('one', [outer]),
      host('two', []),
      { kind: 'host', name: 'front', spec: { admits }, holds: [front] },
      {
        kind: 'disk',
        name: 'shared',
        spec: { host: null, capacityBytes: 64 * GIBIBYTE },
        holds: [{ kind: 'vdisk', name: 'inner', spec: { of: 'vm/inner' } }],
      },
    ]),
  );

const told = (run: Run, name: string, about: string) =>
  run.facts.slice(0).filter((fact) => fact.name === name && fact.about === about);
const state = (run: Run, id: string) => run.view().get(id)?.state;

/** The VM moves; `before` is done so long before its last round, and the run stands a moment after that began. */
function inLastRound(
  before = 0,
  act: (run: Run) => void = () => undefined,
  admits: string | null = null,
): Run {
  const move = (run: Run) =>
    run.do({ name: 'migrate-vm', target: 'vm/outer', args: { to: 'hypervisor/two' } });
  const first = world(admits);
  expect(move(first)).toMatchObject({ done: true });
  first.seek(200 * SECOND);
  const { at } = told(first, 'vm.paused', 'vm/outer')[0]!;
  const run = world(admits);
  move(run);
  run.seek(at - before);
  act(run);
  run.seek(at + SECOND / 10);
  return run;
}

describe('a VM that stands still', () => {
  it('holds what comes up meanwhile in a VM that is nested in it', () => {
    const run = inLastRound(1.45 * SECOND, (now) => {
      now.do({ name: 'kill-process', target: SEARCH });
      now.do({ name: 'start-process', target: SEARCH });
    });
    expect(told(run, 'process.up', SEARCH).at(-1)?.at).toBeGreaterThan(
      told(run, 'vm.paused', 'vm/outer')[0]!.at,
    );
    expect(state(run, SEARCH)).toBe('running.paused');
    run.seek(run.head + SECOND);
    expect([SEARCH, CART].map((id) => state(run, id))).toEqual(['running.serving', 'running.serving']);
  });

  it('that goes on leaves what is nested in it standing, until its own VM goes on', () => {
    const run = inLastRound(SECOND / 10, (now) => {
      const outcome = now.do({ name: 'take-snapshot', target: 'vm/inner', args: { memory: true } });
      expect(outcome).toMatchObject({ done: true });
    });
    run.seek(run.head + SECOND / 2);
    expect([state(run, 'vm/outer'), state(run, 'vm/inner')]).toEqual(['up.running', 'up.saving']);
    expect([SEARCH, CART].map((id) => state(run, id))).toEqual(['running.paused', 'running.serving']);
    expect(told(run, 'process.recovered', SEARCH)).toEqual([]);
    run.seek(run.head + 60 * SECOND);
    expect(state(run, SEARCH)).toBe('running.serving');
    expect(told(run, 'process.recovered', SEARCH)).toHaveLength(1);
  });

  it('leaves those without an answer who need what is in it, for as long', () => {
    const run = inLastRound();
    expect([CART, BUY].map((id) => state(run, id))).toEqual(['running.paused', 'running.suffering']);
    run.seek(run.head + SECOND);
    expect([CART, BUY].map((id) => state(run, id))).toEqual(['running.serving', 'running.serving']);
    expect(told(run, 'process.suffering', BUY)).toHaveLength(1);
    expect(told(run, 'process.recovered', BUY)).toHaveLength(1);
  });

  it('lacks what a firewall keeps it from, and is lacking to those who need what is in it', () => {
    const nobody = '';
    const [open, shut] = [inLastRound(), inLastRound(0, undefined, nobody)].map((run) => run.view());
    expect(open!.lacksOf(CART)).toEqual([]);
    expect(shut!.lacksOf(CART)).toEqual([{ id: PAY, why: 'shut-off' }]);
    expect(open!.lacksOf(BUY)).toEqual([{ id: CART, why: 'paused' }]);
    const down = inLastRound(SECOND / 2, (now) => now.do({ name: 'kill-process', target: PAY })).view();
    expect(down.lacksOf(CART)).toEqual([{ id: PAY, why: 'down' }]);
    expect(down.lacksOf('process/nobody')).toEqual([]);
  });

  /** What is told of a program from the instant at which its VM goes on. */
  const toldAfter = (run: Run, id: string) => {
    const { at } = told(run, 'vm.paused', 'vm/outer')[0]!;
    return run.facts
      .slice(0)
      .filter((fact) => fact.about === id && fact.at > at)
      .map(({ name }) => name);
  };

  it('and goes on has programs that answer with errors at once where what they need is still down', () => {
    const run = inLastRound(SECOND / 2, (now) => now.do({ name: 'kill-process', target: PAY }));
    run.seek(run.head + SECOND);
    expect(state(run, CART)).toBe('running.suffering');
    expect(toldAfter(run, CART)).toEqual(['process.suffering']);
  });

  it('and goes on has programs that answer again where what they need came back meanwhile', () => {
    const run = inLastRound(SECOND / 2, (now) => now.do({ name: 'kill-process', target: PAY }));
    run.do({ name: 'start-process', target: PAY });
    run.seek(run.head + 10 * SECOND);
    expect(toldAfter(run, CART).at(-1)).toBe('process.recovered');
  });

  it('and goes on leaves a program asleep that lacks memory, and never says that it answers', () => {
    const more = { bytes: 900 * MEBIBYTE };
    for (const before of [SECOND / 2, 0]) {
      const run = inLastRound(before, (now) => now.do({ name: 'use-memory', target: SHOP, args: more }));
      expect(state(run, SHOP)).toBe('running.paused');
      run.seek(run.head + SECOND);
      expect(state(run, SHOP)).toBe('running.stuck');
      expect(toldAfter(run, SHOP)).toEqual(['process.stuck']);
    }
  });
});
