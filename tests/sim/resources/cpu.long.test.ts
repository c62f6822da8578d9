// The solver against plain examples, against a slow solver of another kind, and against the laws.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { NO_CAP, shareCpu } from '../../../src/sim/resources/cpu';
import { shareSlowly } from './slowCpu';
import type { SlowNode } from './slowCpu';

// Generous, for machines that do much else besides.
vi.setConfig({ testTimeout: 60_000 });

const CORE = 1_000_000;
const leaf = (demand: number, weight = 100, cap: number | null = null): SlowNode => ({
  weight,
  cap,
  demand,
  children: [],
});
const group = (cap: number | null, children: SlowNode[], weight = 100): SlowNode => ({
  weight,
  cap,
  demand: 0,
  children,
});

interface Columns {
  parent: number[];
  weight: number[];
  cap: number[];
  demand: number[];
  nodes: SlowNode[];
}

function columnsOf(root: SlowNode): Columns {
  const columns: Columns = { parent: [], weight: [], cap: [], demand: [], nodes: [] };
  const visit = (node: SlowNode, parent: number): void => {
    const index = columns.parent.push(parent) - 1;
    columns.weight.push(node.weight);
    columns.cap.push(node.cap ?? NO_CAP);
    columns.demand.push(node.demand);
    columns.nodes.push(node);
    node.children.forEach((child) => visit(child, index));
  };
  visit(root, -1);
  return columns;
}

const leaves = (root: SlowNode): number[] => {
  const columns = columnsOf(root);
  const granted = shareCpu(columns);
  return columns.nodes.flatMap((node, i) => (node.children.length === 0 ? [granted[i] ?? -1] : []));
};

describe('sharing CPU', () => {
  it('splits a host by weight when everybody wants all of it', () => {
    expect(leaves(group(4 * CORE, [leaf(9 * CORE, 100), leaf(9 * CORE, 300)]))).toEqual([CORE, 3 * CORE]);
  });

  it('gives what one leaves idle to the others', () => {
    const host = group(4 * CORE, [leaf(CORE / 2), leaf(9 * CORE), leaf(9 * CORE)]);
    expect(leaves(host)).toEqual([CORE / 2, 1_750_000, 1_750_000]);
  });

  it('keeps a quota even when cores idle', () => {
    expect(leaves(group(4 * CORE, [leaf(3 * CORE, 100, CORE)]))).toEqual([CORE]);
  });

  it('shares by VM first, then inside: a neighbour in another VM is not one of six', () => {
    const vm = (n: number) =>
      group(
        2 * CORE,
        Array.from({ length: n }, () => leaf(CORE)),
      );
    expect(leaves(group(2 * CORE, [vm(1), vm(4)]))).toEqual([CORE, 250_000, 250_000, 250_000, 250_000]);
  });

  it('gives odd micro-cores to the largest fraction, then to the lowest id', () => {
    expect(leaves(group(10, [leaf(9), leaf(9), leaf(9)]))).toEqual([4, 3, 3]);
    expect(leaves(group(10, [leaf(99, 1), leaf(99, 2), leaf(99, 4)]))).toEqual([1, 3, 6]);
  });

  it('serves several hosts at once', () => {
    const tree = { parent: [-1, -1, 0, 1], weight: [1, 1, 1, 1], cap: [5, 7, -1, -1], demand: [0, 0, 9, 9] };
    expect([...shareCpu(tree)]).toEqual([5, 7, 5, 7]);
  });

  it.each([
    ['a child before its parent', { parent: [1, -1], weight: [1, 1], cap: [-1, 5], demand: [1, 0] }],
    ['a weight of 0', { parent: [-1, 0], weight: [1, 0], cap: [5, -1], demand: [0, 1] }],
    ['half a micro-core', { parent: [-1, 0], weight: [1, 1], cap: [5, -1], demand: [0, 0.5] }],
    ['a negative cap', { parent: [-1, 0], weight: [1, 1], cap: [-2, -1], demand: [0, 1] }],
    ['a demand beside children', { parent: [-1, 0], weight: [1, 1], cap: [5, -1], demand: [1, 1] }],
  ])('refuses %s', (_, tree) => {
    expect(() => shareCpu(tree)).toThrow(RangeError);
  });
});

