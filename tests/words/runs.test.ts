// Runs, what differs between two of them, and what can be taken back, read as a learner reads them.
import { describe, expect, it } from 'vitest';
import { differingBoxes, figuresOf } from '../../src/layout/compare/figures';
import { firstDifference } from '../../src/layout/compare/firstDifference';
import { createRun, SECOND, type Command, type Run, type WorldView } from '../../src/sim';
import {
  boxNoun,
  boxRows,
  grantedRows,
  figureRows,
  nameOfRun,
  partedRow,
  runName,
  runSentence,
  takeBackLabel,
  worldsThen,
} from '../../src/words';
import { withDisks } from '../fixtures/disks';
import { hostA, hostB, hostC, scenario } from '../fixtures/worlds';
import { stillWorld } from './stillWorld';

const world = scenario([hostA, hostB]);
const start = createRun(world).view().entities;
const panic: Command = { name: 'panic-kernel', target: 'kernel/vm-2' };
const killCart: Command = { name: 'kill-process', target: 'process/b-cart-1' };

function played(...commands: readonly (readonly [number, Command])[]): Run {
  const journal = commands.map(([second, command]) => ({ at: second * SECOND, command }));
  return createRun(world, journal, 20 * SECOND);
}
const view = played().view();
const first = { number: 1, parent: null, forkedAt: null, by: null, furthest: 20 * SECOND };
const fork = {
  ...{ number: 2, parent: '1', forkedAt: 5 * SECOND, furthest: 9.5 * SECOND },
  by: { at: 7 * SECOND, command: panic },
};

describe('a run', () => {
  it('is told by what made it, where it comes from and how far it goes', () => {
    expect([runName(first), runName(fork)]).toEqual(['First run', 'Run 2']);
    const runs = [
      { ...first, id: '1' },
      { ...fork, id: '7' },
    ];
    expect(['1', '7', '9'].map((id) => nameOfRun(runs, id))).toEqual(['First run', 'Run 2', '']);
    expect(runSentence(first, undefined, view)).toBe(
      'First run: as the scenario goes, without a command, played to 0:20.0',
    );
    expect(runSentence(fork, first, view)).toBe(
      'Run 2: You sent a kernel panic to VM 2 at 0:07.0, from the first run at 0:05.0, played to 0:09.5',
    );
    expect(runSentence({ ...fork, by: null, number: 3 }, fork, view)).toBe(
      'Run 3: nothing of its own yet, from run 2 at 0:05.0, played to 0:09.5',
    );
  });

  it('says what would be taken back, and when that was where it lies ahead', () => {
    expect(takeBackLabel(fork.by, 8 * SECOND, view)).toBe('Take back: send a kernel panic to VM 2');
    expect(takeBackLabel(fork.by, 2 * SECOND, view)).toBe(
      'Take back: send a kernel panic to VM 2, given at 0:07.0',
    );
  });
});

