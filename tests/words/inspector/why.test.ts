// The chain of causes, up to its root and down to what came of it.
import { describe, expect, it } from 'vitest';
import { createRun, SECOND } from '../../../src/sim';
import { chainOf, lastFactAbout, ledTo } from '../../../src/words/inspector';
import { hostA, hostB, hostC, scenario } from '../../fixtures/worlds';

const run = createRun(scenario([hostA, hostB]));
const start = run.view().entities;
run.seek(SECOND);
run.do({ name: 'set-restart-policy', target: 'container/b-cart-1', args: { policy: 'always' } });
run.do({ name: 'kill-process', target: 'process/b-cart-1' });
run.seek(2 * SECOND);
run.do({ name: 'panic-kernel', target: 'kernel/host-b' });
run.seek(3 * SECOND);
const view = run.view();
const facts = run.facts.slice(0);
const told = { view, start, facts };
const find = (name: string, about: string) =>
  facts.find((fact) => fact.name === name && fact.about === about)!;

describe('chainOf', () => {
  it('leads from a fallen copy to the command', () => {
    const last = lastFactAbout(facts, 'process/b-search-1')!;
    expect(chainOf(told, last).map(({ text }) => text)).toEqual([
      'Search 1 on host-b fell.',
      'The container of search 1 on host-b fell.',
      'The kernel of host-b panicked.',
      'You sent a kernel panic to host-b.',
    ]);
  });

  it('names the setting that was a condition', () => {
    const [backOff] = chainOf(told, find('container.backing-off', 'container/b-cart-1'));
    expect(backOff?.given.map(({ text }) => text)).toEqual([
      'You set the restart policy of the container of cart 1 on host-b to always.',
    ]);
  });

  it('says of what was there from the start that the run began, not that another box was there too', () => {
    const up = find('kernel.up', 'kernel/vm-2');
    expect(chainOf(told, up).map(({ text }) => text)).toEqual([
      'The guest OS of VM 2 is up.',
      'The run began.',
    ]);
    expect(chainOf(told, up).at(-1)).toMatchObject({ at: 0, about: null });
  });
});

describe('a copy that was moved', () => {
  const moving = createRun(scenario(hostC));
  const boxes = moving.view().entities;
  const container = 'container/c-cart-1';
  const place = (kernel: string) =>
    moving.do({ name: 'place-container', target: container, args: { kernel } });
  place('kernel/c-1');
  moving.seek(5 * SECOND);
  moving.do({ name: 'panic-kernel', target: 'kernel/c-1' });
  moving.seek(6 * SECOND);
  moving.do({ name: 'remove-container', target: container });
  place('kernel/c-2');
  moving.seek(20 * SECOND);
  const later = { view: moving.view(), start: boxes, facts: moving.facts.slice(0) };
  const factNamed = (name: string, about: string) =>
    later.facts.find((fact) => fact.name === name && fact.about === about)!;

  it('is named after where it was when that happened', () => {
    const fell = factNamed('process.fell', 'process/c-cart-1');
    expect(chainOf(later, fell).map(({ text }) => text)).toEqual([
      'Cart 1 in VM 1 fell.',
      'The container of cart 1 in VM 1 fell.',
      'The kernel of VM 1 panicked.',
      'You sent a kernel panic to VM 1.',
    ]);
    const taken = factNamed('container.removed', container);
    expect(chainOf(later, taken).at(-1)?.text).toBe('You removed the container of cart 1 in VM 1.');
    const up = later.facts.findLast(({ name, about }) => name === 'process.up' && about === fell.about)!;
    expect(chainOf(later, up)[0]?.text).toBe('Cart 1 in VM 2 is up.');
  });

  it('is named so too when the head stands before it was moved', () => {
    moving.seek(5 * SECOND);
    const placed = later.facts.findLast(({ name }) => name === 'container.placed')!;
    const led = ledTo({ ...later, view: moving.view() }, placed.because ?? 0);
    expect(led.told[0]?.text).toBe('The container of cart 1 in VM 2 was placed.');
  });
});

describe('ledTo', () => {
  it('says stopped, as the stage does, of what goes with its runtime', () => {
    const stopping = createRun(scenario([hostA, hostB]));
    const boxes = stopping.view().entities;
    stopping.seek(SECOND);
    const runtime = boxes.find(({ id }) => id.startsWith('runtime/') && id.includes('-b'))!.id;
    stopping.do({ name: 'stop-runtime', target: runtime });
    stopping.seek(20 * SECOND);
    const all = { view: stopping.view(), start: boxes, facts: stopping.facts.slice(0) };
    const fell = all.facts.find(({ name }) => name === 'process.fell')!;
    expect(chainOf(all, fell)[0]?.text).toMatch(/ stopped\.$/);
    expect(ledTo(all, fell.because!).told.map(({ text }) => text)).not.toContainEqual(
      expect.stringContaining(' fell.'),
    );
  });

  it('tells what a fact triggered, and counts what is too much', () => {
    const panic = find('kernel.panicked', 'kernel/host-b');
    const { told: led, more } = ledTo(told, panic.seq);
    expect(led.map(({ text }) => text)).toContain('The runtime on host-b fell.');
    expect(led.length + more).toBe(facts.filter(({ because }) => because === panic.seq).length);
    const many = Array.from({ length: 30 }, (_, at) => ({
      ...panic,
      seq: at + 1,
      because: at === 0 ? null : 1,
    }));
    expect(ledTo({ ...told, facts: many }, 1)).toMatchObject({ more: 21 });
  });

  it('counts a setting among the causes of what it made possible', () => {
    const set = find('command.set-restart-policy', 'container/b-cart-1');
    expect(ledTo(told, set.seq).told.map(({ seq }) => seq)).toContain(
      find('container.backing-off', 'container/b-cart-1').seq,
    );
  });

  it('does not say that a setting came to nothing: what others get is no event', () => {
    const more = createRun(scenario([hostA, hostB]));
    const boxes = more.view().entities;
    more.do({ name: 'set-cpu-weight', target: 'container/b-cart-1', args: { weight: 300 } });
    const all = more.facts.slice(0);
    const set = all.find(({ name }) => name === 'command.set-cpu-weight')!;
    expect(ledTo({ view: more.view(), start: boxes, facts: all }, set.seq)).toMatchObject({
      told: [],
      none: expect.stringMatching(/^no event.* holds from then on/) as string,
    });
  });

  it('tells nothing that lies beyond the facts it is given', () => {
    const panic = find('kernel.panicked', 'kernel/host-b');
    expect(ledTo({ ...told, facts: facts.slice(0, panic.seq + 1) }, panic.seq)).toEqual({
      told: [],
      more: 0,
      none: 'no event so far: what else happened has causes of its own',
    });
  });
});
