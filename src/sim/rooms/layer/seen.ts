// What a container of a view, or an image, has under a path: for lessons, which look at worlds from outside.
import type { EntityId } from '../../engine/fact';
import type { Entity, WorldView } from '../../engine/view';
import { lookUp, type LayerContent, type LayerFile } from '../../resources/layers';

/** What a layer or a volume of a view holds. */
export const contentOf = (box: Entity) => JSON.parse(String(box.context['content'])) as LayerContent;

/** The stored layers with these digests, written from the base up, on a disk; the top one first. */
function stacked(view: WorldView, digests: string, disk: EntityId | null): readonly Entity[] {
  const there = view.ofKind('layer').filter(({ state, standsOn }) => state === 'stored' && standsOn === disk);
  const wanted = digests.split(' ').reverse();
  return wanted.flatMap((digest) => there.find(({ context }) => context['digest'] === digest) ?? []);
}

/** The layers that a container looks through, the writable one first; empty for one that has none. */
export function layersOf(view: WorldView, container: EntityId): readonly Entity[] {
  const writable = view
    .ofKind('layer')
    .findLast(({ state, context }) => state === 'stored' && context['of'] === container);
  if (writable === undefined) return [];
  return [writable, ...stacked(view, String(writable.context['over']), writable.standsOn)];
}

/** The file that a container finds under a path, in a volume or in its layers; null where there is none. */
export function fileSeenBy(view: WorldView, container: EntityId, path: string): LayerFile | null {
  const volume = view.get(String(view.get(container)?.context['volume']));
  const isMounted = volume !== undefined && path.startsWith(`${String(volume.context['mount'])}/`);
  const boxes = isMounted ? [volume] : layersOf(view, container);
  return lookUp(boxes.map(contentOf), path)?.file ?? null;
}

/** The file that whoever starts from an image finds under a path; null where there is none. */
export function fileInImage(view: WorldView, image: EntityId, path: string): LayerFile | null {
  const box = view.get(image);
  if (box === undefined) return null;
  const layers = stacked(view, String(box.context['layers']), box.standsOn);
  return lookUp(layers.map(contentOf), path)?.file ?? null;
}
