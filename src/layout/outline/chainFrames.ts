// The frame of the selected box, and those of the floors it stands on: on their edges, and around what is so thin that
// a frame on its edges would hide its colour.
import { bottom, grow, type Rect } from '../rect';
import { placeOf } from '../stage/places';
import type { StageScene } from '../stage/scene';
import { chainOf } from '../stage/walk';

/** A line as wide as `width` along the edges of `rect`, half of it on either side. */
export interface Stroke {
  readonly rect: Rect;
  readonly width: number;
}

/** The line of a frame, and what parts it from all around. */
export interface FrameScene {
  readonly line: Stroke;
  readonly halo: Stroke;
}

/** Reaches of a line or halo from an edge, px: negative ones are inside. */
type Reach = readonly [from: number, to: number];

interface Manner {
  readonly line: Reach;
  readonly halo: Reach;
}

/** Lower than this, a box keeps all of its height to itself, px. */
const thin = 24;

// Thinner than that of what is selected, however much larger.
const floor: Manner = { line: [0, 1], halo: [-1, 1.5] };
const thinFloor: Manner = { line: [0, 1], halo: [1, 1.5] };
// An outline around it begins 1 px outside of its edge.
const chosen: Manner = { line: [-2, 1], halo: [-3, 2] };
const thinChosen: Manner = { line: [-1, 1.5], halo: [1.5, 2] };

const strokeOf = (rect: Rect, [from, to]: Reach): Stroke => ({
  rect: grow(rect, (from + to) / 2),
  width: to - from,
});

function frameOf(rect: Rect, usual: Manner, around: Manner): FrameScene {
  const { line, halo } = Math.min(rect.width, rect.height) < thin ? around : usual;
  return { line: strokeOf(rect, line), halo: strokeOf(rect, halo) };
}

/** What is drawn for an id: nothing, its box or the bundle it is in, or a host with its foundation. */
export function drawnFor(scene: StageScene, id: string | null): Rect | null {
  const host = scene.hosts.find((each) => each.id === id);
  if (host !== undefined) return { ...host.frame, height: bottom(host.foundation) - host.frame.y };
  return (id === null ? undefined : placeOf(scene, id))?.drawn ?? null;
}

/** Frames of the floors that the selected box stands on, down to the hardware. */
export function floorFrames(scene: StageScene, selected: string | null): FrameScene[] {
  if (selected === null) return [];
  const floors = chainOf(scene, selected).slice(1, -1);
  return floors.flatMap((id) => {
    const rect = drawnFor(scene, id);
    return rect === null ? [] : [frameOf(rect, floor, thinFloor)];
  });
}

/** The frame of the selected box itself; null where nothing is selected, or it is not on this stage. */
export function chosenFrame(scene: StageScene, selected: string | null): FrameScene | null {
  const rect = drawnFor(scene, selected);
  return rect === null ? null : frameOf(rect, chosen, thinChosen);
}
