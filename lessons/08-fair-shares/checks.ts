// What lesson 8 looks for in a run. Everything is read from the world and its facts.
import type { CheckResult, LessonChecks, Played } from '../../src/lesson/format';
import { firstFact, is, lacks, passed, timeAway } from '../../src/lesson/reading';
import { CORE, GIBIBYTE, MINUTE, type Entity, type WorldView } from '../../src/sim';

const SEARCH = 'container/search';
const CART = 'container/cart';
const BUY = 'container/buy';
const VMS = ['vm/vm-1', 'vm/vm-2'] as const;

const figure = (value: number, digits: number) => String(Number(value.toFixed(digits)));
const gibibytes = (bytes: number) => `${figure(bytes / GIBIBYTE, 2)} GiB`;
const cores = (micro: number) => `${figure(micro / CORE, 2)} ${micro === CORE ? 'core' : 'cores'}`;
const millis = (micros: number) => `${figure(micros / 1_000, 1)} ms`;

const granted = (world: WorldView, id: string) => world.get(id)?.cpu.granted ?? 0;
const wanted = (world: WorldView, id: string) => world.get(id)?.cpu.wanted ?? 0;
const field = (box: Entity | undefined, name: string) => Number(box?.context[name] ?? 0);
const own = (world: WorldView, id: string) => world.get(id)?.memory.own ?? 0;
const coresOf = (world: WorldView) => field(world.get('host/host-a'), 'cores') * CORE;
const idle = (world: WorldView) => coresOf(world) - granted(world, 'host/host-a');
const sum = (boxes: readonly Entity[], of: (box: Entity) => number) =>
  boxes.reduce((total, box) => total + of(box), 0);
const quotaOf = (world: WorldView, id: string) => field(world.get(id), 'cpuLimitMicro');

// ---- the recall: what reservations leave

/** What the host has left, if each VM counts for so many bytes. */
const leftIf = (world: WorldView, of: (vm: Entity) => number, floor: boolean) => {
  const hypervisor = floor ? own(world, 'hypervisor/host-b') : 0;
  return Number(world.get('host/host-b')?.memory.size) - hypervisor - sum(world.ofKind('vm'), of);
};

/** What is left once those that are still off have started, too. */
function leftAtLast(world: WorldView): number {
  const host = world.get('host/host-b');
  const off = world.ofKind('vm').filter(({ tags }) => tags.includes('off'));
  return Number(host?.memory.size) - (host?.memory.charged ?? 0) - sum(off, reserved);
}

function leaves(of: (vm: Entity) => number, floor: boolean) {
  return ({ world }: Played): boolean => leftAtLast(world) === leftIf(world, of, floor);
}

const reserved = (vm: Entity) => field(vm, 'memoryBytes');
const inUse = (vm: Entity) => vm.memory.charged;

// ---- weights

const MANY = 12 * CORE;
const isNoisy = (world: WorldView) => wanted(world, SEARCH) >= MANY;
const pair = (world: WorldView) => world.ofKind('container');

/** What cart would get if the cores were split by something. */
function splitBy(world: WorldView, of: (container: Entity) => number): number {
  const cart = world.get(CART);
  return cart ? (coresOf(world) * of(cart)) / sum(pair(world), of) : 0;
}

const byThreads = (world: WorldView) => splitBy(world, ({ cpu }) => cpu.wanted);
const byWeight = (world: WorldView) => splitBy(world, (box) => field(box, 'weight'));

function whenNoisy(holds: (world: WorldView) => boolean) {
  return ({ world }: Played): boolean => isNoisy(world) && holds(world);
}

function threeCores({ world }: Played): CheckResult {
  if (pair(world).some(({ id }) => quotaOf(world, id) > 0))
    return lacks('A quota would hold also when nobody else wants the cores. Set it back to none.');
  if (!isNoisy(world)) return lacks('search is not noisy yet.');
  return granted(world, CART) === 3 * CORE ? passed : lacks(`cart gets ${cores(granted(world, CART))}.`);
}

