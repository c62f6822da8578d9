// What can be done where images are built: building one in each way, committing, moving tags, scanning, publishing.
import type { Command, Entity, EntityId, WorldView } from '../../sim';
import type { Instruction } from '../../sim/resources/dockerfile';
import { isPinned } from '../../sim/resources/pinned';

/** SOURCE_DATE_EPOCH, in seconds: any time before the build does, as long as it is always the same. */
const EPOCH = 0;
/** Without the cache, and so that whoever builds it gets the same digest. */
const ANEW = { noCache: true, epoch: EPOCH, rewriteTimestamps: true };

const table = (box: Entity, field: string) =>
  JSON.parse(String(box.context[field])) as Readonly<Record<string, string>>;

const builderOn = (disk: EntityId | null, view: WorldView) =>
  view.ofKind('builder').find(({ context }) => context['disk'] === disk);

/** Who else makes a container image of the same recipe, so that digests can be compared. */
const isBuiltTwice = (repository: unknown, view: WorldView) =>
  view.ofKind('image').filter(({ context, standsOn }) => {
    const builder = builderOn(standsOn, view);
    return context['repository'] === repository && builder?.context['makes'] === 'container-image';
  }).length > 1;

/** Building it, and once it is there building it anew, where another machine does so, too. */
function ofImage({ id, context, standsOn }: Entity, view: WorldView): Command[] {
  if (!context['repository']) return [];
  const builder = builderOn(standsOn, view);
  const built = JSON.parse(String(builder?.context['images'] ?? '{}')) as Readonly<Record<string, unknown>>;
  const isCompared =
    builder?.context['makes'] === 'container-image' && isBuiltTwice(context['repository'], view);
  // Fixed times make no difference as long as the base may be another one.
  const recipe = String(view.get(String(context['repository']))?.context['recipe'] || '[]');
  const isCached =
    isCompared &&
    isPinned(JSON.parse(recipe) as readonly Instruction[]) &&
    String(context['digest']) in built;
  const builds = [{}, ...(isCached ? [ANEW] : [])].map((args) => ({ name: 'build-image', target: id, args }));
  // A scanner compares with what somebody has published.
  const scans = view.ofKind('distribution').length > 0 ? ['scan-image'] : [];
  return [...builds, ...['push-image', ...scans].map((name) => ({ name, target: id }))];
}

/** One change after the other, as they would be written. */
function ofRepository({ id, context }: Entity): Command[] {
  const changes = Object.keys(JSON.parse(String(context['changes'])) as object);
  return changes
    .slice(changes.indexOf(String(context['change'])) + 1)
    .slice(0, 1)
    .map((change) => ({ name: 'commit-change', target: id, args: { change } }));
}

/** A tag can be moved to a longer one of the same image: `debian:12` to `debian:12.5`. A registry can fall silent. */
function ofRegistry(box: Entity): Command[] {
  const tags = table(box, 'tags');
  const names = Object.keys(tags);
  const moves = names.flatMap((tag) =>
    names
      .filter((version) => version.startsWith(`${tag}.`) && tags[version] !== tags[tag])
      .map((version): Command => ({ name: 'move-tag', target: box.id, args: { tag, version } })),
  );
  return [...moves, ...['stop-registry', 'start-registry'].map((name) => ({ name, target: box.id }))];
}

function ofDistribution({ id, context }: Entity): Command[] {
  const advisories = JSON.parse(String(context['advisories'])) as readonly { id: string; known: boolean }[];
  return advisories
    .filter(({ known }) => !known)
    .map((advisory): Command => ({ name: 'publish-fix', target: id, args: { advisory: advisory.id } }));
}

/** By hand: a package that a distribution has, and keeping what it is now under a name that nobody builds. */
function ofContainer({ id, context }: Entity, view: WorldView): Command[] {
  const disk = view.get(String(context['image']))?.standsOn;
  const isBuilt = view.ofKind('builder').some((each) => each.context['disk'] === disk);
  const names = view.ofKind('distribution').flatMap((each) => Object.keys(table(each, 'packages')));
  const images = view
    .ofKind('image')
    .filter((each) => isBuilt && each.standsOn === disk && each.context['repository'] === null);
  return [
    ...names.map((name): Command => ({ name: 'patch-container', target: id, args: { package: name } })),
    ...images.map((each): Command => ({ name: 'commit-container', target: id, args: { image: each.id } })),
  ];
}

const BY_KIND: Readonly<Record<string, (box: Entity, view: WorldView) => Command[]>> = {
  image: ofImage,
  container: ofContainer,
  repository: ofRepository,
  registry: ofRegistry,
  distribution: ofDistribution,
  builder: ({ id }) => [{ name: 'prune-builder', target: id }],
};

/** What can be done with a box where images are built; the model refuses what is not possible now. */
export const buildActs = (box: Entity, view: WorldView): Command[] => BY_KIND[box.kind]?.(box, view) ?? [];

/** The same of all boxes that are on no host: who builds elsewhere, and who keeps and publishes. */
export function actsElsewhere(view: WorldView): Command[] {
  const isElsewhere = (box: Entity) => {
    const floor = view.get(box.standsOn ?? '');
    return floor === undefined || (floor.kind === 'disk' && !floor.context['host']);
  };
  return view.entities.filter(isElsewhere).flatMap((box) => buildActs(box, view));
}
