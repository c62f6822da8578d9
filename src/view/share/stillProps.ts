// What a picture of the stage that stands alone is drawn from: a scene of a fixed size with all its words.
import { fallOrder, layoutOutlines } from '../../layout/outline/layoutOutlines';
import { layoutBars } from '../../layout/stage/bars';
import type { Blast, WorldView } from '../../layout/stage/input';
import { layoutStage } from '../../layout/stage/layoutStage';
import * as marks from '../stage/marks';
import type { StageWords } from '../stage/words';

/** Size of a slide's picture in px. */
export const STILL_SIZE = { width: 1280, height: 720 };

/** One instant, and how it is told. */
export interface StillSource {
  readonly view: WorldView;
  readonly blasts: readonly Blast[];
  /** A question is open: no outline and no count. */
  readonly hideOutcome: boolean;
  readonly words: StageWords;
  /** Everything on it in words. */
  readonly description: string;
  /** Size in px; a slide's when left out. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** Properties of `StagePicture` for a still. */
export function stillProps({
  view,
  blasts,
  hideOutcome,
  words,
  description,
  size = STILL_SIZE,
}: StillSource) {
  const scene = layoutStage(view, size, { words });
  const outcome = { blasts, preview: null, hideOutcome };
  return {
    scene,
    marks,
    outlines: layoutOutlines(scene, outcome, words),
    bars: layoutBars(scene, view),
    label: words.stage(view),
    description,
    labels: new Map(view.entities.map((entity) => [entity.id, words.label(entity, view)])),
    ranks: fallOrder(scene, outcome),
  };
}