// ---- quotas

/** CPU time that search had before an instant at which it got its first quota: one core, or what its threads took. */
function usedBefore({ world, facts }: Played, at: number): number {
  const set = facts.filter(
    (fact) => fact.name === 'command.set-threads' && fact.about === 'process/search' && fact.at < at,
  );
  const changes = [
    { at: 0, threads: 1 },
    ...set.map((fact) => ({ at: fact.at, threads: Number(fact.data?.['threads']) })),
  ];
  const most = coresOf(world) / CORE;
  return changes.reduce((used, { at: from, threads }, index) => {
    const to = changes[index + 1]?.at ?? at;
    return used + (to - from) * Math.min(threads, most);
  }, 0);
}

/** Whether search had more on average since its first quota than the quota that it has now. */
function hadMore(played: Played): boolean {
  const { world, facts } = played;
  const set = firstFact(facts, 'command.set-cpu-max', SEARCH);
  if (!set || !atQuota(played).passed) return false;
  const used = world.cpuUsed(SEARCH) - usedBefore(played, set.at);
  return used * CORE > (world.at - set.at) * quotaOf(world, SEARCH) * 1.05;
}

function atQuota({ world }: Played): CheckResult {
  const quota = quotaOf(world, SEARCH);
  if (quota === 0) return lacks('search has no quota yet.');
  return quota < wanted(world, SEARCH) ? passed : lacks('Its quota is as much as it wants.');
}

const isAtQuota = (world: WorldView) => granted(world, SEARCH) === quotaOf(world, SEARCH);

function burst({ world }: Played): CheckResult {
  const period = world.periodOf(SEARCH);
  if (!period) return lacks('search has no quota.');
  const threads = wanted(world, SEARCH) / CORE;
  if (threads < 4) return lacks('search has fewer than four busy threads.');
  return period.quotaMicros === period.periodMicros
    ? passed
    : lacks(`search may run ${millis(period.quotaMicros)} in each ${millis(period.periodMicros)}.`);
}

/** Of each period, once search has a quota that stops it. */
function ofPeriod(threads: 'one' | 'four', of: (runs: number, period: number) => number) {
  return ({ world }: Played): string | null => {
    const period = world.periodOf(SEARCH);
    const isFour = wanted(world, SEARCH) >= 4 * CORE;
    if (!period || period.throttled === 0 || (threads === 'four') !== isFour) return null;
    return millis(of(period.runsMicros, period.periodMicros));
  };
}

// ---- the limit

const choice = ({ facts }: Played) => facts.find(({ name }) => name === 'kernel.out-of-memory') ?? null;
const chosen = (played: Played) => String(choice(played)?.data?.['victim'] ?? '');
/** The program with the most memory of all on the host. */
const largest = (world: WorldView) =>
  world.ofKind('process').reduce((most, box) => (box.memory.own > most.memory.own ? box : most)).id;

function isWorn({ world }: Played): boolean {
  return wanted(world, BUY) > 0 && (world.get('process/buy')?.memory.charged ?? 0) > GIBIBYTE;
}

function buyLives(played: Played): CheckResult {
  const { world } = played;
  if (!choice(played)) return lacks('buy has not asked for more yet.');
  if (!is(world, 'process/buy', 'serving')) return lacks('buy does not serve.');
  return isWorn(played) ? passed : lacks('buy has not loaded its price list.');
}

// ---- the soft limit

const sick = ({ facts }: Played) => facts.find(({ name }) => name === 'healthcheck.unhealthy') ?? null;
const wasStartedAgain = ({ facts }: Played) => firstFact(facts, 'container.starting', BUY) !== null;

function healthyAgain(played: Played): CheckResult {
  const { world } = played;
  if (!sick(played)) return lacks('Docker has not called buy unhealthy yet.');
  if (!isWorn(played)) return lacks('buy still waits for memory.');
  return is(world, 'healthcheck/buy', 'up') ? passed : lacks('Docker has not asked buy again yet.');
}

