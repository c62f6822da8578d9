// What lesson 6 looks for in a run. Everything is read from the world and its facts.
import type { CheckResult, Figure, LessonChecks, Played } from '../../src/lesson/format';
import { copiesOf, firstFact, is, lacks, passed } from '../../src/lesson/reading';
import {
  fileSeenBy,
  GIBIBYTE,
  layersOf,
  MEBIBYTE,
  type Entity,
  type Fact,
  type WorldView,
} from '../../src/sim';

const KERNEL = 'kernel/host-b';
const DISK = 'disk/images';
const SEARCH = 'image/search';
const FIRST = 'container/search-1';
const CATALOGUE = '/app/catalogue';
const ORDERS = '/data/orders';
const NAMES = ['search', 'cart', 'buy'] as const;

const size = (bytes: number): string =>
  bytes >= GIBIBYTE
    ? `${Number((bytes / GIBIBYTE).toFixed(1))} GiB`
    : `${Number((bytes / MEBIBYTE).toFixed(1))} MiB`;
const told = ({ facts }: Played, name: string) => facts.filter((fact) => fact.name === name);
const amount = (fact: Fact | undefined | null, key: string) => Number(fact?.data?.[key] ?? 0);
const isPulled = (world: WorldView, name: string) => is(world, `image/${name}`, 'up');
const pulledBytes = (world: WorldView, name: string) =>
  Number(world.get(`image/${name}`)?.context['pulledBytes'] ?? 0);

/** The layers of an image as they lie on the disk. */
function layersOfImage(world: WorldView, name: string): readonly Entity[] {
  const digests = String(world.get(`image/${name}`)?.context['layers'] ?? '').split(' ');
  return world.ofKind('layer').filter(({ context }) => digests.includes(String(context['digest'])));
}
const bytesOf = (layers: readonly Entity[]) => layers.reduce((sum, { memory }) => sum + memory.charged, 0);
const imageBytes = (world: WorldView, name: string) => bytesOf(layersOfImage(world, name));
const usedOf = (world: WorldView, disk: string) => world.get(disk)?.memory.charged ?? 0;

// three images, one base

function allPulled({ world }: Played): CheckResult {
  const open = NAMES.filter((name) => !isPulled(world, name));
  return open.length === 0 ? passed : lacks(`Not there yet: ${open.join(', ')}.`);
}

/** What came over the network for cart and buy once search was there; null before all three are. */
function pulledLater({ world }: Played): { readonly came: number; readonly whole: number } | null {
  if (!allPulled({ world, facts: [] }).passed) return null;
  const [first = NAMES[0], ...later] = [...NAMES].sort(
    (one, other) => pulledBytes(world, other) - pulledBytes(world, one),
  );
  const sum = (bytes: (name: string) => number) => later.reduce((all, name) => all + bytes(name), 0);
  const came = sum((name) => pulledBytes(world, name));
  return { came: pulledBytes(world, first) === 0 ? 0 : came, whole: sum((name) => imageBytes(world, name)) };
}

const allCame = (world: WorldView) => NAMES.reduce((sum, name) => sum + pulledBytes(world, name), 0);
const allSizes = (world: WorldView) => NAMES.reduce((sum, name) => sum + imageBytes(world, name), 0);

// ten containers

const containers = (world: WorldView) =>
  world
    .ofKind('container')
    .filter(({ context, standsOn }) => context['image'] === SEARCH && standsOn !== null);

function tenServe({ world }: Played): CheckResult {
  const serving = copiesOf(world).filter(({ id }) => is(world, id, 'serving')).length;
  return serving >= 10 ? passed : lacks(`${serving} of 10 containers serve.`);
}

/** The first write to a file that lay in a layer of the image, or null. */
const changed = (played: Played) =>
  told(played, 'container.wrote').find(({ data }) => data?.['path'] === CATALOGUE) ?? null;

/** Whether a container was looked into for the file after it was changed, the one that wrote or another one. */
function looked(played: Played, isWriter: boolean): boolean {
  const write = changed(played);
  return told(played, 'container.looked-for').some(
    ({ seq, about, data }) =>
      write !== null &&
      seq > write.seq &&
      data?.['path'] === CATALOGUE &&
      (about === write.about) === isWriter,
  );
}

