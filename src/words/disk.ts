// Names of disks and of the files on them, as the strip under the stage says them.
import type { MoveScene } from '../layout/stage/moves';
import type { EntityId } from '../sim/engine/fact';
import type { WorldView } from '../sim/engine/view';
import { format } from '../i18n';
import { disks } from '../i18n/disks';
import { diskOwner } from './built';
import { boxNoun, copyName, placeName } from './name';

/** "disk ssd in host-a", "disk of the CI machine", or what all hosts reach. */
export function diskName(id: EntityId, view: WorldView): string {
  const { name } = boxNoun(id, view);
  const disk = view.get(id);
  const owner = disk === undefined ? null : diskOwner(disk, view);
  return owner !== null && name.endsWith(owner.the) ? name : disks.disk(name, owner?.the ?? '');
}

/** What stands on the file itself: whose disk it is, or the number of a snapshot or backup of it. */
export function fileLabel(id: EntityId, view: WorldView): string {
  const { use, of } = view.get(id)?.context ?? {};
  const writer = use === 'writable' ? view.get(String(of)) : undefined;
  if (writer !== undefined) return copyName(writer, view);
  const vm = boxNoun(String(of), view).name;
  if (use === 'written') return vm;
  return boxNoun(id, view).name.replace(` of ${vm}`, '');
}

/** "snapshot 2 of VM 1". */
export function fileName(id: EntityId, view: WorldView): string {
  return boxNoun(id, view).name;
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
