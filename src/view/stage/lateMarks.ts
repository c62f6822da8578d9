// The marks of all stages of the page: asked for once, and there for every stage from then on.
import type { Outlined } from '../../layout/outline/keepOutlines';
import type { OutlineInput } from '../../layout/outline/layoutOutlines';
import type { WorldView } from '../../layout/stage/input';
import type { StageScene } from '../../layout/stage/scene';
import { lateFile } from './lateFile.svelte';
import type * as Marks from './marks';

/** All that draws marks, in one file. */
export type StageMarks = typeof Marks;

/** That file, as far as it is loaded. */
export const lateMarks = lateFile<StageMarks>(() => import('./marks'));

/** A stage on which nothing fell. */
export const unmarked: Outlined = { outlines: [], ranks: new Map() };

/** Whether a stage is not whole without marks: something starts, fell or would, boxes are gathered, VMs arrive, a host juts, there are disks. */
export function needsMarks(
  { boxes, arrivals, overcommit }: StageScene,
  view: WorldView,
  outcome: OutlineInput,
): boolean {
  const { hideOutcome, blasts, preview, outlined = null } = outcome;
  const isOutlined = !hideOutcome && (blasts.length > 0 || preview !== null || outlined !== null);
  const hasOwn = arrivals.length > 0 || overcommit > 1 || view.ofKind('disk').length > 0;
  const isOnItsWay = view.entities.some(({ tags }) => tags.includes('starting') || tags.includes('waiting'));
  return isOutlined || hasOwn || isOnItsWay || boxes.some(({ bundle }) => bundle !== null);
}
