// A note has its place in what is empty, beside what is written there already.
import { describe, expect, it } from 'vitest';
import { createBoard } from '../../../src/layout/label/board';
import { noteIn } from '../../../src/layout/label/notes';
import { overlaps, right } from '../../../src/layout/rect';

const place = { x: 100, y: 50, width: 300, height: 40 };
const style = { size: 14, smallest: 12 };
const note = (taken: { x: number; width: number }) => {
  const board = createBoard();
  board.take({ ...place, ...taken });
  return noteIn('free host/a', 'free', 'host/a', [place], ['free: 105 MiB'], board, style)?.rect;
};

describe('a note on an empty place', () => {
  it('stands in its middle', () => {
    const rect = note({ x: 0, width: 10 })!;
    expect(rect.x + rect.width / 2).toBeCloseTo(250);
  });

  it('stands at one of its ends where the tile takes the middle', () => {
    const [left, far] = [note({ x: 230, width: 170 })!, note({ x: 100, width: 170 })!];
    expect(left.x).toBe(106);
    expect(right(far)).toBe(394);
    expect(overlaps(left, { ...place, x: 230, width: 170 })).toBe(false);
    expect(note({ x: 110, width: 280 })).toBeUndefined();
  });
});
