// Images as ordered layers of files: what is seen through a stack of them, what a write copies up, what a deletion
// hides, and the digests by which layers and images are known. Nothing here is changed in place.
// Source: opencontainers/image-spec layer.md and manifest.md (changesets, whiteouts, digests); copy-up of whole files
// as Linux's overlayfs does it.
import { sha256 } from './sha256';

/** A file of a layer. `content` tells one content from another; `changed` is its time stamp, in seconds. */
export interface LayerFile {
  readonly path: string;
  readonly bytes: number;
  readonly content: string;
  readonly changed?: number;
}

/** One changeset: files that are new or changed, and paths that it hides in the layers below (whiteouts). */
export interface LayerContent {
  readonly files: readonly LayerFile[];
  readonly hides?: readonly string[];
}

/** Layers as they are looked through: the one on top first. */
export type Stack = readonly LayerContent[];

const byPath = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** `sha256:` and 64 hex digits: the same for the same files with the same time stamps, in any order. */
export function layerDigest({ files, hides = [] }: LayerContent): string {
  const sorted = [...files].sort((one, other) => byPath(one.path, other.path));
  const entries = sorted.map(({ path, bytes, content, changed = 0 }) => [path, bytes, content, changed]);
  return `sha256:${sha256(JSON.stringify([entries, [...hides].sort(byPath)]))}`;
}

/** The digest of an image: of its layers in order, and of its configuration. */
export function imageDigest(layers: readonly string[], config: string): string {
  return `sha256:${sha256(JSON.stringify([config, layers]))}`;
}

/** The first twelve hex digits, as `docker images` shows them. */
export function shortDigest(digest: string): string {
  return digest.slice(digest.indexOf(':') + 1).slice(0, 12);
}

/** Bytes that a layer takes: those of its files. A whiteout takes none. */
export function layerBytes({ files }: LayerContent): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Whether a whiteout hides a path: its own, or one under it. */
const isHidden = (hides: readonly string[] | undefined, path: string) =>
  hides?.some((hidden) => path === hidden || path.startsWith(`${hidden}/`)) === true;

/** A file and the place in the stack where it was found, 0 on top; null where none is seen. */
export function lookUp(
  stack: Stack,
  path: string,
): { readonly depth: number; readonly file: LayerFile } | null {
  for (const [depth, layer] of stack.entries()) {
    const file = layer.files.find((each) => each.path === path);
    if (file !== undefined) return { depth, file };
    if (isHidden(layer.hides, path)) return null;
  }
  return null;
}

/** Every file that is seen through a stack, by path. */
export function filesSeen(stack: Stack): readonly LayerFile[] {
  const paths = new Set(stack.flatMap(({ files }) => files.map(({ path }) => path)));
  return [...paths].sort(byPath).flatMap((path) => lookUp(stack, path)?.file ?? []);
}

/** What a write to a file does to the layer on top. */
export interface Written {
  readonly top: LayerContent;
  /** Bytes that the top takes more than before. */
  readonly added: number;
  /** Bytes that were copied up from a layer below: the whole file, however little of it changes. */
  readonly copiedUp: number;
}

/** A write goes to the top alone; a file from below is copied up first, as a whole. `newBytes` is for one that is new. */
export function writtenTo(stack: Stack, path: string, content: string, newBytes: number): Written {
  const [top = { files: [] }] = stack;
  const found = lookUp(stack, path);
  const bytes = found === null ? newBytes : found.file.bytes;
  const files = [...top.files.filter((file) => file.path !== path), { path, bytes, content }];
  const isNew = found?.depth !== 0;
  const hides = (top.hides ?? []).filter((hidden) => hidden !== path);
  return { top: { files, hides }, added: isNew ? bytes : 0, copiedUp: found !== null && isNew ? bytes : 0 };
}

/** A deleted file is taken out of the top; in a layer below it can only be hidden. */
export function deletedFrom(stack: Stack, path: string): LayerContent {
  const [top = { files: [] }, ...below] = stack;
  const files = top.files.filter((file) => file.path !== path);
  const hides = top.hides ?? [];
  const isBelow = lookUp(below, path) !== null && !isHidden(hides, path);
  return { files, hides: isBelow ? [...hides, path] : hides };
}
