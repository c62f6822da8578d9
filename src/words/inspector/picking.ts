// Who picks a box up, what it needs, and what it waits for: the third of the three questions.
import type { Entity, Wait, WorldView } from '../../sim/engine/view';
import { format } from '../../i18n';
import { inspector } from '../../i18n/inspector';
import { pickerName } from '../picker';
import { waitSentence } from '../wait';
import { driversOf } from './devices';
import { isStored } from './sharing';
import { boxRow, textRow, type Row } from './row';

const { picking } = inspector;

/** The pickers, one line each, with what they were told. */
function pickerRows(entity: Entity, view: WorldView): Row[] {
  const pickers = view.pickersOf(entity.id);
  if (pickers.length === 0 && isStored(entity)) return [];
  if (pickers.length === 0) return [textRow(picking.picker, picking.nobody)];
  return pickers.map((picker) =>
    textRow(picking.picker, picking.told(pickerName(picker, view), picker.setting)),
  );
}

/** What a box needs; of a guest also the drivers in the domain beside it, through which its disk and network go. */
const needsOf = (entity: Entity, view: WorldView) => [...entity.needs, ...driversOf(entity, view)];

/** Who picks it up and was told what, what it needs, and who needs it; of what lies on a disk only what there is. */
export function pickingRows(entity: Entity, view: WorldView): Row[] {
  const needs = needsOf(entity, view);
  const neededBy = view.entities
    .filter((other) => needsOf(other, view).includes(entity.id))
    .map(({ id }) => id);
  return [
    ...pickerRows(entity, view),
    ...(needs.length === 0 && isStored(entity)
      ? []
      : [boxRow(picking.needs, needs, entity, view, picking.nothing)]),
    ...(neededBy.length === 0 ? [] : [boxRow(picking.needed, neededBy, entity, view)]),
  ];
}

/** Kinds that are up again with their floor only where somebody was told to start them then. */
const STARTED_BY_OTHERS = new Set(['hypervisor', 'vm', 'runtime', 'container', 'process']);

/** Whether it is the floor itself that starts it: a host its hypervisor, a container its program. */
const isStartedByFloor = ({ kind, context, standsOn }: Entity, view: WorldView): boolean =>
  kind === 'hypervisor' ? context['type'] === 1 : view.get(standsOn ?? '')?.kind === 'container';

/** Whether it stays down when its floor is up again: a runtime starts its containers then, others are told to. */
const isLeftToPerson = (entity: Entity, view: WorldView): boolean =>
  STARTED_BY_OTHERS.has(entity.kind) &&
  !isStartedByFloor(entity, view) &&
  !view.pickersOf(entity.id).some(({ by, setting }) => by === 'runtime' || setting === 'start-at-boot');

/** Whether a person must act when what it waits for has come: nobody starts a VM as soon as there is room for it. */
const isLeftThen = ({ condition }: Wait, entity: Entity, view: WorldView): boolean =>
  (condition === 'floor' && isLeftToPerson(entity, view)) || (condition === 'room' && entity.kind === 'vm');

/** The condition it waits for, who could meet it, and when it is looked at next. */
export function waitRows(entity: Entity, view: WorldView): Row[] {
  const wait = view.waitOf(entity.id);
  if (wait === null && isStored(entity)) return [];
  if (wait === null) return [textRow(picking.waits, picking.waitsForNothing)];
  const { who, at } = wait;
  const next =
    at === null
      ? who === null
        ? picking.byPerson
        : isLeftThen(wait, entity, view)
          ? picking.thenByPerson
          : picking.noTime
      : picking.nextAt(format.clock(at), format.countdown(Math.max(0, at - view.at)));
  return [
    textRow(picking.waits, waitSentence(entity.id, view)),
    ...(who === null || who === entity.id ? [] : [boxRow(picking.meets, [who], entity, view)]),
    textRow(picking.next, next),
  ];
}
