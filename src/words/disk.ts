// Names of disks and of the files on them, as the strip under the stage says them.
import type { EntityId } from '../sim/engine/fact';
import type { WorldView } from '../sim/engine/view';
import { format } from '../i18n';
import { disks } from '../i18n/disks';
import { boxNoun, placeName } from './name';

/** "disk ssd in host-a", or what all hosts reach. */
export function diskName(id: EntityId, view: WorldView): string {
  const host = view.get(id)?.context['host'];
  return disks.disk(boxNoun(id, view).name, typeof host === 'string' ? boxNoun(host, view).the : '');
}

/** What stands on the file itself: whose disk it is, or the number of a snapshot or backup of it. */
export function fileLabel(id: EntityId, view: WorldView): string {
  const { use, of } = view.get(id)?.context ?? {};
  const vm = boxNoun(String(of), view).name;
  if (use === 'written') return vm;
  return boxNoun(id, view).name.replace(` of ${vm}`, '');
}

/** "snapshot 2 of VM 1". */
export function fileName(id: EntityId, view: WorldView): string {
  return boxNoun(id, view).name;
}

/** "VM 2 to host-b, round 3": where a VM is on its way to; once it runs there, where the rest of it comes from. */
export function moveName(id: EntityId, peer: EntityId, round: number, view: WorldView): string {
  const there = view.get(peer);
  const host = there === undefined ? peer : placeName(there, view);
  const vm = boxNoun(id, view).name;
  return view.get(id)?.state.endsWith('pulling') === true
    ? disks.fetch(vm, host)
    : disks.move(vm, host, format.number(round));
}
