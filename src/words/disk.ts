// Names of disks and of the files on them, as the strip under the stage says them.
import type { DiskScene } from '../layout/stage/disk';
import type { SpokenFile } from '../layout/stage/fileWords';
import type { FloorScene, FloorsScene } from '../layout/stage/layers';
import type { MoveScene } from '../layout/stage/moves';
import type { EntityId } from '../sim/engine/fact';
import type { Entity, WorldView } from '../sim/engine/view';
import { format } from '../i18n';
import { disks } from '../i18n/disks';
import { diskOwner } from './built';
import { hasMark, layerLabels } from './layers';
import { boxNoun, copyName, placeName } from './name';

/** "disk ssd in host-a", "disk of the CI machine", or what all hosts reach; beside one host, that it is not in it. */
export function diskName(id: EntityId, view: WorldView): string {
  const { name } = boxNoun(id, view);
  const disk = view.get(id);
  const owner = disk === undefined ? null : diskOwner(disk, view);
  const isOfVms = disk?.holds.every(
    (file) => view.get(file)?.kind === 'vdisk' && !view.get(file)?.context['of'],
  );
  if (owner === null) {
    const own = isOfVms && disk!.holds.length > 1 ? disks.ofVms(disk!.holds.length) : name;
    return disks.ofNoHost(own, view.ofKind('host').length);
  }
  return name.endsWith(owner.the) ? name : disks.disk(name, owner.the);
}

/** No line ends in the name of a copy. */
const together = (copy: string) => copy.replaceAll(' ', '\u00a0');

/** A volume by its name, and of which containers it is. */
function volumeLabels({ id }: Entity, view: WorldView): readonly [string, ...string[]] {
  const { name } = boxNoun(id, view);
  const copies = view
    .ofKind('container')
    .filter(({ context }) => context['volume'] === id)
    .map((container) => together(copyName(container, view)));
  return copies.length > 0 ? [disks.volumeOf(name, format.list(copies)), name] : [name];
}

/**
 * What stands on the file itself, the longest that may have room first: whose disk it is, and as of which snapshot, the
 * number of a snapshot or backup of it, what put a layer there.
 */
export function fileLabels(id: EntityId, view: WorldView): readonly [string, ...string[]] {
  const file = view.get(id);
  const { use, of } = file?.context ?? {};
  const writer = use === 'writable' ? view.get(String(of)) : undefined;
  if (writer !== undefined) {
    const copy = copyName(writer, view);
    return [boxNoun(id, view).name.replace(copy, together(copy)), disks.writable(together(copy))];
  }
  if (file?.kind === 'volume') return volumeLabels(file, view);
  if (file?.kind === 'layer' && use === 'layer') return layerLabels(file, view);
  const vm = boxNoun(String(of), view).name;
  if (use === 'written') return [vm];
  const name = boxNoun(id, view).name.replace(` of ${vm}`, '');
  // All that the VM had written until then: no snapshot takes that room, what is written over it does.
  const isWhole = use === 'snapshot' && file?.context['backing'] === null;
  return isWhole ? [disks.vmAsOf(vm, name), disks.asOf(name)] : [name];
}

/** Of a layer that is on its way: how much of it came. */
const comingLabels = (bytes: number, ofBytes: number): readonly string[] => [
  disks.coming(format.memory(bytes), format.memory(ofBytes)),
  disks.onItsWay,
];

/** The files of a disk with their words: what has no room for one is told beside it, but a layer has its own on its floor. */
export const spokenFiles = (
  { files, part: whole }: DiskScene,
  hasFloors: boolean,
  view: WorldView,
): readonly SpokenFile[] =>
  files.map(({ id, part, use, bytes, ofBytes, isOver, overs }) => {
    if (ofBytes !== null) {
      const texts = comingLabels(bytes, ofBytes);
      return { part: part / whole, texts, name: texts[0]!, inRow: '', isOver, overs };
    }
    const texts = fileLabels(id, view);
    const isTold = !hasFloors && use !== 'base';
    const name = texts.at(-1)!;
    return {
      part: part / whole,
      texts,
      name: isTold ? name : '',
      inRow: hasFloors ? '' : name,
      isOver,
      overs: overs.map((over) => fileLabels(over, view).at(-1)!),
    };
  });

/** "Layers on the disk of host-b, areas to their own scale", with volumes where some stand beside them. */
export function floorsTitle({ disk, floors }: FloorsScene, view: WorldView): string {
  const told = floors.some(({ use }) => use === 'volume') ? disks.layersAndVolumes : disks.layers;
  return told(diskName(disk, view));
}

/** What the title does not say: what stands in brackets there, and how those are drawn that no container or image has. */
export function floorsKey({ floors }: FloorsScene, view: WorldView): string {
  const isMarked = ({ id, use }: FloorScene) => use === 'layer' && hasMark(view.get(id)!, view);
  const key = [
    floors.some(isMarked) ? disks.digests : '',
    floors.every(({ isUsed }) => isUsed) ? '' : disks.inNoImage,
  ];
  return key.filter(Boolean).join(' ');
}

