// What lesson 7 looks for in a run. Everything is read from the world and its facts.
import type { CheckResult, LessonChecks, Played } from '../../src/lesson/format';
import { firstFact, lacks, passed, servedAgain } from '../../src/lesson/reading';
import { fileSeenBy, layersOf, type Entity, type EntityId, type Fact, type WorldView } from '../../src/sim';
import { lineChecks } from './changedLine';
import { mirrorChecks } from './mirrored';
import { overOneBase } from './overOneBase';
import { amount, begunAfter, buildsOf, short, tagMoved, text, told, type Build } from './builds';

const LAPTOP = 'image/search';
const CI = 'image/search-ci';
const BY_TAG = 'debian:12';
const BY_HAND = 'container/search-1';
const CONF = '/etc/search.conf';
const OPENSSL = '/var/lib/dpkg/info/openssl.list';
const REPAIRED = '3.0.13';
const ALL = 40;

type Files = readonly { readonly path: string; readonly bytes: number; readonly content: string }[];

const filesOf = (layer: Entity) =>
  (JSON.parse(String(layer.context['content'])) as { readonly files: Files }).files;
const stored = (world: WorldView) =>
  world.ofKind('layer').filter(({ context, state }) => state === 'stored' && context['use'] === 'layer');
/** The digest of the image that a container was made from. */
const imageDigestOf = (world: WorldView, id: EntityId) =>
  String(layersOf(world, id)[0]?.context['image'] ?? '');
const containers = (world: WorldView) =>
  world.ofKind('container').filter(({ standsOn }) => standsOn !== null);

// changed by hand

/** The first container that was made of what was built in the run, or null. */
function second(played: Played): Entity | null {
  const { world } = played;
  const digests = buildsOf(played, LAPTOP).map(({ built }) => text(built, 'digest'));
  return (
    containers(world).find(({ id }) => id !== BY_HAND && digests.includes(imageDigestOf(world, id))) ?? null
  );
}
const looked = (played: Played, container: EntityId) =>
  told(played, 'container.looked-for').some(
    ({ about, data }) => about === container && data?.['path'] === CONF,
  );

function bothLooked(played: Played): CheckResult {
  if (buildsOf(played, LAPTOP).length === 0) return lacks('search was not built again yet.');
  const made = second(played);
  if (made === null) return lacks('It is built. Start a container of the new image.');
  if (!looked(played, made.id)) return lacks(`Look for ${CONF} in the new container.`);
  return looked(played, BY_HAND) ? passed : lacks(`Look for ${CONF} in the old one, too.`);
}

// half a year

/** Builds on the CI machine and on the laptop since the tag was moved, from a Dockerfile that names the base by it. */
const later = (played: Played) => {
  const first = (image: EntityId) =>
    begunAfter(buildsOf(played, image), tagMoved(played)).find(
      ({ base }) => text(base, 'reference') === BY_TAG,
    ) ?? null;
  return { ci: first(CI), laptop: first(LAPTOP) };
};

function builtOnBoth(played: Played): CheckResult {
  if (!tagMoved(played)) return lacks('The half year has not passed yet.');
  const { ci, laptop } = later(played);
  const missing = (image: EntityId, otherwise: string) =>
    lacks(
      begunAfter(buildsOf(played, image), tagMoved(played)).length > 0
        ? 'The build since then begins with another base. Commit a Dockerfile that begins with debian:12.'
        : otherwise,
    );
  if (ci === null) return missing(CI, 'search was not built on the CI machine since then.');
  return laptop === null ? missing(LAPTOP, 'Build it on the laptop once more.') : passed;
}

/** What the base was on both, and where the CI machine has it from; null before both have built. */
function twoBases(played: Played) {
  const { ci, laptop } = later(played);
  if (!ci?.base || !laptop?.base) return null;
  return { ci: text(ci.base, 'digest'), laptop: text(laptop.base, 'digest'), from: text(ci.base, 'from') };
}

// pinned

const pin = (played: Played): Fact | null =>
  told(played, 'repository.committed').find(({ data }) => data?.['change'] === 'pinned-base') ?? null;
const isFixed = ({ asked }: Build) => asked?.data?.['rewriteTimestamps'] === true;

/** The first builds of the pinned base on both machines, as they come or with fixed times; null before. */
function pinnedOn(played: Played, fixed: boolean): { readonly laptop: string; readonly ci: string } | null {
  const digest = (image: EntityId) => {
    const all = begunAfter(buildsOf(played, image), pin(played)).filter((build) => isFixed(build) === fixed);
    const build = fixed ? all.at(-1) : all[0];
    return build === undefined ? '' : text(build.built, 'digest');
  };
  const both = { laptop: digest(LAPTOP), ci: digest(CI) };
  return both.laptop === '' || both.ci === '' ? null : both;
}

