// Where the hosts stand and how large their memory is drawn: one scale for all, side by side or, on a phone, stacked.
import type { Rect } from '../rect';

/** A host needs at least this width; one that would fall under it gets a scale of its own. */
export const narrowest = 160;

/** From this stage width on, hosts stand side by side; below it they are stacked and everything is set closer. */
export const sideBySideFrom = 600;

/** On a phone so many hosts are not set one below the other: they share this height, px. */
const crowd = { from: 4, narrower: 480, height: 600 };

/** The height that so many hosts share on a stage of this width, px; 0 where each takes what it needs. */
export const crowdHeight = (width: number, hosts: number): number =>
  width < crowd.narrower && hosts >= crowd.from ? crowd.height : 0;

/** Where rows of hosts would be higher than the stage, all stand in one row: as close and as narrow as this, px. */
const dense = { gap: 20, narrowest: 88 };

/** Lower bound of a frame's height, px; where hosts are stacked the stage grows instead, unless it must fit. */
const lowest = { beside: 140, stacked: 250, fitted: 24 };
/**
 * On a stage that must fit, hosts this wide stand side by side; narrower ones are stacked if they get this height. Where
 * many would fall under their least width they move together: a gap is this part of the stage's width, and a small one
 * gets this part of an equal share. Rows are begun while one is narrower than `thin`, if frames get `rows` of height
 * before words take any of it: so hosts do not change their places when words come and go.
 */
const fitted = { beside: 200, stacked: 110, narrowest: 100, gap: 1 / 80, share: 0.45, thin: 54, rows: 150 };

/** Heights of what is not to scale, in px: above the frame, and from the ground line down. */
export interface Furniture {
  readonly header: number;
  /** Room between header and frame, for a pill that stands on the frame's top line. */
  readonly air: number;
  /** For each host, its tabs and its hardware. */
  readonly foundations: readonly number[];
  /** Between two hosts. */
  readonly gap: number;
  /** Header and foundation with as few words as there can be: a line of the header, and the hardware. */
  readonly least: number;
  /** No host is stretched further than this. */
  readonly widest: number;
  /** Above and below everything; at the sides outlines reach into the margin of the page. */
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

/** Where the hosts of a stage stand. */
export interface Arrangement {
  readonly places: readonly HostPlace[];
  /** Height of the whole stage; more than asked for where hosts are stacked. */
  readonly height: number;
}

/** Bytes to pixels, 0 to 0. d3's linear scale would load its colours. */
function scaleFor(bytes: number, pixels: number): (size: number) => number {
  return (size) => (bytes > 0 ? (size / bytes) * pixels : 0);
}

/** Widths for sizes in bytes on one scale; those under the least get it, on a scale of their own. */
export function hostWidths(
  sizes: readonly number[],
  width: number,
  least: number = narrowest,
): { width: number; own: boolean }[] {
  const own = new Set<number>();
  for (;;) {
    const common = [...sizes.keys()].filter((at) => !own.has(at));
    const total = common.reduce((sum, at) => sum + (sizes[at] ?? 0), 0);
    const toPixels = scaleFor(total, Math.max(0, width - own.size * least));
    const tooSmall = common.filter((at) => toPixels(sizes[at] ?? 0) < least);
    if (tooSmall.length === 0 || common.length === 1) {
      return sizes.map((size, at) =>
        own.has(at) ? { width: least, own: true } : { width: toPixels(size), own: false },
      );
    }
    const smallest = tooSmall.reduce((a, b) => ((sizes[b] ?? 0) < (sizes[a] ?? 0) ? b : a));
    own.add(smallest);
  }
}

/** Where one host's frame begins, and how high it is drawn. */
interface Slot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly ownScale: boolean;
  readonly foundation: number;
}

function place(slot: Slot, frameHeight: number, above: number): HostPlace {
  const { x, y, width, ownScale, foundation } = slot;
  return {
    area: { x, y, width, height: above + frameHeight + foundation },
    frame: { x, y: y + above, width, height: frameHeight },
    ownScale,
  };
}

