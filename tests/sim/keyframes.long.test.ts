// Law 5 for keyframes: wherever a run was gone to, forked, acted in or undone, it is what a fresh replay is.
import { setup } from 'xstate';
import { describe, expect, it } from 'vitest';
import { CORE, createRun, MINUTE, SECOND, type Command, type Run, type Scenario } from '../../src/sim';
import { buildWorld } from '../../src/sim/engine/buildWorld';
import type { Model } from '../../src/sim/engine/model';
import { Keyframes, type Spacing } from '../../src/sim/keyframes';
import { model } from '../../src/sim/model';
import { Player } from '../../src/sim/player';
import { tell } from '../../src/sim/rooms/settings';
import { WorldRun } from '../../src/sim/worldRun';
import { cluster } from '../bench/cluster/engine';
import { copy, hostA, vm } from '../fixtures/worlds';
import { chaoticScenario, crowded, Draws, randomCommand, randomPause } from '../laws/chaos';

/** Close enough that a small world has many, few enough that most are thrown away again. */
const CLOSE: Spacing = { events: 3, perEntity: 0, most: 12, mostEntities: 10_000 };

/** How many things are done at random in one test. */
const STEPS = 60;

// Read by the type checker alone.
const bellTypes = {} as {
  context: { place: number };
  events: { type: 'WIND' };
  input: { place?: number };
};

/** Ten bells; each rings ten seconds after it was wound, less one for its place: many at one instant. */
const bells: Model = {
  kinds: [
    {
      kind: 'bell',
      machine: setup({
        types: bellTypes,
        delays: { run: ({ context }) => (10 - context.place) * 1000 },
        actions: { tell },
      }).createMachine({
        id: 'bell',
        context: ({ input }) => ({ place: input.place ?? 0 }),
        initial: 'still',
        states: {
          still: { on: { WIND: 'wound' } },
          wound: {
            after: { run: { target: 'still', actions: { type: 'tell', params: { fact: 'bell.rung' } } } },
          },
        },
      }),
      effects: {},
      defaults: { place: 0 },
      standsOn: [],
    },
  ],
  commands: [{ name: 'wind', on: ['bell'], events: () => [{ type: 'WIND' }] }],
};
const belfry: Scenario = {
  id: 'belfry',
  seed: 0,
  world: {
    boxes: Array.from({ length: 10 }, (_, place) => ({ kind: 'bell', name: String(place), spec: { place } })),
  },
};

/** Everything that can be seen of a run at its head. */
function seen(run: Run) {
  const view = run.view();
  return {
    head: run.head,
    digest: run.digest(),
    facts: run.facts.slice(0, run.factsAtHead),
    entities: view.entities,
    versions: view.versions,
    told: view.entities.map(({ id }) => [
      view.cpuUsed(id),
      view.orderOf(id),
      view.pickersOf(id),
      view.waitOf(id),
    ]),
    found: view.entities.every((entity) => view.get(entity.id) === entity),
  };
}

/** The same run played from nothing to where the head of this one is. */
function replayed(of: Model, run: Run): Run {
  const journal = run.journal.filter(({ at }) => at <= run.head);
  return new WorldRun(of, run.scenario, journal, run.head);
}

/** Goes, forks, acts and undoes at random; compares with a replay after each of these. Answers how often. */
function wander(of: Model, scenario: Scenario, command: (draws: Draws) => Command): number {
  const draws = new Draws(scenario.seed + 31);
  const runs: Run[] = [new WorldRun(of, scenario, [], 0, null, CLOSE)];
  let compared = 0;
  for (let step = 0; step < STEPS; step++) {
    const at = draws.int(0, runs.length - 1);
    const run = runs[at]!;
    const does = draws.int(0, 9);
    if (does < 3) run.seek(run.furthest + randomPause(draws));
    else if (does < 7) run.seek(draws.int(0, run.furthest));
    else if (does === 7) runs[at] = run.undo() ?? run;
    else {
      const acting = run.head < run.furthest ? run.fork() : run;
      acting.do(command(draws));
      if (acting !== run) runs.push(acting);
    }
    for (const each of new Set([runs[at]!, runs.at(-1)!])) {
      expect(seen(each), `seed ${scenario.seed}, step ${step}`).toEqual(seen(replayed(of, each)));
      compared++;
    }
  }
  for (const run of runs) {
    run.seek(run.furthest);
    expect(seen(run)).toEqual(seen(replayed(of, run)));
  }
  return compared;
}

describe('any sequence of seeks, forks, commands and undos', () => {
  it.each(Array.from({ length: 8 }, (_, seed) => 300 + seed))(
    'of the rooms is a fresh replay (seed %i)',
    (seed) => {
      const scenario = chaoticScenario(seed);
      const world = buildWorld(model, scenario);
      expect(wander(model, scenario, (draws) => randomCommand(draws, world))).toBeGreaterThan(STEPS);
    },
  );

  it.each([1, 2, 3, 4])('of a cluster in which boxes are created is a fresh replay (seed %i)', (seed) => {
    const size = { pods: 70, nodes: 5 };
    const { model: clusterModel, scenario } = cluster(size);
    const rollOut = { name: 'roll-out', target: 'deployment/all' };
    const change = (draws: Draws): Command =>
      draws.chance(0.3)
        ? rollOut
        : { name: draws.pick(['fail', 'recover']), target: `node/${draws.int(0, size.nodes - 1)}` };
    expect(wander(clusterModel, { ...scenario, seed }, change)).toBeGreaterThan(STEPS);
  });
});

