// The transition just taken, as the engine keeps it for every box.
import { describe, expect, it } from 'vitest';
import { wayTaken } from '../../src/layout/chart/taken';
import { createRun, SECOND } from '../../src/sim';
import { describe as chartOf } from '../../src/sim/describe';
import type { Command, Entity, EntityId, Run } from '../../src/sim';
import { WorldRun } from '../../src/sim/worldRun';
import { cluster } from '../bench/cluster/engine';
import { hostA, hostB, scenario } from '../fixtures/worlds';
import { chaoticScenario, playChaos } from '../laws/chaos';

const panic = (name: string): Command => ({ name: 'panic-kernel', target: `kernel/${name}` });
const kill = (name: string): Command => ({ name: 'kill-process', target: `process/${name}` });
const pull: Command = { name: 'pull-plug', target: 'host/host-b' };
const crash: Command = { name: 'crash-vm', target: 'vm/vm-2' };
const start: Command = { name: 'start-vm', target: 'vm/vm-2' };
const begin: Command = { name: 'start-process', target: 'process/a-cart-1' };
const pickUp: Command = { name: 'set-restart', target: 'process/a-cart-1', args: { policy: 'always' } };
const again: Command = {
  name: 'set-restart-policy',
  target: 'container/b-cart-1',
  args: { policy: 'always' },
};
const onCrash = (action: string): Command => ({ name: 'set-on-crash', target: 'vm/vm-2', args: { action } });

/** The way by which a box came to its state: the leaf that was left, the row of its chart, what it waited for. */
function taken(run: Run, id: EntityId): string {
  const { kind, lastTransition } = run.view().get(id)!;
  const found = wayTaken(chartOf(kind), lastTransition?.way ?? -1);
  return found === null ? 'none' : `${lastTransition?.from}: ${found.owner}>${found.way.to}, ${found.way.on}`;
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

const isIn = (path: string, around: string) =>
  around === '' || path === around || path.startsWith(`${around}.`);

/** Whether the chart has this way, it leads from where it says, and ends where the box is. */
function isOfChart({ kind, state, lastTransition }: Entity): boolean {
  if (lastTransition === null) return true;
  const found = wayTaken(chartOf(kind), lastTransition.way);
  return found !== null && isIn(lastTransition.from, found.owner) && isIn(state, found.way.to ?? '?');
}

describe('the last transition', () => {
  it.each([1, 2, 3, 4, 5, 6])('is one of the chart and leads to where every box is (seed %i)', (seed) => {
    const chaos = chaoticScenario(seed);
    const { journal, world } = playChaos(chaos, 60, null);
    const run = createRun(chaos, journal, world.now);
    let told = 0;
    for (let part = 1; part <= 12; part += 1) {
      run.seek(Math.round((world.now * part) / 12));
      expect(run.view().entities.filter((entity) => !isOfChart(entity))).toEqual([]);
      told += run.view().entities.filter(({ lastTransition }) => lastTransition !== null).length;
    }
    expect(told).toBeGreaterThan(12);
  });

  it('is none as long as a box is where it was made', () => {
    const { model, scenario: empty } = cluster({ pods: 1, nodes: 1 });
    const run = new WorldRun(model, empty, [], 0);
    expect(run.view().get('deployment/all')?.lastTransition).toBeNull();
    run.do({ name: 'roll-out', target: 'deployment/all' });
    expect(run.view().get('deployment/all')?.lastTransition).toMatchObject({ from: 'idle' });
  });

  it.each([
    ['process/a-cart-1', [], 0, 'placed: placed>running, always'],
    ['kernel/vm-2', [panic('vm-2')], 0, 'up: up>panicked, PANIC'],
    ['process/a-cart-1', [panic('vm-2')], 0, 'running.serving: running>fallen, FLOOR.LOST'],
    ['kernel/host-b', [panic('host-b'), pull], 0, 'panicked: panicked>halted, FLOOR.LOST'],
    ['vm/vm-2', [crash], 0, 'up.running: up>crashed, CRASH'],
    ['vm/vm-2', [onCrash('destroy'), panic('vm-2')], 0, 'up.running: up>crashed, GUEST.PANICKED'],
    ['vm/vm-2', [crash, start], 1, 'reserving: reserving>firmware, MEMORY.GRANTED'],
    ['vm/vm-2', [onCrash('restart'), crash], 1, 'reserving: reserving>firmware, MEMORY.GRANTED'],
    ['process/a-cart-1', [pickUp, kill('a-cart-1')], 1, 'waiting: waiting>starting, after restart'],
    ['process/a-cart-1', [kill('a-cart-1'), begin], 1, 'exited: exited>starting, START'],
    ['container/b-cart-1', [again, kill('b-cart-1')], 1.5, 'starting: starting>running, after start'],
    ['process/b-cart-1', [again, kill('b-cart-1')], 1.5, 'exited: exited>starting, START'],
  ])('of %s after %j, %d s earlier: %s', (id, commands, earlier, expected) => {
    const run = played(...commands);
    run.seek(run.head - earlier * SECOND);
    expect(taken(run, id)).toBe(expected);
  });
});
