// What lesson 5 looks for in a run. Everything is read from the world and its facts.
import type { Check, CheckResult, LessonChecks, Played, Span } from '../../src/lesson/format';
import { consequencesOf, copiesOf, firstFact, is, lacks, passed, standsOn } from '../../src/lesson/reading';
import { CORE, GIBIBYTE, SECOND, type EntityId, type Fact, type WorldView } from '../../src/sim';
import { NAMESPACES } from '../../src/sim/rooms/namespaces/names';
import { listFigures, onTheList, ownOfCart, sightFigures, stillSeen } from './sights';

const passedIf = (holds: boolean, missing: string): CheckResult => (holds ? passed : lacks(missing));

function allNamespaces({ world }: Played): CheckResult {
  const own = ownOfCart(world);
  const missing = NAMESPACES.filter((each) => !own.includes(each));
  return passedIf(missing.length === 0, `cart still shares with its host: ${missing.join(', ')}.`);
}

const CART = 'process/cart';

const isCartUp = (world: WorldView) => world.get(CART)?.tags.includes('up') === true;
/** Of a cart that is not up nobody can tell what it wants. */
const ofCart =
  (of: (world: WorldView, id: EntityId) => number) =>
  ({ world }: Played): string | null =>
    isCartUp(world) ? inCores(of(world, CART)) : null;

function limited({ world }: Played): CheckResult {
  if (!isCartUp(world)) return lacks('cart does not run.');
  const limit = Number(world.get(CART)?.context['cpuLimitMicro'] ?? 0);
  if (limit > 0) return passedIf(limit < wanted(world, CART), 'The limit leaves cart all that it wants.');
  return lacks('cart may still use every core of host-a.');
}

/** How many of all copies serve, said where some do not. */
function allServe({ world }: Played): CheckResult {
  const copies = copiesOf(world);
  const serving = copies.filter(({ id }) => is(world, id, 'serving'));
  return passedIf(
    serving.length === copies.length,
    `cart serves on ${serving.length} of ${copies.length} hosts.`,
  );
}

/** From a command to the first fact of a name about a box. */
function timeFrom(command: string, target: EntityId, until: string, about: EntityId) {
  return ({ facts }: Played): Span | null => {
    const given = firstFact(facts, `command.${command}`, target);
    const done = firstFact(facts, until, about);
    return given && done && { micros: done.at - given.at };
  };
}

/** Containers that ended because of a fact. */
function endedBy(facts: readonly Fact[], root: Fact | null): readonly EntityId[] | null {
  if (root === null) return null;
  const ends = consequencesOf(facts, root).filter(({ name }) => name === 'container.exited');
  return [...new Set(ends.map(({ about }) => about!))];
}

const countEnded = (fact: string, about: EntityId) => (played: Played) =>
  endedBy(played.facts, firstFact(played.facts, fact, about))?.length ?? null;

const byKill = countEnded('runtime.crashed', 'runtime/dockerd-e');
const byShim = countEnded('monitor.killed', 'monitor/shim-f-cart');
const onE = countEnded('runtime.stopped', 'runtime/dockerd-e');
const onF = countEnded('runtime.stopped', 'runtime/dockerd-f');

/** Containers of host-e that were started again after the kill of dockerd, and before it was stopped. */
const cameBack = ({ facts }: Played): boolean =>
  facts.some(
    ({ name, about }) => name === 'container.starting' && about?.startsWith('container/e-') === true,
  );

const orderly = (holds: (e: number, f: number) => boolean) => (played: Played) => {
  const [e, f] = [onE(played), onF(played)];
  return e !== null && f !== null && holds(e, f);
};

function stoppedInOrder({ facts }: Played): CheckResult {
  const open = ['e', 'f'].filter(
    (letter) => !firstFact(facts, 'runtime.stopped', `runtime/dockerd-${letter}`),
  );
  return passedIf(
    open.length === 0,
    `dockerd was not stopped on ${open.map((each) => `host-${each}`).join(' and ')}.`,
  );
}

const MONITORS = ['monitor/shim-g-cart', 'monitor/conmon-h-cart', 'monitor/lxc-i-cart', 'monitor/rkt-j-cart'];

/** Hosts on which cart ran before its monitor was killed. */
function ranOn({ world, facts }: Played): readonly EntityId[] {
  return world
    .ofKind('host')
    .map(({ id }) => id)
    .filter((host) =>
      copiesOf(world).some(({ id }) => standsOn(world, id, host) && firstFact(facts, 'process.up', id)),
    );
}

function monitorsKilled({ facts }: Played): CheckResult {
  const open = MONITORS.filter((id) => !firstFact(facts, 'monitor.killed', id)).length;
  return passedIf(open === 0, `Monitors not killed yet: ${open}.`);
}

/** Hosts whose container runs on, once all four monitors were killed; null before. */
function livedOn(played: Played): readonly EntityId[] | null {
  if (!monitorsKilled(played).passed) return null;
  const { world } = played;
  const running = world.ofKind('container').filter(({ tags }) => tags.includes('up'));
  return world
    .ofKind('host')
    .map(({ id }) => id)
    .filter((host) => running.some(({ id }) => standsOn(world, id, host)));
}

const nameOf = (id: EntityId) => id.slice(id.indexOf('/') + 1);

const SEARCH = 'process/search';
const granted = (world: WorldView, id: EntityId) => world.get(id)?.cpu.granted ?? 0;
const wanted = (world: WorldView, id: EntityId) => world.get(id)?.cpu.wanted ?? 0;
const inGibibytes = (bytes: number) => `${Number((bytes / GIBIBYTE).toFixed(1))} GiB`;
const inCores = (micro: number) => `${Number((micro / CORE).toFixed(2))} core${micro === CORE ? '' : 's'}`;

