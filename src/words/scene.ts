// The whole scene in words: what stands on what, how it is, and what fell, as an indented outline.
import type { EntityId } from '../sim/engine/fact';
import type { WorldView } from '../sim/engine/view';
import { format, messages } from '../i18n';
import { disksInWords } from './disk';
import { boxNoun, isProcess, isStop } from './name';
import { sceneTree, type SceneItem } from './tree';

/** What fell, as `blastsNow` of the model tells it. */
export interface Fallen {
  readonly root: EntityId;
  readonly copiesFell: number;
  readonly copiesSuffer: number;
  readonly isNotStarted?: boolean;
  readonly isOrdered?: boolean;
  readonly isOomKilled?: boolean;
}

function lines({ name, says, above }: SceneItem, depth: number): string[] {
  const line = says === '' ? name : messages.outline.line(name, says);
  return ['  '.repeat(depth) + line, ...above.flatMap((item) => lines(item, depth + 1))];
}

/** The blast radius in words: "6 copies fell with the host OS of host-b, 2 with errors". */
export function fellWords(fallen: Fallen, view: WorldView): string {
  const scene = messages.outline;
  const root = boxNoun(fallen.root, view).the;
  const fell = fallen.isNotStarted
    ? scene.notStarted(root)
    : isProcess(fallen.root)
      ? (fallen.isOomKilled ? scene.oomKilled : fallen.isOrdered ? scene.stopped : scene.exited)(root)
      : (fallen.isOrdered || isStop(fallen.root) ? scene.stoppedWith : scene.fell)(
          root,
          format.counted(fallen.copiesFell, scene.copies),
        );
  return fallen.copiesSuffer === 0 ? fell : scene.andSuffer(fell, format.number(fallen.copiesSuffer));
}

/** The scene as text: hosts first, what stands on them indented, then what is placed nowhere, disks, what fell. */
export function sceneInWords(view: WorldView, fallen: readonly Fallen[] = []): string {
  const tree = sceneTree(view).flatMap((item) => lines(item, 0));
  return [...tree, ...disksInWords(view), ...fallen.map((each) => fellWords(each, view))].join('\n');
}
