// Layers as floors under containers: stored once, as wide as all who look through them; an area is its bytes. Volumes
// stand beside them: no layer lies under a volume, and it stays when a container goes.
import type { EntityId } from '../../sim/engine/fact';
import type { Entity, WorldView } from '../../sim/engine/view';
import { toneOf, type Tone } from './look';

/** One layer or volume, in parts of 1 of the width and height of the whole picture; `bottom` from below. */
export interface FloorScene {
  readonly id: EntityId;
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
  readonly height: number;
  readonly bytes: number;
  /**
   * How many need a layer: containers, images under whatever names, builders; 0 where pruning would delete it. Null of a
   * volume: that is never pruned.
   */
  readonly users: number | null;
  /** `layer`, `writable` or `volume`. */
  readonly use: string;
  /** Of what runs in the container that writes it. */
  readonly tone: Tone;
}

/** The layers and volumes of one disk. */
export interface FloorsScene {
  readonly disk: EntityId;
  readonly floors: readonly FloorScene[];
}

/**
 * Layers over each other, the base first, as one looks through them: a container, an image that no container is made
 * of, a pull, a build, an image that has lost its name; or a layer by itself.
 */
type Column = readonly Entity[];

/** An empty layer is drawn as a line, as a part of the highest column. */
const EMPTY_LINE = 0.05;

/** The width of a volume as a part of that of all layers together, however many look through them. */
const ASIDE = 0.2;

const stored = (entity: Entity, kind: string) => entity.kind === kind && entity.state === 'stored';

interface Chain {
  readonly layers: readonly string[];
}

interface CachedStep {
  readonly layer: string;
  readonly over: readonly string[];
}

/** What a builder has to do with layers, each a text of digests. */
interface Builds {
  /** A text for each stage of what is being built that has layers. */
  readonly growing: readonly string[];
  /** A text for each image that was built, named or not, and for each step that is in the cache. */
  readonly built: readonly string[];
}

function buildsIn({ tags, context }: Entity): Builds {
  const text = ({ layers }: Chain) => layers.join(' ');
  const stages = tags.includes('starting')
    ? (JSON.parse(String(context['made'])) as readonly (null | Chain)[])
    : [];
  const images = JSON.parse(String(context['images'])) as Readonly<Record<string, Chain>>;
  const cache = JSON.parse(String(context['cache'])) as Readonly<Record<string, CachedStep>>;
  const steps = Object.values(cache).map(({ layer, over }) => ({ layers: [...over, layer] }));
  return {
    growing: stages.flatMap((stage) => (stage?.layers.length ? text(stage) : [])),
    built: [...Object.values(images), ...steps].map(text),
  };
}

/** Kept with a builder for as long as it does not change: its tables are long. */
const known = new WeakMap<Entity, Builds>();

function buildsOf(builder: Entity): Builds {
  const builds = known.get(builder) ?? buildsIn(builder);
  known.set(builder, builds);
  return builds;
}

/** Digests of the images of a disk that no container is made of, and of what is being pulled: a text for each. */
function imagesIn(held: readonly Entity[], writables: readonly Entity[]): readonly unknown[] {
  const images = held.filter(({ kind }) => kind === 'image');
  return images
    .flatMap(({ tags, context: { layers, wantedLayers } }) =>
      tags.includes('starting') && wantedLayers !== layers ? [layers, wantedLayers] : [layers],
    )
    .filter((digests) => !writables.some(({ context }) => context['over'] === digests));
}

/** Columns in the order in which their layers came to the disk: those of containers stand as the containers do. */
function inOrder(columns: readonly Column[], layers: readonly Entity[]): Column[] {
  const places = new Map(layers.map((layer, at) => [layer, at]));
  const placesOf = (column: Column) => column.map((layer) => places.get(layer) ?? 0);
  const compare = (one: readonly number[], other: readonly number[]) => {
    const at = one.findIndex((place, nth) => place !== other[nth]);
    return at < 0 ? one.length - other.length : one[at]! - (other[at] ?? -1);
  };
  return [...columns].sort((one, other) => compare(placesOf(one), placesOf(other)));
}

/** The layers of these digests, of those that are stored. */
const chainIn = (layers: readonly Entity[], digests: unknown): Column =>
  String(digests)
    .split(' ')
    .flatMap((digest) => layers.find(({ context }) => digest !== '' && context['digest'] === digest) ?? []);

/** How many need each layer of a disk: what each of them needs is asked of itself. An image may have several names. */
function usersOn(held: readonly Entity[], builders: readonly Entity[]): ReadonlyMap<Entity, number> {
  const layers = held.filter((entity) => stored(entity, 'layer'));
  const writables = layers.filter(({ context }) => context['use'] === 'writable');
  const images = held
    .filter(({ kind }) => kind === 'image')
    .map(({ context: { layers: own, wantedLayers } }) => [...new Set([own, wantedLayers])].join(' ').trim());
  const needers = [
    ...writables.map((layer) => [layer, ...chainIn(layers, layer.context['over'])]),
    ...[...new Set(images), ...builders.map(({ context }) => context['keeps'])].map((digests) =>
      chainIn(layers, digests),
    ),
  ];
  return timesIn(needers.map((needed) => [...new Set(needed)]));
}

