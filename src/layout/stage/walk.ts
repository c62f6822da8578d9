// Where the arrow keys lead on the stage: up to what stands on a box, down to what it stands on, sideways to its
// neighbours on the same floor.
import { placeOf } from './places';
import type { StageScene } from './scene';

/** The keys that move, as `KeyboardEvent.key` names them. */
export const walkKeys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'] as const;

/** One of them. */
export type WalkKey = (typeof walkKeys)[number];

/** Whether a key is one of those that move. */
export const isWalkKey = (key: string): key is WalkKey => (walkKeys as readonly string[]).includes(key);

/** Boxes as far from the ground as this one, from left to right and host by host, as a scene lists them. */
function besides(scene: StageScene, id: string): string[] {
  const box = scene.boxes.find((each) => each.id === id);
  if (box === undefined) return scene.hosts.map((host) => host.id);
  return scene.boxes.filter((each) => each.depth === box.depth).map((each) => each.id);
}

const above = (scene: StageScene, id: string): string | undefined =>
  scene.boxes.find((box) => box.parent === id)?.id;

/** The box that the key leads to from `id`; `id` itself where there is none. */
export function walk(scene: StageScene, id: string, key: WalkKey): string {
  const beside = besides(scene, id);
  const at = beside.indexOf(id);
  switch (key) {
    case 'ArrowUp':
      return above(scene, id) ?? id;
    case 'ArrowDown':
      return scene.boxes.find((box) => box.id === id)?.parent ?? id;
    case 'ArrowLeft':
      return beside[at - 1] ?? id;
    case 'ArrowRight':
      return beside[at + 1] ?? id;
    case 'Home':
      return scene.hosts[0]?.id ?? id;
    case 'End':
      return scene.hosts.at(-1)?.id ?? id;
  }
}

/** The box, and what it stands on, down to its host. */
export function chainOf(scene: StageScene, id: string): string[] {
  const box = placeOf(scene, id);
  return box === undefined ? [id] : [id, ...chainOf(scene, box.parent)];
}
