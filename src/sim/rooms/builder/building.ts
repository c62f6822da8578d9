// How a builder goes from step to step: plan, look into the cache, work, keep the layer.
import type { Acts, EntityNumber } from '../../engine/acts';
import {
  imagesNeeded,
  neededStages,
  planOf,
  readRecipe,
  type Asked,
  type Step,
} from '../../resources/buildPlan';
import { layerBytes, layerDigest, type LayerContent } from '../../resources/layers';
import { timeToSend } from '../../resources/migration';
import type { Instruction } from '../../resources/dockerfile';
import { freeOn } from '../disk/layers';
import type { Failing, FailureCode } from '../failure';
import { layerOn, store } from '../layer/store';
import { NONE } from '../../engine/facts';
import { configIn, resolved, type Resolved } from './bases';
import type { BuilderContext, CacheEntry, Made, Order } from './facts';
import { diskOf, fieldOf, parsed, speedTo, unlessWorking } from './place';
import {
  beginning,
  cachedFor,
  contentFor,
  missingOf,
  resultOf,
  secondsAt,
  stageOf,
  withLayer,
  workOf,
  type Work,
} from './steps';

const MICROS_PER_MS = 1_000;

/** What Docker's client says when the engine went away. */
const GONE = 'failed to receive status: rpc error: code = Unavailable desc = error reading from server: EOF';

/** What is said where a disk has no room. */
export const FULL: Failing = { error: 'no space left on device', why: 'full' };

/** The build ends: image and name are what they were. BuildKit says so before its reason; a push by itself does not. */
export function fail(acts: Acts, self: EntityNumber, { error, why }: Failing, line: number): void {
  const before = fieldOf(acts, self, 'order') === '' ? '' : 'failed to solve: ';
  acts.send(self, { type: 'BUILD.FAILED', error: before + error, why, line });
}

/** Fails where the disk or the engine went away since the last step. */
export function isGone(acts: Acts, self: EntityNumber): boolean {
  if (unlessWorking(acts, self) === null) return false;
  const why: FailureCode = acts.has(diskOf(acts, self), 'up') ? 'engine' : 'disk';
  acts.send(self, { type: 'BUILD.FAILED', error: GONE, why, line: 0 });
  return true;
}

/** The Dockerfile is read, the registry is asked for its bases, and the plan is made. */
export function resolveBases(acts: Acts, self: EntityNumber): void {
  if (isGone(acts, self)) return;
  const order = parsed(acts, self, 'order');
  const recipe = readRecipe(JSON.parse(order.recipe) as readonly Instruction[]);
  if ('error' in recipe) {
    fail(acts, self, { error: recipe.error, why: 'line' }, recipe.line);
    return;
  }
  const bases: Record<string, Resolved> = {};
  const asked: Asked = {
    target: order.target,
    args: {},
    configOf: (reference) => configIn(bases[reference]?.config ?? ''),
  };
  const needed = neededStages(recipe, asked);
  if ('error' in needed) {
    fail(acts, self, { error: needed.error, why: 'name' }, needed.line);
    return;
  }
  const names = recipe.stages.map(({ name }) => name).filter((name) => name !== '');
  for (const { reference, line } of imagesNeeded(recipe, needed, asked.args)) {
    const base = resolved(acts, self, order, reference, names);
    if ('error' in base) {
      fail(acts, self, base, line);
      return;
    }
    bases[reference] = base;
  }
  for (const [reference, base] of Object.entries(bases)) tellBase(acts, self, order, reference, base);
  const plan = { ...planOf(recipe, needed, asked), bases };
  const progress: Partial<BuilderContext> = { plan: JSON.stringify(plan), steps: plan.steps.length };
  acts.send(self, { type: 'PLANNED', progress });
}

function tellBase(acts: Acts, self: EntityNumber, order: Order, reference: string, base: Resolved): void {
  const disk = diskOf(acts, self);
  const missing = base.layers.filter((digest) => layerOn(acts, disk, digest) === NONE);
  const work = { reader: acts, disk, order };
  const missingBytes = missing.reduce((sum, digest) => sum + layerBytes(contentFor(work, digest)), 0);
  const { digest, from } = base;
  acts.tell(self, 'builder.resolved', { reference, digest, from, missingBytes });
}

const shown = ({ at, plan }: Work, { line, text }: Step) => ({
  step: at + 1,
  steps: plan.steps.length,
  line,
  text,
});

/** Digests that a builder needs: of its cache, and of what it is building. */
function keepsOf(cache: Readonly<Record<string, CacheEntry>>, made: readonly (Made | null)[]): string {
  const layers = made.flatMap((stage) => stage?.layers ?? []);
  return [...new Set([...Object.values(cache).map(({ layer }) => layer), ...layers])].join(' ');
}

/** What a builder notes when a stage has its next layers. */
function progressed(
  work: Work,
  stage: number,
  next: Made,
  cache = parsed(work.reader, work.builder, 'cache'),
): Partial<BuilderContext> {
  const made: (Made | null)[] = [...work.made];
  made[stage] = next;
  const all = Array.from(made, (each) => each ?? null);
  return {
    made: JSON.stringify(all),
    at: work.at + 1,
    cache: JSON.stringify(cache),
    keeps: keepsOf(cache, all),
  };
}

