// The laws hold under random commands and faults; and a law that is broken on purpose is caught.
import { describe, expect, it } from 'vitest';
import { createRun, SECOND } from '../../src/sim';
import type { Effect } from '../../src/sim/engine/acts';
import { buildWorld } from '../../src/sim/engine/buildWorld';
import { obey } from '../../src/sim/engine/orders';
import { model } from '../../src/sim/model';
import { setting } from '../../src/sim/rooms/settings';
import { hostA, hostB, scenario } from '../fixtures/worlds';
import {
  chaoticScenario,
  crowded,
  Draws,
  hostA2,
  MOVES,
  playChaos,
  promised,
  randomCommand,
  spare,
} from './chaos';
import { LawOfBoxes, watchLaws } from './laws';
import { partsOf } from './parts';
import { digestsInSteps, tryWithoutRoots } from './replays';

const SEEDS = Array.from({ length: 80 }, (_, index) => 1000 + index);
const COMMANDS = 140;
/** Limits of containers, set while their programs ask for more. */
const LIMITS = [
  ...['set-cpu-weight', 'set-cpu-max', 'set-memory-max', 'set-memory-high', 'set-oom-group'],
  ...['set-oom-score-adj', 'set-threads', 'use-memory', 'use-memory', 'use-memory', 'use-memory'],
  ...['start-container', 'start-container', 'stop-container', 'kill-process', 'panic-kernel', 'power-on'],
];

describe('laws 1, 2, 3, 4 (causes) and 8', () => {
  describe('under random commands that are obeyed, and faults', () => {
    let obeyed = 0;
    let facts = 0;

    it.each(partsOf(SEEDS, 10))('hold, part %#', (seeds) => {
      for (const seed of seeds) {
        const { journal, world } = playChaos(chaoticScenario(seed), COMMANDS, watchLaws());
        obeyed += journal.length;
        facts += world.facts.length;
      }
    });

    it('were 10,000', () => {
      expect(obeyed).toBeGreaterThanOrEqual(10_000);
      expect(facts).toBeGreaterThan(20_000);
    });
  });

  describe('while VMs are moved, made smaller and larger, and hosts fail', () => {
    const told = new Map<string, number>();
    const seeds = Array.from({ length: 120 }, (_, index) => 1 + index);

    it.each(partsOf(seeds, 6))('hold, part %#', (part) => {
      for (const seed of part) {
        const boxes = seed % 2 === 0 ? [promised, spare] : [hostA, hostA2];
        const { world } = playChaos({ id: `moves-${seed}`, seed, world: { boxes } }, 80, watchLaws(), MOVES);
        for (const { name } of world.facts.slice(0)) told.set(name, (told.get(name) ?? 0) + 1);
      }
    });

    it('met all that can come of a move', () => {
      expect(told.get('vm.migrated')).toBeGreaterThan(50);
      for (const rare of ['vm.pulled', 'vm.migration-failed', 'vm.moved', 'vm.resized']) {
        expect(told.get(rare), rare).toBeGreaterThan(5);
      }
    });
  });

  describe('while limits of containers are set, below and above what is used', () => {
    const told = new Map<string, number>();
    const seeds = Array.from({ length: 60 }, (_, index) => 1 + index);

    it.each(partsOf(seeds, 6))('hold, part %#', (part) => {
      for (const seed of part) {
        const scenario = { id: `limits-${seed}`, seed, world: { boxes: [crowded] } };
        const { world } = playChaos(scenario, 90, watchLaws(), LIMITS);
        for (const { name } of world.facts.slice(0)) told.set(name, (told.get(name) ?? 0) + 1);
      }
    });

    it('met them', () => {
      for (const name of ['kernel.out-of-memory', 'process.oom-killed', 'command.set-cpu-max'])
        expect(told.get(name), name).toBeGreaterThan(50);
    });
  });

  it.each([
    [1, (rules: Rules) => rules.without('kernel', 'dropWhatStands')],
    [2, (rules: Rules) => rules.without('process', 'releaseMemory')],
    [3, (rules: Rules) => ({ ...rules.model, settle: () => undefined })],
    [
      4,
      (rules: Rules) =>
        rules.with('kernel', 'reportPanic', (acts, self) => acts.tell(self, 'command.forged')),
    ],
    [
      8,
      (rules: Rules) =>
        rules.with('process', 'countStart', (acts, self) => acts.send(self, setting('restarts', -acts.now))),
    ],
  ])('law %i is seen to be broken when a rule is taken away or bent', (law, broken) => {
    const play = () => {
      for (const seed of SEEDS.slice(0, 6)) playChaosWith(broken(new Rules()), seed);
    };
    expect(play).toThrow(`Law ${law}`);
  });
});