function written(played: Played): CheckResult {
  return changed(played) ? passed : lacks(`No container has written ${CATALOGUE} yet.`);
}

function bothLooked(played: Played): CheckResult {
  if (!changed(played)) return lacks('Nothing was changed yet.');
  if (!looked(played, true)) return lacks('Look in the container that changed it, too.');
  return looked(played, false) ? passed : lacks('Look in another container, too.');
}

/** How many containers see another catalogue than the image has; null before ten were made and one wrote. */
function seeChange(played: Played): number | null {
  const { world } = played;
  if (!changed(played) || containers(world).length < 10) return null;
  return containers(world).filter(({ id }) => fileSeenBy(world, id, CATALOGUE)?.content !== CATALOGUE).length;
}

/** How many times the image is on the disk, as the ten take it; null before. */
function timesStored(played: Played): number | null {
  return seeChange(played) === null ? null : usedOf(played.world, DISK) / imageBytes(played.world, 'search');
}

const afterTen = (played: Played, value: (world: WorldView) => Figure): Figure =>
  seeChange(played) === null ? null : value(played.world);

// replace it

/** Writes and replacements of the first container, in order. */
function history({ facts }: Played): readonly Fact[] {
  const names = ['container.wrote', 'command.replace-container', 'container.looked-for'];
  return facts.filter(({ name, about }) => about === FIRST && names.includes(name));
}
const isAbout = ({ data }: Fact, path: string) => data?.['path'] === path;

/** What was found the last time somebody looked for the orders after write and replacement; null before. */
function found(played: Played, where: 'layer' | 'volume'): string | null {
  const acts = history(played);
  const isTo = (fact: Fact) => String(fact.data?.['to']).startsWith(where);
  const write = acts.find((fact) => fact.name === 'container.wrote' && isAbout(fact, ORDERS) && isTo(fact));
  const replaced = acts.find(({ name, seq }) => name.startsWith('command') && seq > (write?.seq ?? Infinity));
  const look = acts.find(
    (fact) =>
      fact.name === 'container.looked-for' && isAbout(fact, ORDERS) && fact.seq > (replaced?.seq ?? Infinity),
  );
  return look ? String(look.data?.['in'] ?? 'nowhere') : null;
}

function lost(played: Played): CheckResult {
  if (!history(played).some((fact) => fact.name === 'container.wrote' && isAbout(fact, ORDERS)))
    return lacks(`search 1 has not written ${ORDERS} yet.`);
  return found(played, 'layer') === null ? lacks('Replace it by a new one, and look for the file.') : passed;
}

function kept(played: Played): CheckResult {
  if (found(played, 'volume')?.startsWith('volume') === true) return passed;
  if (!played.world.get(FIRST)?.context['volume']) return lacks('search 1 has no volume yet.');
  const acts = history(played);
  const write = acts.find(
    (fact) =>
      fact.name === 'container.wrote' &&
      isAbout(fact, ORDERS) &&
      String(fact.data?.['to']).startsWith('volume'),
  );
  if (!write) return lacks(`The volume is there. Let search 1 write ${ORDERS} to it.`);
  const isReplaced = acts.some(({ name, seq }) => name.startsWith('command') && seq > write.seq);
  return isReplaced
    ? lacks(`Replaced. Now look for ${ORDERS}.`)
    : lacks('It is in the volume. Replace the container once more, and look.');
}

/** Whether the other container has the image's files, and nothing of the first. */
const layersOver = (world: WorldView) => layersOf(world, FIRST).length;

// the registry stops

const retried = ({ facts }: Played) => firstFact(facts, 'image.retrying', SEARCH);

/** What was told of each pull of search, until it was there or given up. */
function pulls({ facts }: Played): readonly (readonly Fact[])[] {
  const about = facts.filter((fact) => fact.about === SEARCH);
  return about.flatMap(({ name }, index) => {
    if (name !== 'image.pulling') return [];
    const since = about.slice(index + 1);
    const end = since.findIndex((fact) => fact.name === 'image.pulled' || fact.name === 'image.failed');
    return [end === -1 ? since : since.slice(0, end + 1)];
  });
}
const isCut = (pull: readonly Fact[]) => pull.some(({ name }) => name === 'image.retrying');
const endsWith = (name: string) => (pull: readonly Fact[]) => pull.at(-1)?.name === name;
/** The first pull that was cut and went on until the image was there. */
const wentOn = (played: Played) => pulls(played).filter(isCut).find(endsWith('image.pulled')) ?? null;

