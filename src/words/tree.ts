// The scene as a tree in words: every box with its kind and state, and on it what stands on it.
import type { EntityId } from '../sim/engine/fact';
import type { Entity, WorldView } from '../sim/engine/view';
import { format, messages } from '../i18n';
import { gaugesTold } from './gauges';
import { limitsTold } from './limitGauges';
import { boxName } from './name';
import { reservesOn } from './reserved';
import { servingWords } from './serving';
import { stateSentence } from './state';

/** One box of the tree, or the heading over those that stand on nothing. */
export interface SceneItem {
  /** null for the heading. */
  readonly id: EntityId | null;
  /** "VM 2", "cart in VM 2". */
  readonly name: string;
  /** Its kind where the name does not say it, its state, and for a host what it serves and holds. */
  readonly says: string;
  /** What stands on it, counted, for one who does not look further up; empty where nothing does. */
  readonly carries: string;
  /** What stands on it. */
  readonly above: readonly SceneItem[];
}

const boxesOn = ({ holds }: Entity, view: WorldView): Entity[] =>
  holds.map((id) => view.get(id)).filter((held) => held !== undefined);

/** What a hypervisor holds for VMs that stand elsewhere: "keeps 4 GiB for VM 2". */
const keeps = (entity: Entity, view: WorldView): string[] =>
  view
    .ofKind('vm')
    .filter(({ context }) => context['peer'] === entity.id && Number(context['peerBytes']) > 0)
    .map((vm) => messages.outline.keeps(format.memory(Number(vm.context['peerBytes'])), boxName(vm, view)));

function says(entity: Entity, view: WorldView): string {
  const scene = messages.outline;
  const parts = [scene.kinds[entity.kind], stateSentence(entity, view)];
  if (entity.kind === 'host') {
    parts.push(servingWords(entity, view) ?? undefined);
    const { size, charged } = entity.memory;
    const memory = reservesOn(entity, view) ? scene.reserved : scene.memory;
    if (size !== null) parts.push(memory(format.memory(charged), format.memory(size)));
  }
  if (entity.kind === 'hypervisor') parts.push(...keeps(entity, view));
  if (entity.kind === 'vm' && entity.tags.includes('up')) parts.push(...gaugesTold(entity));
  if (entity.kind === 'container' && entity.tags.includes('up')) parts.push(...limitsTold(entity, view));
  return scene.join(parts.filter((part) => part !== undefined));
}

/** "6 VMs", "1 runtime and 6 containers". */
function countsOf(boxes: readonly Entity[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of boxes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const { kindsCounted } = messages.outline;
  return format.list(
    [...counts].map(([kind, count]) => format.counted(count, kindsCounted[kind] ?? { other: kind })),
  );
}

/** "carries 6 VMs, 5 of 6 copies serving". */
function carries(entity: Entity, view: WorldView): string {
  const scene = messages.outline;
  const boxes = boxesOn(entity, view);
  if (boxes.length === 0) return '';
  const serving = entity.kind === 'host' ? null : servingWords(entity, view);
  return scene.join([scene.carries(countsOf(boxes)), ...(serving === null ? [] : [serving])]);
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

/**
 * The whole scene of one instant: hosts with what stands on them, then what stands on nothing under a heading. It tells
 * what is, also while a question is open.
 */
export function sceneTree(view: WorldView): readonly SceneItem[] {
  const roots = view.entities.filter(({ standsOn }) => standsOn === null);
  const hosts = roots.filter(({ kind }) => kind === 'host').map((root) => itemOf(root, view));
  // What is no box of the stage (a file system, an image to be shipped) is nowhere to be placed.
  const loose = roots.filter(({ tags }) => tags.includes('absent'));
  if (loose.length === 0) return hosts;
  const above = loose.map((root) => itemOf(root, view));
  return [...hosts, { id: null, name: messages.outline.unplaced, says: '', carries: countsOf(loose), above }];
}