it('a box that stands elsewhere without having been moved is seen', () => {
  const world = buildWorld(model, scenario([hostA]));
  const law = new LawOfBoxes();
  law.check(world);
  const [kernel, elsewhere] = ['kernel/vm-1', 'vm/vm-2'].map((id) => world.find(id)) as [number, number];
  world.standOn(kernel, elsewhere);
  expect(() => law.check(world)).toThrow('kernel/vm-1 stands elsewhere');
});

describe('law 5', () => {
  it('a run has one digest whether it is played in steps of 1 ms, of 1 s, or in one leap', () => {
    for (const seed of SEEDS.slice(0, 5)) {
      const world = chaoticScenario(seed);
      const digests = digestsInSteps(world, playChaos(world, 20, null).journal, 40 * SECOND);
      expect(digests.size, `seed ${seed}: ${[...digests].join(' ')}`).toBe(1);
    }
  });

  it('wherever a head is taken, it sees what a run of its own would see there', () => {
    const world = chaoticScenario(77);
    const { journal } = playChaos(world, 60, null);
    const run = createRun(world, journal);
    const draws = new Draws(5);
    for (let seek = 0; seek < 20; seek++) {
      const at = draws.int(0, Math.floor(run.furthest / 1000)) * 1000;
      run.seek(at);
      const alone = createRun(
        world,
        journal.filter((entry) => entry.at <= at),
        at,
      );
      expect([run.head, run.digest()]).toEqual([at, alone.digest()]);
    }
  });
});

describe('a refused command', () => {
  it('changes nothing and is not journalled', () => {
    let refused = 0;
    for (const seed of SEEDS.slice(0, 6)) {
      const world = chaoticScenario(seed);
      const run = createRun(world, playChaos(world, 30, null).journal);
      const draws = new Draws(seed);
      for (let asked = 0; asked < 40; asked++) {
        const command = randomCommand(draws, buildWorld(model, world));
        const before = [run.digest(), run.journal.length];
        if (run.do(command).done) continue;
        refused++;
        expect([run.digest(), run.journal.length], JSON.stringify(command)).toEqual(before);
      }
    }
    expect(refused).toBeGreaterThan(80);
  });
});

describe('law 4 (counterfactual)', () => {
  let sampled = 0;

  it.each(partsOf(SEEDS.slice(0, 36), 6))(
    'without the command or fault at its root, no equal fact is told, part %#',
    (seeds) => {
      for (const seed of seeds) {
        const world = chaoticScenario(seed);
        sampled += tryWithoutRoots(world, playChaos(world, 40, null).journal, 9);
      }
    },
  );

  it('was held against 200 facts', () => {
    expect(sampled).toBeGreaterThanOrEqual(200);
  });
});

/** The model with rules taken away, to see that it is missed. */
class Rules {
  readonly model = model;
  without(kind: string, effect: string): typeof model {
    return this.with(kind, effect, () => undefined);
  }

  with(kind: string, effect: string, bent: Effect): typeof model {
    const kinds = model.kinds.map((known) =>
      known.kind === kind ? { ...known, effects: { ...known.effects, [effect]: bent } } : known,
    );
    return { ...model, kinds };
  }
}

function playChaosWith(broken: typeof model, seed: number): void {
  const world = buildWorld(broken, chaoticScenario(seed));
  world.beforeAdvance = watchLaws();
  const { journal } = playChaos(chaoticScenario(seed), COMMANDS, null);
  for (const { at, command } of journal) {
    world.runUntil(at);
    obey(world, broken, command, 'command');
    world.runUntil(at);
  }
}

it('the fixture of these tests is a world in which something can break', () => {
  expect(
    createRun(scenario([hostB]))
      .view()
      .ofKind('container'),
  ).toHaveLength(6);
});
