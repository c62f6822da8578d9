// What lesson 2 looks for in a run. Everything is read from the world and its facts.
import type { CheckResult, LessonChecks, Played } from '../../src/lesson/format';
import { stackChecks, stackFigures, stackPredictions } from './stacks';
import {
  copiesOf,
  copiesOn,
  copiesStoppedBy,
  firstFact,
  is,
  lacks,
  passed,
  standsOn,
} from '../../src/lesson/reading';
import { CORE, SECOND, wattsOf, type Entity, type EntityId, type WorldView } from '../../src/sim';

const HOST_A = 'host/host-a';
/** The copy on Linux, beside Windows. */
const CART = 'process/b-cart-1';
/** Busy enough to be called full, as a part of all cores. */
const FULL = 0.9;

const cores = (micro: number) => {
  const count = Number((micro / CORE).toFixed(2));
  return `${count} ${count === 1 ? 'core' : 'cores'}`;
};
const percent = (part: number) => `${Math.round(part * 100)}%`;

/** Computers as they were before: every host but host-a. */
const computers = (world: WorldView) => world.ofKind('host').filter(({ id }) => id !== HOST_A);

/** How much of its cores a host used on average until somebody shut it down, as a part of 1. */
function usedOf({ world, facts }: Played, { id, context }: Entity): number {
  const end = firstFact(facts, 'command.shut-down', id)?.at ?? world.at;
  return end === 0 ? 0 : world.cpuUsed(id) / (end * Number(context['cores']));
}

/** What these hosts draw together, each as busy as is said, in watts. */
function drawn(hosts: readonly Entity[], busy: (host: Entity) => number): number {
  const watts = hosts.map((host) =>
    wattsOf(Number(host.context['idleWatts']), Number(host.context['busyWatts']), busy(host)),
  );
  return watts.reduce((sum, each) => sum + each, 0);
}

/** To the next ten. */
const inWatts = (watts: number | null) =>
  watts === null ? null : `about ${(Math.round(watts / 10) * 10).toLocaleString('en')} W`;

/** How busy the computers were before the move, on average; null before anything ran. */
function busyBefore(played: Played): number | null {
  const uses = computers(played.world).map((host) => usedOf(played, host));
  return played.world.at === 0 || uses.length === 0
    ? null
    : uses.reduce((sum, use) => sum + use) / uses.length;
}

/** How busy host-a is once it carries all six copies; null before. */
function busyAfter({ world }: Played): number | null {
  const host = world.get(HOST_A);
  const serving = copiesOn(world, HOST_A).filter(({ id }) => is(world, id, 'serving'));
  if (!host || serving.length < copiesOn(world, HOST_A).length || serving.length < 2) return null;
  return host.cpu.granted / (Number(host.context['cores']) * CORE);
}

/** What all that had power drew before the move: the computers, and host-a, which stood by idle. */
function wattsBefore(played: Played): number | null {
  if (busyBefore(played) === null) return null;
  return drawn(played.world.ofKind('host'), (host) => (host.id === HOST_A ? 0 : usedOf(played, host)));
}

/** What host-a draws once the computers are off. */
function wattsAfter(played: Played): number | null {
  const busy = computersOff(played).passed ? busyAfter(played) : null;
  const host = played.world.get(HOST_A);
  return busy === null || !host ? null : drawn([host], () => busy);
}

const HOURS_A_YEAR = 8_766;
const WATTS_A_KILOWATT = 1_000;

/** Kilowatt-hours that a year takes less, to the next hundred. */
function savedInAYear(played: Played): string | null {
  const [before, after] = [wattsBefore(played), wattsAfter(played)];
  if (before === null || after === null) return null;
  const hundreds = Math.round(((before - after) * HOURS_A_YEAR) / WATTS_A_KILOWATT / 100);
  return `about ${(hundreds * 100).toLocaleString('en')} kWh`;
}

function compareBusy(holds: (before: number, after: number) => boolean) {
  return (played: Played): boolean => {
    const before = busyBefore(played);
    const after = busyAfter(played);
    return before !== null && after !== null && holds(before, after);
  };
}

