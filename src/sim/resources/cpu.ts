// Who gets how much CPU: weighted max-min sharing with caps, level by level, in whole micro-cores.
// As cgroups do it: under contention a share is weight / sum of the weights of the siblings that want
// more; what one leaves idle goes to the others; a cap (quota, vCPUs, cores) holds at its own level.
// Source: torvalds/linux Documentation/admin-guide/cgroup-v2.rst, cpu.weight and cpu.max.
import { apportion, mulDiv } from '../engine/number';

/** `cap` of a node without one. */
export const NO_CAP = -1;

/** A tree as columns, children after their parents; sums of weights and of demands stay below 2^52. */
export interface CpuTree {
  /** Index of the parent, lower than the node's own; -1 for a root (a host). */
  readonly parent: ArrayLike<number>;
  /** Integer from 1: the share under contention, against siblings only. */
  readonly weight: ArrayLike<number>;
  /** Micro-cores the node with all it holds may use at most, or NO_CAP. */
  readonly cap: ArrayLike<number>;
  /** Micro-cores a leaf wants; 0 at a node that holds others. */
  readonly demand: ArrayLike<number>;
}

/** Children by linked lists in order of index, and what each node wants within its caps. */
interface Wishes {
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  readonly wanted: Float64Array;
  readonly wantedByChildren: Float64Array;
}

/**
 * Micro-cores granted to each node, itself and all it holds. Children's parts add up to the parent's
 * exactly; a node gets less than it may use only when its parent has nothing left to give. Single
 * micro-cores that do not divide go to the largest fraction, then to the lowest index.
 * Throws RangeError for a child before its parent, a weight below 1, a negative or broken number, and a
 * demand at a node that holds others.
 */
export function shareCpu(tree: CpuTree): Float64Array {
  const wishes = collectWishes(tree);
  const granted = new Float64Array(tree.parent.length);
  for (let node = 0; node < granted.length; node++) {
    if (at(tree.parent, node) < 0) granted[node] = at(wishes.wanted, node);
    if (at(wishes.firstChild, node) >= 0) shareAmongChildren(tree, wishes, granted, node);
  }
  return granted;
}

function at(column: ArrayLike<number>, index: number): number {
  return column[index] ?? 0;
}

function collectWishes(tree: CpuTree): Wishes {
  const size = tree.parent.length;
  const firstChild = new Int32Array(size).fill(-1);
  const nextSibling = new Int32Array(size).fill(-1);
  const wanted = new Float64Array(size);
  const wantedByChildren = new Float64Array(size);
  for (let node = size - 1; node >= 0; node--) {
    checkNode(tree, node, at(firstChild, node) >= 0);
    const demand = at(tree.demand, node) + at(wantedByChildren, node);
    const cap = at(tree.cap, node);
    wanted[node] = cap === NO_CAP || demand < cap ? demand : cap;
    const parent = at(tree.parent, node);
    if (parent < 0) continue;
    nextSibling[node] = at(firstChild, parent);
    firstChild[parent] = node;
    wantedByChildren[parent] = at(wantedByChildren, parent) + at(wanted, node);
  }
  return { firstChild, nextSibling, wanted, wantedByChildren };
}

function checkNode(tree: CpuTree, node: number, holdsOthers: boolean): void {
  const weight = at(tree.weight, node);
  const cap = at(tree.cap, node);
  const demand = at(tree.demand, node);
  const fine =
    at(tree.parent, node) < node &&
    Number.isSafeInteger(weight) &&
    weight >= 1 &&
    Number.isSafeInteger(cap) &&
    cap >= NO_CAP &&
    Number.isSafeInteger(demand) &&
    demand >= 0 &&
    !(holdsOthers && demand > 0);
  if (!fine) throw new RangeError(`node ${node}: weight ${weight}, cap ${cap}, demand ${demand}`);
}

function shareAmongChildren(tree: CpuTree, wishes: Wishes, granted: Float64Array, parent: number): void {
  const { firstChild, nextSibling, wanted, wantedByChildren } = wishes;
  const budget = at(granted, parent);
  const scarce = budget < at(wantedByChildren, parent);
  const hungry: number[] = [];
  for (let child = at(firstChild, parent); child >= 0; child = at(nextSibling, child)) {
    if (scarce && at(wanted, child) > 0) hungry.push(child);
    else granted[child] = at(wanted, child);
  }
  if (scarce) fillToOneLevel(tree, wanted, granted, hungry, budget);
}

/**
 * Water filling: whoever wants no more than a fair share of what is left gets it all, which can only
 * raise the share of the others; when nobody is left who does, the rest is split by weight.
 */
function fillToOneLevel(
  tree: CpuTree,
  wanted: Float64Array,
  granted: Float64Array,
  hungry: number[],
  budget: number,
): void {
  let left = budget;
  let weights = hungry.reduce((sum, node) => sum + at(tree.weight, node), 0);
  // Those with the smallest wish for their weight first, so that one or two rounds settle everybody.
  const wish = (node: number) => at(wanted, node) / at(tree.weight, node);
  let open = hungry.sort((a, b) => wish(a) - wish(b) || a - b);
  for (let settled = true; settled;) {
    settled = false;
    const stillOpen: number[] = [];
    for (const node of open) {
      const want = at(wanted, node);
      const weight = at(tree.weight, node);
      if (want > mulDiv(left, weight, weights)) {
        stillOpen.push(node);
        continue;
      }
      granted[node] = want;
      left -= want;
      weights -= weight;
      settled = true;
    }
    open = stillOpen;
  }
  open.sort((a, b) => a - b);
  const parts = apportion(
    left,
    open.map((node) => at(tree.weight, node)),
  );
  open.forEach((node, i) => (granted[node] = at(parts, i)));
}
