// Layers as floors under containers: stored once, as wide as all who look through them; an area is its bytes.
import type { EntityId } from '../../sim/engine/fact';
import type { Entity, WorldView } from '../../sim/engine/view';
import { toneOf, type Tone } from './look';

/** One layer, in parts of 1 of the width and height of the whole picture; `bottom` from below. */
export interface FloorScene {
  readonly id: EntityId;
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
  readonly height: number;
  readonly bytes: number;
  /** How many containers or images look through it. */
  readonly users: number;
  /** `layer` or `writable`. */
  readonly use: string;
  /** Of what runs in the container that writes it. */
  readonly tone: Tone;
}

/** The layers of one disk. */
export interface FloorsScene {
  readonly disk: EntityId;
  readonly floors: readonly FloorScene[];
}

/** One who looks through layers: a container, an image that no container is made of, a build. The base first. */
interface Column {
  readonly chain: readonly Entity[];
}

/** An empty layer is drawn as a line, as a part of the highest column. */
const EMPTY_LINE = 0.05;

const stored = (entity: Entity, kind: string) => entity.kind === kind && entity.state === 'stored';

/** Digests of what is being built on a disk: a text for each stage that has layers. */
function growing(disk: Entity, view: WorldView): string[] {
  const builders = view
    .ofKind('builder')
    .filter(({ context, tags }) => context['disk'] === disk.id && tags.includes('starting'));
  return builders.flatMap(({ context }) => {
    const stages = JSON.parse(String(context['made'])) as readonly (null | { layers: readonly string[] })[];
    return stages.flatMap((stage) => (stage?.layers.length ? stage.layers.join(' ') : []));
  });
}

function columnsOf(held: readonly Entity[], building: readonly string[]): Column[] {
  const layers = held.filter((entity) => stored(entity, 'layer'));
  const chainOf = (digests: unknown): Entity[] =>
    String(digests)
      .split(' ')
      .flatMap((digest) => layers.find(({ context }) => digest !== '' && context['digest'] === digest) ?? []);
  const writables = layers.filter(({ context }) => context['use'] === 'writable');
  const columns = writables.map((layer): Column => ({ chain: [...chainOf(layer.context['over']), layer] }));
  const unused = held
    .filter(({ kind, context }) => kind === 'image' && context['layers'] !== '')
    .filter(({ context }) => !writables.some((layer) => layer.context['over'] === context['layers']))
    .map(({ context }): Column => ({ chain: chainOf(context['layers']) }));
  const key = ({ chain }: Column) => chain.map(({ id }) => id).join(' ');
  const grown = building.map((digests): Column => ({ chain: chainOf(digests) }));
  return [...columns, ...unused, ...grown].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

function toneIn(layer: Entity, view: WorldView): Tone {
  const container = view.get(String(layer.context['of']));
  const copy = container?.holds.map((id) => view.get(id)).find((held) => held?.kind === 'process');
  return copy === undefined ? 'program' : toneOf(copy);
}

/** How often each layer lies in these columns. */
function usesIn(columns: readonly Column[]): ReadonlyMap<Entity, number> {
  const uses = new Map<Entity, number>();
  for (const layer of columns.flatMap(({ chain }) => chain)) uses.set(layer, (uses.get(layer) ?? 0) + 1);
  return uses;
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
    const layer = columns[at]!.chain[depth];
    let to = at + 1;
    while (to < columns.length && layer !== undefined && columns[to]!.chain[depth] === layer) to++;
    if (layer !== undefined) {
      const same = columns.slice(at, to);
      yield { layer, from: from + at, count: same.length, bottom };
      yield* floorsOver(same, share, from + at, depth + 1, bottom + share(layer));
    }
    at = to;
  }
}

/** The layers of every disk that images lie on. */
export function floorsOf(view: WorldView): readonly FloorsScene[] {
  return view.ofKind('disk').flatMap((disk) => {
    const held = disk.holds.map((id) => view.get(id)).filter((entity) => entity !== undefined);
    const columns = columnsOf(held, growing(disk, view));
    const uses = usesIn(columns);
    const share = (layer: Entity) => layer.memory.charged / uses.get(layer)!;
    const floors = [...floorsOver(columns, share, 0, 0, 0)];
    if (floors.length === 0) return [];
    const top = Math.max(...floors.map(({ layer, bottom }) => bottom + share(layer)));
    const whole = top * (1 + EMPTY_LINE);
    const scene = floors.map(({ layer, from, count, bottom }): FloorScene => ({
      id: layer.id,
      left: from / columns.length,
      width: count / columns.length,
      bottom: bottom / whole,
      height: Math.max(share(layer) / whole, EMPTY_LINE / (1 + EMPTY_LINE)),
      bytes: layer.memory.charged,
      users: uses.get(layer)!,
      use: String(layer.context['use']),
      tone: toneIn(layer, view),
    }));
    return [{ disk: disk.id, floors: scene }];
  });
}
