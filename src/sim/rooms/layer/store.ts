// What lies on a disk of images: layers by digest, who needs them, and what nobody needs.
import type { Acts, EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { layerBytes, shortDigest, type LayerContent, type Stack } from '../../resources/layers';

/** Digests in a text, the base first. */
export const digestsIn = (text: string): readonly string[] => (text === '' ? [] : text.split(' '));

/** What a layer or a volume holds. */
export function contentOf(reader: Reader, box: EntityNumber): LayerContent {
  return JSON.parse(reader.value(box, 'content') as string) as LayerContent;
}

/** The layers that are stored on a disk: of images, or written by containers. */
export function layersOn(reader: Reader, disk: EntityNumber, use: string): readonly EntityNumber[] {
  return reader
    .above(disk)
    .filter(
      (box) =>
        reader.kind(box) === 'layer' && reader.value(box, 'use') === use && reader.state(box) === 'stored',
    );
}

/** The layer with this digest on a disk, or NONE. */
export function layerOn(reader: Reader, disk: EntityNumber, digest: string): EntityNumber {
  return layersOn(reader, disk, 'layer').find((box) => reader.value(box, 'digest') === digest) ?? NONE;
}

/** The images of a disk. */
export function imagesOn(reader: Reader, disk: EntityNumber): readonly EntityNumber[] {
  return reader.above(disk).filter((box) => reader.kind(box) === 'image');
}

/** The writable layer of a container, or NONE where it has none. */
export function writableOf(reader: Reader, container: EntityNumber): EntityNumber {
  const image = reader.find((reader.value(container, 'image') as string | null) ?? '');
  if (image === NONE) return NONE;
  const id = reader.id(container);
  const writables = layersOn(reader, reader.floor(image), 'writable');
  // In the instant in which a container is replaced, the layer of the old one is still there.
  return writables.findLast((box) => reader.value(box, 'of') === id) ?? NONE;
}

/** The layers under a writable one, the base first. */
export function layersUnder(reader: Reader, writable: EntityNumber): readonly EntityNumber[] {
  const disk = reader.floor(writable);
  return digestsIn(reader.value(writable, 'over') as string)
    .map((digest) => layerOn(reader, disk, digest))
    .filter((layer) => layer !== NONE);
}

/** What a container looks through: its writable layer first, the base last. */
export function stackOf(reader: Reader, writable: EntityNumber): Stack {
  return [writable, ...[...layersUnder(reader, writable)].reverse()].map((box) => contentOf(reader, box));
}

/** Builders whose cache lies on a disk. */
function buildersOn(reader: Reader, disk: EntityNumber): readonly EntityNumber[] {
  const id = reader.id(disk);
  const boxes = Array.from({ length: reader.count }, (_, box) => box);
  return boxes.filter((box) => reader.kind(box) === 'builder' && reader.value(box, 'disk') === id);
}

/** Digests that images, containers or builders of a disk need, or that are being pulled. */
function digestsInUse(
  reader: Reader,
  disk: EntityNumber,
  without: readonly EntityNumber[],
): ReadonlySet<string> {
  const isOther = (box: EntityNumber) => !without.includes(box);
  const others = imagesOn(reader, disk).filter(isOther);
  const texts = [
    ...others.flatMap((image) => [
      reader.value(image, 'layers') as string,
      reader.value(image, 'wantedLayers') as string,
    ]),
    ...layersOn(reader, disk, 'writable').map((layer) => reader.value(layer, 'over') as string),
    ...buildersOn(reader, disk)
      .filter(isOther)
      .map((builder) => reader.value(builder, 'keeps') as string),
  ];
  return new Set(texts.flatMap(digestsIn));
}

/** Layers of a disk that nobody needs; `without` an image that is about to be removed, or a builder that is done. */
export function garbageOn(
  reader: Reader,
  disk: EntityNumber,
  ...without: readonly EntityNumber[]
): readonly EntityNumber[] {
  const inUse = digestsInUse(reader, disk, without);
  return layersOn(reader, disk, 'layer').filter((box) => !inUse.has(reader.value(box, 'digest') as string));
}

/** A layer comes to a disk, under the first free name that its digest gives. */
export function store(acts: Acts, disk: EntityNumber, digest: string, content: LayerContent): EntityNumber {
  const stem = shortDigest(digest);
  let name = stem;
  for (let number = 2; acts.find(`layer/${name}`) !== NONE; number++) name = `${stem}-${number}`;
  const layer = acts.create('layer', name, { digest, content: JSON.stringify(content) }, disk);
  acts.tell(layer, 'layer.stored', { bytes: layerBytes(content) });
  return layer;
}
