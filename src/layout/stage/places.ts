// Where a box of the world is on the stage: drawn on its own, or in the bundle that it is gathered in.
import type { BoxScene, StageScene } from './scene';

/** Whether this is the box of that id, or the bundle with it in it. */
export function holds(box: BoxScene, id: string | null): boolean {
  if (id === null) return false;
  return (
    box.id === id ||
    box.within?.includes(id) === true ||
    box.bundle?.members.some(({ ids }) => ids.includes(id)) === true
  );
}

/** The first of these ids that something is drawn for, as what is drawn is called: a host, a box or a bundle. */
export function firstDrawn(scene: StageScene, ids: readonly (string | null)[]): string | undefined {
  for (const id of ids) {
    if (id === null) continue;
    if (scene.hosts.some((host) => host.id === id)) return id;
    const box = placeOf(scene, id);
    if (box !== undefined) return box.id;
  }
  return undefined;
}

/** The box that is drawn for an id: its own, else the bundle it is in. */
export function placeOf(scene: StageScene, id: string): BoxScene | undefined {
  return scene.boxes.find((box) => box.id === id) ?? scene.boxes.find((box) => holds(box, id));
}
