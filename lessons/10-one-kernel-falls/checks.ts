// What lesson 10 looks for in a run. Everything is read from the world and its facts.
import type { CheckResult, LessonChecks, Played, Span } from '../../src/lesson/format';
import {
  copiesOf,
  copiesOn,
  copiesStoppedBy,
  fallenBy,
  firstFact,
  is,
  kernelUnder,
  lacks,
  passed,
  servedAgain,
  servesAt,
  standsOn,
  takenBy,
  timeAway,
} from '../../src/lesson/reading';
import { SECOND, type Entity, type EntityId, type Fact, type WorldView } from '../../src/sim';
import { missingPicker } from './pickers';

/** How long the learner shall look what is down, and whether somebody picks it up. */
const LOOK = 5 * SECOND;

/** The first end of a copy of cart on a host by a command, or null. */
function cartKilledOn({ world, facts }: Played, host: EntityId): Fact | null {
  const byCommand = ({ because }: Fact) =>
    because !== null && facts[because]?.name === 'command.kill-process';
  const isCart = (id: EntityId) => world.get(id)?.context['service'] === 'cart' && standsOn(world, id, host);
  return (
    facts.find((fact) => fact.name === 'process.exited' && byCommand(fact) && isCart(fact.about!)) ?? null
  );
}

/** The copies that stopped with the cart killed on host-b, and whether it serves again. */
function afterKill(played: Played): { readonly stopped: number; readonly isBack: boolean } | null {
  const end = cartKilledOn(played, 'host/host-b');
  if (!end) return null;
  return {
    stopped: copiesStoppedBy(played, end).length,
    isBack: servedAgain(played.facts, end.about!, end) !== null,
  };
}

function bothKilled(played: Played): CheckResult {
  for (const host of ['host-a', 'host-b'])
    if (!cartKilledOn(played, `host/${host}`)) return lacks(`On ${host} no cart was killed yet.`);
  return passed;
}

function waited(played: Played): CheckResult {
  const ends = ['host/host-a', 'host/host-b'].map((host) => cartKilledOn(played, host)?.at ?? Infinity);
  if (played.world.at >= Math.max(...ends) + LOOK) return passed;
  return lacks(Number.isFinite(Math.max(...ends)) ? 'Keep watching.' : 'Kill both first.');
}

/** What is down after the last of the three faults shows only when some time has passed. */
function sawThree({ world, facts }: Played): CheckResult {
  const last = firstFact(facts, 'kernel.panicked', 'kernel/host-b');
  if (!last) return lacks('Let the run go on: not all three faults have happened yet.');
  return world.at >= last.at + LOOK ? passed : lacks('Keep watching.');
}

/** Passed once a box broke in this way. */
function broke(fact: string, about: EntityId, missing: string) {
  return ({ facts }: Played): CheckResult => (firstFact(facts, fact, about) ? passed : lacks(missing));
}

/** How many copies a break took; null before it. */
function taken(fact: string, about: EntityId) {
  return (played: Played): number | null => takenBy(played, fact, about)?.length ?? null;
}

const withVm2 = taken('kernel.panicked', 'kernel/vm-2');
const withHostB = taken('kernel.panicked', 'kernel/host-b');
const withHypervisor = taken('hypervisor.crashed', 'hypervisor/xen-a');
const withC1 = taken('kernel.panicked', 'kernel/c-1');

const perHost = (onA: number, onB: number) => (played: Played) =>
  withVm2(played) === onA && withHostB(played) === onB;

