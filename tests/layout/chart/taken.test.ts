// The transition just taken, found again from the facts alone.
import { describe, expect, it } from 'vitest';
import { takenLast } from '../../../src/layout/chart/taken';
import { createRun, SECOND, type Command, type EntityId, type Run } from '../../../src/sim';
import { describe as chartOf } from '../../../src/sim/describe';
import { chaoticScenario, playChaos } from '../../laws/chaos';
import { hostA, hostB, scenario } from '../../fixtures/worlds';

function taken(run: Run, id: EntityId) {
  const entity = run.view().get(id)!;
  const facts = run.facts.slice(0, run.factsAtHead);
  return takenLast(chartOf(entity.kind), id, entity.state, facts);
}

/** A run of both hosts in which these commands were given, a second apart, two seconds after the last. */
function played(...commands: Command[]): Run {
  const run = createRun(scenario([hostA, hostB]));
  for (const command of commands) {
    run.seek(run.head + SECOND);
    expect(run.do(command)).toMatchObject({ done: true });
  }
  run.seek(run.head + 2 * SECOND);
  return run;
}

const names = (found: ReturnType<typeof taken>) =>
  found && { from: found.from, to: found.to, row: found.row, by: found.ways.map(({ on }) => on) };

/** Where every box of a run is, and where the facts say it went last. */
function everyBox(run: Run) {
  return run.view().entities.map(({ id, state }) => ({ id, state, to: taken(run, id)?.to }));
}

describe('takenLast', () => {
  it.each([1, 2, 3, 4, 5, 6])('leads to where every box is, whatever happened to it (seed %i)', (seed) => {
    const scenario = chaoticScenario(seed);
    const { journal, world } = playChaos(scenario, 60, null);
    const run = createRun(scenario, journal, world.now);
    for (let part = 1; part <= 12; part += 1) {
      run.seek(Math.round((world.now * part) / 12));
      expect(everyBox(run).filter(({ state, to }) => to !== state)).toEqual([]);
    }
  });

  it('tells what is not yet left from the beginning', () => {
    expect(names(taken(played(), 'process/a-cart-1'))).toEqual({
      from: 'placed',
      to: 'running.serving',
      row: 'placed>running',
      by: ['always'],
    });
  });

  it('follows a panic and those who fell with it', () => {
    const run = played({ name: 'panic-kernel', target: 'kernel/vm-2' });
    expect(names(taken(run, 'kernel/vm-2'))).toEqual({
      from: 'up',
      to: 'panicked',
      row: 'up>panicked',
      by: ['PANIC'],
    });
    expect(names(taken(run, 'process/a-cart-1'))).toEqual({
      from: 'running.serving',
      to: 'fallen',
      row: 'running>fallen',
      by: ['FLOOR.LOST'],
    });
  });

  it('sees a silent one: a panicked kernel whose host loses its power', () => {
    const run = played(
      { name: 'panic-kernel', target: 'kernel/host-b' },
      { name: 'pull-plug', target: 'host/host-b' },
    );
    expect(names(taken(run, 'kernel/host-b'))).toMatchObject({ from: 'panicked', to: 'halted' });
  });

  it('tells a hand from a picker, and a container from both', () => {
    const kill = { name: 'kill-process', target: 'process/a-cart-1' };
    const crash = { name: 'crash-vm', target: 'vm/vm-2' };
    const start = { name: 'start-vm', target: 'vm/vm-2' };
    expect(taken(played(crash), 'vm/vm-2')?.ways.map(({ on }) => on)).toEqual(['CRASH']);
    const set = { name: 'set-on-crash', target: 'vm/vm-2', args: { action: 'restart' } };
    const noticed = played(
      { name: 'set-on-crash', target: 'vm/vm-2', args: { action: 'destroy' } },
      { name: 'panic-kernel', target: 'kernel/vm-2' },
    );
    expect(taken(noticed, 'vm/vm-2')?.ways.map(({ on }) => on)).toEqual(['GUEST.PANICKED']);
    const byHand = played(crash, start);
    byHand.seek(byHand.head - SECOND);
    expect(names(taken(byHand, 'vm/vm-2'))).toMatchObject({ from: 'reserving', by: ['MEMORY.GRANTED'] });
    const crashed = played(set, crash);
    crashed.seek(crashed.head - SECOND);
    expect(names(taken(crashed, 'vm/vm-2'))).toMatchObject({ from: 'reserving', by: ['MEMORY.GRANTED'] });
    const reset = played(
      { name: 'set-restart', target: 'process/a-cart-1', args: { policy: 'always' } },
      kill,
    );
    reset.seek(reset.head - SECOND);
    expect(names(taken(reset, 'process/a-cart-1'))).toMatchObject({
      from: 'waiting',
      to: 'starting',
      by: ['after restart'],
    });
    const byCommand = played(kill, { name: 'start-process', target: 'process/a-cart-1' });
    byCommand.seek(byCommand.head - SECOND);
    expect(names(taken(byCommand, 'process/a-cart-1'))).toMatchObject({ from: 'exited', by: ['START'] });
    const again = played(
      { name: 'set-restart-policy', target: 'container/b-cart-1', args: { policy: 'always' } },
      { name: 'kill-process', target: 'process/b-cart-1' },
    );
    again.seek(again.head - 1.5 * SECOND);
    expect(names(taken(again, 'container/b-cart-1'))).toMatchObject({
      from: 'starting',
      to: 'running',
      by: ['after start'],
    });
    expect(names(taken(again, 'process/b-cart-1'))).toMatchObject({
      from: 'exited',
      to: 'starting',
      by: ['START'],
    });
  });
});