function allInVms({ world }: Played): CheckResult {
  if (!is(world, HOST_A, 'up')) return lacks('host-a is off, and its VMs with it. Take that back.');
  const copies = copiesOn(world, HOST_A);
  const serving = copies.filter(({ id }) => is(world, id, 'serving'));
  return serving.length === copies.length
    ? passed
    : lacks(`On host-a ${serving.length} of ${copies.length} copies serve.`);
}

function computersOff(played: Played): CheckResult {
  const inVms = allInVms(played);
  if (!inVms.passed) return lacks('First all copies must serve on host-a, or the shop is closed.');
  const on = computers(played.world).filter(({ id }) => is(played.world, id, 'up'));
  return on.length === 0 ? passed : lacks(`Computers that still have power: ${on.length}.`);
}

/** A kernel as a learner knows it. */
const named = (kernel: EntityId) =>
  kernel === 'kernel/windows' ? 'the laptop' : kernel.replace('kernel/vm-', 'VM ');

/** Passed once a kernel panicked, and no other: what follows shows then what that one took along. */
function panicked(kernel: EntityId) {
  return ({ facts }: Played): CheckResult => {
    const panics = facts.filter(({ name }) => name === 'kernel.panicked').map(({ about }) => about ?? '');
    const other = panics.find((about) => about !== kernel);
    if (other) return lacks(`The kernel of ${named(other)} panicked. Take that back.`);
    return panics.length > 0 ? passed : lacks(`The kernel of ${named(kernel)} has not panicked yet.`);
  };
}

/** Copies on host-b that had not served when the first kernel panicked, or by now where none has. */
function lateCopies({ world, facts }: Played): readonly Entity[] {
  const end = facts.find(({ name }) => name === 'kernel.panicked')?.seq ?? Infinity;
  return copiesOf(world).filter(({ id }) => (firstFact(facts, 'process.up', id)?.seq ?? Infinity) >= end);
}

/** Passed once both copies served, before anything panicked. */
function bothOses(played: Played): CheckResult {
  const waiting = lateCopies(played);
  if (waiting.length === 0) return passed;
  const panic = played.facts.find(({ name }) => name === 'kernel.panicked');
  if (!panic) return lacks(`Copies that never served yet: ${waiting.length}.`);
  const kernel = panic.about ?? '';
  const late = waiting.some(({ id }) => standsOn(played.world, id, kernel)) ? 'its copy' : 'both copies';
  return lacks(`The kernel of ${named(kernel)} panicked before ${late} served. Take that back.`);
}

/** Passed once Windows panicked beside a Linux whose cart served. */
function windowsPanicked(played: Played): CheckResult {
  const alone = panicked('kernel/vm-1')(played);
  return alone.passed && lateCopies(played).length > 0
    ? lacks('It panicked before both copies served. Take that back.')
    : alone;
}

/** How many kernels have ever been up. */
function kernelsUp({ facts }: Played): number | null {
  const up = new Set(facts.filter(({ name }) => name === 'kernel.up').map(({ about }) => about));
  return up.size > 0 ? up.size : null;
}

/** Whether the cart on Linux went on when Windows panicked, whatever came later; null if it did not serve then. */
function otherOs(played: Played): { readonly serves: boolean } | null {
  const panic = firstFact(played.facts, 'kernel.panicked', 'kernel/vm-1');
  const cart = firstFact(played.facts, 'process.up', CART);
  if (!panic || !cart || cart.seq > panic.seq) return null;
  return { serves: !copiesStoppedBy(played, panic).includes(CART) };
}

/** The busy copies beside VM 3. */
const neighbours = (world: WorldView) =>
  copiesOf(world).filter(({ id }) => standsOn(world, id, HOST_A) && !standsOn(world, id, 'vm/vm-3'));

/** What a VM of host-a may have when all want everything: its part of the cores by weight. */
function fairShare(world: WorldView, id: EntityId): number {
  return Math.floor(Number(world.get(HOST_A)?.context['cores'] ?? 0) * CORE * (world.shareOf(id)?.part ?? 0));
}

const isOverloaded = (world: WorldView) => {
  const buy = world.get('process/a-buy-1');
  return buy !== undefined && is(world, buy.id, 'serving') && buy.cpu.wanted >= 8 * CORE;
};

