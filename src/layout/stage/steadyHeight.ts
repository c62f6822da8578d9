// The height a stage is drawn for, while what stands beside it grows and shrinks a little: its scale stays.

/** A stage that grows by less than this part keeps its scale. */
const little = 0.15;

/**
 * Tells the height (px) to draw for in a room of such a width and height while the world looks so. It never is more than
 * there is, so a stage that shrinks gets smaller; once time runs, one that grows again by little does not. In a room of
 * another width it is as high as there is room: what stands beside it finds its own size only then.
 */
export function createSteadyHeight() {
  let first: unknown = null;
  let kept = { width: 0, height: 0 };
  return (world: unknown, width: number, height: number): number => {
    if (width !== kept.width) first = world;
    const isSteady = world !== first && height >= kept.height && height < kept.height * (1 + little);
    if (!isSteady) kept = { width, height };
    return kept.height;
  };
}
