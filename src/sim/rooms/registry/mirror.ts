// Who answers where a daemon has a mirror: the mirror first, then the registry itself. A mirror asks its origin what a tag
// stands for, each time; where that is silent, it says what it was told last. Layers go by digest, so it keeps those.
// Source: distribution/distribution registry/proxy/proxytagservice.go, proxyblobstore.go; docs.docker.com, "Mirror the
// Docker Hub library" (registry-mirrors).
import type { EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import type { LayerContent } from '../../resources/layers';
import type { Manifest } from './facts';

/** What a reference stands for, and who said so. */
export interface Answer {
  readonly from: EntityNumber;
  readonly digest: string;
  readonly manifest: Manifest;
}

const isUp = (reader: Reader, registry: EntityNumber) => registry !== NONE && reader.has(registry, 'up');

/** A table of a registry; empty where there is none. */
function tableIn<Of>(
  reader: Reader,
  registry: EntityNumber,
  field: 'tags' | 'manifests' | 'layers',
): Readonly<Record<string, Of>> {
  return registry === NONE
    ? {}
    : (JSON.parse(reader.value(registry, field) as string) as Readonly<Record<string, Of>>);
}

/** The registry that a mirror is one of, or NONE. */
export const originOf = (reader: Reader, registry: EntityNumber): EntityNumber =>
  registry === NONE ? NONE : reader.find((reader.value(registry, 'mirrorOf') as string | null) ?? '');

/** What a reference stands for in the tables of one registry; one with a digest stands for that alone. */
export function knownTo(reader: Reader, from: EntityNumber, reference: string): Answer | null {
  const digest = reference.split('@')[1] ?? tableIn<string>(reader, from, 'tags')[reference] ?? '';
  const manifest = tableIn<Manifest>(reader, from, 'manifests')[digest];
  return manifest === undefined ? null : { from, digest, manifest };
}

/** What a registry answers now; null where it is silent, or has no such image. */
function answerOf(reader: Reader, registry: EntityNumber, reference: string): Answer | null {
  if (!isUp(reader, registry)) return null;
  const origin = originOf(reader, registry);
  const told = isUp(reader, origin) ? knownTo(reader, origin, reference) : null;
  return told === null ? knownTo(reader, registry, reference) : { ...told, from: registry };
}

/** The first answer of several registries, in the order in which they are asked, or null. */
export function firstAnswer(
  reader: Reader,
  registries: readonly EntityNumber[],
  reference: string,
): Answer | null {
  for (const registry of registries) {
    const answer = answerOf(reader, registry, reference);
    if (answer !== null) return answer;
  }
  return null;
}

/** Whether a registry is a mirror that has to fetch a layer before it can send it. */
export const fetchesFirst = (reader: Reader, registry: EntityNumber, digest: string): boolean =>
  originOf(reader, registry) !== NONE && !(digest in tableIn<LayerContent>(reader, registry, 'layers'));

/** Whether a registry can send a layer now: it is there, and so is the origin of a mirror that has not kept it. */
export const canSend = (reader: Reader, registry: EntityNumber, digest: string): boolean =>
  isUp(reader, registry) &&
  (!fetchesFirst(reader, registry, digest) || isUp(reader, originOf(reader, registry)));

/** A layer as a registry has it, or the origin of a mirror. */
export function layerAt(reader: Reader, registry: EntityNumber, digest: string): LayerContent {
  const own = tableIn<LayerContent>(reader, registry, 'layers')[digest];
  const origin = originOf(reader, registry);
  return own ?? tableIn<LayerContent>(reader, origin, 'layers')[digest] ?? { files: [] };
}