const trees = (maxChildren: number, depth: number, amount: fc.Arbitrary<number>): fc.Arbitrary<SlowNode> => {
  const cap = fc.option(amount, { freq: 2 });
  const weight = fc.oneof(fc.constantFrom(1, 100, 1024), fc.integer({ min: 1, max: 10_000 }));
  const branch = (level: number): fc.Arbitrary<SlowNode> => {
    const tip = fc.record({ weight, cap, demand: amount, children: fc.constant<SlowNode[]>([]) });
    if (level === 0) return tip;
    const children = fc.array(branch(level - 1), { maxLength: maxChildren, minLength: 1 });
    return fc.oneof(tip, fc.record({ weight, cap, demand: fc.constant(0), children }));
  };
  const children = fc.array(branch(depth), { maxLength: maxChildren });
  return fc.record({ weight, cap: amount, demand: fc.constant(0), children });
};
const micro = fc.oneof(
  fc.integer({ min: 0, max: 12 }),
  fc.integer({ min: 0, max: 64 * CORE }),
  fc.integer({ min: 0, max: 128 }).map((half) => (half * CORE) / 2),
);

/** What breaks law 2 or law 3, by their own words, without asking how the shares were found. */
function brokenLaws(tree: Columns): string[] {
  const granted = shareCpu(tree);
  const held = tree.parent.map(() => 0);
  tree.parent.forEach((parent, i) => parent >= 0 && (held[parent]! += granted[i]!));
  const isFull = (i: number) => tree.cap[i] !== NO_CAP && granted[i] === tree.cap[i];
  return tree.nodes.flatMap((node, i) => {
    const got = granted[i] ?? -1;
    if (!Number.isSafeInteger(got) || got < 0) return [`${i}: ${got} is no amount`];
    if (node.cap !== null && got > node.cap) return [`${i}: above its cap`];
    if (node.children.length > 0) return held[i] === got ? [] : [`${i}: parts do not add up`];
    if (got > node.demand) return [`${i}: more than it wants`];
    if (got === node.demand) return [];
    // Somebody who wants more: on the way down to the host stands a level that is full.
    for (let at = i; at >= 0; at = tree.parent[at] ?? -1) if (isFull(at)) return [];
    return [`${i}: wants more, and nobody below it is full`];
  });
}

describe('random trees', () => {
  it('are shared as the slow solver shares them', () => {
    fc.assert(
      fc.property(trees(6, 3, micro), (root) => {
        const columns = columnsOf(root);
        shareSlowly(root);
        expect([...shareCpu(columns)].map(BigInt)).toEqual(columns.nodes.map((node) => node.granted));
      }),
      { numRuns: 2_000 },
    );
  });

  it('break no law', () => {
    fc.assert(
      fc.property(trees(12, 3, micro), (root) => {
        expect(brokenLaws(columnsOf(root))).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
  });
});

describe('a crowded host', () => {
  const containers = Array.from({ length: 200 }, (_, i) =>
    leaf(((i * 7_919) % 2_000) * 1_000, 2 + ((i * 31) % 500)),
  );
  const vms = Array.from({ length: 60 }, (_, i) =>
    group(2 * CORE, containers.slice(i * 3, i * 3 + 4), 1 + (i % 9)),
  );

  it.each([
    ['60 VMs', group(32 * CORE, vms)],
    ['200 containers on one kernel', group(32 * CORE, containers)],
    [
      '200 that settle one after the other',
      group(
        CORE,
        Array.from({ length: 200 }, (_, i) => leaf(50 * i)),
      ),
    ],
  ])('%s is solved well under a millisecond', (_, host) => {
    const columns = columnsOf(host);
    for (let i = 0; i < 50; i++) shareCpu(columns);
    const times = Array.from({ length: 21 }, () => {
      const began = performance.now();
      shareCpu(columns);
      return performance.now() - began;
    });
    expect(times.sort((a, b) => a - b)[10]).toBeLessThan(1);
    expect(brokenLaws(columns)).toEqual([]);
  });
});
