// Where rectangles stand in a frame, and in which colour: the same for every way of drawing them.

/** A rectangle of one frame. */
export interface Drawn {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
}

const WIDTH = 1280;
/** Colours of the measured rectangles. */
export const FILLS = ['#4477aa', '#66ccee', '#228833', '#ccbb44', '#ee6677', '#aa3377', '#bbbbbb', '#222255'];

const columnsOf = (count: number) => Math.ceil(Math.sqrt(count * 1.6));

/** All of `count` rectangles in a frame, each moved a little and in another colour than some frames ago. */
export function rectanglesAt(count: number, frame: number): Drawn[] {
  const columns = columnsOf(count);
  const cell = WIDTH / columns;
  return Array.from({ length: count }, (_, id) => ({
    id,
    x: (id % columns) * cell + ((frame * 7 + id * 13) % 20) * cell * 0.01,
    y: Math.floor(id / columns) * cell,
    size: cell * 0.8,
    fill: FILLS[(id + (frame >> 2)) % FILLS.length] ?? '',
  }));
}
