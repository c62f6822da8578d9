// What fell, or would fall, inside a bundle: as wide as its share of the part that it is drawn in.
import { bottom, right, type Rect } from '../rect';
import { buildOf } from '../stage/claim';
import type { BoxScene, BundleMember, BundlePart } from '../stage/scene';

/** The strip of a part that stands for some of its members; of rooms that stay, only what is in them. */
function stripOf(
  part: BundlePart,
  hit: readonly BundleMember[],
  ids: ReadonlySet<string>,
  areRooms: boolean,
): Rect {
  const width = (part.exact.width * hit.length) / part.ids.length;
  const isWhole = !areRooms || hit.every(({ id }) => ids.has(id));
  const top = isWhole
    ? part.exact.y
    : Math.min(bottom(part.exact), ...part.layers.map(({ drawn }) => drawn.y));
  return { x: right(part.exact) - width, y: top, width, height: bottom(part.exact) - top };
}

/** Rectangles for those of these ids that are gathered in a bundle; none for a box that is no bundle. */
export function rectsInBundle({ bundle }: BoxScene, ids: ReadonlySet<string>): Rect[] {
  if (bundle === null) return [];
  const touched = bundle.members.filter((member) => member.ids.some((id) => ids.has(id)));
  const areRooms = buildOf(bundle.kind) === 'room';
  return bundle.parts.flatMap((part) => {
    const hit = touched.filter(({ id }) => part.ids.includes(id));
    return hit.length === 0 ? [] : [stripOf(part, hit, ids, areRooms)];
  });
}
