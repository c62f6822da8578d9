// What a view shows of images that were built: what runs which digest, what is weak in it, who made which layer. For
// lessons and pages, which look at worlds from outside.
import type { EntityId } from '../../engine/fact';
import type { Entity, WorldView } from '../../engine/view';
import { findingsIn } from '../../resources/packages';
import { advisoriesIn } from '../distribution/facts';
import { contentOf, layersOf } from '../layer/seen';
import type { Manifest } from '../registry/facts';
import { historyIn } from './history';

/** A known weakness, and the layer that has the package. */
export interface Weakness {
  readonly advisory: string;
  readonly package: string;
  readonly version: string;
  readonly fixed: string;
  readonly layer: EntityId;
}

/** Digest of the image that a container was made from; null for one that was made from none. */
export function imageDigestOf(view: WorldView, container: EntityId): string | null {
  const digest = layersOf(view, container)[0]?.context['image'];
  return typeof digest === 'string' ? digest : null;
}

/** The layers of an image as they lie on its disk, the base first. */
function imageLayers(view: WorldView, image: Entity): readonly Entity[] {
  const layers = view
    .ofKind('layer')
    .filter(({ state, standsOn }) => state === 'stored' && standsOn === image.standsOn);
  return String(image.context['layers'])
    .split(' ')
    .flatMap((digest) => layers.find(({ context }) => digest !== '' && context['digest'] === digest) ?? []);
}

/** What is known to be weak in what an image holds, or in what a container sees. */
export function weaknessesIn(view: WorldView, id: EntityId): readonly Weakness[] {
  const box = view.get(id);
  const layers = box?.kind === 'image' ? [...imageLayers(view, box)].reverse() : layersOf(view, id);
  const stack = layers.map(contentOf);
  const advisories = view
    .ofKind('distribution')
    .flatMap(({ context }) => advisoriesIn(String(context['advisories'])));
  return findingsIn(stack, advisories).map(({ depth, ...found }) => ({ ...found, layer: layers[depth]!.id }));
}

/** The instruction that made each layer of an image, the base first; empty for one that no builder of its disk made. */
export function instructionsOf(
  view: WorldView,
  image: EntityId,
): readonly { readonly layer: EntityId; readonly text: string }[] {
  const box = view.get(image);
  if (box === undefined) return [];
  const manifests = view
    .ofKind('builder')
    .filter(({ context }) => context['disk'] === box.standsOn)
    .map(({ context }) => JSON.parse(String(context['images'])) as Readonly<Record<string, Manifest>>);
  const digest = String(box.context['digest']);
  const history = historyIn(manifests.find((each) => each[digest] !== undefined)?.[digest]?.config ?? '');
  return imageLayers(view, box).map(({ id }, at) => ({ layer: id, text: history[at] ?? '' }));
}