// ---- larger while they run

const changed = ({ facts }: Played) => firstFact(facts, 'command.set-memory-max', CART);

/** What the program of cart may have as heap by the limit of its container. */
const heapNow = (world: WorldView) =>
  (field(world.get(CART), 'memoryLimitBytes') * field(world.get('process/cart'), 'heapPercent')) / 100;

/** Whether cart was started again after its limit was changed. */
function startedAgain(played: Played): boolean {
  const since = changed(played);
  return (
    !!since &&
    played.facts.some(
      ({ seq, name, about }) => seq > since.seq && name === 'container.starting' && about === CART,
    )
  );
}

function afterChange(holds: (played: Played, uses: boolean) => boolean) {
  return (played: Played): boolean =>
    changed(played) !== null && holds(played, own(played.world, 'process/cart') === heapNow(played.world));
}

const FOUR = 4 * GIBIBYTE;

function vmsLarger({ world }: Played): CheckResult {
  const small = VMS.map((id) => world.get(id)).find((vm) => field(vm, 'memoryBytes') < FOUR);
  if (small)
    return lacks(`${small.name.replace('vm-', 'VM ')} has ${gibibytes(field(small, 'memoryBytes'))}.`);
  const silent = ['process/search', 'process/buy'].find((id) => !is(world, id, 'serving'));
  return silent ? lacks(`${silent.replace('process/', '')} does not serve.`) : passed;
}

/** How long a copy was away after a command about its box. */
function away(command: string, box: string, copy: string) {
  return ({ facts }: Played) => {
    const since = firstFact(facts, command, box);
    const micros = since && timeAway(facts, copy, since);
    return micros === null || micros > MINUTE * 60 ? null : { micros };
  };
}

// ---- the transfer

const hasLeft = ({ facts }: Played) => facts.some(({ name }) => name === 'fault.set-demand');
const firstGets = ({ world }: Played) => granted(world, SEARCH);

function afterwards(holds: (played: Played) => boolean) {
  return (played: Played): boolean => hasLeft(played) && holds(played);
}