interface Stage {
  readonly width: number;
  readonly height: number;
  /** It may not grow: a frame in somebody else's page has the height that it has. */
  readonly fits?: boolean;
}

/** How many hosts stand in one row: all, or where they would not fit at their least width, as many as make even rows. */
function inOneRow(count: number, width: number, gap: number): number {
  const most = Math.max(1, Math.floor((width + gap) / (narrowest + gap)));
  return Math.max(1, Math.ceil(count / Math.max(1, Math.ceil(count / most))));
}

/** Widths of hosts in several rows on one scale, that of the row with the least room; those under the narrowest get it. */
function widthsInRows(
  rows: readonly (readonly number[])[],
  room: (row: readonly number[]) => number,
  least: number,
) {
  const each = rows.map((sizes) => hostWidths(sizes, room(sizes), least));
  if (rows.length === 1) return each;
  const perByte = Math.min(
    ...each.flatMap((row, at) =>
      row.flatMap(({ width, own }, host) => {
        const size = rows[at]?.[host] ?? 0;
        return own || size <= 0 ? [] : width / size;
      }),
    ),
    Number.MAX_VALUE,
  );
  return each.map((row, at) =>
    row.map(({ own }, host) => {
      const width = own ? 0 : perByte * (rows[at]?.[host] ?? 0);
      return width < least ? { width: least, own: true } : { width, own: false };
    }),
  );
}

/** How hosts are set side by side. */
interface Way {
  readonly perRow: number;
  /** Between two hosts, and the width that none goes under, px. */
  readonly gap: number;
  readonly least: number;
}

/** Side by side in a given way: ground lines and hardware in one line; in several rows where they are many. */
function inRows(
  sizes: readonly number[],
  stage: Stage,
  furniture: Furniture,
  overcommit: number,
  { perRow, gap, least }: Way,
): Arrangement {
  const { margin, header, air, widest } = furniture;
  const foundation = Math.max(0, ...furniture.foundations);
  const count = Math.max(1, Math.ceil(sizes.length / perRow));
  const rows = Array.from({ length: count }, (_, at) => sizes.slice(at * perRow, (at + 1) * perRow));
  const room = (stage.height - 2 * margin - (count - 1) * gap) / count - header - air - foundation;
  const lowestHere = stage.fits ? lowest.fitted : lowest.beside / overcommit;
  const frameHeight = Math.floor(Math.max(lowestHere, room / overcommit));
  const above = header + air + Math.ceil(frameHeight * (overcommit - 1));
  const rowHeight = above + frameHeight + foundation;
  const roomIn = ({ length }: readonly number[]) =>
    Math.min(stage.width - (length - 1) * gap, length * widest);
  const widths = widthsInRows(rows, roomIn, least);
  const used = Math.max(0, ...widths.map((row) => row.reduce((sum, { width }) => sum + width + gap, -gap)));
  const places = widths.flatMap((row, at) => {
    let x = Math.max(0, Math.floor((stage.width - used) / 2));
    return row.map((host) => {
      const y = margin + at * (rowHeight + gap);
      const slot = { x, y, width: host.width, ownScale: host.own, foundation };
      x += host.width + gap;
      return place(slot, frameHeight, above);
    });
  });
  return { places, height: 2 * margin + count * (rowHeight + gap) - gap };
}

/** The width of the narrowest host. */
const thinnest = ({ places }: Arrangement): number => Math.min(...places.map(({ frame }) => frame.width));

