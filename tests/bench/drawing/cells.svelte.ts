// Rectangles of which each changes by itself.
import { FILLS, rectanglesAt, type Drawn } from './rectangles';

/** One rectangle; whoever draws it follows its colour. */
export class Cell {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  #colour = $state(0);

  constructor({ id, x, y, size }: { id: number; x: number; y: number; size: number }) {
    this.id = id;
    this.x = x;
    this.y = y;
    this.size = size;
  }

  get fill(): string {
    return FILLS[this.#colour] ?? '';
  }

  /** Takes the next colour. */
  change(): void {
    this.#colour = (this.#colour + 1) % FILLS.length;
  }
}

/** So many rectangles in their first colour. */
export const cells = (count: number): Cell[] => rectanglesAt(count, 0).map((drawn) => new Cell(drawn));

/** Rectangles that are all handed over anew in each frame. */
export class Shown {
  rectangles = $state.raw<readonly Drawn[]>([]);

  constructor(rectangles: readonly Drawn[]) {
    this.rectangles = rectangles;
  }
}
