// One line of an answer: what it is about, what is to be said, and the boxes that can be chosen there.
import type { EntityId } from '../../sim/engine/fact';
import type { Entity, WorldView } from '../../sim/engine/view';
import { messages } from '../../i18n';
import { inspector } from '../../i18n/inspector';
import { boxLabel, boxName, copyName, placeName } from '../name';
import { layerName } from './stacked';

/** A box that can be chosen in an answer. */
export interface BoxRef {
  readonly id: EntityId;
  readonly text: string;
}

/** One line of an answer. */
export interface Row {
  readonly label: string;
  /** Empty where the boxes say it all. */
  readonly text: string;
  readonly boxes: readonly BoxRef[];
  /** `and 188 other boxes`; empty when all are named. */
  readonly more: string;
}

/** So many boxes are named, the rest is counted. */
const MOST_BOXES = 12;

/** A line that is text alone. */
export function textRow(label: string, text: string): Row {
  return { label, text, boxes: [], more: '' };
}

/** The short name of a box for those who know where it is: `hypervisor`, `guest OS`, `cart 1`. */
export function nearName(entity: Entity, view: WorldView): string {
  const layer = layerName(entity, view);
  if (layer !== null) return layer;
  if (entity.kind === 'hypervisor') return messages.picture.names.hypervisor.at(-1) ?? entity.name;
  return entity.kind === 'process' ? copyName(entity, view) : boxLabel(entity, view);
}

/** A box as it is named in the answer of another one: short where both are in the same machine. */
function nameBeside(id: EntityId, entity: Entity, view: WorldView): string {
  const other = view.get(id);
  if (other === undefined) return id;
  const isNear = placeName(other, view) === placeName(entity, view);
  return isNear || other.kind === 'layer' ? nearName(other, view) : boxName(other, view);
}

/** A line of the answer of `entity` that names boxes; `nothing` is said when there are none. */
export function boxRow(
  label: string,
  ids: readonly EntityId[],
  entity: Entity,
  view: WorldView,
  nothing = '',
): Row {
  const boxes = ids.slice(0, MOST_BOXES).map((id) => ({ id, text: nameBeside(id, entity, view) }));
  const rest = ids.length - boxes.length;
  return {
    label,
    text: ids.length === 0 ? nothing : '',
    boxes,
    more: rest === 0 ? '' : inspector.more(rest),
  };
}
