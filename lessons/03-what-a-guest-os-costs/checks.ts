// What lesson 3 looks for in a run. Everything is read from the world and its facts.
import type { CheckResult, Figure, LessonChecks, Played } from '../../src/lesson/format';
import { copiesOf, firstFact, is, lacks, passed, standsOn } from '../../src/lesson/reading';
import { growingChecks, growingFigures, growingPredictions } from './growing';
import { CORE, GIBIBYTE, scannedPerSecond, SECOND, type Entity, type WorldView } from '../../src/sim';

const HOST = 'host/host-a';
const HYPERVISOR = 'hypervisor/hypervisor-a';

const gibibytes = (bytes: number) => `${Number((bytes / GIBIBYTE).toFixed(1))} GiB`;

const vms = (world: WorldView) => world.ofKind('vm');
/** VMs that hold memory: on their way up, or up. */
const alive = (world: WorldView) =>
  vms(world).filter(({ tags }) => tags.includes('up') || tags.includes('starting'));
const sum = (boxes: readonly Entity[], of: (box: Entity) => number) =>
  boxes.reduce((total, box) => total + of(box), 0);
const field = (name: string) => (box: Entity) => Number(box.context[name] ?? 0);
const own = ({ memory }: Entity) => memory.own;
/** Programs or OSes that have their memory: not those in VMs that are off. */
const holding = (world: WorldView, kind: string) =>
  world.ofKind(kind).filter(({ tags }) => tags.includes('holds-memory'));

/** Memory of the host that nobody holds or was promised. */
function left(world: WorldView): number {
  const host = world.get(HOST);
  return host ? Number(host.memory.size) - host.memory.charged : 0;
}

/** What the next VM that is off would reserve; null when all of them run. */
function nextReservation(world: WorldView): number | null {
  const next = vms(world).find(({ tags }) => tags.includes('off'));
  return next ? field('memoryBytes')(next) : null;
}

/** How many VMs were started when no other fits any more; null as long as one does. */
function fits({ world }: Played): number | null {
  const next = nextReservation(world);
  return next !== null && left(world) < next && alive(world).length > 0 ? alive(world).length : null;
}

function filled(played: Played): CheckResult {
  const full = fits(played);
  const serving = copiesOf(played.world).filter(({ id }) => is(played.world, id, 'serving')).length;
  if (full !== null)
    return serving >= full ? passed : lacks(`Full. Now let them boot: ${serving} of ${full} serve.`);
  // How many more would fit is what the question asks.
  return lacks(`VMs that are on: ${alive(played.world).length}. Another one fits.`);
}

/** A figure that is told once the host is full and all that was started serves. */
function whenFull(of: (world: WorldView) => number) {
  return (played: Played): Figure => {
    const serving = copiesOf(played.world).filter(({ id }) => is(played.world, id, 'serving'));
    return serving.length > 0 && serving.length === fits(played) ? gibibytes(of(played.world)) : null;
  };
}

const isOvercommitting = (world: WorldView) => world.get(HYPERVISOR)?.context['overcommit'] === true;
const touched = (world: WorldView) => sum(vms(world), field('touchedBytes'));
const swapped = (world: WorldView) => sum(vms(world), field('swappedBytes'));
const ballooned = (world: WorldView) => sum(vms(world), field('balloonBytes'));

function twelveUp({ world }: Played): CheckResult {
  const serving = copiesOf(world).filter(({ id }) => is(world, id, 'serving'));
  const all = copiesOf(world).length;
  return serving.length === all ? passed : lacks(`${serving.length} of ${all} copies serve.`);
}

/** How many VMs run of a hypervisor that overcommits, once it refuses one or there is none left. */
function overcommitted(played: Played): number | null {
  const { world } = played;
  if (!isOvercommitting(world) || alive(world).length === 0) return null;
  return twelveUp(played).passed ? alive(world).length : fits(played);
}

/** The most that was swapped out of VMs at once, as far as the run tells; null before. */
function mostSwapped({ facts }: Played): number | null {
  const now = new Map<string, number>();
  let most = 0;
  for (const { name, about, data } of facts) {
    if (name === 'vm.swapping') now.set(about ?? '', Number(data?.['swappedBytes'] ?? 0));
    if (name === 'vm.swapped-in') now.delete(about ?? '');
    most = Math.max(
      most,
      [...now.values()].reduce((total, bytes) => total + bytes, 0),
    );
  }
  return most > 0 ? most : null;
}