/** Every layer of a disk lies in a column: those that no name leads to as what they once were, or as they were built. */
function columnsOf(held: readonly Entity[], builders: readonly Entity[]): Column[] {
  const layers = held.filter((entity) => stored(entity, 'layer'));
  const chainOf = (digests: unknown) => chainIn(layers, digests);
  const writables = layers.filter(({ context }) => context['use'] === 'writable');
  const builds = builders.map(buildsOf);
  const needed = [
    ...writables.map((layer) => [...chainOf(layer.context['over']), layer]),
    ...[...imagesIn(held, writables), ...builds.flatMap(({ growing }) => growing)].map(chainOf),
  ];
  const all: Column[] = needed.filter(({ length }) => length > 0);
  const seen = new Set(needed.flat());
  const add = (chain: Column) => {
    if (chain.every((layer) => seen.has(layer))) return;
    chain.forEach((layer) => seen.add(layer));
    all.push(chain);
  };
  const unnamed = held
    .filter(({ kind }) => kind === 'image')
    .flatMap(({ context }) => String(context['earlier']).split('\n'));
  const chains = [...unnamed, ...builds.flatMap(({ built }) => built)].map(chainOf);
  // A step of a build lies under those that were made over it: what is longest is drawn, and has the others in it.
  chains.sort((one, other) => other.length - one.length).forEach(add);
  for (const layer of layers) add([layer]);
  return inOrder(all, layers);
}

function toneIn(layer: Entity, view: WorldView): Tone {
  const container = view.get(String(layer.context['of']));
  const copy = container?.holds.map((id) => view.get(id)).find((held) => held?.kind === 'process');
  return copy === undefined ? 'program' : toneOf(copy);
}

/** How often each layer is in these lists. */
function timesIn(lists: readonly (readonly Entity[])[]): ReadonlyMap<Entity, number> {
  const times = new Map<Entity, number>();
  for (const layer of lists.flat()) times.set(layer, (times.get(layer) ?? 0) + 1);
  return times;
}

/**
 * Columns beside each other that have the same layer at a height have one floor there. A layer that lies over different
 * others has a floor over each, and all of them together have its area: `share` is its bytes for one column.
 */
function* floorsOver(
  columns: readonly Column[],
  share: (layer: Entity) => number,
  from: number,
  depth: number,
  bottom: number,
): Iterable<{ layer: Entity; from: number; count: number; bottom: number }> {
  for (let at = 0; at < columns.length;) {
    const layer = columns[at]![depth];
    let to = at + 1;
    while (to < columns.length && layer !== undefined && columns[to]![depth] === layer) to++;
    if (layer !== undefined) {
      const same = columns.slice(at, to);
      yield { layer, from: from + at, count: same.length, bottom };
      yield* floorsOver(same, share, from + at, depth + 1, bottom + share(layer));
    }
    at = to;
  }
}

/** Whether images of machines are built on a disk: those are whole disks, and what is done for one is no layer. */
const isForMachines = (disk: Entity, view: WorldView): boolean =>
  view
    .ofKind('builder')
    .some(({ context }) => context['disk'] === disk.id && context['makes'] === 'vm-image');

/** The floors of a disk with the volumes beside them; heights in bytes for the whole width. */
function floorsOn(disk: Entity, view: WorldView) {
  const held = disk.holds.map((id) => view.get(id)).filter((entity) => entity !== undefined);
  const builders = view.ofKind('builder').filter(({ context }) => context['disk'] === disk.id);
  const columns = columnsOf(held, builders);
  const drawn = timesIn(columns);
  const users = usersOn(held, builders);
  const volumes = held.filter((entity) => stored(entity, 'volume'));
  const ofLayers = 1 / (1 + ASIDE * volumes.length);
  const column = ofLayers / columns.length;
  const share = (layer: Entity) => layer.memory.charged / (drawn.get(layer)! * column);
  const layers = [...floorsOver(columns, share, 0, 0, 0)].map(({ layer, from, count, bottom }) => ({
    box: layer,
    left: from * column,
    width: count * column,
    bottom,
    height: share(layer),
    users: users.get(layer) ?? 0,
  }));
  const width = ofLayers * ASIDE;
  const beside = volumes.map((box, at) => ({
    box,
    left: ofLayers + at * width,
    width,
    bottom: 0,
    height: box.memory.charged / width,
    users: null,
  }));
  // Without layers there is nothing to stand beside.
  return { disk: disk.id, floors: layers.length > 0 ? [...layers, ...beside] : [] };
}

/** The layers and volumes of every disk that images of containers lie on, all to one scale: areas are bytes. */
export function floorsOf(view: WorldView): readonly FloorsScene[] {
  const disks = view
    .ofKind('disk')
    .filter((disk) => !isForMachines(disk, view))
    .map((disk) => floorsOn(disk, view))
    .filter(({ floors }) => floors.length > 0);
  const tops = disks.flatMap(({ floors }) => floors.map(({ bottom, height }) => bottom + height));
  const whole = Math.max(0, ...tops) * (1 + EMPTY_LINE) || 1;
  return disks.map(({ disk, floors }) => ({
    disk,
    floors: floors.map(({ box, left, width, bottom, height, users }): FloorScene => ({
      id: box.id,
      left,
      width,
      bottom: bottom / whole,
      height: Math.max(height / whole, height > 0 ? 0 : EMPTY_LINE / (1 + EMPTY_LINE)),
      bytes: box.memory.charged,
      users,
      use: String(box.context['use']),
      tone: toneIn(box, view),
    })),
  }));
}
