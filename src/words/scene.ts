// The whole scene in words: what stands on what, how it is, and what fell, as an indented outline.
import type { EntityId } from '../sim/engine/fact';
import type { Entity, WorldView } from '../sim/engine/view';
import { format, messages } from '../i18n';
import { boxName, boxNoun } from './name';
import { stateSentence } from './state';

/** What fell, as `blastsNow` of the model tells it. */
export interface Fallen {
  readonly root: EntityId;
  readonly copiesFell: number;
  readonly copiesSuffer: number;
}

/** Ids of a box and of everything above it. */
function allAbove(entity: Entity, view: WorldView): Entity[] {
  const above = entity.holds.flatMap((id) => {
    const held = view.get(id);
    return held === undefined ? [] : allAbove(held, view);
  });
  return [entity, ...above];
}

/** How many of the copies on a box serve, and how many there are. */
export function copiesOn(entity: Entity, view: WorldView): { serving: number; all: number } {
  const copies = allAbove(entity, view).filter(
    ({ kind, context }) => kind === 'process' && typeof context['service'] === 'string',
  );
  return { serving: copies.filter(({ tags }) => tags.includes('serving')).length, all: copies.length };
}

/** "5 of 6 copies serving", or null where there are no copies. */
export function servingWords(entity: Entity, view: WorldView): string | null {
  const { serving, all } = copiesOn(entity, view);
  return all === 0 ? null : messages.scene.serving(format.number(serving), format.number(all));
}

function line(entity: Entity, view: WorldView): string {
  const { scene } = messages;
  const parts = [stateSentence(entity, view)];
  const copies = entity.kind === 'host' ? servingWords(entity, view) : null;
  if (copies !== null) parts.push(copies);
  const { size, charged } = entity.memory;
  if (entity.kind === 'host' && size !== null) {
    parts.push(scene.memory(format.memory(charged), format.memory(size)));
  }
  return scene.line(boxName(entity, view), parts.join(', '));
}

function outline(entity: Entity, view: WorldView, depth: number): string[] {
  const above = entity.holds.flatMap((id) => {
    const held = view.get(id);
    return held === undefined ? [] : outline(held, view, depth + 1);
  });
  return [`${'  '.repeat(depth)}${line(entity, view)}`, ...above];
}

/** The blast radius in words: "6 copies fell with the host OS of host-b, 2 with errors". */
export function fellWords(fallen: Fallen, view: WorldView): string {
  const { scene } = messages;
  const root = boxNoun(fallen.root, view).the;
  const copies = format.counted(fallen.copiesFell, scene.copies);
  return fallen.copiesSuffer === 0
    ? scene.fell(root, copies)
    : scene.fellAndSuffer(root, copies, format.number(fallen.copiesSuffer));
}

/** The scene as text: hosts first, what stands on them indented, then what is placed nowhere, then what fell. */
export function sceneInWords(view: WorldView, fallen: readonly Fallen[] = []): string {
  const roots = view.entities.filter(({ standsOn }) => standsOn === null);
  const placed = roots.filter(({ kind }) => kind === 'host').flatMap((root) => outline(root, view, 0));
  const loose = roots.filter(({ kind }) => kind !== 'host').flatMap((root) => outline(root, view, 1));
  const unplaced = loose.length === 0 ? [] : [messages.scene.unplaced, ...loose];
  return [...placed, ...unplaced, ...fallen.map((each) => fellWords(each, view))].join('\n');
}
