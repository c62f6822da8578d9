// Which instruction made which layer of an image, as its configuration says.
import type { EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import type { Manifest } from '../registry/facts';
import { tableOf } from './bases';
import { builderOn, parsed } from './place';

/** The history in a configuration; empty where a build wrote none. */
export function historyIn(config: string): readonly string[] {
  try {
    const { history } = JSON.parse(config) as { readonly history?: readonly string[] };
    return history ?? [];
  } catch {
    return [];
  }
}

/** Manifest of what an image is now, from the builder that made it or the registry that sent it; null: nobody's. */
function manifestFor(reader: Reader, image: EntityNumber): Manifest | null {
  const digest = reader.value(image, 'digest') as string;
  const builder = builderOn(reader, reader.floor(image));
  const registry = reader.find((reader.value(image, 'registry') as string | null) ?? '');
  const own = builder === NONE ? undefined : parsed(reader, builder, 'images')[digest];
  return own ?? tableOf<Manifest>(reader, registry, 'manifests')[digest] ?? null;
}

/** The instruction of each layer, the base first. */
export function historyOf(reader: Reader, image: EntityNumber): readonly string[] {
  return historyIn(manifestFor(reader, image)?.config ?? '');
}