/** The next step is found in the cache, or worked on; after the last one the image is written. */
export function chooseStep(acts: Acts, self: EntityNumber): void {
  const work = workOf(acts, self);
  const step = work.plan.steps[work.at];
  if (step === undefined) {
    endSteps(acts, self, work);
    return;
  }
  if (isGone(acts, self)) return;
  if (step.kind === 'from') {
    chooseBase(acts, self, work, step);
    return;
  }
  const below = stageOf(work, step.stage);
  const result = resultOf(work, step, below);
  // What a command does is known when it has run.
  if ('error' in result && step.kind !== 'run') {
    fail(acts, self, result, step.line);
    return;
  }
  const entry = 'error' in result ? null : cachedFor(work, result.key);
  if (!('error' in result) && entry !== null) {
    acts.tell(self, 'builder.cached', { ...shown(work, step), layer: entry.layer });
    const progress = progressed(work, step.stage, withLayer(below, result.key, entry, step.text));
    acts.send(self, {
      type: 'CACHED',
      progress: { ...progress, hits: acts.amount(self, 'hits') + 1 },
    });
    return;
  }
  startWork(acts, self, work, step, 'error' in result ? RUN_FAILS_MICROS : result.micros);
}

/** A command that fails takes about as long as the start of its container. */
const RUN_FAILS_MICROS = 200_000;

/** The OS of a machine is installed once, before all else; a container's base is one that somebody has made. */
function installMicros(acts: Acts, self: EntityNumber, { at }: Work): number {
  const installs = at === 0 && fieldOf(acts, self, 'makes') === 'vm-image';
  return installs ? acts.amount(self, 'osInstallMs') * MICROS_PER_MS : 0;
}

function startWork(acts: Acts, self: EntityNumber, work: Work, step: Step, micros: number): void {
  const workMs = (installMicros(acts, self, work) + micros) / MICROS_PER_MS;
  acts.tell(self, 'builder.running', { ...shown(work, step), stepMs: workMs });
  acts.send(self, { type: 'WORK', progress: { workMs, line: step.line } });
}

function chooseBase(acts: Acts, self: EntityNumber, work: Work, step: Step): void {
  const missing = missingOf(work, step);
  const bytes = missing.reduce((sum, digest) => sum + layerBytes(contentFor(work, digest)), 0);
  if (missing.length > 0 || installMicros(acts, self, work) > 0) {
    const speed = speedTo(acts, work.disk, acts.find(work.order.registry));
    startWork(acts, self, work, step, timeToSend(bytes, speed));
    return;
  }
  const base = beginning(work, step);
  acts.tell(self, 'builder.cached', { ...shown(work, step), layer: base.layers.at(-1) ?? '' });
  const hits = acts.amount(self, 'hits') + 1;
  acts.send(self, { type: 'CACHED', progress: { ...progressed(work, step.stage, base), hits } });
}

/** Writing the image takes as long as its new layers, or the whole disk of a machine, at the speed of the disk. */
function endSteps(acts: Acts, self: EntityNumber, work: Work): void {
  const isMachine = fieldOf(acts, self, 'makes') === 'vm-image';
  const { layers } = stageOf(work, work.plan.target);
  const all = layers.reduce((sum, digest) => sum + layerBytes(contentFor(work, digest)), 0);
  const bytes = isMachine ? acts.amount(self, 'osBytes') + all : acts.amount(self, 'newBytes');
  const micros =
    installMicros(acts, self, work) + timeToSend(bytes, acts.amount(work.disk, 'bytesPerSecond'));
  acts.send(self, { type: 'STEPS.DONE', progress: { workMs: micros / MICROS_PER_MS, line: 0 } });
}

/** The step is over: its layer is on the disk, and in the cache. */
export function finishStep(acts: Acts, self: EntityNumber): void {
  if (isGone(acts, self)) return;
  const work = workOf(acts, self);
  const step = work.plan.steps[work.at]!;
  if (step.kind === 'from') {
    finishBase(acts, self, work, step);
    return;
  }
  const below = stageOf(work, step.stage);
  const result = resultOf(work, step, below);
  if ('error' in result) {
    fail(acts, self, result, step.line);
    return;
  }
  const layer = keep(acts, work, result.content);
  if (layer === null) {
    fail(acts, self, FULL, step.line);
    return;
  }
  const entry = { layer: layer.digest, over: below.layers, created: secondsAt(acts) };
  const cache = { ...parsed(acts, self, 'cache'), [result.key]: entry };
  acts.tell(self, 'builder.ran', {
    ...shown(work, step),
    layer: layer.digest,
    bytes: layerBytes(result.content),
  });
  const progress = progressed(work, step.stage, withLayer(below, result.key, entry, step.text), cache);
  const newBytes = acts.amount(self, 'newBytes') + layer.added;
  acts.send(self, { type: 'DONE', progress: { ...progress, newBytes } });
}

/** A layer comes to the disk unless it is there; null where there is no room for it. */
export function keep(
  acts: Acts,
  { disk }: Pick<Work, 'disk'>,
  content: LayerContent,
): { readonly digest: string; readonly added: number } | null {
  const digest = layerDigest(content);
  if (layerOn(acts, disk, digest) !== NONE) return { digest, added: 0 };
  if (layerBytes(content) > freeOn(acts, disk)) return null;
  store(acts, disk, digest, content);
  return { digest, added: layerBytes(content) };
}

function finishBase(acts: Acts, self: EntityNumber, work: Work, step: Step): void {
  const registry = acts.find(work.order.registry);
  if (registry === NONE || !acts.has(registry, 'up')) {
    fail(acts, self, { error: 'failed to copy: unexpected EOF', why: 'silent' }, step.line);
    return;
  }
  let bytes = 0;
  for (const digest of missingOf(work, step)) {
    const kept = keep(acts, work, contentFor(work, digest));
    if (kept === null) {
      fail(acts, self, FULL, step.line);
      return;
    }
    bytes += kept.added;
  }
  const base = beginning(work, step);
  acts.tell(self, 'builder.ran', { ...shown(work, step), layer: base.layers.at(-1) ?? '', bytes });
  acts.send(self, { type: 'DONE', progress: progressed(work, step.stage, base) });
}
