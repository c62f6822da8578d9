// Files in a build: what a COPY takes, what a RUN leaves, the checksums that cache keys are made of.
// Source: docs.docker.com/build/cache/invalidation (the checksum of a file leaves its time stamp out) and
// docs.docker.com/reference/dockerfile (COPY).
import { sha256 } from './sha256';
import { filesSeen, type LayerContent, type LayerFile, type Stack } from './layers';
import { packageFile, type Packages } from './packages';

/** What a command leaves behind, and how long it takes. */
export interface RunOutcome {
  /** As it stands in the Dockerfile, variables filled in, spaces as one. */
  readonly command: string;
  readonly seconds: number;
  readonly files?: readonly MadeFile[];
  readonly hides?: readonly string[];
  /** Names of packages that it installs from the distribution, in the version that is there now. */
  readonly packages?: readonly string[];
  /** What it fetches besides, in bytes. */
  readonly downloads?: number;
  /** Other than 0: it fails. */
  readonly exitCode?: number;
}

/** A file that a command makes: with this content, or with one that follows from what lies under `of`. */
export interface MadeFile {
  readonly path: string;
  readonly bytes: number;
  readonly content?: string;
  readonly of?: readonly string[];
}

const isUnder = (path: string, directory: string) =>
  directory === '/' || path === directory || path.startsWith(`${directory}/`);

/** One text for the contents of files, whatever their time stamps: what BuildKit's checksum of a copy is made of. */
export function checksum(files: readonly LayerFile[]): string {
  const sorted = [...files].sort((one, other) => (one.path < other.path ? -1 : 1));
  return sha256(JSON.stringify(sorted.map(({ path, bytes, content }) => [path, bytes, content])));
}

const DIGITS = 12;

function madeFile(
  { path, bytes, content, of = [] }: MadeFile,
  command: string,
  seen: readonly LayerFile[],
): LayerFile {
  const inputs = seen.filter((file) => of.some((each) => isUnder(file.path, each)));
  const made = content ?? `${command} ${checksum(inputs).slice(0, DIGITS)}`;
  return { path, bytes, content: made };
}

/** The layer that a command leaves, with the time in seconds at which it ran. */
export function layerOfRun(
  outcome: RunOutcome,
  below: Stack,
  packages: Packages,
  changed: number,
): LayerContent {
  const { files = [], hides = [], packages: wanted = [], command } = outcome;
  const seen = files.some(({ of }) => of !== undefined) ? filesSeen(below) : [];
  const made = files.map((file) => madeFile(file, command, seen));
  const installed = wanted.flatMap((name) => {
    const known = packages[name];
    return known === undefined ? [] : packageFile(name, known.version, known.bytes);
  });
  return { files: [...made, ...installed].map((file) => ({ ...file, changed })), hides };
}

/** Bytes that a command fetches. */
export function bytesFetched(
  { packages: wanted = [], downloads = 0 }: RunOutcome,
  packages: Packages,
): number {
  return wanted.reduce((sum, name) => sum + (packages[name]?.bytes ?? 0), downloads);
}

/** A pattern of a COPY as a regular expression over whole paths: `*` and `?` stay within one directory. */
function patternOf(source: string): RegExp {
  const escaped = source.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*/g, '[^/]*').replace(/\?/g, '[^/]')}$`);
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** What one source brings: a file under its name, a directory with all that is in it. */
function taken(
  source: string,
  files: readonly LayerFile[],
  to: string,
  several: boolean,
): readonly LayerFile[] {
  const path = `/${source.replace(/^\.?\/+|^\.$/, '').replace(/\/$/, '')}`;
  const directory = to.replace(/\/$/, '');
  const pattern = patternOf(path);
  const single = files.filter((file) => pattern.test(file.path));
  if (single.length > 0) {
    const isDirectory = several || single.length > 1 || to.endsWith('/');
    return single.map((file) => ({ ...file, path: isDirectory ? `${directory}/${nameOf(file.path)}` : to }));
  }
  const cut = path === '/' ? 0 : path.length;
  return files
    .filter((file) => isUnder(file.path, path))
    .map((file) => ({ ...file, path: `${directory}${file.path.slice(cut)}` }));
}

/** The files that a COPY brings to where it wants them, or the first source that is not there. */
export function copied(
  sources: readonly string[],
  files: readonly LayerFile[],
  to: string,
): { readonly files: readonly LayerFile[] } | { readonly missing: string } {
  const all: LayerFile[] = [];
  for (const source of sources) {
    const found = taken(source, files, to, sources.length > 1);
    if (found.length === 0) return { missing: source.startsWith('/') ? source : `/${source}` };
    all.push(...found);
  }
  return { files: all };
}

/** A layer with no time stamp later than this, in seconds: the exporter's `rewrite-timestamp`. */
export function clamped(content: LayerContent, epoch: number): LayerContent {
  const files = content.files.map((file) => ({ ...file, changed: Math.min(file.changed ?? 0, epoch) }));
  return { ...content, files };
}
