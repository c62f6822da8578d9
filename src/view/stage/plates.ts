// Plates under words: a tab's, open where it joins its box, with a point towards one that it stands over, and closed when
// a line leads there; a line's on the hatch.
import { bottom, right, type Rect } from '../../layout/rect';
import type { LabelScene, LineScene } from '../../layout/stage/scene';

const round = 5;
/** A tab on its box reaches into it by this much; its edge ends where the box begins. */
const overlap = 1;

/** Half as wide as the point of a tab, px. */
const half = 4;

/** A tab whose edge is not seen ends nearer to its words, px: it leaves the frame beside it alone. */
const unseen = 4;

/** SVG path data for the plate of a tab. */
export function tabPath({ rect, joins, leaders, look, tabTone }: LabelScene): string {
  const inset = look === 'off' && !/vm|container|host/.test(tabTone ?? '') ? unseen : 0;
  const [left, top, end, foot] = [rect.x + inset, rect.y, right(rect) - inset, bottom(rect)];
  const r = Math.min(round, rect.height / 2);
  if (joins === 'above') {
    return `M${left} ${top}V${foot - r}Q${left} ${foot} ${left + r} ${foot}H${end - r}Q${end} ${foot} ${end} ${foot - r}V${top}`;
  }
  const tip = joins === 'below' ? leaders[0]?.[1] : undefined;
  if (joins === 'below' && !tip)
    return `M${left} ${foot - overlap}V${top + r}Q${left} ${top} ${left + r} ${top}H${end - r}Q${end} ${top} ${end} ${top + r}V${foot - overlap}`;
  const base = tip && Math.max(left + r + half, Math.min(tip.x, end - r - half));
  const point = tip && base ? `H${base + half}L${tip.x} ${tip.y}L${base - half} ${foot}` : '';
  return `M${left + r} ${top}H${end - r}Q${end} ${top} ${end} ${top + r}V${foot - r}Q${end} ${foot} ${end - r} ${foot}${point}H${left + r}Q${left} ${foot} ${left} ${foot - r}V${top + r}Q${left} ${top} ${left + r} ${top}Z`;
}

/** SVG path data for several rectangles in one shape. */
export const rectsPath = (rects: readonly Rect[]): string =>
  rects.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`).join('');

/** From the text to the edge of its plate, px. */
const margin = 2.5;

/** The plate under one line of words, as high as its letters. */
export function linePlate({ align, size }: LabelScene, { x, y, width }: LineScene): Rect {
  const start = align === 'middle' ? x - width / 2 : align === 'end' ? x - width : x;
  return { x: start - margin, y: y - size * 0.86, width: width + 2 * margin, height: size * 1.16 };
}

/** What cannot have changed when it is the very same object, or value. */
const kept = ['rect', 'leaders', 'of', 'look', 'tone', 'ground'] as const;

/** Whether a word stands where it stood and looks as it did: only the figures in its text may differ. */
export const isSamePlace = (a: LabelScene, b: LabelScene): boolean =>
  kept.every((part) => a[part] === b[part]) && a.lines.length === b.lines.length;
