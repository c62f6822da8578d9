// What is not to scale on the stage, in pixels: headers, the ground's tabs, the hardware, and the air between hosts.
import { bandHeight } from '../label/hanging';
import { hardwareHeight, headerLine } from '../label/header';
import { shelfRow } from './shelf';
import { sideBySideFrom, type Furniture } from './frames';

/** How much room the words outside the boxes are given; grows until all of them have their place. */
export interface Furnishing {
  /** Rows of tabs under each host's ground line. */
  readonly rows: readonly number[];
  /** Lines of each header. */
  readonly lines: number;
  /** Rows of tiles under each header. */
  readonly shelf: number;
  /** Of each host, whether its tiles are one: not all of them have room for their names. */
  readonly gathered: readonly boolean[];
  /** Rows of tabs that the scale leaves room for, needed or not: what comes and goes there moves no ground line. */
  readonly kept: number;
  /** More rows of tiles become one tile. */
  readonly mostTiles: number;
}

/** No host is wider, in sizes of the type: on a 4K page one alone is as wide as the words and lanes under it. */
const widest = 130;

/**
 * Sizes for a stage of this width and a font size; one that must fit spares the air between hosts. Where memory juts out
 * (`isFull`), what says that area is memory finds its place only above.
 */
export function furnitureFor(
  { rows, lines, shelf, kept }: Omit<Furnishing, 'gathered' | 'mostTiles'>,
  { width, fits = false }: { readonly width: number; readonly fits?: boolean },
  size: number,
  isFull: boolean,
): Furniture {
  const isCompact = width < sideBySideFrom;
  return {
    header: lines * headerLine(size) + shelf * shelfRow(size),
    air: Math.round(size * (isCompact && fits ? 0.8 : isFull ? 2.2 : 1.6)),
    foundations: rows.map((each) => bandHeight(Math.max(each, kept), size) + hardwareHeight(size)),
    least: headerLine(size) + hardwareHeight(size),
    widest: size * widest,
    gap: isCompact ? (fits ? 16 : 24) : 44,
    margin: isCompact ? 4 : 6,
  };
}
