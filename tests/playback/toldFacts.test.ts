// The facts that were told: prefixes are shared as long as nothing was added.
import { describe, expect, it } from 'vitest';
import { ToldFacts } from '../../src/playback/toldFacts';
import type { Fact } from '../../src/sim/engine/fact';

const fact = (seq: number): Fact => ({ seq, at: seq, about: null, name: 'a.b', because: null });
const seqs = (facts: readonly Fact[]) => facts.map(({ seq }) => seq);

describe('ToldFacts', () => {
  it('hands out the same array until another length or another fact is asked for', () => {
    const told = new ToldFacts();
    told.take(0, [fact(0), fact(1)]);
    const all = told.all();
    expect(told.first(2)).toBe(all);
    told.take(2, []);
    expect(told.all()).toBe(all);
    told.take(2, [fact(2)]);
    expect(seqs(told.all())).toEqual([0, 1, 2]);
    expect(seqs(all)).toEqual([0, 1]);
    expect(seqs(told.first(1))).toEqual([0]);
    expect(told.first(1)).toBe(told.first(1));
  });

  it('replaces what is told again', () => {
    const told = new ToldFacts([fact(0), fact(1)]);
    const before = told.all();
    const other = { ...fact(1), name: 'c.d' };
    told.take(1, [other]);
    expect(told.all()).not.toBe(before);
    expect(told.read(1)).toBe(other);
    expect(told.length).toBe(2);
    expect(() => told.read(2)).toThrow(RangeError);
  });
});
