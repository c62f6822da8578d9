// What the names of base images stand for: on the disk, or in the registry, which is asked anew for each build.
// Source: moby daemon/internal/builder-next/adapters/containerimage/pull.go (a local image is taken unless --pull, else
// the registry is asked, [M]); words of the errors as builds in public issues show them ([S]).
import type { EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { BARE, type ImageConfig } from '../../resources/buildPlan';
import { didYouMean } from '../../resources/dockerfile';
import type { Failing } from '../failure';
import { digestsIn, imagesOn } from '../layer/store';
import type { Manifest } from '../registry/facts';
import type { Base, Order } from './facts';
import { diskOf, parsed } from './place';

/** Names that BuildKit knows by heart when it looks for the one that was meant. */
const COMMON = ['alpine', 'busybox', 'centos', 'debian', 'golang', 'ubuntu', 'fedora'] as const;

/** What a name stands for, with its configuration. */
export interface Resolved extends Base {
  readonly config: string;
  readonly from: 'disk' | 'registry';
}

/** A reference with what Docker adds to it: `docker.io/library/debian:latest`. */
function fullName(reference: string): string {
  const isTagged = /[:@]/.test(reference.slice(reference.lastIndexOf('/') + 1)) || reference.includes('@');
  const path = reference.includes('/') ? reference : `library/${reference}`;
  return `docker.io/${path}${isTagged ? '' : ':latest'}`;
}

const tagged = (reference: string) => (/[:@]/.test(reference) ? reference : `${reference}:latest`);

/** A table of a registry. */
export function tableOf<Of>(
  reader: Reader,
  registry: EntityNumber,
  field: string,
): Readonly<Record<string, Of>> {
  return registry === NONE
    ? {}
    : (JSON.parse(reader.value(registry, field) as string) as Readonly<Record<string, Of>>);
}

/** What an image says, from a configuration that a build wrote; of any other, nothing is known. */
export function configIn(text: string): ImageConfig {
  try {
    const read = JSON.parse(text) as { readonly config?: ImageConfig } | null;
    return { ...BARE, ...read?.config };
  } catch {
    return BARE;
  }
}

/** The image of a disk that has this name, unless nothing was pulled or built under it yet. */
function onDisk(reader: Reader, builder: EntityNumber, reference: string): Resolved | null {
  const [, digest] = reference.split('@');
  const image = imagesOn(reader, diskOf(reader, builder)).find((each) => {
    const own = reader.value(each, 'digest');
    return (
      own !== '' &&
      (digest === undefined ? reader.value(each, 'reference') === tagged(reference) : own === digest)
    );
  });
  if (image === undefined) return null;
  const found = reader.value(image, 'digest') as string;
  const registry = reader.find((reader.value(image, 'registry') as string | null) ?? '');
  const built = parsed(reader, builder, 'images')[found];
  const config = (built ?? tableOf<Manifest>(reader, registry, 'manifests')[found])?.config ?? '';
  return { digest: found, layers: digestsIn(reader.value(image, 'layers') as string), config, from: 'disk' };
}

/** What a name stands for now, or why nobody knows. `stages` are names that may have been meant. */
export function resolved(
  reader: Reader,
  builder: EntityNumber,
  order: Order,
  reference: string,
  stages: readonly string[],
): Resolved | Failing {
  const isPinned = reference.includes('@');
  const local = order.pull && !isPinned ? null : onDisk(reader, builder, reference);
  if (local !== null) return local;
  const registry = reader.find(order.registry);
  const failed = `${reference}: failed to resolve source metadata for ${fullName(reference)}`;
  if (registry === NONE || !reader.has(registry, 'up'))
    return { error: `${failed}: failed to do request: dial tcp: connect: connection refused`, why: 'silent' };
  const tags = tableOf<string>(reader, registry, 'tags');
  const digest = isPinned ? reference.split('@')[1]! : (tags[tagged(reference)] ?? '');
  const manifest = tableOf<Manifest>(reader, registry, 'manifests')[digest];
  if (manifest !== undefined) return { digest, ...manifest, from: 'registry' };
  const name = reference.split(/[:@]/)[0]!;
  const isThere = Object.keys(tags).some((tag) => tag.startsWith(`${name}:`));
  const said = isThere
    ? `${fullName(reference)}: not found`
    : 'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed';
  return { error: `${failed}: ${said}${didYouMean(reference, [...stages, ...COMMON])}`, why: 'name' };
}
