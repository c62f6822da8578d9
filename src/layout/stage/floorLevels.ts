// How high floors stand in px: to one scale in all pictures beside each other, and none so low that it is not seen.
import { right } from '../rect';
import type { FloorScene } from './layers';

/** A floor as parts of 1 of the width and of the highest of all pictures. */
export type Level = Pick<FloorScene, 'left' | 'width' | 'bottom' | 'height'>;

/** From the foot of the picture, px. */
interface Placed {
  readonly bottom: number;
  readonly height: number;
}

const NEAR = 1e-6;
const HALVINGS = 24;

/** Which floor each stands on, by its place among them; -1: on none. What carries comes before what it carries. */
function carriersOf(floors: readonly Level[]): readonly number[] {
  const extent = ({ left, width }: Level) => ({ x: left, y: 0, width, height: 0 });
  return floors.map((floor, at) =>
    floors.findLastIndex(
      (below, nth) =>
        nth < at && below.left <= floor.left + NEAR && right(extent(below)) >= right(extent(floor)) - NEAR,
    ),
  );
}

function placedAt(
  floors: readonly Level[],
  carriers: readonly number[],
  perPart: number,
  least: number,
): readonly Placed[] {
  const placed: Placed[] = [];
  for (const [at, { height }] of floors.entries()) {
    const below = placed[carriers[at]!];
    const bottom = below === undefined ? 0 : below.bottom + below.height;
    placed.push({ bottom, height: Math.max(least, perPart * height) });
  }
  return placed;
}

/**
 * The floors of each picture in a room of this height, px: heights are to one scale, but none is less than `least`, and
 * what stands on such a floor stands on what is drawn of it. The highest is as high as there is room.
 */
export function levelsIn(
  pictures: readonly (readonly Level[])[],
  height: number,
  least: number,
): readonly (readonly Placed[])[] {
  const carriers = pictures.map(carriersOf);
  const at = (perPart: number) =>
    pictures.map((floors, nth) => placedAt(floors, carriers[nth]!, perPart, least));
  const top = (all: readonly (readonly Placed[])[]) =>
    Math.max(0, ...all.flatMap((placed) => placed.map((each) => each.bottom + each.height)));
  let [low, high] = [0, Math.max(0, height)];
  if (top(at(high)) <= height + NEAR) return at(high);
  for (let nth = 0; nth < HALVINGS; nth += 1) {
    const middle = (low + high) / 2;
    if (top(at(middle)) > height) high = middle;
    else low = middle;
  }
  return at(low);
}
