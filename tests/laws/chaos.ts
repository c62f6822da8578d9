// Random commands and faults from a seed: what careless people and bad luck do to a world.
import { CORE, COMMAND_NAMES, GIBIBYTE, MEBIBYTE, MS, SECOND } from '../../src/sim';
import type { BoxSpec, Command, Scalar, Scenario, TimedCommand } from '../../src/sim';
import { buildWorld } from '../../src/sim/engine/buildWorld';
import { obey, refusalOf } from '../../src/sim/engine/orders';
import { purposeOf, randomInt, randomUnit } from '../../src/sim/engine/random';
import type { World } from '../../src/sim/engine/world';
import { model } from '../../src/sim/model';
import { NAMESPACES } from '../../src/sim/rooms/namespaces/names';
import { shop } from '../fixtures/shop';
import { withDisks } from '../fixtures/disks';
import { recipe, withBuilds } from '../fixtures/builds';
import { withImages } from '../fixtures/images';
import { copy, hostA, hostB, hostC, laptop, vm } from '../fixtures/worlds';

const DRAW = purposeOf('chaos');

/** Draws from a seed, one after the other. */
export class Draws {
  #count = 0;
  readonly #seed: number;
  constructor(seed: number) {
    this.#seed = seed;
  }

  int(low: number, high: number): number {
    return randomInt(low, high, this.#seed, 0, DRAW, this.#count++);
  }

  chance(probability: number): boolean {
    return randomUnit(this.#seed, 0, DRAW, this.#count++) < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.int(0, items.length - 1)]!;
  }
}

/** A small crowded host: limits, needs, tight memory, services on bare kernels and pickers everywhere. */
export const crowded: BoxSpec = {
  kind: 'host',
  name: 'crowded',
  spec: { cores: 2, memoryBytes: 6 * GIBIBYTE, firmwareMs: 5000 },
  holds: [
    {
      kind: 'kernel',
      name: 'crowded',
      spec: { bootMs: 3000, rebootOnPanicSeconds: 4 },
      holds: [
        { kind: 'runtime', name: 'docker-k', spec: { startAtBoot: true, restart: 'on-failure' } },
        ...['search-1', 'cart-1', 'buy-1'].map((name, index): BoxSpec => ({
          kind: 'container',
          name: `k-${name}`,
          spec: {
            restartPolicy: ['always', 'on-failure', 'unless-stopped'][index]!,
            maxRetries: index === 1 ? 3 : 0,
            cpuLimitMicro: index * 400_000,
            memoryLimitBytes: index === 0 ? 0 : GIBIBYTE,
            weight: 50 + 100 * index,
          },
          holds: [
            { ...copy(`k-${name}`, { cpuMicro: 1_500_000 }), needs: index === 2 ? ['process/k-db'] : [] },
          ],
        })),
        copy('k-db', { service: 'db', restart: 'always', startAtBoot: true, oomScoreAdj: 0 }),
        {
          kind: 'hypervisor',
          name: 'box-k',
          spec: {
            type: 2,
            product: 'virtualbox',
            memoryBytes: 200 * MEBIBYTE,
            bootMs: 500,
            startAtBoot: true,
          },
          holds: [
            vm('k-1', [copy('k-search-9', { restart: 'always', startAtBoot: true })], {
              memoryBytes: 2 * GIBIBYTE,
              startAtBoot: true,
              onCrash: 'restart',
            }),
            vm('k-2', [copy('k-buy-9', { startAtBoot: true })], {
              memoryBytes: 2 * GIBIBYTE,
              onCrash: 'destroy',
            }),
          ],
        },
      ],
    },
  ],
};

/** A host that has promised twice what it has: five VMs of one image, a little swap, a scanner. */
export const promised: BoxSpec = {
  kind: 'host',
  name: 'promised',
  spec: { cores: 4, memoryBytes: 5 * GIBIBYTE, firmwareMs: 4000 },
  holds: [
    {
      kind: 'hypervisor',
      name: 'kvm-p',
      spec: { product: 'kvm', bootMs: 2000, overcommit: true, pagesToScan: 1000, swapBytes: GIBIBYTE },
      holds: ['search-1', 'cart-1', 'buy-1', 'search-2', 'cart-2'].map((name, index) =>
        vm(`p-${index}`, [copy(`p-${name}`, { restart: 'always', startAtBoot: true })], {
          memoryBytes: 2 * GIBIBYTE,
          startAtBoot: true,
          balloon: index !== 2,
          image: index === 1 ? 'windows' : 'linux',
          imageBytes: 200 * MEBIBYTE,
          onCrash: index === 3 ? 'restart' : 'none',
        }),
      ),
    },
  ],
};

/** Where VMs of `promised` may go. */
export const spare: BoxSpec = {
  kind: 'host',
  name: 'spare',
  spec: { memoryBytes: 7 * GIBIBYTE, firmwareMs: 4000, cpu: 'x86-64-v4' },
  holds: [{ kind: 'hypervisor', name: 'kvm-s', spec: { product: 'kvm', bootMs: 2000 } }],
};

/** Where VMs of `hostA` may go, over a slow network. */
export const hostA2: BoxSpec = {
  kind: 'host',
  name: 'host-a2',
  spec: { memoryBytes: 12 * GIBIBYTE, firmwareMs: 4000, networkBytesPerSecond: 125_000_000 },
  holds: [{ kind: 'hypervisor', name: 'xen-a2' }],
};

/** What moves VMs, and what goes wrong meanwhile. */
export const MOVES = [
  ...Array<string>(12).fill('migrate-vm'),
  'cancel-migration',
  'set-migration-mode',
  'move-vm',
  'set-vm-memory',
  'set-dirty-rate',
  'start-vm',
  'start-vm',
  'stop-vm',
  'crash-hypervisor',
  'pull-plug',
  'power-on',
  'power-on',
  'use-memory',
  'kill-process',
];

/** A scenario of one of the worlds, with faults of its own at random instants. */
export function chaoticScenario(seed: number): Scenario {
  const draws = new Draws(seed);
  const boxes = draws.pick([
    [hostA, hostB],
    [crowded],
    [crowded, ...hostC],
    [laptop, crowded],
    [promised, crowded],
    [promised, spare],
    [hostA, hostA2],
    [...shop],
    withDisks,
    withImages,
    withBuilds,
  ]);
  const bare: Scenario = { id: `chaos-${seed}`, seed, world: { boxes } };
  const world = buildWorld(model, bare);
  const faults = Array.from({ length: draws.int(0, 6) }, (): TimedCommand => ({
    at: draws.int(0, 300) * SECOND,
    command: randomCommand(draws, world),
  })).filter(({ command }) => !command.name.startsWith('set-'));
  return { ...bare, world: { boxes, faults } };
}

/**
 * A command with a target of the right kind and arguments of the right form; `tries` says how often another
 * is drawn instead of one that would be refused.
 */
export function randomCommand(draws: Draws, world: World, tries = 0, names = COMMAND_NAMES): Command {
  const command = anyCommand(draws, world, names);
  if (tries === 0 || refusalOf(world, model, command) === null) return command;
  return randomCommand(draws, world, tries - 1, names);
}

function anyCommand(draws: Draws, world: World, commands: readonly string[]): Command {
  for (;;) {
    const name = draws.pick(commands);
    const definition = model.commands.find((known) => known.name === name)!;
    const targets = entitiesOf(world, definition.on);
    const names = Object.keys(definition.args ?? {});
    const byHand = ['patch-container', 'commit-container'].includes(name);
    if (byHand && entitiesOf(world, ['image']).length === 0) continue;
    const ships = !byHand && names.some((argument) => ['build', 'package', 'image'].includes(argument));
    if (targets.length === 0 || (ships && entitiesOf(world, ['artifact']).length === 0)) continue;
    const isImageMissing = names.some((each) => each === 'backup' || each === 'snapshot' || KIND_OF_TO[name]);
    if (isImageMissing && entitiesOf(world, ['vdisk']).length === 0) continue;
    if (names.includes('volume') && entitiesOf(world, ['volume']).length === 0) continue;
    if (names.length === 0) return { name, target: draws.pick(targets) };
    const args = Object.fromEntries(
      names.map((argument) => [argument, randomArgument(draws, world, name, argument)]),
    );
    return { name, target: draws.pick(targets), args };
  }
}

function entitiesOf(world: World, kinds: readonly string[]): string[] {
  return Array.from({ length: world.count }, (_, entity) => entity)
    .filter((entity) => kinds.includes(world.kind(entity)))
    .map((entity) => world.id(entity));
}

/** Kinds of box that `to` names, where it is no hypervisor. */
const KIND_OF_TO: Readonly<Record<string, string>> = {
  'roll-back': 'vdisk',
  'back-up': 'disk',
  restore: 'disk',
};

function randomArgument(draws: Draws, world: World, command: string, argument: string): Scalar {
  switch (argument) {
    case 'on':
      return draws.chance(0.7);
    case 'seconds':
      return draws.pick([0, 1, 10, 30]);
    case 'policy':
      return draws.pick(
        command === 'set-restart'
          ? ['no', 'on-failure', 'always']
          : ['no', 'always', 'unless-stopped', 'on-failure'],
      );
    case 'maxRetries':
      return draws.int(0, 4);
    case 'action':
      return draws.pick(['none', 'destroy', 'restart']);
    case 'kernel':
      return draws.pick(entitiesOf(world, ['kernel']));
    case 'cpuMicro':
      return draws.int(0, 4 * CORE);
    case 'vcpus':
      return draws.int(1, 6);
    case 'weight':
      return draws.pick(command === 'set-weight' ? [1, 256, 512, 65_535] : [1, 100, 300, 10_000]);
    case 'quotaMicros':
      return draws.pick([0, 1_000, 50_000, 100_000, 250_000]);
    case 'periodMicros':
      return draws.pick([1_000, 100_000, 1_000_000]);
    case 'adjustment':
      return draws.pick([-999, -500, 0, 1_000]);
    case 'threads':
      return draws.int(0, 6);
    case 'namespace':
      return draws.pick(NAMESPACES);
    case 'percent':
      return draws.pick([0, 25, 50, 150, 333]);
    case 'to':
      return draws.pick(entitiesOf(world, [KIND_OF_TO[command] ?? 'hypervisor']));
    case 'backup':
    case 'snapshot':
      return draws.pick(entitiesOf(world, ['vdisk']));
    case 'memory':
      return draws.chance(0.4);
    case 'kind':
      return draws.pick(['full', 'linked', 'linked']);
    case 'mode':
      if (command === 'grant-permission') return draws.pick(['644', '755']);
      return draws.pick(['pre-copy', 'pre-copy', 'auto-converge', 'post-copy']);
    case 'pages':
      return draws.pick([0, 100, 10_000]);
    case 'bytes':
      return draws.int(1, 3 * GIBIBYTE);
    case 'build':
      return draws.pick(entitiesOf(world, ['artifact']));
    case 'package':
      if (command === 'patch-container') return draws.pick(['openssl', 'libicu']);
      return draws.pick(entitiesOf(world, ['artifact']));
    case 'image':
      if (command === 'commit-container') return draws.pick(entitiesOf(world, ['image']));
      return draws.pick(entitiesOf(world, ['artifact']));
    case 'copies':
      return draws.int(1, 3);
    case 'tag':
    case 'version':
      return draws.pick(['shop/search:1', 'shop/cart:1', 'shop/buy:1', 'debian:12', 'debian:12.8']);
    case 'volume':
      return draws.pick(entitiesOf(world, ['volume']));
    case 'noCache':
    case 'pull':
    case 'rewriteTimestamps':
      return draws.chance(0.4);
    case 'epoch':
      return draws.pick([0, 60]);
    case 'target':
      return draws.pick(['build', 'nowhere']);
    case 'advisory':
      return draws.pick(['CVE-2024-5535', 'unknown']);
    case 'change':
      return draws.pick(['edit', 'unknown']);
    case 'recipe':
      return draws.pick(['[]', recipe('FROM debian:12\nCOPY . /app')]);
    case 'path':
      return draws.pick(['/opt/shop/shop.conf', '/nowhere']);
    case 'from':
      return draws.pick(entitiesOf(world, ['host']));
    default:
      throw new Error(`The chaos does not know the argument ${argument} of ${command}; teach it.`);
  }
}

/** A pause before the next command: mostly short, sometimes long enough for a whole host to come back. */
export function randomPause(draws: Draws): number {
  return (
    draws.pick([0, 1, 40 * MS, 150 * MS, SECOND, 3 * SECOND, 25 * SECOND, 4 * 60 * SECOND]) +
    draws.int(0, 999)
  );
}

/** Plays a scenario with random commands while `watch` looks on; returns the journal of those obeyed. */
export function playChaos(
  scenario: Scenario,
  commands: number,
  watch: ((world: World) => void) | null,
  names = COMMAND_NAMES,
): { journal: TimedCommand[]; world: World; asked: number } {
  const draws = new Draws(scenario.seed + 7_000_003);
  const world = buildWorld(model, scenario);
  world.beforeAdvance = watch;
  const journal: TimedCommand[] = [];
  for (let asked = 0; asked < commands; asked++) {
    world.runUntil(world.now + randomPause(draws));
    const command = randomCommand(draws, world, 6, names);
    if (typeof obey(world, model, command, 'command') === 'number') journal.push({ at: world.now, command });
    world.runUntil(world.now);
  }
  world.runUntil(world.now + 600 * SECOND);
  return { journal, world, asked: commands };
}