/** Of each neighbour: what it wants, which it had before, and what it gets; null while VM 3 leaves room. */
function contended({ world }: Played): readonly { wanted: number; granted: number; share: number }[] | null {
  if (!isOverloaded(world)) return null;
  return neighbours(world).map(({ id, cpu }) => ({ ...cpu, share: fairShare(world, vmUnder(world, id)) }));
}

function vmUnder(world: WorldView, id: EntityId): EntityId {
  return world.ofKind('vm').find((vm) => standsOn(world, id, vm.id))?.id ?? '';
}

const neighbourFigure =
  (of: (neighbour: { wanted: number; granted: number; share: number }) => number) =>
  (played: Played): string | null => {
    const first = contended(played)?.[0];
    return first ? cores(of(first)) : null;
  };

const each =
  (holds: (neighbour: { wanted: number; granted: number; share: number }) => boolean) =>
  (played: Played): boolean =>
    contended(played)?.every(holds) === true;

/** Neighbours after the panic of VM 3; null before it. */
function afterPanic({ world, facts }: Played): readonly Entity[] | null {
  return firstFact(facts, 'kernel.panicked', 'kernel/vm-3') && neighbours(world);
}

/** Whether the panic of VM 3, and nothing later, took a neighbour along. */
function neighboursTaken(played: Played): boolean {
  const panic = firstFact(played.facts, 'kernel.panicked', 'kernel/vm-3');
  const taken = panic ? copiesStoppedBy(played, panic) : [];
  return neighbours(played.world).some(({ id }) => taken.includes(id));
}

const afterwards =
  (holds: (neighbour: Entity, world: WorldView) => boolean) =>
  (played: Played): boolean =>
    afterPanic(played)?.every((neighbour) => holds(neighbour, played.world)) === true;

/** Floors from a box down to its host. */
function floorsUnder(world: WorldView, id: EntityId): number {
  const below = world.get(id)?.standsOn ?? null;
  return below === null ? 0 : 1 + floorsUnder(world, below);
}

const floors = (copy: EntityId) => (played: Played) => floorsUnder(played.world, copy) || null;

function onLaptop(holds: (cart: Entity) => boolean) {
  return ({ world, facts }: Played): boolean => {
    const cart = world.get('process/l-cart-1');
    return (
      cart !== undefined && firstFact(facts, 'kernel.panicked', 'kernel/windows') !== null && holds(cart)
    );
  };
}

/** What my copy gets since the neighbour's panic, and got before it on average; null before the panic. */
function mine({ world, facts }: Played): { before: number; after: number } | null {
  const cart = world.get('process/mine-cart-1');
  const panic = firstFact(facts, 'kernel.panicked', 'kernel/customer-b');
  if (!cart || !panic || world.at < panic.at + SECOND) return null;
  const after = cart.cpu.granted;
  const used = world.cpuUsed(cart.id) * CORE - after * (world.at - panic.at);
  return { before: Math.round(used / panic.at), after };
}

/** Whether the neighbour's panic, and nothing later, took my copy along. */
function mineTaken(played: Played): boolean {
  const panic = firstFact(played.facts, 'kernel.panicked', 'kernel/customer-b');
  return panic !== null && copiesStoppedBy(played, panic).includes('process/mine-cart-1');
}

function inTheCloud(holds: (before: number, after: number) => boolean) {
  return (played: Played): boolean => {
    const found = mine(played);
    return found !== null && holds(found.before, found.after);
  };
}

/** Where the recall looks: a container, and the OS of the server beside it. */
const [BOX, SERVER] = ['container/box-a', 'kernel/server-a'] as const;

/** The version of the shop's library among the files that programs in a box find; null where there is none. */
function versionIn({ world }: Played, box: string): string | null {
  const files = world.get(String(world.get(box)?.context['root']))?.context['files'];
  return /"version":"([^"]+)"/.exec(String(files))?.[1] ?? null;
}

