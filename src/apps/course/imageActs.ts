// What can be done with images, and with the files of a container that is made from one: read off the world.
import type { Command, Entity, WorldView } from '../../sim';
import { floorsOf } from '../../words';
import { buildActs } from './buildActs';
import { ON_FILE, ON_IMAGE } from './lateNames';

/** How many containers are made at once: one, or a lesson's ten. */
const TEN = { copies: 10 };
/** A file that no image has: what a shop writes. */
const NEW_FILE = 'orders';

function actsOn(image: Entity, view: WorldView): Command[] {
  const target = image.id;
  const acts = ON_IMAGE.map((name): Command => ({ name, target }));
  // Where images are built, one container shows what was built.
  const more = image.context['repository'] ? [] : [{ name: 'run-container', target, args: TEN }];
  const all = [...acts, ...more, ...buildActs(image, view)];
  // An image without a program is only there to be built on.
  return all.filter(({ name }) => name !== 'run-container' || image.context['service'] !== null);
}

/** Images on the disks of a runtime's host, and the registries that they come from. */
export function imagesOf(runtime: Entity, view: WorldView): Command[] {
  const host = floorsOf(runtime, view).at(-1)?.id;
  const disks = view.ofKind('disk').filter(({ context }) => context['host'] === host);
  const images = disks.flatMap(({ holds }) => view.ofKind('image').filter(({ id }) => holds.includes(id)));
  if (images.length === 0) return [];
  const registries = view.ofKind('registry').flatMap(({ id }): Command[] => [
    { name: 'stop-registry', target: id },
    { name: 'start-registry', target: id },
  ]);
  return [
    ...images.flatMap((image) => actsOn(image, view)),
    { name: 'prune-images', target: runtime.id },
    ...registries,
  ];
}

/** Paths that containers on a disk have written, each in a layer of its own. */
function writtenOn(disk: string | null, view: WorldView): string[] {
  const layers = view
    .ofKind('layer')
    .filter(({ context, standsOn }) => context['use'] === 'writable' && standsOn === disk);
  return layers.flatMap(pathsIn);
}

const pathsIn = (layer: Entity | undefined): string[] => {
  const { files } = JSON.parse(String(layer?.context['content'] ?? '{"files":[]}')) as {
    files: readonly { path: string }[];
  };
  return files.map(({ path }) => path);
};

/** Paths worth a look: those of the last layer of its image, what containers wrote, and one that nobody has written. */
function pathsOf(image: Entity, view: WorldView): string[] {
  const last = String(image.context['layers']).split(' ').at(-1);
  const layer = view
    .ofKind('layer')
    .find(({ context, state }) => context['digest'] === last && state === 'stored');
  const mount = view.ofKind('volume')[0]?.context['mount'] ?? '/data';
  // Where images are built, a look is for what is in them.
  const fresh = image.context['repository'] ? [] : [`${String(mount)}/${NEW_FILE}`];
  return [...new Set([...pathsIn(layer), ...writtenOn(image.standsOn, view), ...fresh])];
}

function filesOf(container: Entity, view: WorldView): Command[] {
  const image = view.get(String(container.context['image']));
  if (image === undefined) return [];
  const target = container.id;
  const onFiles = ON_FILE.flatMap((name) =>
    pathsOf(image, view).map((path): Command => ({ name, target, args: { path } })),
  );
  const mounts = view
    .ofKind('volume')
    .filter(({ id, standsOn }) => standsOn === image.standsOn && id !== container.context['volume'])
    .map(({ id }): Command => ({ name: 'replace-container', target, args: { volume: id } }));
  return [...onFiles, { name: 'replace-container', target }, ...mounts, ...buildActs(container, view)];
}

/** What can be done with an image, or with the files of a container. */
export function imageActs(entity: Entity, view: WorldView): Command[] {
  if (entity.kind === 'image') return actsOn(entity, view);
  return entity.kind === 'container' ? filesOf(entity, view) : buildActs(entity, view);
}
