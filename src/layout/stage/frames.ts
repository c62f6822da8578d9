// Where the hosts stand and how large their memory is drawn: one scale for all, side by side or, on a phone, stacked.
import { scaleLinear } from 'd3';
import type { Rect } from '../rect';

/** A host needs at least this width; one that would fall under it gets a scale of its own. */
export const narrowest = 160;

/** From this stage width on, hosts stand side by side. */
const sideBySideFrom = 600;

/** One host alone is not stretched further than this. */
const widest = 860;

/** Lower bound of a frame's height, px; where hosts are stacked the stage grows instead. */
const lowest = { beside: 140, stacked: 232 };

/** Heights of what is not to scale, in px: above the frame, and from the ground line down. */
export interface Furniture {
  readonly header: number;
  /** Room between header and frame, for a pill that stands on the frame's top line. */
  readonly air: number;
  readonly foundation: number;
  /** Between two hosts. */
  readonly gap: number;
  /** Around everything, so that outlines are not cut. */
  readonly margin: number;
}

/** One host's place. */
export interface HostPlace {
  /** Everything of this host, header and hardware included. */
  readonly area: Rect;
  /** Its RAM, to scale. */
  readonly frame: Rect;
  readonly ownScale: boolean;
}

export interface Arrangement {
  readonly places: readonly HostPlace[];
  /** Height of the whole stage; more than asked for where hosts are stacked. */
  readonly height: number;
}

/** Widths for sizes in bytes on one scale; those under the narrowest get it, on a scale of their own. */
export function hostWidths(sizes: readonly number[], width: number): { width: number; own: boolean }[] {
  const own = new Set<number>();
  for (;;) {
    const common = [...sizes.keys()].filter((at) => !own.has(at));
    const total = common.reduce((sum, at) => sum + (sizes[at] ?? 0), 0);
    const toPixels = scaleLinear([0, total], [0, Math.max(0, width - own.size * narrowest)]);
    const tooSmall = common.filter((at) => toPixels(sizes[at] ?? 0) < narrowest);
    if (tooSmall.length === 0 || common.length === 1) {
      return sizes.map((size, at) =>
        own.has(at) ? { width: narrowest, own: true } : { width: toPixels(size), own: false },
      );
    }
    const smallest = tooSmall.reduce((a, b) => ((sizes[b] ?? 0) < (sizes[a] ?? 0) ? b : a));
    own.add(smallest);
  }
}

function place(
  x: number,
  y: number,
  width: number,
  frameHeight: number,
  ownScale: boolean,
  f: Furniture,
): HostPlace {
  const above = f.header + f.air;
  return {
    area: { x, y, width, height: above + frameHeight + f.foundation },
    frame: { x, y: y + above, width, height: frameHeight },
    ownScale,
  };
}

/**
 * Places hosts with these RAM sizes (bytes) on a stage of this size. `overcommit` is the largest number of times a
 * host's RAM is claimed; the frames leave room above for it.
 */
export function arrangeHosts(
  sizes: readonly number[],
  stage: { readonly width: number; readonly height: number },
  furniture: Furniture,
  overcommit: number,
): Arrangement {
  const { margin, gap } = furniture;
  const stacked = stage.width < sideBySideFrom;
  const rows = stacked ? Math.max(1, sizes.length) : 1;
  const inner = stage.width - 2 * margin;
  const rowHeight = (stage.height - 2 * margin - (rows - 1) * gap) / rows;
  const fixed = furniture.header + furniture.air + furniture.foundation;
  const least = stacked ? lowest.stacked : lowest.beside;
  const frameHeight = Math.floor(Math.max(least, (rowHeight - fixed) / overcommit));
  const jut = Math.ceil(frameHeight * (overcommit - 1));
  const step = fixed + frameHeight + jut + gap;
  if (stacked) {
    const largest = Math.max(...sizes, 0);
    const toPixels = scaleLinear([0, largest], [0, inner]);
    const places = sizes.map((size, row) => {
      const width = toPixels(size);
      const own = width < narrowest;
      const y = margin + row * step;
      return place(margin, y, own ? Math.min(narrowest, inner) : width, frameHeight, own, {
        ...furniture,
        air: furniture.air + jut,
      });
    });
    return { places, height: 2 * margin + sizes.length * step - gap };
  }
  const free = Math.min(inner - (sizes.length - 1) * gap, sizes.length * widest);
  let x = margin;
  const places = hostWidths(sizes, free).map(({ width, own }) => {
    const placed = place(x, margin, width, frameHeight, own, { ...furniture, air: furniture.air + jut });
    x += width + gap;
    return placed;
  });
  return { places, height: 2 * margin + step - gap };
}
