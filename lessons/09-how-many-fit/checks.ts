// What lesson 9 looks for in a run. Everything is read from the world and its facts.
import type { CheckResult, Figure, LessonChecks, Played } from '../../src/lesson/format';
import { copiesOn, is, lacks, passed } from '../../src/lesson/reading';
import { GIBIBYTE, MEBIBYTE, type Entity, type Fact, type WorldView } from '../../src/sim';

const VMS = 'host/host-a';
const CONTAINERS = 'host/host-b';

const gibibytes = (bytes: number) => `${Number((bytes / GIBIBYTE).toFixed(1))} GiB`;
const mebibytes = (bytes: number) => `${Math.round(bytes / MEBIBYTE)} MiB`;

const serving = (world: WorldView, host: string): readonly Entity[] =>
  copiesOn(world, host).filter(({ id }) => is(world, id, 'serving'));

/** Memory of a host that nobody holds or was promised. */
function left(world: WorldView, host: string): number {
  const found = world.get(host);
  return found ? Number(found.memory.size) - found.memory.charged : 0;
}

/** What the next VM that is off would reserve; null when all of them run. */
function nextReservation(world: WorldView): number | null {
  const next = world.ofKind('vm').find(({ tags }) => tags.includes('off'));
  return next ? Number(next.context['memoryBytes']) : null;
}

const isStarting = (world: WorldView) =>
  ['vm', 'kernel', 'container', 'process']
    .flatMap((kind) => world.ofKind(kind))
    .some(({ tags }) => tags.includes('starting'));

/** Whether the kernel of host-b had to kill a copy for want of memory. */
const hasKilled = (facts: readonly Fact[]) => facts.some(({ name }) => name === 'process.oom-killed');

/** What each host lacks to be full, in words; null when neither takes more and all serve. */
function missing({ world, facts }: Played): string | null {
  const next = nextReservation(world);
  if (next === null || left(world, VMS) >= next) return 'On host-a another VM still fits.';
  if (!hasKilled(facts)) return 'On host-b nobody was killed yet: another container still fits.';
  return isStarting(world) ? 'Full. Let those that were started serve.' : null;
}

function bothFull(played: Played): CheckResult {
  const lack = missing(played);
  return lack === null ? passed : lacks(lack);
}

/** Copies in VMs and in containers, once neither host takes more; null before. */
function counts(played: Played): { readonly vms: number; readonly containers: number } | null {
  const { world } = played;
  if (missing(played) !== null) return null;
  return { vms: serving(world, VMS).length, containers: serving(world, CONTAINERS).length };
}

type Counts = NonNullable<ReturnType<typeof counts>>;

/** A figure of hosts that are full. */
function whenFull(of: (found: Counts, world: WorldView) => Figure) {
  return (played: Played): Figure => {
    const found = counts(played);
    return found && of(found, played.world);
  };
}

/** Whether the factor, containers through VMs, is as it says; false before the hosts are full. */
function factorIs(holds: (factor: number) => boolean) {
  return (played: Played): boolean => {
    const found = counts(played);
    return found !== null && holds(found.containers / found.vms);
  };
}

/** Memory of the kernels that run on a host, its own one among them. */
const kernels = (world: WorldView, host: string): number =>
  world
    .ofKind('kernel')
    .filter(({ tags }) => tags.includes('up'))
    .filter(({ standsOn }) => standsOn === host || (host === VMS && standsOn?.startsWith('vm/')))
    .reduce((sum, { memory }) => sum + memory.own, 0);

/** What a full host has given away for each of its copies. */
const perCopy = (world: WorldView, host: string, floor: string, copies: number): string => {
  const charged = Number(world.get(host)?.memory.charged) - Number(world.get(floor)?.memory.own);
  return mebibytes(charged / copies);
};

/** Which containers the kernel had ended and somebody started by hand, and whom it ended next. */
function startedByHand({ world, facts }: Played) {
  const containerOf = (id: string | null) => world.get(id ?? '')?.standsOn ?? null;
  const kills = facts
    .filter(({ name }) => name === 'process.oom-killed')
    .map(({ seq, about }) => ({ seq, of: containerOf(about) }));
  const started = facts.filter(
    ({ seq, name, about }) =>
      name === 'command.start-container' && kills.some((kill) => kill.seq < seq && kill.of === about),
  );
  const ends = started.map(({ seq, about }) => ({ about, end: kills.find((kill) => kill.seq > seq)?.of }));
  return { kills, ends, another: ends.find(({ about, end }) => end && end !== about) ?? null };
}