function pinned(played: Played): CheckResult {
  if (!pin(played)) return lacks('The Dockerfile still says debian:12.');
  if (begunAfter(buildsOf(played, CI), pin(played)).length === 0) return lacks('The CI machine is building.');
  return pinnedOn(played, false) ? passed : lacks('Now build on the laptop, as the CI machine did.');
}

function sameDigest(played: Played): CheckResult {
  const both = pinnedOn(played, true);
  if (both === null) return lacks('Both have to be built with fixed times.');
  if (both.laptop === both.ci) return passed;
  return lacks('Two digests still: what comes from the cache keeps the times of its own build.');
}

/** The files that are seen in an image, the last layer's first, by path. */
function seen(world: WorldView, image: EntityId): ReadonlyMap<string, string> {
  const layers = stored(world);
  const digests = String(world.get(image)?.context['layers'] ?? '').split(' ');
  const floor = world.get(image)?.standsOn;
  const own = digests.flatMap(
    (digest) => layers.find((each) => each.context['digest'] === digest && each.standsOn === floor) ?? [],
  );
  return new Map(own.flatMap(filesOf).map(({ path, bytes, content }) => [path, `${bytes} ${content}`]));
}

/** How many files both images have alike, and whether these are all. */
function alike(world: WorldView): { readonly count: number; readonly isAll: boolean } {
  const [here, there] = [seen(world, LAPTOP), seen(world, CI)];
  const count = [...here].filter(([path, content]) => there.get(path) === content).length;
  return { count, isAll: count === here.size && count === there.size };
}

// the hole

/** Whether a container, or who is made from an image, sees the repaired package. */
function isSafe(world: WorldView, id: EntityId): boolean {
  const isImage = world.get(id)?.kind === 'image';
  const found = isImage ? seen(world, id).get(OPENSSL) : fileSeenBy(world, id, OPENSSL)?.content;
  return found?.endsWith(`@${REPAIRED}`) === true;
}
const unsafe = ({ world }: Played) =>
  world.ofKind('container').filter(({ id, standsOn }) => standsOn === null || !isSafe(world, id));
const SHOP = ['image/search', 'image/cart'];

/** Which of both images have not the repaired base below them yet. */
const notRebuilt = (played: Played) =>
  SHOP.filter((image) => buildsOf(played, image).length === 0 || !isSafe(played.world, image));
const named = (images: readonly EntityId[]) => images.map((id) => id.replace('image/', '')).join(' and ');

function rebuilt(played: Played): CheckResult {
  if (!tagMoved(played)) return lacks('The repaired base is not out yet.');
  const open = notRebuilt(played);
  return open.length === 0 ? passed : lacks(`Not built on the repaired base: ${named(open)}.`);
}

function replaced(played: Played): CheckResult {
  const open = notRebuilt(played);
  if (open.length === SHOP.length) return lacks('No image is built on the repaired base yet.');
  const [all, left] = [containers(played.world).length, unsafe(played).length];
  if (open.length === 0 && left === 0) return passed;
  const built = SHOP.filter((image) => !open.includes(image));
  const half = open.length === 0 ? '' : `${named(built)} is built again, ${named(open)} is not. `;
  return lacks(`${half}Replaced: ${all - left} of ${all} containers; still on an old digest: ${left}.`);
}

/** From how many images the containers were made, once none has the hole; null before. */
function imagesBehind(played: Played): number | null {
  if (!replaced(played).passed) return null;
  return new Set(containers(played.world).map(({ id }) => imageDigestOf(played.world, id))).size;
}

/** How many containers still ran on the hole when the last of the images was built. */
function leftOld(played: Played): number | null {
  if (!rebuilt(played).passed) return null;
  const ends = SHOP.flatMap((image) => buildsOf(played, image)[0]?.built.seq ?? []);
  const since = Math.max(...ends);
  const later = told(played, 'command.replace-container').filter(({ seq }) => seq > since);
  return new Set([...later.map(({ about }) => about), ...unsafe(played).map(({ id }) => id)]).size;
}

const patched = (world: WorldView) =>
  world.ofKind('filesystem').filter(({ context }) => String(context['files']).includes(`"${REPAIRED}"`))
    .length;

// scanned

/** The first scan and the last one, with what was published between them; null before there are two. */
function scans(played: Played) {
  const all = told(played, 'image.scanned');
  const [one, other] = [all[0], all.at(-1)];
  if (!one || !other || one === other) return null;
  const between =
    told(played, 'distribution.fixed').find(({ seq }) => seq > one.seq && seq < other.seq) ?? null;
  return { one, other, between, isSame: text(one, 'digest') === text(other, 'digest') };
}

function scannedAgain(played: Played): CheckResult {
  const found = scans(played);
  if (found?.between) return passed;
  if (told(played, 'image.scanned').length === 0) return lacks('The image was not scanned yet.');
  return lacks(
    told(played, 'distribution.fixed').length > 0
      ? 'Scan once more.'
      : 'Scanned. Now let the repair be published.',
  );
}

// forty

