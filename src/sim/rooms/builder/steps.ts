// One step of a build: whether the cache has it, how long it takes, and the layer that it leaves.
import { NONE } from '../../engine/facts';
import type { EntityNumber, Reader } from '../../engine/acts';
import { bytesFetched, checksum, copied, layerOfRun, type RunOutcome } from '../../resources/buildFiles';
import type { Step } from '../../resources/buildPlan';
import { filesSeen, layerBytes, type LayerContent, type LayerFile, type Stack } from '../../resources/layers';
import { timeToSend } from '../../resources/migration';
import type { Packages } from '../../resources/packages';
import { sha256 } from '../../resources/sha256';
import { packagesIn } from '../distribution/facts';
import type { Failing } from '../failure';
import { contentOf, layerOn } from '../layer/store';
import { tableOf } from './bases';
import { RUN_MS, type CacheEntry, type Made, type Order, type Planned } from './facts';
import { diskOf, fieldOf, parsed, speedTo } from './place';

const MICROS_PER_MS = 1_000;
const MICROS_PER_SECOND = 1_000_000;

/** A build as it is now. */
export interface Work {
  readonly reader: Reader;
  readonly builder: EntityNumber;
  readonly disk: EntityNumber;
  readonly order: Order;
  readonly plan: Planned;
  /** What each stage has so far; holes where one was not begun. */
  readonly made: readonly (Made | null)[];
  readonly at: number;
}

/** What a step does to the files, or what BuildKit says. */
export type Result =
  { readonly key: string; readonly content: LayerContent; readonly micros: number } | Failing;

const NOTHING: Made = { key: '', layers: [], base: 0, texts: {}, created: 0 };

/** What a builder is at. */
export function workOf(reader: Reader, builder: EntityNumber): Work {
  return {
    reader,
    builder,
    disk: diskOf(reader, builder),
    order: parsed(reader, builder, 'order'),
    plan: parsed(reader, builder, 'plan'),
    made: parsed(reader, builder, 'made'),
    at: reader.amount(builder, 'at'),
  };
}

/** Seconds since the world began: the time stamp of what is made now. */
export const secondsAt = (reader: Reader): number => Math.floor(reader.now / MICROS_PER_SECOND);

/** What a stage has, before its next step. */
export function stageOf({ plan, made }: Pick<Work, 'plan' | 'made'>, stage: number): Made {
  const own = made[stage];
  if (own) return own;
  const { base } = plan.stages[stage]!;
  return typeof base === 'number' ? stageOf({ plan, made }, base) : NOTHING;
}

/** What a layer holds: as it lies on the disk, or as the registry has it. */
export function contentFor(
  { reader, disk, order }: Pick<Work, 'reader' | 'disk' | 'order'>,
  digest: string,
): LayerContent {
  const layer = layerOn(reader, disk, digest);
  if (layer !== NONE) return contentOf(reader, layer);
  return tableOf<LayerContent>(reader, reader.find(order.registry), 'layers')[digest] ?? { files: [] };
}

/** Layers as they are looked through, the top first. */
export function stackOf(work: Work, layers: readonly string[]): Stack {
  return [...layers].reverse().map((digest) => contentFor(work, digest));
}

/** What its distribution has now. */
function packagesFor({ reader, builder }: Work): Packages {
  const distribution = reader.find(fieldOf(reader, builder, 'distribution') ?? '');
  return distribution === NONE ? {} : packagesIn(reader.value(distribution, 'packages') as string);
}

const written = ({ reader, disk }: Work, content: LayerContent) =>
  timeToSend(layerBytes(content), reader.amount(disk, 'bytesPerSecond'));

function runResult(work: Work, step: Step, below: Made): Result {
  const { reader, order, disk } = work;
  const runs = JSON.parse(order.runs) as readonly RunOutcome[];
  const outcome = runs.find(({ command }) => command === step.what);
  const exitCode = outcome === undefined ? 127 : (outcome.exitCode ?? 0);
  if (outcome === undefined || exitCode !== 0)
    return {
      error: `process "/bin/sh -c ${step.what}" did not complete successfully: exit code: ${exitCode}`,
      why: outcome === undefined ? 'unknown-command' : 'line',
    };
  const packages = packagesFor(work);
  const content = layerOfRun(outcome, stackOf(work, below.layers), packages, secondsAt(reader));
  const fetched = timeToSend(bytesFetched(outcome, packages), speedTo(reader, disk, NONE));
  const micros = RUN_MS * MICROS_PER_MS + outcome.seconds * MICROS_PER_SECOND + fetched;
  return { key: sha256(below.key + step.key), content, micros: micros + written(work, content) };
}

/** Files that a COPY can take: of the context, of a stage, of an image. */
function filesFrom(work: Work, { from }: Step): readonly LayerFile[] {
  if (from === null) return JSON.parse(work.order.files) as readonly LayerFile[];
  const layers = typeof from === 'number' ? stageOf(work, from).layers : work.plan.bases[from]!.layers;
  return filesSeen(stackOf(work, layers));
}

function copyResult(work: Work, step: Step, below: Made): Result {
  const taken = copied(step.sources, filesFrom(work, step), step.what);
  if ('missing' in taken) {
    const ref = sha256(step.key).slice(0, 25);
    return {
      error: `failed to compute cache key: failed to calculate checksum of ref ${ref}: "${taken.missing}": not found`,
      why: 'name',
    };
  }
  const content: LayerContent = { files: taken.files };
  const key = sha256((step.link ? '' : below.key) + step.key + checksum(taken.files));
  return { key, content, micros: written(work, content) };
}

/** What a step makes over what its stage has. Changes nothing. */
export function resultOf(work: Work, step: Step, below: Made): Result {
  if (step.kind === 'run') return runResult(work, step, below);
  if (step.kind === 'copy') return copyResult(work, step, below);
  const directory = { path: step.what, bytes: 0, content: 'directory', changed: secondsAt(work.reader) };
  return { key: sha256(below.key + step.key), content: { files: [directory] }, micros: 0 };
}

/** The result of an earlier build for the same key, where its layer is still there. */
export function cachedFor({ reader, builder, disk, order }: Work, key: string): CacheEntry | null {
  if (order.noCache || fieldOf(reader, builder, 'makes') === 'vm-image') return null;
  const entry = parsed(reader, builder, 'cache')[key];
  return entry !== undefined && layerOn(reader, disk, entry.layer) !== NONE ? entry : null;
}

/** A stage with one more layer. */
export function withLayer(below: Made, key: string, { layer, created }: CacheEntry, text: string): Made {
  return {
    ...below,
    key,
    layers: [...below.layers, layer],
    texts: { ...below.texts, [layer]: text },
    created: Math.max(below.created, created),
  };
}

/** The stage that a FROM begins. */
export function beginning({ plan }: Work, step: Step): Made {
  const { digest, layers } = plan.bases[step.what]!;
  const texts = Object.fromEntries(layers.map((layer) => [layer, step.text]));
  return { key: `FROM ${digest}`, layers, base: layers.length, texts, created: 0 };
}

/** Layers of a base that are not on the disk yet. */
export function missingOf({ reader, disk, plan }: Work, step: Step): readonly string[] {
  return plan.bases[step.what]!.layers.filter((digest) => layerOn(reader, disk, digest) === NONE);
}
