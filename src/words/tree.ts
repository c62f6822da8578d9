// The scene as a tree in words: every box with its kind and state, and on it what stands on it.
import type { EntityId } from '../sim/engine/fact';
import type { Entity, WorldView } from '../sim/engine/view';
import { format, messages } from '../i18n';
import { boxName } from './name';
import { servingWords } from './serving';
import { stateSentence } from './state';

/** One box of the tree. */
export interface SceneItem {
  readonly id: EntityId;
  /** "VM 2", "cart in VM 2". */
  readonly name: string;
  /** Its kind where the name does not say it, its state, and for a host what it serves and holds. */
  readonly says: string;
  /** What stands on it, counted, for one who does not look further up; empty where nothing does. */
  readonly carries: string;
  /** What stands on it. */
  readonly above: readonly SceneItem[];
}

/** All boxes: hosts with what stands on them, and what stands on nothing. */
export interface SceneTree {
  readonly placed: readonly SceneItem[];
  readonly unplaced: readonly SceneItem[];
}

const boxesOn = ({ holds }: Entity, view: WorldView): Entity[] =>
  holds.map((id) => view.get(id)).filter((held) => held !== undefined);

function says(entity: Entity, view: WorldView): string {
  const { scene } = messages;
  const parts = [scene.kinds[entity.kind], stateSentence(entity, view)];
  if (entity.kind === 'host') {
    parts.push(servingWords(entity, view) ?? undefined);
    const { size, charged } = entity.memory;
    if (size !== null) parts.push(scene.memory(format.memory(charged), format.memory(size)));
  }
  return scene.join(parts.filter((part) => part !== undefined));
}

/** "carries 6 VMs, 5 of 6 copies serving". */
function carries(entity: Entity, view: WorldView): string {
  const { scene } = messages;
  const kinds = new Map<string, number>();
  for (const { kind } of boxesOn(entity, view)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  if (kinds.size === 0) return '';
  const counts = [...kinds].map(([kind, count]) =>
    format.counted(count, scene.counts[kind] ?? { other: kind }),
  );
  const serving = entity.kind === 'host' ? null : servingWords(entity, view);
  return scene.join([scene.carries(format.list(counts)), ...(serving === null ? [] : [serving])]);
}

function itemOf(entity: Entity, view: WorldView): SceneItem {
  return {
    id: entity.id,
    name: boxName(entity, view),
    says: says(entity, view),
    carries: carries(entity, view),
    above: boxesOn(entity, view).map((held) => itemOf(held, view)),
  };
}

/** The whole scene of one instant. */
export function sceneTree(view: WorldView): SceneTree {
  const roots = view.entities.filter(({ standsOn }) => standsOn === null);
  const items = (isHost: boolean) =>
    roots.filter(({ kind }) => (kind === 'host') === isHost).map((root) => itemOf(root, view));
  return { placed: items(true), unplaced: items(false) };
}
