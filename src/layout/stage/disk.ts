// Disks to scale: how much of each is taken by which file, files of one chain beside each other, and what is free.
import type { EntityId } from '../../sim/engine/fact';
import type { Entity, WorldView } from '../../sim/engine/view';
import { lookOf, toneOf, type Look, type Tone } from './look';

/** A file on a disk, as parts of 1 of the width of the largest disk. */
export interface FileScene {
  readonly id: EntityId;
  readonly part: number;
  readonly bytes: number;
  /** Of a layer that is on its way: all of it, of which that much came; else null. */
  readonly ofBytes: number | null;
  /** What it is for: written, snapshot, base, backup, layer. */
  readonly use: string;
  /** Of the program that runs in the VM whose file it is. */
  readonly tone: Tone;
  readonly look: Look;
  /** Its disk has no room for what is written to it. */
  readonly isFull: boolean;
  /** It is written over the file before it. */
  readonly isOver: boolean;
  /** What several VMs write over it, where it is under more than one. */
  readonly overs: readonly EntityId[];
}

/** One disk; `part` is its own width. */
export interface DiskScene {
  readonly id: EntityId;
  readonly part: number;
  readonly files: readonly FileScene[];
  readonly usedBytes: number;
  /** Of layers that are on their way: they take room, and are not stored yet. */
  readonly comingBytes: number;
  readonly capacityBytes: number;
  readonly isBroken: boolean;
}

const capacityOf = (disk: Entity) => disk.memory.size ?? 0;

/** A file and what is written over it, what lies below first. */
function chainFrom(file: Entity, all: readonly Entity[]): Entity[] {
  const over = all.filter(({ context }) => context['backing'] === file.id);
  return [file, ...over.flatMap((next) => chainFrom(next, all))];
}

/** The files of VMs over a file that is under several. */
function oversOf(file: Entity, all: readonly Entity[]): readonly EntityId[] {
  const written = chainFrom(file, all).filter((each) => each !== file && each.context['use'] === 'written');
  return written.length > 1 ? written.map(({ id }) => id) : [];
}

/** The colour of what runs in the VM that a file belongs to. */
export function toneIn(id: EntityId, view: WorldView): Tone {
  const box = view.get(id);
  if (box === undefined) return 'program';
  if (box.kind === 'process') return toneOf(box);
  return box.holds.map((above) => toneIn(above, view)).find((tone) => tone !== 'program') ?? 'program';
}

function filesOn(disk: Entity, view: WorldView): readonly Entity[] {
  const held = disk.holds.map((id) => view.get(id)).filter((file) => file !== undefined);
  // What is lost with its disk lies on it no more.
  // An image is a name, and a layer or a volume that nobody wrote to takes no room.
  const isFile = ({ kind, memory }: Entity) =>
    kind !== 'image' && ((kind !== 'layer' && kind !== 'volume') || memory.charged > 0);
  const files = held.filter((file) => isFile(file) && lookOf(file) !== 'fallen');
  const bases = files.filter(({ context }) => !files.some(({ id }) => id === context['backing']));
  return bases.flatMap((base) => chainFrom(base, files));
}

/** What came of the layer that is fetched for an image, as far as it came; what was cut waits with what it has. */
function comingFor({ id, state, due, context }: Entity, view: WorldView) {
  const { nextBytes, nextMs, wholeMs } = context;
  const leftMs = state === 'fetching' ? ((due ?? view.at) - view.at) / 1_000 : Number(nextMs);
  const isComing = (state === 'fetching' || state === 'retrying') && Number(wholeMs) > 0;
  const ofBytes = isComing ? Number(nextBytes) : 0;
  return { id, ofBytes, bytes: Math.round(ofBytes * (1 - leftMs / Number(wholeMs || 1))) };
}

/** Layers that are on their way to a disk, each once: whoever waits for another's pull brings nothing. */
const comingTo = (disk: Entity, view: WorldView) =>
  lookOf(disk) === 'fallen'
    ? []
    : disk.holds
        .flatMap((id) => view.get(id) ?? [])
        .filter(({ kind }) => kind === 'image')
        .map((image) => comingFor(image, view))
        .filter(({ bytes }) => bytes > 0);

/** All disks of a world, to one scale. */
export function disksOf(view: WorldView): readonly DiskScene[] {
  const disks = view.ofKind('disk');
  const most = Math.max(1, ...disks.map(capacityOf));
  return disks.map((disk) => {
    const files = filesOn(disk, view);
    const coming = comingTo(disk, view);
    return {
      id: disk.id,
      part: capacityOf(disk) / most,
      usedBytes: disk.memory.charged,
      comingBytes: coming.reduce((sum, { bytes }) => sum + bytes, 0),
      capacityBytes: capacityOf(disk),
      isBroken: lookOf(disk) === 'fallen',
      files: [
        ...files.map((file, at) => ({
          id: file.id,
          part: file.memory.charged / most,
          bytes: file.memory.charged,
          ofBytes: null,
          use: String(file.context['use']),
          tone: toneIn(String(file.context['of']), view),
          look: lookOf(file),
          isFull: file.tags.includes('waiting'),
          isOver: at > 0 && file.context['backing'] === files[at - 1]!.id,
          overs: oversOf(file, files),
        })),
        ...coming.map((layer) => ({
          ...layer,
          part: layer.bytes / most,
          use: 'layer',
          tone: 'program' as const,
          look: 'starting' as const,
          isFull: false,
          isOver: false,
          overs: [],
        })),
      ],
    };
  });
}

/** The disks of a world in which several have images, in the order of their columns; else none. */
export function columnsOf(view: WorldView): readonly EntityId[] {
  const disks = view.ofKind('disk');
  const ofImages = disks.filter(({ holds }) => holds.some((id) => view.get(id)?.kind === 'image'));
  return ofImages.length > 1 ? disks.map(({ id }) => id) : [];
}
