// Names of who builds, of the disk that it works on, and of what is built there: "search on the CI machine".
import type { Entity, WorldView } from '../sim/engine/view';
import type { EntityId } from '../sim/engine/fact';
import { messages } from '../i18n';
import type { Noun } from '../i18n/en/parts';

const builderOn = (disk: EntityId | null, view: WorldView): Entity | undefined =>
  view.ofKind('builder').find(({ context }) => context['disk'] === disk);

const sortOf = ({ context }: Entity): string =>
  context['fresh'] === true ? 'fresh' : String(context['makes']);

/** "the CI machine" where there is one, else by its own name. */
export function builderNoun(builder: Entity, view: WorldView): Noun {
  const { builders, stored } = messages.boxes;
  const sort = sortOf(builder);
  const alike = view.ofKind('builder').filter((each) => sortOf(each) === sort);
  const known = alike.length === 1 ? builders[sort] : undefined;
  return known ?? stored('builder', builder.name);
}

/** Where a disk is: its host, or the builder that works on it elsewhere; null where all hosts reach it. */
export function diskOwner(disk: Entity, view: WorldView): Noun | null {
  const host = disk.context['host'];
  if (typeof host === 'string') return messages.boxes.host(view.get(host)?.name ?? host);
  const builder = builderOn(disk.id, view);
  return builder === undefined ? null : builderNoun(builder, view);
}

/** "disk of host-b", "disk of the CI machine"; where its owner has several, and where all hosts reach it, its own name. */
export function diskNoun(disk: Entity, view: WorldView): Noun {
  const { disk: named, diskOf } = messages.boxes;
  const { host } = disk.context;
  const owner = diskOwner(disk, view);
  const isAlone =
    typeof host !== 'string' ||
    view.ofKind('disk').filter((each) => each.context['host'] === host).length < 2;
  return owner !== null && isAlone ? diskOf(owner.the) : named(disk.name);
}

/** The last part of what is pulled: `debian:12`. */
export const tagOf = ({ context }: Entity): string => String(context['reference']).replace(/^.*\//, '');

/** "debian:12 on host-b" where several disks have an image of that name; null elsewhere. */
function pulledNoun(image: Entity, view: WorldView): Noun | null {
  const disk = view.get(image.standsOn ?? '');
  const owner = disk === undefined ? null : diskOwner(disk, view);
  const same = view.ofKind('image').filter((each) => tagOf(each) === tagOf(image));
  const { copy, onHost } = messages.boxes;
  return owner === null || same.length < 2 ? null : copy(tagOf(image), null, onHost(owner.the));
}

/** "search on the laptop" where several build or pull the same, "VM image of search"; else by its own name. */
export function imageNoun(image: Entity, view: WorldView): Noun {
  const { stored, vmImage, copy, onHost } = messages.boxes;
  const { repository, service } = image.context;
  const builder = builderOn(image.standsOn, view);
  const disk = view.get(image.standsOn ?? '');
  const owner = disk === undefined ? null : diskOwner(disk, view);
  if (typeof service !== 'string' || builder === undefined || owner === null)
    return pulledNoun(image, view) ?? stored('image', image.name);
  if (builder.context['makes'] === 'vm-image') return vmImage(service);
  const same = view.ofKind('image').filter(({ context }) => context['repository'] === repository);
  return repository !== null && same.length > 1
    ? copy(service, null, onHost(owner.the))
    : stored('image', image.name);
}