/** The three faults of step 4 and how long each was away; null while one of them is not back. */
function timesAway({ world, facts }: Played): { cart: Span; vm: Span; host: Span } | null {
  const end = firstFact(facts, 'process.exited', 'process/b-cart-1');
  const guest = firstFact(facts, 'kernel.panicked', 'kernel/vm-2');
  const host = firstFact(facts, 'kernel.panicked', 'kernel/host-b');
  if (!end || !guest || !host) return null;
  const cart = timeAway(facts, 'process/b-cart-1', end);
  const vm = timeAway(facts, 'process/a-cart-1', guest);
  const onHost = copiesOn(world, 'kernel/host-b').map(({ id }) => timeAway(facts, id, host));
  if (cart === null || vm === null || onHost.includes(null)) return null;
  return { cart: { micros: cart }, vm: { micros: vm }, host: { micros: Math.max(...onHost.map(Number)) } };
}

function comparesAway(holds: (cart: number, vm: number, host: number) => boolean) {
  return (played: Played): boolean => {
    const away = timesAway(played);
    return away !== null && holds(away.cart.micros, away.vm.micros, away.host.micros);
  };
}

/** How many containers of host-b have a kernel under them that carries no other container. */
function ownKernels(world: WorldView): number {
  const kernels = world.ofKind('container').flatMap(({ id }) => kernelUnder(world, id) ?? []);
  return kernels.filter((kernel) => kernels.indexOf(kernel) === kernels.lastIndexOf(kernel)).length;
}

const VM_NAMES: Readonly<Record<EntityId, string>> = { 'kernel/c-1': 'VM 1', 'kernel/c-2': 'VM 2' };

/** Both copies of each service stand on different guest kernels, and all of them serve. */
function walls({ world }: Played): CheckResult {
  const copies = copiesOf(world);
  const nowhere = copies.filter(({ id }) => kernelUnder(world, id) === null);
  for (const copy of copies) {
    const kernel = kernelUnder(world, copy.id);
    const service = String(copy.context['service']);
    const twin = copies.find((other) => other.id !== copy.id && other.context['service'] === service);
    if (kernel !== null && twin && kernelUnder(world, twin.id) === kernel)
      return lacks(`Both copies of ${service} are in ${VM_NAMES[kernel] ?? kernel}.`);
  }
  if (nowhere.length > 0) return lacks(`Without a place: ${nowhere.length} of ${copies.length} containers.`);
  return copies.every(({ id }) => is(world, id, 'serving')) ? passed : lacks('Let all six start.');
}

/** VM 1's kernel panicked, and at that instant each service still has a copy that serves. */
function survived(played: Played): CheckResult {
  const { world, facts } = played;
  const panic = firstFact(facts, 'kernel.panicked', 'kernel/c-1');
  if (!panic) return lacks('The kernel of VM 1 still runs.');
  const serviceOf = ({ context }: Entity) => String(context['service']);
  const copies = copiesOf(world);
  const served = new Set(copies.filter(({ id }) => servesAt(facts, id, panic)).map(serviceOf));
  const silent = [...new Set(copies.map(serviceOf))].filter((service) => !served.has(service));
  return silent.length === 0
    ? passed
    : lacks(`Nobody answers for ${silent.join(' and ')}. Go back and keep the copies apart.`);
}

/** Copies of host-c that the two breaks of step 5 took together. */
function downOnC(played: Played): number | null {
  const byHypervisor = takenBy(played, 'hypervisor.crashed', 'hypervisor/xen-c');
  const byKernel = takenBy(played, 'kernel.panicked', 'kernel/c-1') ?? [];
  return byHypervisor && new Set([...byHypervisor, ...byKernel]).size;
}

/** What went down with the laptop's own kernel. */
function onLaptop(played: Played, kind: string): number | null {
  const panic = firstFact(played.facts, 'kernel.panicked', 'kernel/windows');
  return panic && fallenBy(played, panic, kind).length;
}

const laptopLost = (kernels: number, containers: number) => (played: Played) =>
  onLaptop(played, 'kernel') === kernels && onLaptop(played, 'container') === containers;