/** The night is over when memory was swapped out, and no VM waits for it any more. */
function nightOver(played: Played): CheckResult {
  const { world, facts } = played;
  if (!firstFact(facts, 'vm.swapping', firstSwapped(played) ?? ''))
    return lacks('The second half of the night has not begun.');
  return swapped(world) === 0 ? passed : lacks(`Still swapped out: ${gibibytes(swapped(world))}.`);
}

const firstSwapped = ({ facts }: Played) => facts.find(({ name }) => name === 'vm.swapping')?.about ?? null;

/** How many VMs the host ended for want of memory. */
const killed = ({ facts }: Played) => facts.filter(({ name }) => name === 'vm.oom-killed').length;

/** Something was brought back because a balloon had given the host what it was to take. */
const broughtBack = ({ facts }: Played) =>
  facts.some(
    ({ name, because }) =>
      name === 'vm.swapped-in' && facts.find(({ seq }) => seq === because)?.name === 'vm.ballooned',
  );

function inTheNight(holds: (played: Played, balloons: number, swap: number) => boolean) {
  return (played: Played): boolean =>
    nightOver(played).passed && holds(played, ballooned(played.world), mostSwapped(played) ?? 0);
}

/** What came of the morning: once all copies use what they need; null before. */
function morning(played: Played): { readonly balloons: number; readonly swap: number } | null {
  const { world, facts } = played;
  const busy = facts.filter(({ name }) => name === 'fault.use-memory').length;
  if (busy < vms(world).length) return null;
  return { balloons: ballooned(world), swap: swapped(world) };
}

function inTheMorning(holds: (balloons: number, swap: number, played: Played) => boolean) {
  return (played: Played): boolean => {
    const found = morning(played);
    return found !== null && holds(found.balloons, found.swap, played);
  };
}

const MINUTE = 60 * SECOND;
const merged = (world: WorldView) => sum(vms(world), field('mergedBytes'));

/** When somebody first let equal pages be looked for; null before. */
const looksSince = ({ facts }: Played) =>
  firstFact(facts, 'command.set-page-sharing', HYPERVISOR)?.at ?? null;
const hasLooked = (played: Played) => played.world.at >= (looksSince(played) ?? Infinity) + MINUTE;

/** What is alike in the guests and stored more than once, however many share it. */
const alike = (world: WorldView) => sum(vms(world).slice(1), field('imageBytes'));

/** Pages that are shared so far, told per minute of looking; null in the first minute. */
function mergedAMinute(played: Played): number | null {
  if (!hasLooked(played)) return null;
  return (merged(played.world) * MINUTE) / (played.world.at - (looksSince(played) ?? 0));
}

/** What is looked at in a minute. */
function lookedAt({ world }: Played): number {
  const hypervisor = world.get(HYPERVISOR)!;
  const { pagesToScan, scanSleepMs } = hypervisor.context;
  return (scannedPerSecond(Number(pagesToScan), Number(scanSleepMs)) * MINUTE) / SECOND;
}

/** Holds of the shares of three VMs, once all of them want everything. */
const thirds =
  (holds: (shares: readonly Entity['cpu'][], world: WorldView) => boolean) =>
  ({ world }: Played): boolean => {
    const shares = vms(world).map(({ cpu }) => cpu);
    return shares.every(({ wanted }) => wanted >= 8 * CORE) && holds(shares, world);
  };
/** Single micro-cores that do not divide go to one of them. */
const isThird = (world: WorldView, granted: number) =>
  Math.abs(granted * vms(world).length - Number(world.get(HOST)?.context['cores']) * CORE) <=
  vms(world).length;

/** What the copies that were slowed down most by swapping could use of what they want, in percent. */
function slowest({ world, facts }: Played): string | null {
  const parts = facts.flatMap(({ name, about, data }) => {
    const copy = copiesOf(world).find(({ id }) => standsOn(world, id, about ?? ''));
    if (name !== 'vm.swapping' || copy === undefined) return [];
    // No cap is written as 0, and who wants nothing is not slowed down.
    const cap = Number(data?.['swapCapMicro']) || Infinity;
    return copy.cpu.wanted > 0 ? [cap / copy.cpu.wanted] : [];
  });
  return parts.length === 0 ? null : `${Math.round(100 * Math.min(1, ...parts))}%`;
}