const GIVEN_UP = lacks(
  'The pull was given up: the registry was silent for too long. Take that back, or start this step again.',
);

function thereAtLast(played: Played): CheckResult {
  const { world } = played;
  const isGivenUp = pulls(played).some(endsWith('image.failed'));
  if (isPulled(world, 'search')) {
    if (wentOn(played)) return passed;
    return isGivenUp
      ? GIVEN_UP
      : lacks('It came in one go. Start this step again, and stop the registry sooner.');
  }
  if (!is(world, SEARCH, 'starting')) return isGivenUp ? GIVEN_UP : lacks('Nothing is being pulled.');
  const now = pulls(played).at(-1) ?? [];
  const isOver = endsWith('image.failed')(now) || endsWith('image.pulled')(now);
  if (isOver || !isCut(now)) return lacks('The image is on its way: stop the registry now.');
  return is(world, 'registry/hub', 'up')
    ? lacks('The pull goes on as soon as it asks again.')
    : lacks('The pull was cut, and waits. Let the registry answer again.');
}

/** How many times the image was sent whose pull was cut and went on: the time that bytes came, against what all take. */
function timesSent(played: Played): number | null {
  const pull = wentOn(played);
  if (pull === null) return null;
  const sending = pull.reduce((sum, fact, index) => {
    const next = pull[index + 1];
    return fact.name === 'image.fetching' && next ? sum + next.at - fact.at : sum;
  }, 0);
  const whole = new Map(
    pull
      .filter(({ name }) => name === 'image.fetching')
      .map(({ data }) => [data?.['next'], data] as const)
      .reverse(),
  );
  const neededMs = [...whole.values()].reduce((sum, data) => sum + Number(data?.['nextMs']), 0);
  return sending / (neededMs * 1_000);
}

// clear up

/** Layers that went each time somebody deleted what nobody needs, and what room they took. */
const prunings = (played: Played) => told(played, 'runtime.pruned');
const firstPruned = (played: Played) => prunings(played)[0] ?? null;
const laterPruned = (played: Played) => prunings(played).find((fact) => amount(fact, 'layers') > 0) ?? null;
const freed = (fact: Fact | null) => fact && size(amount(fact, 'bytes'));

/** Removed before there was a reason not to: no container can be replaced without it. */
const TOO_SOON = lacks(
  'The image of search is gone already, and nothing can be replaced without it: take its removal back.',
);

function prunedTwice(played: Played): CheckResult {
  const [first, then] = [firstPruned(played), laterPruned(played)];
  if (is(played.world, SEARCH, 'absent') && !(then && then !== first)) return TOO_SOON;
  if (!first) return lacks('Nobody has deleted anything yet.');
  return then && then !== first ? passed : lacks('The old containers still need what is old of search.');
}

function searchGone(played: Played): CheckResult {
  const { world } = played;
  const isGone = is(world, SEARCH, 'absent');
  if (!prunedTwice(played).passed)
    return isGone ? TOO_SOON : lacks('First the task above: afterwards Docker has a reason.');
  if (isGone) return passed;
  const users = containers(world).length;
  return lacks(users === 0 ? 'The image of search is there.' : `Containers of search: ${users}.`);
}

// the file that is deleted again

/** How much bigger than its base an image is; null before it is there. */
function bigger({ world }: Played): number | null {
  if (!isPulled(world, 'tools')) return null;
  const [base, ...others] = layersOfImage(world, 'tools');
  return base === undefined ? null : bytesOf(others);
}

const webServers = (world: WorldView) =>
  world.ofKind('process').filter(({ name }) => name.startsWith('web-'));
/** Web servers among the processes of the host's kernel. */
const listed = (world: WorldView) => {
  const boxes = world.get(KERNEL)?.holds ?? [];
  return webServers(world).filter(({ standsOn }) => boxes.includes(standsOn ?? '')).length;
};