/** Memory once batch wants more of it: null before. */
const sinceGreed =
  (bytes: (world: WorldView) => number) =>
  ({ world, facts }: Played): string | null =>
    facts.some(({ name }) => name === 'fault.use-memory') ? inGibibytes(bytes(world)) : null;

/** Once batch wants all: whether its neighbours still serve, and get what they want. */
const afterGreed = (holds: (serve: boolean, get: boolean) => boolean) => (played: Played) => {
  const { world, facts } = played;
  if (!facts.some(({ name }) => name === 'fault.set-demand')) return false;
  const neighbours = copiesOf(world).filter(({ name }) => name !== 'batch');
  return holds(
    neighbours.every(({ id }) => is(world, id, 'serving')),
    neighbours.every(({ id }) => granted(world, id) >= wanted(world, id)),
  );
};

/** What each of two equal VMs gets of the cores of its host once both want them, as a part of 1. */
const shareOfEach = (holds: (first: number, second: number) => boolean) => (played: Played) => {
  const [first, second] = played.world.ofKind('vm');
  const cores = Number(played.world.get('host/host-v')?.context['cores'] ?? 0) * CORE;
  if (first === undefined || second === undefined || cores === 0) return false;
  if (first.cpu.wanted + second.cpu.wanted <= cores) return false;
  return holds(first.cpu.granted / cores, second.cpu.granted / cores);
};

const check = (sentence: string, test: Check['test']): Check => ({ sentence, test });

/** Checks, figures and predictions. */
export const checks: LessonChecks = {
  checks: {
    'own-list': check('cart has its own list of processes', ({ world }) =>
      passedIf(ownOfCart(world).includes('pid'), 'cart still lists the processes of host-a.'),
    ),
    'all-namespaces': check('cart has a namespace of its own of every kind', allNamespaces),
    limited: check('the CPU of cart is limited', limited),
    'three-serve': check('cart serves on all three hosts', allServe),
    'dockerd-crashed': check('dockerd crashed on host-e', ({ facts }) =>
      passedIf(firstFact(facts, 'runtime.crashed', 'runtime/dockerd-e') !== null, 'dockerd runs on host-e.'),
    ),
    'shim-killed': check('the shim of cart was killed on host-f', ({ facts }) =>
      passedIf(
        firstFact(facts, 'monitor.killed', 'monitor/shim-f-cart') !== null,
        'The shim of cart is up on host-f.',
      ),
    ),
    'stopped-in-order': check('dockerd was stopped in order on both hosts', stoppedInOrder),
    'four-run': check('cart served on all four hosts', (played) => {
      const hosts = ranOn(played).length;
      return passedIf(hosts === MONITORS.length, `cart has run on ${hosts} of ${MONITORS.length} hosts.`);
    }),
    'monitors-killed': check('all four monitors were killed', monitorsKilled),
  },
  figures: {
    ...sightFigures,
    ...listFigures,
    'docker-start': timeFrom('start-container', 'container/b-cart', 'container.running', 'container/b-cart'),
    'lxc-start': timeFrom('start-container', 'container/c-cart', 'container.running', 'container/c-cart'),
    'vm-start': timeFrom('start-vm', 'vm/d', 'process.starting', 'process/d-cart'),
    'cart-start': ({ world }) => {
      const ms = world.get('process/b-cart')?.context['startMs'];
      return typeof ms === 'number' ? { micros: ms * (SECOND / 1_000) } : null;
    },
    'stopped-by-kill': byKill,
    'stopped-by-shim': byShim,
    'stopped-e': onE,
    'stopped-f': onF,
    'run-without': (played) => {
      const hosts = ranOn(played);
      return hosts.length === 0 ? null : `${hosts.length} hosts`;
    },
    'lived-on': (played) => {
      const hosts = livedOn(played);
      return hosts && (hosts.map(nameOf).join(', ') || 'none');
    },
    'cart-wants': ofCart(wanted),
    'cart-uses': ofCart(granted),
    before: ({ world }) => (world.get('process/batch') ? inCores(wanted(world, SEARCH)) : null),
    after: ({ world, facts }) =>
      facts.some(({ name }) => name === 'fault.set-demand') ? inCores(granted(world, SEARCH)) : null,
    'batch-took': sinceGreed((world) => world.get('process/batch')!.memory.own),
    'left-free': sinceGreed((world) => {
      const { size, charged } = world.get('host/host-k')!.memory;
      return Number(size) - charged;
    }),
  },
  predictions: {
    'equal-shares': {
      all: shareOfEach((first, second) => first === 1 && second === 1),
      half: shareOfEach((first, second) => first === second && first < 1),
      first: shareOfEach((first, second) => first > second),
    },
    'still-seen': stillSeen,
    'on-the-list': onTheList,
    'dockerd-killed': {
      stop: (played) => (byKill(played) ?? 0) > 0 && !cameBack(played),
      'run-on': (played) => byKill(played) === 0,
      'come-back': (played) => (byKill(played) ?? 0) > 0 && cameBack(played),
    },
    orderly: {
      none: orderly((e, f) => e === 0 && f === 0),
      both: orderly((e, f) => e > 0 && f > 0),
      'e-alone': orderly((e, f) => e > 0 && f === 0),
    },
    monitors: {
      nowhere: (played) => livedOn(played)?.length === 0,
      'cri-o': (played) => livedOn(played)?.join() === 'host/host-h',
      everywhere: (played) => livedOn(played)?.length === played.world.ofKind('host').length,
    },
    'no-limits': {
      nothing: afterGreed((serve, get) => serve && get),
      take: afterGreed((serve, get) => serve && !get),
      end: afterGreed((serve) => !serve),
    },
  },
};