/** Checks, figures and predictions. */
export const checks: LessonChecks = {
  checks: {
    filled: { sentence: 'No other VM fits on host-a, and all that run serve.', test: filled },
    overcommits: {
      sentence: 'The hypervisor overcommits.',
      test: ({ world }) => (isOvercommitting(world) ? passed : lacks('It still reserves all beforehand.')),
    },
    'twelve-up': { sentence: 'All twelve VMs serve.', test: twelveUp },
    shares: {
      sentence: 'The hypervisor looks for equal pages.',
      test: (played) => (looksSince(played) === null ? lacks('Nobody looks for equal pages.') : passed),
    },
    'minute-over': {
      sentence: 'Equal pages were looked for during a minute.',
      test: (played) => (hasLooked(played) ? passed : lacks('A minute has not gone by since.')),
    },
    'night-over': { sentence: 'The host had to swap, and has brought everything back.', test: nightOver },
    ...growingChecks,
  },
  figures: {
    ...growingFigures,
    fits,
    left: (played) => (fits(played) === null ? null : gibibytes(left(played.world))),
    promised: whenFull((world) => sum(alive(world), field('memoryBytes'))),
    programs: whenFull((world) => sum(holding(world, 'process'), own)),
    'guest-oses': whenFull((world) => sum(holding(world, 'kernel'), own)),
    services: whenFull((world) => sum(holding(world, 'kernel'), field('servicesBytes'))),
    hollow: whenFull(
      (world) =>
        sum(alive(world), field('memoryBytes')) -
        sum([...holding(world, 'process'), ...holding(world, 'kernel')], own),
    ),
    touched: (played) => (overcommitted(played) === null ? null : gibibytes(touched(played.world))),
    'promised-more': (played) =>
      overcommitted(played) === null ? null : gibibytes(sum(alive(played.world), field('memoryBytes'))),
    ballooned: (played) => (nightOver(played).passed ? gibibytes(ballooned(played.world)) : null),
    'most-swapped': (played) => {
      const most = mostSwapped(played);
      return most === null ? null : gibibytes(most);
    },
    'night-cpu': slowest,
    'merged-first': (played) => {
      const found = mergedAMinute(played);
      return found === null ? null : gibibytes(found);
    },
    alike: (played) => (hasLooked(played) ? gibibytes(alike(played.world)) : null),
    'looked-at': (played) => (hasLooked(played) ? gibibytes(lookedAt(played)) : null),
    'to-look-at': (played) => (hasLooked(played) ? gibibytes(touched(played.world)) : null),
    'morning-ballooned': (played) => {
      const found = morning(played);
      return found && (found.balloons === 0 ? 'nothing' : gibibytes(found.balloons));
    },
    'morning-swapped': (played) => {
      const found = morning(played);
      return found && gibibytes(found.swap);
    },
    'morning-cpu': (played) => {
      const cpus = copiesOf(played.world).map(({ cpu }) => cpu);
      const each = (of: 'wanted' | 'granted') =>
        Number((cpus.reduce((total, cpu) => total + cpu[of], 0) / cpus.length / CORE).toFixed(2));
      return morning(played) && `${each('granted')} of the ${each('wanted')} cores`;
    },
  },
  predictions: {
    ...growingPredictions,
    thirds: {
      own: thirds((shares) => shares.every(({ wanted, granted }) => granted === wanted)),
      first: thirds((shares, world) => shares.some(({ granted }) => !isThird(world, granted))),
      share: thirds((shares, world) => shares.every(({ granted }) => isThird(world, granted))),
    },
    'how-many': {
      eight: (played) => fits(played) === 8,
      seven: (played) => fits(played) === 7,
      all: ({ world }) => alive(world).length === vms(world).length,
    },
    overcommitted: {
      seven: (played) => overcommitted(played) === 7,
      ten: (played) => overcommitted(played) === 10,
      twelve: (played) => overcommitted(played) === 12,
    },
    whence: {
      free: inTheNight((_, balloons, swap) => balloons === 0 && swap === 0),
      balloon: inTheNight((played, _, swap) => broughtBack(played) && swap > 0 && killed(played) === 0),
      refused: inTheNight((played) => killed(played) > 0),
    },
    sharing: {
      all: (played) => hasLooked(played) && (mergedAMinute(played) ?? 0) >= alike(played.world),
      part: (played) => {
        const found = mergedAMinute(played) ?? 0;
        return found > 0 && found < alike(played.world);
      },
      nothing: (played) => hasLooked(played) && merged(played.world) === 0,
    },
    morning: {
      enough: inTheMorning((balloons, swap) => balloons > 0 && swap === 0),
      nothing: inTheMorning((balloons, swap, played) => balloons === 0 && swap > 0 && killed(played) === 0),
      stopped: inTheMorning((_balloons, _swap, played) => killed(played) > 0),
    },
  },
};
