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
  /** A container, an image or a build has it: it is not a build's cache alone that does, or nobody. */
  readonly isUsed: boolean;
  /** Another floor of the same layer stands before it: the bytes are those of both. */
  readonly isAgain: boolean;
  /** `layer`, `writable` or `volume`. */
  readonly use: string;
  /** Paths that nobody finds who looks through it: it deletes them from the layers below, which stay as they are. */
  readonly hides: readonly string[];
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
type Chain = readonly Entity[];

/** One chain with its part of the width. Those of one image share the width of one image, however many they are. */
interface Column {
  readonly layers: Chain;
  readonly width: number;
}

/** The width of a volume as a part of that of all layers together, however many look through them. */
const ASIDE = 0.2;

const stored = (entity: Entity, kind: string) => entity.kind === kind && entity.state === 'stored';
const isWritable = ({ context }: Entity) => context['use'] === 'writable';

interface Digests {
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
  const text = ({ layers }: Digests) => layers.join(' ');
  const stages = tags.includes('starting')
    ? (JSON.parse(String(context['made'])) as readonly (null | Digests)[])
    : [];
  const images = JSON.parse(String(context['images'])) as Readonly<Record<string, Digests>>;
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

/** Chains in the order in which their layers came to the disk: those of containers stand as the containers do. */
function inOrder(chains: readonly Chain[], layers: readonly Entity[]): Chain[] {
  const places = new Map(layers.map((layer, at) => [layer, at]));
  const placesOf = (chain: Chain) => chain.map((layer) => places.get(layer) ?? 0);
  const compare = (one: readonly number[], other: readonly number[]) => {
    const at = one.findIndex((place, nth) => place !== other[nth]);
    return at < 0 ? one.length - other.length : one[at]! - (other[at] ?? -1);
  };
  return [...chains].sort((one, other) => compare(placesOf(one), placesOf(other)));
}

/** The layers of these digests, of those that are stored. */
const chainIn = (layers: readonly Entity[], digests: unknown): Chain =>
  String(digests)
    .split(' ')
    .flatMap((digest) => layers.find(({ context }) => digest !== '' && context['digest'] === digest) ?? []);

/** How many need each layer of a disk: what each of them needs is asked of itself. An image may have several names. */
function usersOn(held: readonly Entity[], builders: readonly Entity[]): ReadonlyMap<Entity, number> {
  const layers = held.filter((entity) => stored(entity, 'layer'));
  const writables = layers.filter(isWritable);
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

/** Whether all of a chain lies under another one, or is the same. */
const isUnder = (chain: Chain, other: Chain) => chain.every((layer, at) => layer === other[at]);

/** Chains that somebody has: containers, images, builds. */
function needed(held: readonly Entity[], builders: readonly Entity[]): readonly Chain[] {
  const layers = held.filter((entity) => stored(entity, 'layer'));
  const writables = layers.filter(isWritable);
  const growing = builders.flatMap((builder) => buildsOf(builder).growing);
  return [
    ...writables.map((layer) => [...chainIn(layers, layer.context['over']), layer]),
    ...[...imagesIn(held, writables), ...growing].map((digests) => chainIn(layers, digests)),
  ].filter(({ length }) => length > 0);
}

/**
 * Every layer of a disk lies in a chain: those that no name leads to as what they once were, or as they were built. What
 * lies under another chain as a whole is seen there: an image that others begin with has no chain beside theirs.
 */
function chainsOf(held: readonly Entity[], builders: readonly Entity[]): readonly Chain[] {
  const layers = held.filter((entity) => stored(entity, 'layer'));
  const all = [...needed(held, builders)];
  const seen = new Set(all.flat());
  const add = (chain: Chain) => {
    if (chain.every((layer) => seen.has(layer))) return;
    chain.forEach((layer) => seen.add(layer));
    all.push(chain);
  };
  const unnamed = held
    .filter(({ kind }) => kind === 'image')
    .flatMap(({ context }) => String(context['earlier']).split('\n'));
  const built = builders.flatMap((builder) => buildsOf(builder).built);
  const chains = [...unnamed, ...built].map((digests) => chainIn(layers, digests));
  // A step of a build lies under those that were made over it: what is longest is drawn, and has the others in it.
  chains.sort((one, other) => other.length - one.length).forEach(add);
  for (const layer of layers) add([layer]);
  // Of those that are the same the first is drawn.
  const isSeen = (chain: Chain, at: number) =>
    all.some(
      (other, nth) => nth !== at && isUnder(chain, other) && (other.length > chain.length || nth < at),
    );
  return inOrder(
    all.filter((chain, at) => !isSeen(chain, at)),
    layers,
  );
}

/** The chains of a disk with their parts of the width of all: each image has the same. */
function columnsOf(held: readonly Entity[], builders: readonly Entity[]): readonly Column[] {
  const chains = chainsOf(held, builders);
  const imageOf = (chain: Chain) =>
    chain
      .filter((layer) => !isWritable(layer))
      .map(({ id }) => id)
      .join(' ');
  const images = chains.map(imageOf);
  const width = 1 / new Set(images).size;
  return chains.map((layers, at) => ({
    layers,
    width: width / images.filter((image) => image === images[at]).length,
  }));
}

function toneIn(layer: Entity, view: WorldView): Tone {
  const container = view.get(String(layer.context['of']));
  const copy = container?.holds.map((id) => view.get(id)).find((held) => held?.kind === 'process');
  return copy === undefined ? 'program' : toneOf(copy);
}

/** How often each layer is in these lists. */
function timesIn(lists: readonly Chain[]): ReadonlyMap<Entity, number> {
  const times = new Map<Entity, number>();
  for (const layer of lists.flat()) times.set(layer, (times.get(layer) ?? 0) + 1);
  return times;
}

/** The width of all columns that each layer is in. */
function widthsIn(columns: readonly Column[]): ReadonlyMap<Entity, number> {
  const widths = new Map<Entity, number>();
  for (const { layers, width } of columns)
    for (const layer of layers) widths.set(layer, (widths.get(layer) ?? 0) + width);
  return widths;
}

const widthOf = (columns: readonly Column[]) => columns.reduce((sum, { width }) => sum + width, 0);

/**
 * Columns beside each other that have the same layer at a height have one floor there. A layer that lies over different
 * others has a floor over each, and all of them together have its area: `heightOf` is its bytes for their width.
 */
function* floorsOver(
  columns: readonly Column[],
  heightOf: (layer: Entity) => number,
  from: number,
  depth: number,
  bottom: number,
): Iterable<{ layer: Entity; left: number; width: number; bottom: number }> {
  let left = from;
  for (let at = 0; at < columns.length;) {
    const layer = columns[at]!.layers[depth];
    let to = at + 1;
    while (to < columns.length && layer !== undefined && columns[to]!.layers[depth] === layer) to++;
    const same = columns.slice(at, to);
    const width = widthOf(same);
    if (layer !== undefined) {
      yield { layer, left, width, bottom };
      yield* floorsOver(same, heightOf, left, depth + 1, bottom + heightOf(layer));
    }
    left += width;
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
  const widths = widthsIn(columns);
  const users = usersOn(held, builders);
  const inUse = new Set(needed(held, builders).flat());
  const volumes = held.filter((entity) => stored(entity, 'volume'));
  const ofLayers = 1 / (1 + ASIDE * volumes.length);
  const heightOf = (layer: Entity) => layer.memory.charged / (widths.get(layer)! * ofLayers);
  const floors = [...floorsOver(columns, heightOf, 0, 0, 0)];
  const layers = floors.map(({ layer, left, width, bottom }, at) => ({
    box: layer,
    left: left * ofLayers,
    width: width * ofLayers,
    bottom,
    height: heightOf(layer),
    users: users.get(layer) ?? 0,
    isUsed: inUse.has(layer),
    isAgain: floors.findIndex((other) => other.layer === layer) < at,
  }));
  const width = ofLayers * ASIDE;
  const beside = volumes.map((box, at) => ({
    box,
    left: ofLayers + at * width,
    width,
    bottom: 0,
    height: box.memory.charged / width,
    users: null,
    isUsed: true,
    isAgain: false,
  }));
  // Without layers there is nothing to stand beside.
  return { disk: disk.id, floors: layers.length > 0 ? [...layers, ...beside] : [] };
}

/** Kept with a layer for as long as it does not change: what is in it is read for that. */
const hidden = new WeakMap<Entity, readonly string[]>();

function hiddenBy(layer: Entity, view: WorldView): readonly string[] {
  const paths = hidden.get(layer) ?? view.hidesOf(layer.id);
  hidden.set(layer, paths);
  return paths;
}

/** The layers and volumes of every disk that images of containers lie on, all to one scale: areas are bytes. */
export function floorsOf(view: WorldView): readonly FloorsScene[] {
  const disks = view
    .ofKind('disk')
    .filter((disk) => !isForMachines(disk, view))
    .map((disk) => floorsOn(disk, view))
    .filter(({ floors }) => floors.length > 0);
  const tops = disks.flatMap(({ floors }) => floors.map(({ bottom, height }) => bottom + height));
  const whole = Math.max(0, ...tops) || 1;
  return disks.map(({ disk, floors }) => ({
    disk,
    floors: floors.map(({ box, left, width, bottom, height, users, isUsed, isAgain }): FloorScene => ({
      id: box.id,
      left,
      width,
      bottom: bottom / whole,
      height: height / whole,
      bytes: box.memory.charged,
      users,
      isUsed,
      isAgain,
      use: String(box.context['use']),
      hides: hiddenBy(box, view),
      tone: toneIn(box, view),
    })),
  }));
}