/** Checks, figures and predictions. */
export const checks: LessonChecks = {
  checks: {
    'all-in-vms': { sentence: 'All six copies serve on host-a.', test: allInVms },
    'computers-off': { sentence: 'The six computers are off, and all copies serve.', test: computersOff },
    'both-oses': {
      sentence: 'Windows and Linux both run, each with its copy.',
      test: bothOses,
    },
    'windows-panicked': { sentence: 'The Windows kernel panicked.', test: windowsPanicked },
    overloaded: {
      sentence: 'buy in VM 3 wants eight cores.',
      test: ({ world }) => (isOverloaded(world) ? passed : lacks('buy in VM 3 wants less than eight cores.')),
    },
    'vm-3-panicked': {
      sentence: 'The kernel of VM 3 panicked.',
      test: panicked('kernel/vm-3'),
    },
    'laptop-panicked': {
      sentence: 'The kernel of the laptop panicked.',
      test: panicked('kernel/windows'),
    },
    ...stackChecks,
  },
  figures: {
    ...stackFigures,
    'busy-before': (played) => {
      const before = busyBefore(played);
      return before === null ? null : percent(before);
    },
    'busy-after': (played) => {
      const after = busyAfter(played);
      return after === null ? null : percent(after);
    },
    'watts-before': (played) => inWatts(wattsBefore(played)),
    'watts-after': (played) => inWatts(wattsAfter(played)),
    'saved-in-a-year': savedInAYear,
    'computers-before': ({ world }) => computers(world).length || null,
    'computers-after': (played) =>
      computersOff(played).passed
        ? played.world.ofKind('host').filter(({ tags }) => tags.includes('up')).length
        : null,
    'kernels-up': kernelsUp,
    'neighbour-before': neighbourFigure(({ wanted }) => wanted),
    'neighbour-after': neighbourFigure(({ granted }) => granted),
    'fair-share': neighbourFigure(({ share }) => share),
    stolen: neighbourFigure(({ wanted, granted }) => wanted - granted),
    'neighbour-now': (played) => {
      const first = afterPanic(played)?.[0];
      return first ? cores(first.cpu.granted) : null;
    },
    'floors-on-laptop': floors('process/l-cart-1'),
    'floors-on-host-a': ({ world }) =>
      world.get('process/l-cart-1') ? floorsUnder(world, 'process/a-cart-1') || null : null,
    'mine-before': (played) => {
      const found = mine(played);
      return found && cores(found.before);
    },
    'mine-after': (played) => {
      const found = mine(played);
      return found && cores(found.after);
    },
  },
  predictions: {
    'own-files': {
      servers: (played) => versionIn(played, BOX) === versionIn(played, SERVER),
      own: (played) => ![null, versionIn(played, SERVER)].includes(versionIn(played, BOX)),
      newest: (played) => versionIn(played, BOX) === null,
    },
    'how-busy': {
      full: compareBusy((_, after) => after >= FULL),
      between: compareBusy((before, after) => after > before && after < FULL),
      same: compareBusy((before, after) => after <= before),
    },
    'other-os': {
      'one-os': (played) => otherOs(played) !== null && kernelsUp(played) === 1,
      falls: (played) => otherOs(played)?.serves === false,
      'goes-on': (played) => otherOs(played)?.serves === true && (kernelsUp(played) ?? 0) > 1,
    },
    'what-is-lost': {
      nothing: each(({ wanted, granted }) => granted >= wanted),
      everything: each(({ granted, share }) => granted < share),
      borrowed: each(({ wanted, granted, share }) => granted < wanted && granted >= share),
    },
    'neighbours-notice': {
      fall: neighboursTaken,
      same: afterwards(({ id, cpu }, world) => is(world, id, 'serving') && cpu.granted < cpu.wanted),
      more: afterwards(({ id, cpu }, world) => is(world, id, 'serving') && cpu.granted === cpu.wanted),
    },
    'extra-floor': {
      'goes-on': onLaptop(({ tags, cpu }) => tags.includes('serving') && cpu.granted === cpu.wanted),
      slower: onLaptop(({ tags, cpu }) => tags.includes('serving') && cpu.granted < cpu.wanted),
      falls: onLaptop(({ tags }) => !tags.includes('serving')),
    },
    ...stackPredictions,
    cloud: {
      falls: (played) => mine(played) !== null && mineTaken(played),
      nothing: inTheCloud((before, after) => after === before),
      borrow: inTheCloud((before, after) => after > before),
    },
  },
};
