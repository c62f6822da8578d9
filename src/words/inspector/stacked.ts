// Layers and image files that lie over each other on a disk, and what they are called there.
import type { EntityId } from '../../sim/engine/fact';
import type { Entity, WorldView } from '../../sim/engine/view';
import { digestsIn, imagesKnownIn, layerLabels } from '../layers';
import { fileName } from '../disk';
import { boxName } from '../name';

const isLayer = ({ kind, context }: Entity): boolean => kind === 'layer' && context['use'] === 'layer';

/** A box at the head of the inspector: `base, layer 5cb7f7748be8`. */
export const headName = (entity: Entity, view: WorldView): string =>
  isLayer(entity) ? fileName(entity.id, view) : boxName(entity, view);

/** A layer as the picture calls it; null for other boxes. */
export const layerName = (entity: Entity, view: WorldView): string | null =>
  isLayer(entity) ? layerLabels(entity, view)[0] : null;

/** A pair of digests that lie over each other. */
type Pair = readonly [under: string, over: string];

function pairsIn(view: WorldView): readonly Pair[] {
  return imagesKnownIn(view).flatMap(({ layers }) =>
    layers.slice(1).map((over, at): Pair => [layers[at]!, over]),
  );
}

/** Layers that lie under another on the same disk, and those over it. */
interface Stack {
  readonly under: readonly EntityId[];
  readonly over: readonly EntityId[];
}

function stackOfLayer(layer: Entity, view: WorldView): Stack {
  const beside = view.ofKind('layer').filter(({ standsOn }) => standsOn === layer.standsOn);
  const digest = (box: Entity) => String(box.context['digest'] ?? '');
  const last = (box: Entity) => digestsIn(box.context['over']).at(-1);
  const pairs = pairsIn(view);
  const liesOn = (upper: Entity, lower: Entity) =>
    isLayer(upper)
      ? pairs.some(([under, over]) => under === digest(lower) && over === digest(upper))
      : isLayer(lower) && last(upper) === digest(lower);
  return {
    under: beside.filter((other) => liesOn(layer, other)).map(({ id }) => id),
    over: beside.filter((other) => liesOn(other, layer)).map(({ id }) => id),
  };
}

/** What lies directly under a layer or an image file, and what lies directly over it; nothing for other boxes. */
export function stackOf(entity: Entity, view: WorldView): Stack {
  if (entity.kind === 'layer') return stackOfLayer(entity, view);
  if (entity.kind !== 'vdisk') return { under: [], over: [] };
  const { backing } = entity.context;
  const over = view.ofKind('vdisk').filter(({ context }) => context['backing'] === entity.id);
  return {
    under: typeof backing === 'string' && view.get(backing) !== undefined ? [backing] : [],
    over: over.map(({ id }) => id),
  };
}
