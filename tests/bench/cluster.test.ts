// The three ways of running the measured cluster end in the same state, or nothing may be compared.
import { describe, expect, it } from 'vitest';
import { runAsActors } from './cluster/actors';
import { runOnEngine } from './cluster/engine';
import { runByHand } from './cluster/switch';

describe.each([
  { pods: 40, nodes: 4 },
  { pods: 200, nodes: 20 },
])('a cluster of $pods pods on $nodes nodes', (size) => {
  it('ends the same on the engine, by hand and as actors', () => {
    const byHand = runByHand(size, false);
    expect(runOnEngine(size).checksum).toBe(byHand.checksum);
    expect(runAsActors(size).checksum).toBe(byHand.checksum);
  });

  it('keeps as many facts by hand as on the engine', () => {
    const engine = runOnEngine(size);
    const commands = engine.facts - runByHand(size, true).facts;
    // The start of the scenario, the rollout, and two commands for each node that fails.
    expect(commands).toBe(4);
  });
});
