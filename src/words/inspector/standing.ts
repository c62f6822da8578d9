// Where a box is and what it stands on: the breadcrumb and the first of the three questions.
import type { EntityId } from '../../sim/engine/fact';
import type { Entity, WorldView } from '../../sim/engine/view';
import { format, messages } from '../../i18n';
import { inspector } from '../../i18n/inspector';
import { copyName, floorsOf } from '../name';
import { stateSentence } from '../state';
import { isFloorDown } from './kept';
import { isStored } from './sharing';
import { stackOf } from './stacked';
import { boxRow, nearName, textRow, type BoxRef, type Row } from './row';

/** A container's copy stands above it, so its number is not needed. */
function crumbName(entity: Entity, view: WorldView): string {
  return entity.kind === 'container' ? messages.boxes.labels.container : nearName(entity, view);
}

/** From the host to the box itself: `host-a`, `hypervisor`, `VM 2`, `guest OS`, `cart`. */
export function crumbsOf(entity: Entity, view: WorldView): BoxRef[] {
  return floorsOf(entity, view)
    .map((floor) => ({ id: floor.id, text: crumbName(floor, view) }))
    .reverse();
}

/** How it is, and since when; of a machine that is on, also that what carries all on it is down. */
export function nowWords(entity: Entity, view: WorldView): string {
  const told = (box: Entity) => inspector.since(stateSentence(box, view), format.clock(box.since));
  const isMachine = entity.kind === 'host' || entity.kind === 'vm';
  const floor = isMachine && entity.tags.includes('up') ? entity.holds.map((id) => view.get(id)) : [];
  const down = floor.find((box) => box !== undefined && isFloorDown(box));
  return down ? inspector.sinceBut(told(entity), nearName(down, view), told(down)) : told(entity);
}

/** Its floor; a container, which has the name of what runs in it, is told apart from that. */
function floorRow(id: EntityId, entity: Entity, view: WorldView): Row {
  const row = boxRow(inspector.standing.on, [id], entity, view);
  const floor = view.get(id);
  if (floor?.kind !== 'container') return row;
  const text = messages.boxes.container(copyName(floor, view), null, '').the;
  return { ...row, boxes: [{ id, text }] };
}

/** The image that a container is made from and the volume that is mounted into it, where its world has them. */
function madeRows(entity: Entity, view: WorldView): Row[] {
  if (entity.kind !== 'container') return [];
  return (['image', 'volume'] as const).flatMap((field) => {
    const id = entity.context[field];
    if (typeof id !== 'string' || view.get(id) === undefined) return [];
    return [boxRow(inspector.standing[field], [id], entity, view)];
  });
}

/**
 * What it stands on, and what stands on it; of a layer or an image file also what lies under it and over it, of a
 * container also what it is made from.
 */
export function standingRows(entity: Entity, view: WorldView): Row[] {
  const { standing } = inspector;
  const { under, over } = stackOf(entity, view);
  const grounds: Readonly<Record<string, string>> = { host: standing.nothing, disk: standing.hardware };
  const floor =
    entity.standsOn === null
      ? textRow(standing.on, grounds[entity.kind] ?? standing.unplaced)
      : under.length > 0
        ? boxRow(standing.on, [...under, entity.standsOn], entity, view)
        : floorRow(entity.standsOn, entity, view);
  const above = [...entity.holds, ...over];
  const isBare = above.length === 0 && isStored(entity);
  const aboveRow = boxRow(standing.above, above, entity, view, standing.none);
  return [floor, ...(isBare ? [] : [aboveRow]), ...madeRows(entity, view)];
}
