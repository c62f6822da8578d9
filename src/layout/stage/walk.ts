// Where the arrow keys lead on the stage: up to what stands on a box, down to what it stands on, sideways to its
// neighbours on the same floor.
import { centre } from '../rect';
import type { StageScene } from './scene';

/** The keys that move, as `KeyboardEvent.key` names them. */
export const walkKeys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'] as const;

export type WalkKey = (typeof walkKeys)[number];

/** Whether a key is one of those that move. */
export const isWalkKey = (key: string): key is WalkKey => (walkKeys as readonly string[]).includes(key);

interface Step {
  readonly id: string;
  readonly x: number;
}

const besides = (scene: StageScene, id: string): Step[] => {
  const box = scene.boxes.find((each) => each.id === id);
  if (box === undefined) return scene.hosts.map((host) => ({ id: host.id, x: centre(host.frame) }));
  const level = scene.boxes.filter((each) => each.depth === box.depth);
  return level.map((each) => ({ id: each.id, x: centre(each.exact) })).sort((a, b) => a.x - b.x);
};

const above = (scene: StageScene, id: string): string | undefined =>
  scene.boxes.find((box) => box.parent === id)?.id;

/** The box that the key leads to from `id`; `id` itself where there is none. */
export function walk(scene: StageScene, id: string, key: WalkKey): string {
  const beside = besides(scene, id);
  const at = beside.findIndex((step) => step.id === id);
  switch (key) {
    case 'ArrowUp':
      return above(scene, id) ?? id;
    case 'ArrowDown':
      return scene.boxes.find((box) => box.id === id)?.parent ?? id;
    case 'ArrowLeft':
      return beside[at - 1]?.id ?? id;
    case 'ArrowRight':
      return beside[at + 1]?.id ?? id;
    case 'Home':
      return scene.hosts[0]?.id ?? id;
    case 'End':
      return scene.hosts.at(-1)?.id ?? id;
  }
}

/** The box, and what it stands on, down to its host. */
export function chainOf(scene: StageScene, id: string): string[] {
  const box = scene.boxes.find((each) => each.id === id);
  return box === undefined ? [id] : [id, ...chainOf(scene, box.parent)];
}
