// Where the memory of a VM is that takes it only as it touches it, to the scale of its room: what its guest freed and is
// still in the host's memory, what its balloon gave back, what is swapped out; at the left edge what it shares with another.
import type { Entity } from '../../sim/engine/view';
import { bottom, type Rect } from '../rect';

/**
 * `freed`, `balloon` and `swapped` are as wide as the room; `merged` is a lane along what is in use. What is swapped out lies
 * on top of all that the guest believes to have: a host takes what it finds, freed or not.
 */
export type PieceKind = BandKind | 'merged';

/** Those that are as wide as the room. */
export type BandKind = 'freed' | 'balloon' | 'swapped';

/** A piece of the memory of one VM, at its place. */
export interface PieceScene {
  readonly kind: PieceKind;
  readonly bytes: number;
  readonly rect: Rect;
}

/** Pieces lower than this are not seen, px. */
const lowest = 1;

const bytesIn = ({ context }: Entity, field: string): number => Number(context[field] ?? 0);

/** The pieces of one VM in its room, from the ground up; none while it reserves all of its memory. */
export function memoryPieces(vm: Entity, room: Rect): PieceScene[] {
  const size = bytesIn(vm, 'memoryBytes');
  const touched = bytesIn(vm, 'touchedBytes');
  if (touched === 0 || size <= 0) return [];
  const perByte = room.height / size;
  const laneWidth = Math.max(4, Math.min(10, room.width * 0.08));
  const needed = vm.memory.charged;
  const balloon = bytesIn(vm, 'balloonBytes');
  const swapped = bytesIn(vm, 'swappedBytes');
  const piece = (kind: PieceKind, from: number, bytes: number, width: number): PieceScene => {
    const height = bytes * perByte;
    return { kind, bytes, rect: { x: room.x, y: bottom(room) - from * perByte - height, width, height } };
  };
  return [
    piece('freed', needed, Math.max(0, touched - balloon - swapped - needed), room.width),
    piece('balloon', Math.max(needed, touched - balloon), balloon, room.width),
    piece('swapped', Math.max(0, touched - balloon - swapped), swapped, room.width),
    piece('merged', 0, bytesIn(vm, 'mergedBytes'), laneWidth),
  ].filter(({ rect }) => rect.height >= lowest);
}
