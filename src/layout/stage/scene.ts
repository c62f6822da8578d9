// What the stage shows, in numbers and codes: the scene that layout makes from a world and that the view draws.
// The only texts in it are those that the words handed in have said.
import type { EntityId } from '../../sim/engine/fact';
import type { Point, Rect } from '../rect';
import type { Weight } from '../text/metrics';
import type { Build } from './claim';
import type { Look, Tone } from './look';

/** One box. `exact` is the rule's rectangle, `drawn` what is painted: never more than 1 px away at any edge. */
export interface BoxScene {
  readonly id: EntityId;
  readonly host: EntityId;
  readonly parent: EntityId;
  readonly depth: number;
  readonly build: Build;
  readonly look: Look;
  readonly tone: Tone;
  readonly exact: Rect;
  readonly drawn: Rect;
  /** A room that is kept whole: what is not filled in it is reserved, not used, and drawn as dots. */
  readonly held: boolean;
  /** Of rooms that are given memory as they touch it: the height of what they take of their host now, px. */
  readonly filled?: number;
  /** It is shutting down in order. */
  readonly isEnding?: boolean;
  /** Of a program that stands on an OS: how many namespaces it has of its own, each a part of the wall around it. */
  readonly walls?: number;
  /** What is gathered in a box of the build `bundle`; null in every other. */
  readonly bundle: Bundle | null;
  /** Of a tile: what was sent there was not taken; nobody sees in one that is off whether it may still come. */
  readonly isRefused?: boolean;
  /** Of a tile: itself and all that is in it, which is not drawn. */
  readonly within?: readonly EntityId[];
}

/** Boxes of one kind, side by side on one floor, each too small to be drawn on its own. */
export interface Bundle {
  readonly kind: string;
  /** In their order on the floor. */
  readonly members: readonly BundleMember[];
  /** The bundle from left to right, a part for each colour and look; their areas add up to the bundle's. */
  readonly parts: readonly BundlePart[];
}

/** One of the boxes in a bundle with everything that stands on it. */
export interface BundleMember {
  readonly id: EntityId;
  /** Itself and everything on it. */
  readonly ids: readonly EntityId[];
  /** The colour of what runs in it. */
  readonly tone: Tone;
  /** The worst look of itself and what stands on it. */
  readonly look: Look;
  /** What it takes of its host, in bytes. */
  readonly bytes: number;
}

/** The members of one colour and look. */
export interface BundlePart {
  readonly tone: Tone;
  readonly look: Look;
  readonly ids: readonly EntityId[];
  readonly exact: Rect;
  readonly drawn: Rect;
  /** The members are rooms that are kept whole: what no floor fills is reserved, not used. */
  readonly held: boolean;
  /** Memory of the members' floors by colour, from the ground up; in rooms less than the whole part. */
  readonly layers: readonly { readonly tone: Tone; readonly drawn: Rect }[];
}

/** What a text is written on, and so which colours it takes. */
export type LabelTone = 'on-dark' | 'on-light' | 'ink' | 'soft' | 'fallen';

/** What a text on the stage is there for. */
export type LabelRole =
  'name' | 'tab' | 'free' | 'reserved' | 'title' | 'what' | 'serving' | 'scale' | 'hardware' | 'tile';

/** A text of one or more lines, with the plate it stands on and the line that leads to its box. */
export interface LabelScene {
  readonly key: string;
  readonly role: LabelRole;
  /** The box it speaks of; several when boxes alike share one word. */
  readonly of: readonly EntityId[];
  readonly lines: readonly LineScene[];
  readonly align: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly tone: LabelTone;
  /** Room that nothing else may write on: the line boxes, and the plate when there is one. */
  readonly rect: Rect;
  /** `plate` white on the hatch, `tab` and `cover` in the colour of the box, `halo` over dots, `none` directly on the box. */
  readonly ground: 'none' | 'halo' | 'plate' | 'cover' | 'tab';
  /** Where a tab is one with its box: the box is above it (it hangs), below it (it stands), or reached by a line. */
  readonly joins: 'above' | 'below' | null;
  /** Colour of a tab or a cover. */
  readonly tabTone: Tone | null;
  readonly look: Look;
  /** Lines that lead from the word to its boxes, each a pair of points or more. */
  readonly leaders: readonly (readonly Point[])[];
}

/** One line of a label; `x` is its start, middle or end as the label is aligned, `y` the baseline. */
export interface LineScene {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly weight: Weight;
  /** The line tells a state, not a name. */
  readonly tellsState: boolean;
}

/** A core of the hardware; `used` is the part of it that is granted, 0 to 1. */
export interface CoreScene {
  readonly rect: Rect;
  readonly used: number;
}

/** One computer: its RAM to scale above the ground line, its hardware, not to scale, below. */
export interface HostScene {
  readonly id: EntityId;
  readonly look: Look;
  /** Header, frame and foundation together. */
  readonly area: Rect;
  readonly frame: Rect;
  /** From the ground line to the lower edge: tabs of thin floors, then the hardware. */
  readonly foundation: Rect;
  readonly cores: readonly CoreScene[];
  readonly ownScale: boolean;
  /** px² for one byte. */
  readonly scale: number;
}

/** A square that shows how much memory an area is. */
export interface TileScene {
  readonly host: EntityId;
  readonly rect: Rect;
  readonly bytes: number;
}

/** All that a stage draws, in numbers and texts. */
export interface StageScene {
  readonly width: number;
  readonly height: number;
  readonly hosts: readonly HostScene[];
  /** From the ground up, so that what is inside comes after what it is inside of. */
  readonly boxes: readonly BoxScene[];
  /** Rooms that are kept for VMs on their way: boxes of the picture alone, nobody chooses them. */
  readonly arrivals: readonly BoxScene[];
  readonly labels: readonly LabelScene[];
  readonly tiles: readonly TileScene[];
  /** Boxes that stand on nothing now, such as a container that is not placed. */
  readonly unplaced: readonly EntityId[];
  /** The font size that the scene was measured for. */
  readonly textSize: number;
  /** Rows of tabs under each host's ground line. */
  readonly rows: readonly number[];
  /** Lines of the hosts' headers, and the largest number of times the RAM of a host is claimed. */
  readonly lines: number;
  readonly overcommit: number;
  /** Rows of tiles over the hosts, for what is off. */
  readonly shelf: number;
}