/** Checks, figures and predictions. */
export const checks: LessonChecks = {
  checks: {
    noisy: {
      sentence: 'search runs twelve busy threads.',
      test: ({ world }) =>
        isNoisy(world) ? passed : lacks(`It runs ${figure(wanted(world, SEARCH) / CORE, 1)}.`),
    },
    'three-cores': { sentence: 'cart gets three of the four cores, by its weight.', test: threeCores },
    'half-a-core': { sentence: 'search has a quota, and wants more.', test: atQuota },
    burst: { sentence: 'Four busy threads share a quota of one core.', test: burst },
    killed: {
      sentence: 'The kernel has ended a program.',
      test: (played) => (choice(played) ? passed : lacks('Nobody has run out of memory yet.')),
    },
    'buy-lives': { sentence: 'buy serves with its price list.', test: buyLives },
    unhealthy: {
      sentence: 'Docker calls buy unhealthy.',
      test: (played) => {
        if (sick(played)) return passed;
        if (isWorn(played)) return lacks('buy waits for nothing any more. Take its new memory.high back.');
        return lacks('Docker has not called it unhealthy yet.');
      },
    },
    'healthy-again': { sentence: 'buy answers, with its price list.', test: healthyAgain },
    'limit-larger': {
      sentence: 'The container of cart may have 4 GiB.',
      test: ({ world }) => {
        const limit = field(world.get(CART), 'memoryLimitBytes');
        return limit >= FOUR || limit === 0 ? passed : lacks(`It may have ${gibibytes(limit)}.`);
      },
    },
    'program-larger': {
      sentence: 'The program of cart uses what it may have now, and serves.',
      test: ({ world }) => {
        const uses = own(world, 'process/cart');
        if (uses <= 2 * GIBIBYTE) return lacks(`It still uses ${gibibytes(uses)}.`);
        return is(world, 'process/cart', 'serving') ? passed : lacks('cart does not serve.');
      },
    },
    'vms-larger': { sentence: 'Both VMs have 4 GiB, and their copies serve.', test: vmsLarger },
  },
  figures: {
    'left-for-fourth': ({ world }) => (world.get('host/host-b') ? gibibytes(leftAtLast(world)) : null),
    'by-threads': ({ world }) => (isNoisy(world) ? cores(byThreads(world)) : null),
    'by-weight': ({ world }) => (isNoisy(world) ? cores(coresOf(world) / pair(world).length) : null),
    'cart-gets': ({ world }) => (isNoisy(world) ? cores(granted(world, CART)) : null),
    'cores-idle': ({ world }) => (quotaOf(world, SEARCH) > 0 ? cores(idle(world)) : null),
    runs: ofPeriod('four', (runs) => runs),
    stands: ofPeriod('four', (runs, period) => period - runs),
    'host-free': (played) => {
      const host = played.world.get('host/host-a');
      if (!choice(played) || !host) return null;
      // As the stage says it.
      return `${figure((Number(host.memory.size) - host.memory.charged) / GIBIBYTE, 1)} GiB`;
    },
    'exit-code': (played) => {
      const end = choice(played) && firstFact(played.facts, 'container.exited', BUY);
      return end && Number(end.data?.['exitCode']);
    },
    'found-out': (played) => {
      const [asked, found] = [played.facts.find(({ name }) => name === 'fault.use-memory'), sick(played)];
      return asked && found ? { micros: found.at - asked.at } : null;
    },
    heap: ({ world, facts }) => changed({ world, facts }) && gibibytes(own(world, 'process/cart')),
    'cart-away': away('command.stop-container', CART, 'process/cart'),
    'vm-away': away('command.stop-vm', VMS[1], 'process/buy'),
    'first-after': (played) => (hasLeft(played) ? cores(firstGets(played)) : null),
  },
  predictions: {
    reserved: {
      used: leaves(inUse, true),
      promised: leaves(reserved, false),
      floor: leaves(reserved, true),
    },
    'left-for-cart': {
      threads: whenNoisy((world) => granted(world, CART) === byThreads(world)),
      none: whenNoisy((world) => granted(world, CART) * 100 < wanted(world, CART)),
      weight: whenNoisy((world) => granted(world, CART) === byWeight(world)),
    },
    'seven-idle': {
      one: (played) =>
        atQuota(played).passed && granted(played.world, SEARCH) > quotaOf(played.world, SEARCH),
      first: (played) => hadMore(played) && isAtQuota(played.world),
      half: (played) => atQuota(played).passed && isAtQuota(played.world) && !hadMore(played),
    },
    'who-ends': {
      nobody: (played) => isWorn(played) && !choice(played),
      largest: (played) => choice(played) !== null && chosen(played) === largest(played.world),
      inside: (played) => chosen(played).startsWith('process/') && chosen(played) !== largest(played.world),
    },
    'above-high': {
      killed: (played) => choice(played) !== null,
      sleeps: (played) => sick(played) !== null && !choice(played) && !wasStartedAgain(played),
      again: (played) => sick(played) !== null && wasStartedAgain(played),
    },
    'uses-more': {
      more: afterChange((played, uses) => uses && !startedAgain(played)),
      again: afterChange((played, uses) => uses === startedAgain(played)),
      refused: afterChange(({ world }) => field(world.get(CART), 'memoryLimitBytes') === 0),
    },
    'second-idle': {
      quarter: afterwards((played) => firstGets(played) < wanted(played.world, SEARCH) / 2),
      half: afterwards((played) => firstGets(played) === wanted(played.world, SEARCH) / 2),
      all: afterwards((played) => firstGets(played) === coresOf(played.world)),
    },
  },
};
