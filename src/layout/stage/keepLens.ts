// Lenses one after the other: like the scenes of the stage, not laid out again while nothing changed.
import type { WorldView } from '../../sim/engine/view';
import { createStageMemory } from '../label/memory';
import { isSameSize, isStill, keepParts, type Size } from './keepScene';
import type { StageOptions } from './layoutStage';
import { layoutLens, type LensScene } from './lens';
import type { BoxScene } from './scene';

/** What a lens is made of. */
export interface LensInput {
  readonly view: WorldView;
  readonly box: BoxScene;
  /** px² for one byte on the stage. */
  readonly hostScale: number;
  readonly size: Size;
  readonly options: StageOptions;
}

const isSame = (a: LensInput, b: LensInput): boolean =>
  a.box === b.box &&
  a.hostScale === b.hostScale &&
  a.options.words === b.options.words &&
  isSameSize(a.size, b.size) &&
  isStill(a.view, b.view);

/** A layout that remembers its last lens; what it gives equals that of `layoutLens`. */
export function createLensKeeper(): (input: LensInput) => LensScene {
  const memory = createStageMemory();
  let last: { readonly input: LensInput; readonly scene: LensScene } | null = null;
  return (input) => {
    if (last !== null && isSame(last.input, input)) return last.scene;
    const { view, box, hostScale, size, options } = input;
    const scene = keepParts(
      last?.scene ?? null,
      layoutLens(view, box, hostScale, size, { ...options, memory }),
    );
    last = { input, scene };
    return scene;
  };
}
