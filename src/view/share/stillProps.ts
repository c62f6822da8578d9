// What a picture of the stage that stands alone is drawn from: a scene of a fixed size with all its words.
import { limitLines } from '../../layout/gauge/memoryLimits';
import { allWords } from '../../layout/label/allWords';
import { fallOrder, layoutOutlines } from '../../layout/outline/layoutOutlines';
import { layoutBars } from '../../layout/stage/bars';
import type { Blast, Fact, WorldView } from '../../layout/stage/input';
import { layoutStage } from '../../layout/stage/layoutStage';
import * as marks from '../stage/marks';
import type { StageWords } from '../stage/words';
import { stillDisks } from './stillDisks';

/** Px of a picture with its disks; `boxes` is the least height that is left for what stands over them. */
interface StillSize {
  readonly width: number;
  readonly height: number;
  readonly boxes: number;
}

/** Size of a slide's picture. */
const SLIDE: StillSize = { width: 1280, height: 720, boxes: 360 };

/** Between the boxes and the disks under them, px. */
const GAP = 12;

/** One instant, and how it is told. */
export interface StillSource {
  readonly view: WorldView;
  /** What happened up to it. */
  readonly facts: readonly Fact[];
  readonly blasts: readonly Blast[];
  /** A question is open: no outline and no count. */
  readonly hideOutcome: boolean;
  readonly words: StageWords;
  /** Everything on it in words. */
  readonly description: string;
  /** A slide's when left out. */
  readonly size?: StillSize;
}

/** What `StillPicture` draws. */
export type StillScene = ReturnType<typeof stillProps>;

/** Properties of `StillPicture`. It is higher than asked for where many disks leave its boxes less than their least. */
export function stillProps({
  view,
  facts,
  blasts,
  hideOutcome,
  words,
  description,
  size = SLIDE,
}: StillSource) {
  const disks = stillDisks(view, facts, size.width);
  const under = disks.height > 0 ? disks.height + GAP : 0;
  const height = Math.max(size.boxes, size.height - under);
  const scene = layoutStage(view, { width: size.width, height }, { words, late: allWords });
  const outcome = { blasts, preview: null, hideOutcome };
  const picture = {
    scene: { ...scene, height: scene.height + under },
    marks,
    outlines: layoutOutlines(scene, outcome, words, limitLines(scene, view)),
    bars: layoutBars(scene, view),
    label: words.stage(view),
    description,
    labels: new Map(view.entities.map((entity) => [entity.id, words.label(entity, view)])),
    ranks: fallOrder(scene, outcome),
  };
  return { picture, view, disks, disksFrom: scene.height + GAP };
}
