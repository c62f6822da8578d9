// What is gathered in a bundle: its members with how they are, and the parts it is drawn in.
import type { Entity } from '../../sim/engine/view';
import { bottom, type Rect } from '../rect';
import { buildOf, type Claims } from './claim';
import { drawnRect } from './drawn';
import { crowdTone } from './gather';
import { lookOf, looks, toneOf, type Look, type Tone } from './look';
import type { Bundle, BundleMember, BundlePart } from './scene';

/** From the look that must be seen first to the one that may be overlooked. */
const gravity: readonly Look[] = ['fallen', 'starting', 'suffering', 'running', 'off'];

const worst = (all: readonly Look[]): Look => gravity.find((look) => all.includes(look)) ?? 'off';

function withAbove(box: Entity, claims: Claims): Entity[] {
  return [box, ...claims.above(box).flatMap((each) => withAbove(each, claims))];
}

function memberOf(box: Entity, claims: Claims): BundleMember {
  const all = withAbove(box, claims);
  const look = lookOf(box);
  return {
    id: box.id,
    ids: all.map(({ id }) => id),
    tone: crowdTone(box, claims),
    // What is off on something that is off, or was stopped in it, is no news.
    look: look === 'off' ? 'off' : worst(all.map(lookOf)),
    bytes: claims.bytesOf(box),
  };
}

/** Bytes of floors by their height above the bundle's ground and their colour, from the ground up. */
function floorsIn(boxes: readonly Entity[], claims: Claims): { tone: Tone; bytes: number }[] {
  const sums = new Map<string, { tone: Tone; bytes: number }>();
  for (let level = boxes; level.length > 0; level = level.flatMap((box) => claims.above(box))) {
    for (const box of level) {
      if (buildOf(box.kind) !== 'floor') continue;
      const tone = toneOf(box);
      const before = sums.get(tone) ?? { tone, bytes: 0 };
      sums.set(tone, { tone, bytes: before.bytes + claims.floorOf(box) });
    }
  }
  return [...sums.values()];
}

function layersOf(boxes: readonly Entity[], part: Rect, claims: Claims, scale: number): BundlePart['layers'] {
  let foot = bottom(part);
  return floorsIn(boxes, claims).flatMap(({ tone, bytes }) => {
    const height = (bytes * scale) / part.width;
    foot -= height;
    return height > 0 ? [{ tone, drawn: drawnRect({ ...part, y: foot, height }) }] : [];
  });
}

/** Colours in the order in which they come first, the looks of each in their fixed order. */
function partsInOrder(members: readonly BundleMember[]): BundleMember[][] {
  const tones = [...new Set(members.map(({ tone }) => tone))];
  return tones.flatMap((tone) =>
    looks
      .map((look) => members.filter((each) => each.tone === tone && each.look === look))
      .filter((part) => part.length > 0),
  );
}

/** What these boxes are as a bundle on this rectangle; `scale` is px² for one byte. */
export function bundleOf(boxes: readonly Entity[], exact: Rect, claims: Claims, scale: number): Bundle {
  const members = boxes.map((box) => memberOf(box, claims));
  const entities = new Map(boxes.map((box) => [box.id, box]));
  const total = members.reduce((sum, { bytes }) => sum + bytes, 0);
  let { x } = exact;
  const parts = partsInOrder(members).flatMap((part): BundlePart[] => {
    const [first] = part;
    if (first === undefined) return [];
    const bytes = part.reduce((sum, member) => sum + member.bytes, 0);
    const share = total > 0 ? bytes / total : part.length / members.length;
    const rect = { ...exact, x, width: exact.width * share };
    x += rect.width;
    const here = part.flatMap(({ id }) => entities.get(id) ?? []);
    return [
      {
        tone: first.tone,
        look: first.look,
        ids: part.map(({ id }) => id),
        exact: rect,
        drawn: drawnRect(rect),
        held: here.every((box) => claims.reserves(box)),
        layers: layersOf(here, rect, claims, scale),
      },
    ];
  });
  return { kind: boxes[0]?.kind ?? '', members, parts };
}

/** The one look that stands for a bundle where only one can: the gravest in it. */
export const bundleLook = ({ members }: Bundle): Look => worst(members.map(({ look }) => look));

/** How many members look how. */
export function lookCounts({ members }: Bundle): Readonly<Record<Look, number>> {
  const counts: Record<Look, number> = { running: 0, suffering: 0, starting: 0, fallen: 0, off: 0 };
  for (const { look } of members) counts[look] += 1;
  return counts;
}