/** How many of the forty are safe once one was started again when the base was here; null before. */
function safeOfForty(played: Played): number | null {
  const { world, facts } = played;
  const base = firstFact(facts, 'image.pulled', 'image/debian');
  const stop = facts.find(
    ({ seq, name }) => base !== null && seq > base.seq && name === 'fault.stop-container',
  );
  const back = stop ? servedAgain(facts, 'process/search-1', stop) : null;
  return back ? containers(world).filter(({ id }) => isSafe(world, id)).length : null;
}

/** Checks, figures and predictions. */
export const checks: LessonChecks = {
  checks: {
    'both-looked': {
      sentence: 'search is built again, and you looked for the file in the old container and in a new one.',
      test: bothLooked,
    },
    'built-on-both': {
      sentence: 'Half a year later, search is built on the CI machine and on the laptop.',
      test: builtOnBoth,
    },
    pinned: { sentence: 'Both machines have built with the pinned base.', test: pinned },
    'same-digest': { sentence: 'Both builds have the same digest.', test: sameDigest },
    rebuilt: { sentence: 'search and cart are built on the repaired base.', test: rebuilt },
    replaced: { sentence: 'No container runs with the hole.', test: replaced },
    'scanned-again': {
      sentence: 'You scanned before and after the repair was published.',
      test: scannedAgain,
    },
    ...lineChecks.checks,
    ...mirrorChecks.checks,
  },
  figures: {
    ...overOneBase.figures,
    'layers-over': (played) => {
      const made = second(played);
      return made && layersOf(played.world, made.id).length;
    },
    'base-laptop': (played) => short(twoBases(played)?.laptop ?? '') || null,
    'base-ci': (played) => short(twoBases(played)?.ci ?? '') || null,
    'digest-laptop': (played) => short(pinnedOn(played, false)?.laptop ?? '') || null,
    'digest-ci': (played) => short(pinnedOn(played, false)?.ci ?? '') || null,
    'same-files': (played) => pinnedOn(played, false) && alike(played.world).count,
    'fixed-laptop': (played) => short(pinnedOn(played, true)?.laptop ?? '') || null,
    'fixed-ci': (played) => short(pinnedOn(played, true)?.ci ?? '') || null,
    machines: (played) => (imagesBehind(played) === null ? null : patched(played.world)),
    builds: imagesBehind,
    'left-old': leftOld,
    'scanned-digest': (played) => short(text(scans(played)?.one, 'digest')) || null,
    advisory: (played) => text(scans(played)?.between, 'advisory') || null,
    safe: safeOfForty,
    ...lineChecks.figures,
    ...mirrorChecks.figures,
  },
  predictions: {
    ...overOneBase.predictions,
    'by-hand': {
      there: (played) => {
        const made = second(played);
        return made !== null && fileSeenBy(played.world, made.id, CONF) !== null;
      },
      nowhere: (played) => {
        const made = second(played);
        const isInOld = fileSeenBy(played.world, BY_HAND, CONF) !== null;
        return made !== null && isInOld && fileSeenBy(played.world, made.id, CONF) === null;
      },
      stops: (played) => told(played, 'builder.failed').length > 0,
    },
    'half-a-year': {
      elsewhere: (played) => {
        const found = twoBases(played);
        return found !== null && found.ci !== found.laptop;
      },
      same: (played) => {
        const found = twoBases(played);
        return found !== null && found.ci === found.laptop && found.from === 'registry';
      },
      cached: (played) => {
        const found = twoBases(played);
        return found !== null && found.ci === found.laptop && found.from === 'disk';
      },
    },
    'both-pinned': {
      all: (played) => {
        const both = pinnedOn(played, false);
        return both !== null && both.laptop === both.ci;
      },
      files: (played) => {
        const both = pinnedOn(played, false);
        return both !== null && both.laptop !== both.ci && alike(played.world).isAll;
      },
      nothing: (played) => {
        const both = pinnedOn(played, false);
        return both !== null && both.laptop !== both.ci && !alike(played.world).isAll;
      },
    },
    places: {
      six: (played) => imagesBehind(played) === containers(played.world).length,
      two: (played) => {
        const images = imagesBehind(played);
        return images !== null && images > 1 && images < containers(played.world).length;
      },
      one: (played) => imagesBehind(played) === 1,
    },
    'scanned-twice': {
      image: (played) => scans(played)?.isSame === false,
      known: (played) => {
        const found = scans(played);
        return found !== null && found.isSame && found.between !== null;
      },
      closer: (played) => {
        const found = scans(played);
        const isMore = amount(found?.other, 'found') > amount(found?.one, 'found');
        return found !== null && found.isSame && found.between === null && isMore;
      },
    },
    'safe-now': {
      all: (played) => safeOfForty(played) === ALL,
      restarted: (played) => {
        const safe = safeOfForty(played);
        return safe !== null && safe > 0 && safe < ALL;
      },
      none: (played) => safeOfForty(played) === 0,
    },
    ...lineChecks.predictions,
    ...mirrorChecks.predictions,
  },
};
