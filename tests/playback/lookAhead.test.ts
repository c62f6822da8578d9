// What is told next, where the run was not played so far: nothing but good looks of a health check is nothing.
import { describe, expect, it } from 'vitest';
import { scenario } from '../../lessons/08-fair-shares/scenario';
import { nextTold } from '../../src/playback/lookAhead';
import { Playback } from '../../src/playback/playback.svelte';
import { createDoor } from '../../src/playback/inThread';
import { createRun, GIBIBYTE, SECOND } from '../../src/sim';
import { FakeFrames, settled } from './fakes';

const softLimit = { id: 'soft', seed: 8, world: scenario.worlds['soft-limit']! };
const noLimit = { name: 'set-memory-high', target: 'container/buy', args: { bytes: 4 * GIBIBYTE } };

describe('what is told next', () => {
  it('is found beyond instants at which nothing is, and the run stays where it is', () => {
    const run = createRun(softLimit);
    const told = run.facts.length;
    const at = nextTold(run);
    expect(run).toMatchObject({ head: 0, furthest: 0 });
    expect(run.facts.length).toBe(told);
    run.seek(at! - 1);
    expect(run.facts.length).toBe(told);
    run.seek(at!);
    expect(run.facts.read(told).at).toBe(at);
  });

  it('is nothing where a health check goes on finding that all is well', () => {
    const run = createRun(softLimit);
    run.do(noLimit);
    for (let at = nextTold(run); at !== null && at < 600 * SECOND; at = nextTold(run)) run.seek(at);
    expect(run.view().ofKind('healthcheck')[0]).toMatchObject({ tags: ['up'] });
    expect(run.view().ofKind('healthcheck')[0]!.due).toBeGreaterThan(run.head);
    expect(run.head).toBeLessThan(60 * SECOND);
  });

  it('is said by the button before anybody presses it, and pressing does nothing', async () => {
    const playback = new Playback(
      createDoor(() => createRun),
      new FakeFrames(),
    );
    await playback.open(softLimit);
    await settled();
    expect(playback.hasNext).toBe(true);
    await playback.do(noLimit);
    for (let i = 0; i < 20; i++) await playback.nextFact();
    void playback.hasNext;
    await settled();
    expect(playback.hasNext).toBe(false);
    const { head } = playback.frame;
    await playback.nextFact();
    expect(playback.frame.head).toBe(head);
    playback.play();
    expect(playback.hasNext).toBe(false);
    playback.destroy();
  });
});
