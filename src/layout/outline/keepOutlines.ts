// Outlines one after the other: not drawn anew while nothing fell or rose and every box is in its place.
import type { Blast } from '../../sim';
import type { WorldView } from '../../sim/engine/view';
import { limitLines } from '../gauge/memoryLimits';
import { isSameRect, type Rect } from '../rect';
import type { LabelScene, StageScene } from '../stage/scene';
import type { StageWords } from '../stageWords';
import { fallOrder, layoutOutlines, type OutlineInput, type OutlineScene } from './layoutOutlines';

const areSameRects = (a: readonly Rect[], b: readonly Rect[]): boolean =>
  a.length === b.length && a.every((rect, at) => isSameRect(rect, b[at]!));

const isSameBlast = (a: Blast | null, b: Blast | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.cause === b.cause &&
    a.root === b.root &&
    a.copiesFell === b.copiesFell &&
    a.copiesSuffer === b.copiesSuffer &&
    a.fell.length === b.fell.length &&
    a.fell.every((id, at) => id === b.fell[at]));

const isSameInput = (a: OutlineInput, b: OutlineInput): boolean =>
  a.hideOutcome === b.hideOutcome &&
  a.outlined === b.outlined &&
  isSameBlast(a.preview, b.preview) &&
  a.blasts.length === b.blasts.length &&
  a.blasts.every((blast, at) => isSameBlast(blast, b.blasts[at] ?? null));

const tellsState = ({ lines }: LabelScene): boolean => lines.some((line) => line.tellsState);

/** Whether words stand in the same places; of what they say, whether it is a state is all that matters to outlines. */
const isSamePlan = (a: readonly LabelScene[], b: readonly LabelScene[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every((label, at) => {
      const other = b[at];
      return (
        label === other ||
        (label.key === other?.key &&
          label.joins === other.joins &&
          label.leaders === other.leaders &&
          (label.of === other.of || label.of.join() === other.of.join()) &&
          tellsState(label) === tellsState(other) &&
          isSameRect(label.rect, other.rect))
      );
    }));

const tilesOf = ({ tiles }: StageScene): readonly Rect[] => tiles.map(({ rect }) => rect);

/** Whether outlines find the same boxes and the same words in both scenes: all that they are laid out from. */
function isSamePlace(a: StageScene, b: StageScene): boolean {
  if (a === b) return true;
  if (
    !isSamePlan(a.labels, b.labels) ||
    !areSameRects(tilesOf(a), tilesOf(b)) ||
    a.hosts.length !== b.hosts.length ||
    a.boxes.length !== b.boxes.length
  )
    return false;
  const hosts = a.hosts.every(({ area, frame }, at) => {
    const other = b.hosts[at];
    return other !== undefined && isSameRect(area, other.area) && isSameRect(frame, other.frame);
  });
  return (
    hosts &&
    a.boxes.every((box, at) => {
      const other = b.boxes[at];
      return (
        other === box ||
        (box.id === other?.id &&
          box.parent === other.parent &&
          box.build === other.build &&
          box.bundle === other.bundle &&
          isSameRect(box.exact, other.exact) &&
          isSameRect(box.drawn, other.drawn))
      );
    })
  );
}

interface Last {
  readonly scene: StageScene;
  readonly input: OutlineInput;
  readonly words: StageWords;
  readonly limits: readonly Rect[];
  readonly kept: Outlined;
}

/** Outlines, and how many floors each fallen box is from the one that broke. */
export interface Outlined {
  readonly outlines: readonly OutlineScene[];
  readonly ranks: ReadonlyMap<string, number>;
}

/** Outlines that are remembered; they equal those of `layoutOutlines` and `fallOrder`. */
export function createOutlineKeeper(): (
  scene: StageScene,
  input: OutlineInput,
  words: StageWords,
  view: WorldView,
) => Outlined {
  let last: Last | null = null;
  return (scene, input, words, view) => {
    const limits = input.hideOutcome ? [] : limitLines(scene, view);
    const isSame =
      last?.words === words &&
      isSameInput(last.input, input) &&
      isSamePlace(last.scene, scene) &&
      areSameRects(last.limits, limits);
    const kept: Outlined =
      isSame && last !== null
        ? last.kept
        : { outlines: layoutOutlines(scene, input, words, limits), ranks: fallOrder(scene, input) };
    last = { scene, input, words, limits, kept };
    return kept;
  };
}
