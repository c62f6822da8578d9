// A registry: images under their names, manifests and layers under their digests.
import { imageDigest, layerDigest, type LayerContent } from '../../resources/layers';

/** An image as a scenario writes it down. */
export interface PublishedImage {
  /** `shop/search:1`: what is asked for. A tag may be moved to another image. */
  readonly reference: string;
  /** The base first. */
  readonly layers: readonly LayerContent[];
  /** What is set beside the files: environment, entrypoint. */
  readonly config?: string;
}

/** What a manifest lists. */
export interface Manifest {
  /** Digests, the base first. */
  readonly layers: readonly string[];
  readonly config: string;
}

/** Context of a registry. Its three tables are JSON, so that they stay flat. */
export interface RegistryContext {
  readonly start: string;
  /** What it sends in a second, in bytes; 0: as much as the other end takes. */
  readonly bytesPerSecond: number;
  /** Published images, as JSON: what it has when the scenario starts. */
  readonly images: string;
  /** An image whose last layer arrives changed: something on the way spoils it. */
  readonly spoils: string | null;
  /** The id of the registry that this is a mirror of: it keeps what it was asked for; null: it is none. */
  readonly mirrorOf: string | null;
  /** What a mirror was sent by its origin, in bytes. */
  readonly fetchedBytes: number;
  /** Digests of manifests by reference, manifests and layers by digest. */
  readonly tags: string;
  readonly manifests: string;
  readonly layers: string;
}

/** What a scenario may set. */
export const REGISTRY_DEFAULTS = {
  start: 'up',
  bytesPerSecond: 0,
  images: '[]',
  spoils: null as string | null,
  mirrorOf: null as string | null,
} as const;

/** Images as one text, for a scenario. */
export const imagesText = (images: readonly PublishedImage[]): string => JSON.stringify(images);

/** The tables of a registry that holds these images. */
export function tablesOf(
  images: readonly PublishedImage[],
): Pick<RegistryContext, 'tags' | 'manifests' | 'layers'> {
  const tags: Record<string, string> = {};
  const manifests: Record<string, Manifest> = {};
  const layers: Record<string, LayerContent> = {};
  for (const { reference, layers: contents, config = '' } of images) {
    const digests = contents.map(layerDigest);
    digests.forEach((digest, at) => (layers[digest] = contents[at]!));
    const digest = imageDigest(digests, config);
    manifests[digest] = { layers: digests, config };
    tags[reference] = digest;
  }
  return {
    tags: JSON.stringify(tags),
    manifests: JSON.stringify(manifests),
    layers: JSON.stringify(layers),
  };
}