/** Checks, figures and predictions. */
export const checks: LessonChecks = {
  checks: {
    'killed-both-carts': { sentence: 'A cart was killed on each host.', test: bothKilled },
    waited: { sentence: 'Five seconds passed after both were killed.', test: waited },
    'panicked-vm-2': {
      sentence: 'The kernel of VM 2 panicked.',
      test: broke('kernel.panicked', 'kernel/vm-2', 'The kernel of VM 2 still runs.'),
    },
    'panicked-host-b': {
      sentence: 'The kernel of host-b panicked.',
      test: broke('kernel.panicked', 'kernel/host-b', 'The kernel of host-b still runs.'),
    },
    'crashed-hypervisor': {
      sentence: 'The hypervisor of host-a crashed.',
      test: broke('hypervisor.crashed', 'hypervisor/xen-a', 'The hypervisor of host-a still runs.'),
    },
    'pulled-plug': {
      sentence: 'host-b lost its power.',
      test: broke('host.lost-power', 'host/host-b', 'host-b still has power.'),
    },
    'saw-three-faults': {
      sentence: 'Five seconds passed after the third fault.',
      test: sawThree,
    },
    'all-back': {
      sentence: 'After all three faults every copy serves again, and no person started one.',
      test: (played) => {
        const missing = missingPicker(played);
        return missing === null ? passed : lacks(missing);
      },
    },
    walls: { sentence: 'For each service, no guest kernel carries both copies.', test: walls },
    'panicked-c-1': { sentence: 'VM 1 panicked, and every service still answered.', test: survived },
    'crashed-xen-c': {
      sentence: 'The hypervisor of host-c crashed.',
      test: broke('hypervisor.crashed', 'hypervisor/xen-c', 'The hypervisor of host-c still runs.'),
    },
  },
  figures: {
    'stopped-by-kill': (played) => afterKill(played)?.stopped ?? null,
    'fell-with-vm-2': withVm2,
    'fell-with-host-b': withHostB,
    'fell-with-hypervisor': withHypervisor,
    'fell-with-plug': taken('host.lost-power', 'host/host-b'),
    'cart-away': (played) => timesAway(played)?.cart ?? null,
    'vm-away': (played) => timesAway(played)?.vm ?? null,
    'host-away': (played) => timesAway(played)?.host ?? null,
    'in-vm-1': ({ world }) => (world.get('kernel/c-1') ? copiesOn(world, 'kernel/c-1').length : null),
    'fell-with-c-1': withC1,
    'down-on-c': downOnC,
    'laptop-kernels': (played) => onLaptop(played, 'kernel'),
    'laptop-containers': (played) => onLaptop(played, 'container'),
  },
  predictions: {
    'own-kernel': {
      all: ({ world }) => ownKernels(world) === world.ofKind('container').length,
      one: ({ world }) => ownKernels(world) === 1,
      none: ({ world }) => ownKernels(world) === 0,
    },
    'kill-cart': {
      one: (played) => afterKill(played)?.stopped === 1 && afterKill(played)?.isBack === false,
      six: (played) => afterKill(played)?.stopped === 6,
      none: (played) => afterKill(played)?.isBack === true,
    },
    'one-kernel': { 'one-six': perHost(1, 6), 'one-one': perHost(1, 1), 'six-six': perHost(6, 6) },
    hypervisor: {
      none: (played) => withHypervisor(played) === 0,
      one: (played) => withHypervisor(played) === 1,
      six: (played) => withHypervisor(played) === 6,
    },
    'back-first': {
      'vm-2': comparesAway((cart, vm, host) => vm < cart && vm < host),
      container: comparesAway((cart, vm, host) => cart < vm && cart < host),
      alike: comparesAway((cart, vm, host) => cart === vm && vm === host),
    },
    'my-walls': {
      one: (played) => withC1(played) === 1,
      six: (played) => withC1(played) === 6,
      mine: (played) => {
        const placed = copiesOn(played.world, 'kernel/c-1').length;
        return placed !== 1 && placed !== 6 && withC1(played) === placed;
      },
    },
    laptop: { 'windows-only': laptopLost(1, 0), all: laptopLost(3, 4), 'no-guests': laptopLost(1, 4) },
  },
};