/** What is read aloud of a layer or a volume. */
export function floorTold({ bytes, users, hides }: FloorScene, name: string): string {
  const amount = format.memory(bytes);
  const told = users === null ? disks.file(name, amount) : disks.layer(name, amount, users);
  return hides.length > 0 ? disks.deletes(told, hides) : told;
}

/**
 * What stands on a layer that is drawn as a floor or beside it, with its bytes where there is room, the longest first; of
 * a volume always. What a further floor of the same layer has is told on the first.
 */
export function floorTexts(floor: FloorScene, labels: readonly string[]): readonly string[] {
  if (floor.isAgain) return labels.map((label) => disks.again(label));
  const told = labels.map((label) => disks.file(label, format.memory(floor.bytes)));
  if (floor.use === 'volume') return told;
  const all = [...told, ...labels.slice(-1)];
  // What it deletes is seen nowhere else: better beside the floor than not at all.
  return floor.hides.length > 0 ? all.map((text) => disks.deletes(text, floor.hides)) : all;
}

/** A floor with all that may be said of it; where nobody else on its disk has written, a layer needs no name of its own. */
function spokenFloor(floor: FloorScene, isOnlyWritten: boolean, view: WorldView) {
  const { over = '', of } = view.get(floor.id)?.context ?? {};
  const writer = floor.use === 'writable' ? view.get(String(of)) : undefined;
  const texts = floorTexts(floor, fileLabels(floor.id, view));
  if (writer === undefined) return { ...floor, texts };
  // Whose it is and how much: that it is writable is said of the others beside it.
  const copy = copyName(writer, view);
  const alone = isOnlyWritten ? [disks.file(together(copy), format.memory(floor.bytes))] : [];
  const spoken = [...texts.slice(0, -1), ...alone, ...texts.slice(-1)];
  return { ...floor, texts: spoken, isOnlyWritten, copy, over: String(over) };
}

/** The floors of each disk with what may be said of them. */
export const spokenFloors = (scenes: readonly FloorsScene[], view: WorldView) =>
  scenes.map(({ floors }) => {
    const written = floors.filter(({ use, bytes }) => use === 'writable' && bytes > 0);
    return floors.map((floor) => spokenFloor(floor, written.length === 1 && written[0] === floor, view));
  });

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

/** "sends 2 GiB, sent before: 16 GiB", or that it has arrived; of a move that would never end it says so first. */
export function moveWords({
  sentBytes,
  roundBytes,
  isOver,
  isHopeless,
}: Pick<MoveScene, 'sentBytes' | 'roundBytes' | 'isOver' | 'isHopeless'>): string {
  const sent = format.memory(sentBytes);
  if (isOver) return disks.arrived(sent);
  const now = disks.sends(format.memory(roundBytes), sent);
  return isHopeless ? `${disks.hopeless}: ${now}` : now;
}

/** In the part of a disk that is free, as in free memory; empty where there is none. */
export function diskFree({
  isBroken,
  usedBytes,
  comingBytes,
  capacityBytes,
}: Omit<DiskScene, 'id' | 'part' | 'files'>): readonly string[] {
  const bytes = capacityBytes - usedBytes - comingBytes;
  return isBroken || bytes <= 0 ? [] : [disks.free(format.memory(bytes))];
}

/** What is taken of a disk, or that it is lost. */
export function diskState({
  isBroken,
  usedBytes,
  comingBytes,
  capacityBytes,
}: Omit<DiskScene, 'id' | 'part' | 'files'>): string {
  if (isBroken) return disks.broken;
  const capacity = format.memory(capacityBytes);
  if (usedBytes > 0) return disks.used(format.memory(usedBytes), capacity);
  return comingBytes > 0 ? disks.noLayerYet(capacity) : disks.empty(capacity);
}

/** Every disk on a line of its own, with the files on it: "disk ssd in host-a: 8 GiB of 64 GiB", "  VM 1: 8 GiB". */
export function disksInWords(view: WorldView): string[] {
  return view.ofKind('disk').flatMap((disk) => {
    const { size, charged: usedBytes } = disk.memory;
    const isBroken = disk.tags.includes('down');
    const files = disk.holds.flatMap((id) => view.get(id) ?? []);
    // An image is a name, what is lost lies there no more, and a layer that nobody wrote to takes no room.
    const stored = files.filter(({ memory, tags }) => memory.charged > 0 && !tags.includes('down'));
    const lines = stored.map(({ id, memory }) =>
      disks.file(fileName(id, view), format.memory(memory.charged)),
    );
    const coming = files.filter(({ state }) => state === 'fetching' || state === 'retrying');
    const comingBytes = coming.reduce((sum, { context }) => sum + Number(context['nextBytes']), 0);
    const state = diskState({ isBroken, usedBytes, comingBytes, capacityBytes: size ?? 0 });
    const all = comingBytes > 0 ? [...lines, disks.layerOnItsWay] : lines;
    return [`${diskName(disk.id, view)}: ${state}`, ...all.map((line) => `  ${line}`)];
  });
}
