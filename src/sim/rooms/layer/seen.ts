// What a container of a view finds under a path: for lessons, which look at worlds from outside.
import type { EntityId } from '../../engine/fact';
import type { Entity, WorldView } from '../../engine/view';
import { lookUp, type LayerContent, type LayerFile } from '../../resources/layers';

const contentOf = (box: Entity) => JSON.parse(String(box.context['content'])) as LayerContent;

/** The layers that a container looks through, the writable one first; empty for one that has none. */
export function layersOf(view: WorldView, container: EntityId): readonly Entity[] {
  const layers = view.ofKind('layer').filter(({ state }) => state === 'stored');
  const writable = layers.findLast(({ context }) => context['of'] === container);
  if (writable === undefined) return [];
  const digests = String(writable.context['over']).split(' ').reverse();
  const under = digests.flatMap(
    (digest) =>
      layers.find((each) => each.context['digest'] === digest && each.standsOn === writable.standsOn) ?? [],
  );
  return [writable, ...under];
}

/** The file that a container finds under a path, in a volume or in its layers; null where there is none. */
export function fileSeenBy(view: WorldView, container: EntityId, path: string): LayerFile | null {
  const volume = view.get(String(view.get(container)?.context['volume']));
  const isMounted = volume !== undefined && path.startsWith(`${String(volume.context['mount'])}/`);
  const boxes = isMounted ? [volume] : layersOf(view, container);
  return lookUp(boxes.map(contentOf), path)?.file ?? null;
}
