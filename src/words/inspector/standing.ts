// Where a box is and what it stands on: the breadcrumb and the first of the three questions.
import type { Entity, WorldView } from '../../sim/engine/view';
import { messages } from '../../i18n';
import { inspector } from '../../i18n/inspector';
import { boxLabel, copyName, floorsOf } from '../name';
import { boxRow, textRow, type BoxRef, type Row } from './row';

/** The word of a box between its floors: short, because its place is said by those before it. */
function crumbLabel(entity: Entity, view: WorldView): string {
  const { picture, boxes } = messages;
  if (entity.kind === 'hypervisor') return picture.names.hypervisor.at(-1) ?? boxes.labels.hypervisor;
  if (entity.kind === 'container') return boxes.labels.container;
  return entity.kind === 'process' ? copyName(entity, view) : boxLabel(entity, view);
}

/** From the host to the box itself: `host-a`, `hypervisor`, `VM 2`, `guest OS`, `cart`. */
export function crumbsOf(entity: Entity, view: WorldView): BoxRef[] {
  return floorsOf(entity, view)
    .map((floor) => ({ id: floor.id, text: crumbLabel(floor, view) }))
    .reverse();
}

/** What it stands on, and what stands on it. */
export function standingRows(entity: Entity, view: WorldView): Row[] {
  const { standing } = inspector;
  const floor =
    entity.standsOn === null
      ? textRow(standing.on, entity.kind === 'host' ? standing.nothing : standing.unplaced)
      : boxRow(standing.on, [entity.standsOn], view);
  return [floor, boxRow(standing.above, entity.holds, view, standing.none)];
}
