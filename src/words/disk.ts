// Names of disks and of the files on them, as the strip under the stage says them.
import type { FloorScene } from '../layout/stage/layers';
import type { MoveScene } from '../layout/stage/moves';
import type { EntityId } from '../sim/engine/fact';
import type { WorldView } from '../sim/engine/view';
import { format } from '../i18n';
import { disks } from '../i18n/disks';
import { diskOwner } from './built';
import { layerLabels } from './layers';
import { boxNoun, copyName, placeName } from './name';

/** "disk ssd in host-a", "disk of the CI machine", or what all hosts reach. */
export function diskName(id: EntityId, view: WorldView): string {
  const { name } = boxNoun(id, view);
  const disk = view.get(id);
  const owner = disk === undefined ? null : diskOwner(disk, view);
  return owner !== null && name.endsWith(owner.the) ? name : disks.disk(name, owner?.the ?? '');
}

/**
 * What stands on the file itself, the longest that may have room first: whose disk it is, the number of a snapshot or
 * backup of it, what put a layer there.
 */
export function fileLabels(id: EntityId, view: WorldView): readonly [string, ...string[]] {
  const file = view.get(id);
  const { use, of } = file?.context ?? {};
  const writer = use === 'writable' ? view.get(String(of)) : undefined;
  if (writer !== undefined) return [copyName(writer, view)];
  if (file?.kind === 'layer' && use === 'layer') return layerLabels(file, view);
  const vm = boxNoun(String(of), view).name;
  if (use === 'written') return [vm];
  return [boxNoun(id, view).name.replace(` of ${vm}`, '')];
}

/** The same of a layer that is drawn as a floor, with its bytes where it has any and there is room for them. */
export function floorTexts(floor: FloorScene, labels: readonly string[]): readonly string[] {
  if (floor.use === 'writable') return labels;
  return [...labels.map((label) => `${label}: ${format.memory(floor.bytes)}`), ...labels.slice(-1)];
}

/** "snapshot 2 of VM 1"; a layer is called what it is on its floor, and by its digest. */
export function fileName(id: EntityId, view: WorldView): string {
  const file = view.get(id);
  const { name } = boxNoun(id, view);
  const isNamed = file?.kind === 'layer' && file.context['use'] === 'layer';
  return isNamed ? disks.layerName(layerLabels(file, view)[0], name) : name;
}

/** "VM 2 to host-b, round 3": where a VM is on its way to or has come to; while the rest of it is fetched, from where. */
export function moveName(move: Pick<MoveScene, 'id' | 'to' | 'round' | 'isOver'>, view: WorldView): string {
  const there = view.get(move.to);
  const host = there === undefined ? move.to : placeName(there, view);
  const vm = boxNoun(move.id, view).name;
  if (view.get(move.id)?.state.endsWith('pulling') === true) return disks.fetch(vm, host);
  return disks.move(
    vm,
    host,
    move.isOver ? disks.rounds(move.round) : disks.round(format.number(move.round)),
  );
}
