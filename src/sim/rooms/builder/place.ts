// Where a builder works: its disk, who builds an image, and whether anybody is there to do it.
import type { EntityNumber, Reader } from '../../engine/acts';
import type { Refusal } from '../../engine/command';
import { NONE } from '../../engine/facts';
import { hostOf } from '../disk/layers';
import { unlessDisk } from '../disk/refusals';
import { unlessRuntimeOn } from '../runtime/containers';
import type { Manifest } from '../registry/facts';
import type { BuilderContext, CacheEntry, Made, Order, Planned } from './facts';

/** One field of a builder. */
export function fieldOf<Field extends keyof BuilderContext>(
  reader: Reader,
  builder: EntityNumber,
  field: Field,
): BuilderContext[Field] {
  return reader.value(builder, field) as BuilderContext[Field];
}

/** What a builder keeps as JSON, by field. */
interface Parsed {
  readonly order: Order;
  readonly plan: Planned;
  /** Null for a stage that was not begun. */
  readonly made: readonly (Made | null)[];
  readonly cache: Readonly<Record<string, CacheEntry>>;
  readonly images: Readonly<Record<string, Manifest>>;
}

/** A table or plan of a builder. */
export function parsed<Field extends keyof Parsed>(
  reader: Reader,
  builder: EntityNumber,
  field: Field,
): Parsed[Field] {
  return JSON.parse(reader.value(builder, field) as string) as Parsed[Field];
}

/** The disk of a builder, or NONE. */
export const diskOf = (reader: Reader, builder: EntityNumber): EntityNumber =>
  reader.find(fieldOf(reader, builder, 'disk') ?? '');

/** The builder of the images on a disk, or NONE. */
export function builderOn(reader: Reader, disk: EntityNumber): EntityNumber {
  const id = disk === NONE ? '' : reader.id(disk);
  for (let box = 0; box < reader.count; box++) {
    if (reader.kind(box) === 'builder' && reader.value(box, 'disk') === id) return box;
  }
  return NONE;
}

/** Refuses where the disk broke, or the engine beside which a builder works is down; a CI service has its own. */
export function unlessWorking(reader: Reader, builder: EntityNumber): Refusal | null {
  const disk = diskOf(reader, builder);
  const box = reader.id(builder);
  if (disk === NONE) return { code: 'no-builder', data: { box } };
  const host = hostOf(reader, disk);
  const refusal = unlessDisk(reader, disk);
  if (refusal !== null || host === NONE) return refusal;
  const kernel = reader.above(host).find((above) => reader.kind(above) === 'kernel');
  return kernel === undefined
    ? { code: 'no-runtime', data: { box } }
    : unlessRuntimeOn(reader, builder, kernel);
}

/** Bytes a second between a disk and a registry: the slowest of registry, network card and disk. */
export function speedTo(reader: Reader, disk: EntityNumber, registry: EntityNumber): number {
  const host = hostOf(reader, disk);
  const speeds = [
    registry === NONE ? 0 : reader.amount(registry, 'bytesPerSecond'),
    host === NONE ? 0 : reader.amount(host, 'networkBytesPerSecond'),
    reader.amount(disk, 'bytesPerSecond'),
  ];
  return Math.min(...speeds.filter((speed) => speed > 0));
}