describe('two runs', () => {
  const [one, other] = [played([5, panic]), played([8, killCart])];
  const toldRun = (run: Run) => ({ view: run.view(), start, facts: run.facts.slice(0) });
  const told = (run: Run) => ({ known: run.facts.slice(0), furthest: run.furthest });
  const figures = (run: Run) =>
    figuresOf({ view: run.view(), start, made: [], facts: run.facts.slice(0), journal: run.journal });

  it('part where one of them tells what the other does not', () => {
    const parted = firstDifference(told(one), told(other));
    expect(parted && partedRow(parted, toldRun(one), toldRun(other))).toMatchObject({
      what: 'they part at 0:05.0',
      left: 'You sent a kernel panic to VM 2.',
      right: 'nothing happens',
    });
  });

  it('differ in figures as they are written; the others are named in one sentence', () => {
    const { rows, same } = figureRows(figures(one), figures(other));
    expect(rows.map(({ what, left, right }) => [what, left, right])).toContainEqual([
      ...['time away, all copies together', '15 s', '12 s'],
    ]);
    expect(same).toMatch(/^The same in both: copies serving 11 of 12, copies down and not back 1, /);
    expect(figureRows(figures(one), figures(one)).rows).toEqual([]);
  });

  it('say of six copies away what six times the longest is', () => {
    const none = figures(one);
    const six = { ...none, away: 6 * 249_900, longest: 249_900 };
    expect(figureRows(six, { ...none, away: 0, longest: 0 }).rows).toMatchObject([
      { left: '1.5 s', right: '0 ms' },
      { left: '250 ms', right: '0 ms' },
    ]);
  });

  it('differ in boxes, each told on both sides', () => {
    const rows = boxRows(differingBoxes(one.view(), other.view()), one.view(), other.view());
    expect(rows.map(({ what, left, right }) => [what, left, right])).toEqual([
      ['guest OS of VM 2 and 1 copy on it', 'panicked, nobody picks it up', 'running'],
      ['container of cart 1 on host-b', 'running', 'exited with code 137, nobody picks it up'],
    ]); // prettier-ignore
    expect(rows.map(({ box }) => box)).toEqual(['kernel/vm-2', 'container/b-cart-1']);
  });

  it('differ in what programs that run in both get of the cores', () => {
    const args = { cpuMicro: 1_500_000 };
    const busy = played([5, { name: 'set-demand', target: 'process/b-cart-1', args }]);
    const rows = grantedRows(busy.view(), view);
    expect(rows.map(({ what, left, right }) => [what, left, right])).toEqual([
      ['CPU of cart 1 on host-b', '1.5 cores', '0.3 cores'],
    ]);
    // What is down on one side is told by its state.
    expect(grantedRows(view, played([5, killCart]).view())).toEqual([]);
  });

  it('also differ in who would pick a box up', () => {
    const told = played([5, { name: 'set-on-crash', target: 'vm/vm-2', args: { action: 'restart' } }]);
    const rows = boxRows(differingBoxes(view, told.view()), view, told.view());
    expect(rows).toContainEqual({
      ...{ key: 'vm/vm-2', box: 'vm/vm-2', what: 'VM 2' },
      ...{ left: 'Nobody picks VM 2 up.' },
      ...{ right: 'The hypervisor of host-a picks VM 2 up (restart).' },
    });
  });

  const place = (kernel: string): Command => ({
    ...{ name: 'place-container', target: 'container/c-cart-1', args: { kernel } },
  });
  const onC = (...commands: Command[]) =>
    createRun(
      scenario(hostC),
      commands.map((command) => ({ at: 0, command })),
      20 * SECOND,
    ).view();
  const rowsOf = (...[here, there]: [WorldView, WorldView]) =>
    boxRows(differingBoxes(here, there), here, there).map(({ what, left, right }) => [what, left, right]);

  it('differ in where a box stands, which is then named without its place', () => {
    const [here, there, none] = [onC(place('kernel/c-1')), onC(place('kernel/c-2')), onC()];
    expect(rowsOf(here, there)).toContainEqual(['cart 1', 'in VM 1: running', 'in VM 2: running']);
    expect(rowsOf(here, none)).toContainEqual([...['cart 1', 'in VM 1: running', 'not placed']]);
    const gone = stillWorld([]);
    expect(boxRows([{ id: 'vm/c-1', in: 'state', above: [] }], here, gone)[0]?.right).toBe('not there');
  });

  it('differ in what a file is: it is a snapshot only since it was taken', () => {
    const take: Command = { name: 'take-snapshot', target: 'vm/vm-1' };
    const withOne = createRun(scenario(withDisks), [{ at: 2 * SECOND, command: take }], 9 * SECOND);
    const without = createRun(scenario(withDisks), [], 9 * SECOND);
    const rows = (here: WorldView, there: WorldView) =>
      rowsOf(here, there).filter(([what]) => /snapshot|disk file/.test(what!));
    expect(rows(withOne.view(), without.view())).toContainEqual([
      ...['snapshot 1 of VM 1', 'kept', 'disk file of VM 1: being written'],
    ]);
    expect(rows(without.view(), withOne.view())).toContainEqual([
      ...['disk file of VM 1', 'being written', 'snapshot 1 of VM 1: kept'],
    ]);
    const facts = withOne.facts.slice(0);
    const then = worldsThen({ view: withOne.view(), start: [], facts });
    const taken = facts.findIndex(({ name }) => name === 'vm.snapshot-taken');
    const called = (seq: number) => boxNoun('vdisk/vm-1', then(facts[seq]!)).name;
    expect([called(taken - 1), called(taken)]).toEqual(['disk file of VM 1', 'snapshot 1 of VM 1']);
  });

  it('are never told with the same words on both sides', () => {
    const always: Command = {
      ...{ name: 'set-restart-policy', target: 'container/b-cart-1', args: { policy: 'always' } },
    };
    const again = { ...killCart, target: 'process/b-cart-1' };
    const worlds = [
      ...[played([1, always], [5, again]), played([1, always], [5.05, again]), played([1, always], [19.95, again])],
      ...[played([12, panic]), played([12.02, panic], [12.02, killCart])],
      ...[[3, 19.5], [3.01, 19.51]].map(([set = 0, fall = 0]) =>
        played([set, { name: 'set-reboot-on-panic', target: 'kernel/vm-2', args: { seconds: 1 } }], [fall, panic]),
      ),
    ].map((run) => run.view()); // prettier-ignore
    for (const here of worlds)
      for (const there of worlds)
        for (const [what, left, right] of rowsOf(here, there)) expect(left, what).not.toBe(right);
  });
});
