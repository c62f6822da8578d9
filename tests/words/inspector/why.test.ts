// The chain of causes, up to its root and down to what came of it.
import { describe, expect, it } from 'vitest';
import { createRun, SECOND } from '../../../src/sim';
import { chainOf, lastFactAbout, ledTo } from '../../../src/words/inspector';
import { hostA, hostB, scenario } from '../../fixtures/worlds';

const run = createRun(scenario([hostA, hostB]));
run.seek(SECOND);
run.do({ name: 'set-restart-policy', target: 'container/b-cart-1', args: { policy: 'always' } });
run.do({ name: 'kill-process', target: 'process/b-cart-1' });
run.seek(2 * SECOND);
run.do({ name: 'panic-kernel', target: 'kernel/host-b' });
run.seek(3 * SECOND);
const view = run.view();
const facts = run.facts.slice(0);
const find = (name: string, about: string) =>
  facts.find((fact) => fact.name === name && fact.about === about)!;

describe('chainOf', () => {
  it('leads from a fallen copy to the command', () => {
    const last = lastFactAbout(facts, 'process/b-search-1')!;
    expect(chainOf(facts, last, view).map(({ text }) => text)).toEqual([
      'Search 1 on host-b fell.',
      'The container of search 1 on host-b fell.',
      'The kernel of host-b panicked.',
      'You sent a kernel panic to host-b.',
    ]);
  });

  it('names the setting that was a condition', () => {
    const [backOff] = chainOf(facts, find('container.backing-off', 'container/b-cart-1'), view);
    expect(backOff?.given.map(({ text }) => text)).toEqual([
      'You set the restart policy of the container of cart 1 on host-b to always.',
    ]);
  });

  it('says of what was there from the start that the run began, not that another box was there too', () => {
    const up = find('kernel.up', 'kernel/vm-2');
    expect(chainOf(facts, up, view).map(({ text }) => text)).toEqual([
      'The guest OS of VM 2 is up.',
      'The run began.',
    ]);
    expect(chainOf(facts, up, view).at(-1)).toMatchObject({ at: 0, about: null });
  });
});

describe('ledTo', () => {
  it('tells what a fact triggered, and counts what is too much', () => {
    const panic = find('kernel.panicked', 'kernel/host-b');
    const { told, more } = ledTo(facts, panic.seq, view);
    expect(told.map(({ text }) => text)).toContain('The runtime on host-b fell.');
    expect(told.length + more).toBe(facts.filter(({ because }) => because === panic.seq).length);
    const many = Array.from({ length: 30 }, (_, at) => ({
      ...panic,
      seq: at + 1,
      because: at === 0 ? null : 1,
    }));
    expect(ledTo(many, 1, view)).toMatchObject({ more: 21 });
  });

  it('counts a setting among the causes of what it made possible', () => {
    const set = find('command.set-restart-policy', 'container/b-cart-1');
    expect(ledTo(facts, set.seq, view).told.map(({ seq }) => seq)).toContain(
      find('container.backing-off', 'container/b-cart-1').seq,
    );
  });

  it('tells nothing that lies beyond the facts it is given', () => {
    const panic = find('kernel.panicked', 'kernel/host-b');
    expect(ledTo(facts.slice(0, panic.seq + 1), panic.seq, view)).toEqual({ told: [], more: 0 });
  });
});