/** Checks, figures and predictions. */
export const checks: LessonChecks = {
  checks: {
    'all-pulled': { sentence: 'The images of search, cart and buy are on host-b.', test: allPulled },
    'ten-serve': { sentence: 'Ten containers of one image serve.', test: tenServe },
    written: { sentence: 'One of them has changed a file of the image.', test: written },
    'both-looked': { sentence: 'You looked for the file in that one and in another one.', test: bothLooked },
    lost: { sentence: 'search 1 wrote a file, was replaced, and you looked for it.', test: lost },
    kept: { sentence: 'With a volume, the file is there after the container was replaced.', test: kept },
    'pruned-twice': {
      sentence: 'You deleted what nobody needs, before and after both containers were replaced.',
      test: prunedTwice,
    },
    'search-gone': { sentence: 'The image of search is not on host-b any more.', test: searchGone },
    'there-at-last': { sentence: 'The image is there, though the pull was cut.', test: thereAtLast },
  },
  figures: {
    'came-later': (played) => {
      const later = pulledLater(played);
      return later && size(later.came);
    },
    'all-came': (played) => (pulledLater(played) === null ? null : size(allCame(played.world))),
    'all-sizes': (played) => (pulledLater(played) === null ? null : size(allSizes(played.world))),
    'see-change': seeChange,
    'ten-take': (played) => afterTen(played, (world) => size(usedOf(world, DISK))),
    'vms-take': (played) => afterTen(played, (world) => size(usedOf(world, 'disk/ten-vms'))),
    'copied-up': (played) => afterTen(played, () => size(amount(changed(played), 'copiedUpBytes'))),
    'read-once': (played) =>
      afterTen(played, () =>
        size(told(played, 'layer.read').reduce((sum, fact) => sum + amount(fact, 'bytes'), 0)),
      ),
    'layers-over': (played) => (found(played, 'layer') === null ? null : layersOver(played.world)),
    'waited-for': (played) => {
      const wait = retried(played);
      return wait && { micros: amount(wait, 'retryMs') * 1_000 };
    },
    'freed-first': (played) => freed(firstPruned(played)),
    'freed-then': (played) => freed(laterPruned(played)),
    bigger: (played) => {
      const bytes = bigger(played);
      return bytes === null ? null : size(bytes);
    },
  },
  predictions: {
    'on-the-host': {
      none: ({ world }) => listed(world) === 0,
      one: ({ world }) => listed(world) === 1,
      three: ({ world }) => listed(world) === 3,
    },
    'two-more': {
      whole: (played) => {
        const later = pulledLater(played);
        return later !== null && later.came >= later.whole;
      },
      missing: (played) => {
        const later = pulledLater(played);
        return later !== null && later.came > 0 && later.came < later.whole;
      },
      nothing: (played) => pulledLater(played)?.came === 0,
    },
    'one-of-ten': {
      copies: (played) => (timesStored(played) ?? 0) >= 10 && seeChange(played) === 1,
      little: (played) => {
        const times = timesStored(played);
        return times !== null && times > 1 && times < 2 && seeChange(played) === 1;
      },
      all: (played) => (seeChange(played) ?? 0) >= 10,
    },
    replaced: {
      there: (played) => found(played, 'layer')?.startsWith('layer') === true,
      nowhere: (played) => found(played, 'layer') === 'nowhere',
      image: (played) => {
        // What it sees through a volume of its own is not in the image.
        const isPlain = !played.world.get('container/search-2')?.context['volume'];
        const other = fileSeenBy(played.world, 'container/search-2', ORDERS);
        return found(played, 'layer') !== null && isPlain && other !== null;
      },
    },
    pruned: {
      old: (played) => amount(firstPruned(played), 'layers') > 0 && isPulled(played.world, 'cart'),
      unused: (played) => firstPruned(played) !== null && !isPulled(played.world, 'cart'),
      nothing: (played) => firstPruned(played)?.data?.['layers'] === 0 && isPulled(played.world, 'cart'),
    },
    cut: {
      anew: (played) => (timesSent(played) ?? 0) > 1.1,
      rest: (played) => {
        const times = timesSent(played);
        return times !== null && times <= 1.1;
      },
      fails: (played) =>
        retried(played) !== null &&
        told(played, 'image.failed').length > 0 &&
        !isPulled(played.world, 'search'),
    },
    'deleted-again': {
      same: (played) => bigger(played) === 0,
      bigger: (played) => bigger(played) === 500 * MEBIBYTE,
      twice: (played) => (bigger(played) ?? 0) > 500 * MEBIBYTE,
    },
  },
};
