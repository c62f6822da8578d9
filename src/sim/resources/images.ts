// Virtual disks as chains of copy-on-write layers: what a write takes, what a read looks at, what a snapshot, a clone
// and a deleted snapshot cost. Nothing here is changed in place: layers may be shared by several disks.
// Source: qemu docs/interop/qcow2.txt (clusters, backing files); depth costs reads, see MODEL-FACTS.md section 4 ([M]).

/** Bytes of a cluster, the smallest part that is copied: qcow2's default, 64 KiB. */
export const CLUSTER = 65_536;

/** Clusters from `from` up to, and without, `to`. Integers from 0. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** What one layer holds itself: extents in order, none touching the next. */
export type Layer = readonly Extent[];

/** A disk: the layer that is written to first, the base last. */
export type Chain = readonly Layer[];

/** A layer that holds nothing yet. */
export const EMPTY: Layer = [];

/** Clusters that a layer holds itself. */
export function clustersOf(layer: Layer): number {
  return layer.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Clusters that two layers hold together, once. */
export function merged(one: Layer, other: Layer): Layer {
  const all = [...one, ...other].sort((a, b) => a.from - b.from);
  const joined: Extent[] = [];
  for (const extent of all) {
    const last = joined.at(-1);
    if (last === undefined || extent.from > last.to) joined.push(extent);
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, extent.to) };
  }
  return joined;
}

/** The part of some extents that a layer does not hold. */
export function lacking(wanted: Layer, layer: Layer): Layer {
  return wanted.flatMap((extent) => {
    const left: Extent[] = [];
    let { from } = extent;
    for (const held of layer) {
      if (held.to <= from || held.from >= extent.to) continue;
      if (held.from > from) left.push({ from, to: held.from });
      from = Math.max(from, held.to);
    }
    if (from < extent.to) left.push({ from, to: extent.to });
    return left;
  });
}

/** A write goes to the first layer alone; `added` clusters are new there, and must be found on the disk below. */
export function written(chain: Chain, extent: Extent): { readonly chain: Chain; readonly added: number } {
  const [top = EMPTY, ...below] = chain;
  const next = extent.to > extent.from ? merged(top, [extent]) : top;
  return { chain: [next, ...below], added: clustersOf(next) - clustersOf(top) };
}

/** Layers that are looked at to read an extent, summed over its clusters; one nobody wrote is looked for in all. */
export function lookups(chain: Chain, extent: Extent): number {
  let sum = 0;
  let left: Layer = extent.to > extent.from ? [extent] : EMPTY;
  for (const layer of chain) {
    sum += clustersOf(left);
    left = lacking(left, layer);
  }
  return sum;
}

/** A snapshot freezes what there is: writes go to a new layer from now on. A linked clone begins in the same way. */
export function snapshot(chain: Chain): Chain {
  return [EMPTY, ...chain];
}

/** A full clone, or a backup: one layer of its own with all that can be read. */
export function flattened(chain: Chain): Chain {
  return [chain.reduce((all, layer) => merged(all, layer), EMPTY)];
}
