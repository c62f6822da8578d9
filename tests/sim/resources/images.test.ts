// Chains of copy-on-write layers against disks that keep every cluster by itself.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clustersOf,
  EMPTY,
  flattened,
  lookups,
  snapshot,
  written,
  type Chain,
} from '../../../src/sim/resources/images';

const base: Chain = [[{ from: 0, to: 100 }]];
const write = (chain: Chain, from: number, to: number) => written(chain, { from, to }).chain;

describe('a chain', () => {
  it('grows by what is written for the first time since its snapshot', () => {
    const once = written(snapshot(base), { from: 10, to: 20 });
    expect(once.added).toBe(10);
    expect(written(once.chain, { from: 15, to: 25 }).added).toBe(5);
    expect(written(snapshot(once.chain), { from: 15, to: 25 }).added).toBe(10);
  });

  it('costs a look-up more for each layer that a read falls through', () => {
    const deep = snapshot(snapshot(base));
    expect([base, snapshot(base), deep].map((chain) => lookups(chain, { from: 0, to: 10 }))).toEqual([
      10, 20, 30,
    ]);
    expect(lookups(write(deep, 0, 4), { from: 0, to: 10 })).toBe(4 + 6 * 3);
    expect(lookups(deep, { from: 100, to: 101 })).toBe(3);
  });
});

/** One step of what is done to a disk. */
const steps = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('write' as const), at: fc.nat(60), size: fc.nat(20) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('snapshot' as const) }) },
  ),
  { maxLength: 40 },
);

it('is at every step what cluster by cluster would be', () => {
  fc.assert(
    fc.property(steps, (all) => {
      let chain: Chain = [EMPTY];
      let slow: Set<number>[] = [new Set()];
      for (const step of all) {
        if (step.do === 'write') {
          const before = slow[0]!.size;
          for (let cluster = step.at; cluster < step.at + step.size; cluster++) slow[0]!.add(cluster);
          const result = written(chain, { from: step.at, to: step.at + step.size });
          expect(result.added).toBe(slow[0]!.size - before);
          chain = result.chain;
        } else {
          chain = snapshot(chain);
          slow = [new Set(), ...slow];
        }
        expect(chain.map(clustersOf)).toEqual(slow.map(({ size }) => size));
        for (const cluster of [0, 7, 30, 59, 80]) {
          const depth = slow.findIndex((layer) => layer.has(cluster));
          const looked = depth < 0 ? slow.length : depth + 1;
          expect(lookups(chain, { from: cluster, to: cluster + 1 })).toBe(looked);
        }
        const [flat = EMPTY] = flattened(chain);
        expect(clustersOf(flat)).toBe(new Set(slow.flatMap((layer) => [...layer])).size);
      }
    }),
    { numRuns: 1_500 },
  );
});