describe('what a copy must not lose', () => {
  it('ties fall in the order in which timers were set, before a keyframe or after it', () => {
    const wind = (place: number): Command => ({ name: 'wind', target: `bell/${place}` });
    const run = new WorldRun(
      bells,
      belfry,
      [9, 8, 0].map((place) => ({ at: 0, command: wind(place) })),
      0,
    );
    run.seek(5 * SECOND);
    const acting = run.fork();
    acting.do(wind(5));
    acting.seek(MINUTE);
    const rung = acting.facts.slice(0).filter(({ name }) => name === 'bell.rung');
    expect(rung.map(({ about }) => about)).toEqual(['bell/9', 'bell/8', 'bell/0', 'bell/5']);
  });

  it('losing something is noticed by whoever needs it', () => {
    const run = createRun({ id: 'needs', seed: 1, world: { boxes: [crowded] } });
    run.seek(MINUTE);
    run.seek(SECOND);
    const acting = run.fork();
    acting.do({ name: 'kill-process', target: 'process/k-db' });
    expect(acting.view().get('process/k-buy-1')?.tags).toContain('suffering');
    expect(seen(acting)).toEqual(seen(replayed(model, acting)));
  });

  it('what was set is a condition of what follows from it, told before and told after', () => {
    const restart = { name: 'set-restart', target: 'process/a-cart-1', args: { policy: 'always' } };
    const kill = { name: 'kill-process', target: 'process/a-cart-1' };
    const run = createRun({ id: 'given', seed: 1, world: { boxes: [hostA] } });
    run.do(restart);
    run.seek(SECOND);
    const acting = run.fork();
    acting.do(kill);
    acting.seek(MINUTE);
    const again = acting.fork();
    expect(again.facts.slice(0).some(({ given }) => given !== undefined)).toBe(true);
    expect(seen(again)).toEqual(seen(replayed(model, again)));
  });

  it('a fork has no keyframe of its parent from after the fork', () => {
    const journal = Array.from({ length: 10 }, (_, place) => ({
      at: 0,
      command: { name: 'wind', target: `bell/${place}` },
    }));
    const run = new WorldRun(bells, belfry, journal, MINUTE, null, CLOSE);
    run.seek(2 * SECOND);
    const acting = run.fork();
    acting.do({ name: 'wind', target: 'bell/9' });
    acting.seek(MINUTE);
    acting.seek(8 * SECOND);
    expect(seen(acting)).toEqual(seen(replayed(bells, acting)));
  });

  it('time that others steal', () => {
    const busy = (name: string) => vm(name, [copy(name, { cpuMicro: CORE })], { vcpus: 1 });
    const hypervisor = { kind: 'hypervisor', name: 'tight', holds: [busy('one'), busy('other')] };
    const host = { kind: 'host', name: 'tight', spec: { cores: 1 }, holds: [hypervisor] };
    const run = createRun({ id: 'tight', seed: 1, world: { boxes: [host] } });
    run.seek(MINUTE);
    run.seek(SECOND);
    expect(run.view().get('vm/one')?.cpu.stolen).toBeGreaterThan(0);
    expect(seen(run)).toEqual(seen(replayed(model, run)));
  });
});

describe('keyframes', () => {
  const { model: clusterModel, scenario, journal } = cluster({ pods: 60, nodes: 6 });

  function played(spacing: Spacing) {
    const player = new Player(clusterModel, buildWorld(clusterModel, scenario));
    const keyframes = new Keyframes(player.copy(), spacing);
    player.playTo(30 * MINUTE, journal, keyframes);
    return { player, keyframes };
  }

  it('are bounded in number and in entities, whatever is played, and keep the start', () => {
    for (const spacing of [
      { events: 1, perEntity: 0, most: 9, mostEntities: Infinity },
      { events: 1, perEntity: 0, most: Infinity, mostEntities: 500 },
    ]) {
      const { keyframes } = played(spacing);
      expect(keyframes.count).toBeGreaterThan(3);
      expect(keyframes.count).toBeLessThanOrEqual(9);
      expect(keyframes.before(0).world.now).toBe(0);
    }
  });

  it('lie no further apart than twice their share of what happened', () => {
    const { player, keyframes } = played({ events: 1, perEntity: 0, most: 16, mostEntities: Infinity });
    const bound = (2 * player.world.delivered) / 16 + 10;
    for (let at = 0; at <= 30 * MINUTE; at += SECOND) {
      const from = keyframes.before(at).copy();
      const before = from.world.delivered;
      expect(from.world.now).toBeLessThanOrEqual(at);
      from.playTo(at, journal);
      expect(from.world.delivered - before).toBeLessThanOrEqual(bound);
    }
  });

  it('are not taken while an instant is under way', () => {
    const world = buildWorld(clusterModel, scenario);
    world.send(0, { type: 'FAIL' });
    expect(() => world.copy()).toThrow('when an instant is over');
  });
});

describe('a seek', () => {
  it('hands out the same entity wherever it is the same', () => {
    const run = createRun(chaoticScenario(300));
    run.seek(10 * MINUTE);
    const late = run.view();
    run.seek(9 * MINUTE);
    const early = run.view();
    const same = early.entities.filter((entity, at) => entity === late.entities[at]);
    expect(same.length).toBeGreaterThan(early.entities.length / 2);
  });
});