/** Passed when a container that the kernel had ended was started by hand, another was killed for it, and all serve. */
function oneInOneOut(played: Played): CheckResult {
  const { kills, ends, another } = startedByHand(played);
  if (kills.length === 0) return lacks('On host-b the kernel has killed nobody yet. Let the script run.');
  if (ends.length === 0) return lacks('None of those that were killed was started by hand yet.');
  if (isStarting(played.world)) return lacks('It is starting. Let time run.');
  if (another !== null) return passed;
  return lacks(ends.some(({ end }) => end) ? 'It was killed itself.' : 'It is starting. Let time run.');
}

/** A container by the name that it has on the stage. */
const onStage = (id: string | null | undefined) =>
  id ? id.slice(id.indexOf('/') + 1).replace('-', ' ') : null;

/** Microseconds from the start by hand to the first answer of a copy on a host; null before. */
function readyAfter({ world, facts }: Played, command: string, host: string): number | null {
  const started = facts.find(({ name }) => name === `command.${command}`);
  const copies = new Set(copiesOn(world, host).map(({ id }) => id));
  const up = facts.find(({ name, about }) => name === 'process.up' && copies.has(about ?? ''));
  return started && up ? up.at - started.at : null;
}

const vmReady = (played: Played) => readyAfter(played, 'start-vm', VMS);
const containerReady = (played: Played) => readyAfter(played, 'start-container', CONTAINERS);
const span = (micros: number | null): Figure => (micros === null ? null : { micros });

function bothReady(played: Played): CheckResult {
  if (vmReady(played) !== null && containerReady(played) !== null) return passed;
  const { facts } = played;
  const given = (name: string) => facts.some((fact) => fact.name === `command.${name}`);
  if (!given('start-vm')) return lacks('No VM was started on host-a.');
  return lacks(given('start-container') ? 'Let both serve.' : 'No container was started on host-b.');
}

/** Which was ready first, told by the times of both; false while one is missing. */
function ready(holds: (vm: number, container: number) => boolean) {
  return (played: Played): boolean => {
    const [vm, container] = [vmReady(played), containerReady(played)];
    return vm !== null && container !== null && holds(vm, container);
  };
}

/** How many VMs of the next one's size the host has room for, with those that run; null when none is off. */
function roomFor({ world }: Played): number | null {
  const next = nextReservation(world);
  const run = world.ofKind('vm').filter(({ tags }) => !tags.includes('off'));
  return next && run.length + Math.floor(left(world, VMS) / next);
}

/** Checks, figures and predictions. */
export const checks: LessonChecks = {
  checks: {
    'both-full': {
      sentence: 'Neither host takes another copy, and all that were started serve.',
      test: bothFull,
    },
    'huge-full': {
      sentence: 'Neither host takes another huge copy, and all that were started serve.',
      test: bothFull,
    },
    'one-in-one-out': {
      sentence: 'One more container was started, and another was killed.',
      test: oneInOneOut,
    },
    'both-ready': { sentence: 'A copy in a VM and one in a container serve.', test: bothReady },
  },
  figures: {
    'room-for': roomFor,
    'in-vms': whenFull(({ vms }) => vms),
    'in-containers': whenFull(({ containers }) => containers),
    'in-micro': whenFull(({ vms }) => vms),
    factor: whenFull(({ vms, containers }) => (containers / vms).toFixed(1)),
    'guest-oses': whenFull((_, world) => gibibytes(kernels(world, VMS))),
    'one-os': whenFull((_, world) => gibibytes(kernels(world, CONTAINERS))),
    'by-hand': (played) => onStage(startedByHand(played).another?.about),
    'killed-instead': (played) => onStage(startedByHand(played).another?.end),
    'per-vm': whenFull(({ vms }, world) => perCopy(world, VMS, 'hypervisor/xen-a', vms)),
    'per-container': whenFull(({ containers }, world) =>
      perCopy(world, CONTAINERS, 'kernel/host-b', containers),
    ),
    'vm-ready': (played) => span(vmReady(played)),
    'container-ready': (played) => span(containerReady(played)),
  },
  predictions: {
    eight: {
      all: (played) => roomFor(played) === 8,
      seven: (played) => roomFor(played) === 7,
      more: (played) => (roomFor(played) ?? 0) > 8,
    },
    factor: {
      same: factorIs((factor) => factor < 1.5),
      'two-three': factorIs((factor) => factor >= 2 && factor <= 3),
      ten: factorIs((factor) => factor >= 10),
    },
    'huge-factor': {
      same: factorIs((factor) => factor >= 2 && factor <= 3),
      equal: factorIs((factor) => factor < 1.5),
      bigger: factorIs((factor) => factor > 3),
    },
    'first-ready': {
      together: ready((vm, container) => vm === container),
      container: ready((vm, container) => container < vm),
      vm: ready((vm, container) => vm < container),
    },
    micro: {
      half: factorIs((factor) => factor >= 2),
      near: factorIs((factor) => factor >= 1 && factor < 1.25),
      more: factorIs((factor) => factor < 1),
    },
  },
};
