// Words on floors that have room for them.
import { centre, type Rect } from '../rect';
import { fittingText, LINE, type Fitting } from '../text/fitting';
import { textWidth } from '../text/measure';
import type { SpokenFloor } from './floorWords';

/** Sizes of type, px. */
interface TypeSizes {
  readonly size: number;
  readonly smallest: number;
}

/** The edges of a floor on both sides, px. */
const EDGES = 2;
const BOLD = 700;

/** The words that have room on their floors, all in one size. */
export function spokenOn(
  floors: readonly Pick<SpokenFloor, 'texts' | 'isOnlyWritten'>[],
  rects: readonly Rect[],
  room: TypeSizes,
): readonly Fitting[] {
  const inSize = (size: number) =>
    floors.map(({ texts, isOnlyWritten }, at) => {
      const { width, height } = rects[at]!;
      const inside = { smallest: room.smallest, size, width: width - EDGES, height: height - EDGES };
      // On several lines rather than without whose it is; also in the smallest type rather than without its figure.
      const whose = isOnlyWritten ? fittingText(texts.slice(0, -2), { ...inside, smallest: size }) : null;
      const fitting = whose?.text ? whose : fittingText(texts.slice(0, -1), inside);
      return fitting.text === '' ? fittingText(texts, inside) : fitting;
    });
  const usual = inSize(room.size);
  if (!usual.some(({ isSmall }) => isSmall)) return usual;
  return inSize(room.smallest).map(({ text }) => ({ text, isSmall: true }));
}

/** Where the words on a floor are. */
export function writtenOn(rect: Rect, { text, isSmall }: Fitting, room: TypeSizes): readonly Rect[] {
  if (text === '') return [];
  const size = isSmall ? room.smallest : room.size;
  const lines = text.split('\n');
  const width = Math.max(...lines.map((line) => textWidth(line, size, BOLD)));
  const height = lines.length * size * LINE;
  return [{ x: centre(rect) - width / 2, y: rect.y + (rect.height - height) / 2, width, height }];
}

const baseOf = ({ over = '' }: SpokenFloor) => over.split(' ')[0];
const serviceOf = ({ copy = '' }: SpokenFloor) => copy.replace(/\d+$/, '');

/**
 * Of empty writable layers: told together over one image, or over several of one base; never what is old and new of one
 * service.
 */
export const mayJoin = (one: SpokenFloor, other: SpokenFloor) =>
  one.over === other.over || (baseOf(one) === baseOf(other) && serviceOf(one) !== serviceOf(other));