/** Side by side on a stage that must fit: closer where they are many, in rows where a row leaves slivers. */
function inFrame(
  sizes: readonly number[],
  stage: Stage,
  furniture: Furniture,
  overcommit: number,
): Arrangement {
  const { length } = sizes;
  const gap = Math.round(stage.width * fitted.gap);
  const set = (perRow: number, gap: number, least: number) =>
    inRows(sizes, stage, furniture, overcommit, { perRow, gap, least });
  const close = (rows: number) => {
    const perRow = Math.ceil(length / rows);
    const share = (stage.width - (perRow - 1) * gap) / perRow;
    return set(perRow, gap, Math.min(fitted.narrowest, fitted.share * share));
  };
  const usual = set(Math.max(1, length), furniture.gap, fitted.narrowest);
  const hasOwn = ({ places }: Arrangement) => places.some(({ ownScale }) => ownScale);
  const fits = length * (fitted.narrowest + furniture.gap) - furniture.gap <= stage.width;
  if (fits && (!hasOwn(usual) || hasOwn(close(1)))) return usual;
  let best = close(1);
  for (let rows = 2; rows < length && thinnest(best) < fitted.thin; rows++) {
    const next = close(rows);
    const row = (stage.height - 2 * furniture.margin - (rows - 1) * gap) / rows;
    if (row - furniture.air - furniture.least < fitted.rows) break;
    if (thinnest(next) > thinnest(best)) best = next;
  }
  return best;
}

/** Most hosts have a scale of their own: nothing can be compared. */
const isMostlyOwn = ({ places }: Arrangement): boolean =>
  2 * places.filter(({ ownScale }) => ownScale).length > places.length;

/**
 * Side by side; rows that the stage is too low for become one row of narrower hosts where these find room, and so do
 * hosts that have one scale only so.
 */
function inRow(
  sizes: readonly number[],
  stage: Stage,
  furniture: Furniture,
  overcommit: number,
): Arrangement {
  const { gap } = furniture;
  const all = Math.max(1, sizes.length);
  if (stage.fits) return inFrame(sizes, stage, furniture, overcommit);
  const perRow = inOneRow(sizes.length, stage.width, gap);
  const usual = inRows(sizes, stage, furniture, overcommit, { perRow, gap, least: narrowest });
  const least = all * (dense.narrowest + dense.gap) - dense.gap;
  const isWhole = perRow >= all || usual.height <= stage.height;
  if (least > stage.width || (isWhole && !isMostlyOwn(usual))) return usual;
  const close = { perRow: all, gap: dense.gap, least: dense.narrowest };
  const closer = inRows(sizes, stage, furniture, overcommit, close);
  return isWhole && isMostlyOwn(closer) ? usual : closer;
}

/** One under the other: each as high as it needs. */
function inColumn(
  sizes: readonly number[],
  stage: Stage,
  furniture: Furniture,
  overcommit: number,
): Arrangement {
  const { margin, gap, header, air, foundations } = furniture;
  const count = Math.max(1, sizes.length);
  const fixed =
    foundations.reduce((sum, height) => sum + height, 0) + count * (header + air) + (count - 1) * gap;
  const room = (stage.height - 2 * margin - fixed) / count;
  const frameHeight = Math.floor(Math.max(stage.fits ? lowest.fitted : lowest.stacked, room / overcommit));
  const above = header + air + Math.ceil(frameHeight * (overcommit - 1));
  const inner = stage.width;
  const toPixels = scaleFor(Math.max(...sizes, 0), inner);
  let y = margin;
  const places = sizes.map((size, at) => {
    const ownScale = toPixels(size) < Math.min(narrowest, inner);
    const width = ownScale ? Math.min(narrowest, inner) : toPixels(size);
    const placed = place({ x: 0, y, width, ownScale, foundation: foundations[at] ?? 0 }, frameHeight, above);
    y += placed.area.height + gap;
    return placed;
  });
  return { places, height: y - gap + margin };
}

/**
 * Places hosts with these RAM sizes (bytes) on a stage of this size. `overcommit` is the largest number of times a
 * host's RAM is claimed; the frames leave room above for it.
 */
export function arrangeHosts(
  sizes: readonly number[],
  stage: Stage,
  furniture: Furniture,
  overcommit: number,
): Arrangement {
  if (stage.width >= sideBySideFrom) return inRow(sizes, stage, furniture, overcommit);
  if (!stage.fits) return inColumn(sizes, stage, furniture, overcommit);
  const beside = inRow(sizes, stage, furniture, overcommit);
  if (beside.places.every(({ frame }) => frame.width >= fitted.beside)) return beside;
  const stacked = inColumn(sizes, stage, furniture, overcommit);
  return stacked.places.every(({ frame }) => frame.height >= fitted.stacked) ? stacked : beside;
}
