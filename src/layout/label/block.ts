// A block of text: paragraphs broken into lines, measured, and set into a rectangle.
import { centre, right, type Rect } from '../rect';
import type { LabelScene, LineScene } from '../stage/scene';
import { ascent, breakLines, lineHeight, textWidth } from '../text/measure';
import type { Weight } from '../text/metrics';

/** A name or a state, before it is broken into lines. */
export interface Paragraph {
  readonly text: string;
  readonly weight: Weight;
  readonly tellsState: boolean;
}

/** Lines at one font size, with the room they take. */
export interface Block {
  readonly lines: readonly Paragraph[];
  readonly size: number;
  readonly width: number;
  readonly height: number;
}

/** A paragraph in the usual weight. */
export const plain = (text: string): Paragraph => ({ text, weight: 400, tellsState: false });
/** A name. */
export const bold = (text: string): Paragraph => ({ text, weight: 700, tellsState: false });
/** A state, as heavy as a name. */
export const state = (text: string): Paragraph => ({ text, weight: 700, tellsState: true });

/** The block at this size, broken to fit, or null when it does not fit into width x height. */
export function fitBlock(
  paragraphs: readonly Paragraph[],
  size: number,
  room: { readonly width: number; readonly height: number },
  mostLines = 4,
): Block | null {
  if (paragraphs.length * size * lineHeight > room.height) return null;
  const lines: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    const broken = breakLines(paragraph.text, size, paragraph.weight, room.width);
    if (broken === null) return null;
    lines.push(...broken.map((text) => ({ ...paragraph, text })));
  }
  const height = lines.length * size * lineHeight;
  if (lines.length > mostLines || height > room.height) return null;
  return {
    lines,
    size,
    width: Math.max(...lines.map((line) => textWidth(line.text, size, line.weight))),
    height,
  };
}

/** One line at this size, however wide. */
export function lineBlock(paragraph: Paragraph, size: number): Block {
  const width = textWidth(paragraph.text, size, paragraph.weight);
  return { lines: [paragraph], size, width, height: size * lineHeight };
}

/** The lines of a block whose line boxes fill `rect` from its upper edge. */
export function setLines(block: Block, rect: Rect, align: LabelScene['align']): LineScene[] {
  const x = align === 'start' ? rect.x : align === 'end' ? right(rect) : centre(rect);
  return block.lines.map((line, at) => ({
    ...line,
    x: round(x),
    y: round(rect.y + block.size * (at * lineHeight + ascent)),
    width: round(textWidth(line.text, block.size, line.weight)),
  }));
}

/** Hundredths of a pixel are enough for words. */
const round = (value: number): number => Math.round(value * 100) / 100;
