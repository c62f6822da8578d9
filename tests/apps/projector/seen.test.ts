// What the timeline tells a class: as much of a run as the stage has shown, however far it was played.
import { describe, expect, it } from 'vitest';
import { Seen } from '../../../src/apps/projector/seen.svelte';
import { createDoor } from '../../../src/playback/inThread';
import { Playback } from '../../../src/playback/playback.svelte';
import { createRun, SECOND, type Command } from '../../../src/sim';
import { withBuilds } from '../../fixtures/builds';
import { hostA, hostB, scenario } from '../../fixtures/worlds';
import { FakeFrames } from '../../playback/fakes';

const panic = (name: string): Command => ({ name: 'panic-kernel', target: `kernel/${name}` });
const journal = [
  { at: 5 * SECOND, command: panic('vm-2') },
  { at: 10 * SECOND, command: panic('host-b') },
];

/** A run of the lesson that stands at its first moment, with all that it does known. */
async function opened() {
  const playback = new Playback(
    createDoor(() => createRun),
    new FakeFrames(),
  );
  await playback.open(scenario([hostA, hostB]), { journal, at: 5 * SECOND, furthest: 20 * SECOND });
  return { playback, seen: new Seen(playback) };
}

const panics = ({ frame }: Seen) =>
  frame.known.flatMap(({ name, about }) => (name === 'kernel.panicked' ? [about] : []));

describe('a timeline in front of a class', () => {
  it('ends at the head as long as nobody went further', async () => {
    const { playback, seen } = await opened();
    expect(playback.frame.known.length).toBeGreaterThan(playback.frame.facts.length);
    expect([seen.furthest, seen.frame.furthest]).toEqual([5 * SECOND, 5 * SECOND]);
    expect(panics(seen)).toEqual(['kernel/vm-2']);
    expect(seen.frame.known).toBe(playback.frame.facts);
  });

  it('keeps what was seen when the head goes back', async () => {
    const { playback, seen } = await opened();
    await playback.seek(12 * SECOND);
    expect(panics(seen)).toEqual(['kernel/vm-2', 'kernel/host-b']);
    await playback.seek(6 * SECOND);
    expect(seen.frame).toMatchObject({ head: 6 * SECOND, furthest: 12 * SECOND });
    expect(panics(seen)).toEqual(['kernel/vm-2', 'kernel/host-b']);
    await playback.seek(20 * SECOND);
    expect(seen.frame.known).toBe(playback.frame.known);
  });

  it('begins anew with another run', async () => {
    const { playback, seen } = await opened();
    await playback.seek(20 * SECOND);
    expect(seen.furthest).toBe(20 * SECOND);
    await playback.open(scenario([hostA, hostB]), { journal, at: 2 * SECOND });
    expect(seen.furthest).toBe(2 * SECOND);
    expect(panics(seen)).toEqual([]);
  });

  it('has no box yet that is made later, and keeps those that were there', async () => {
    const playback = new Playback(
      createDoor(() => createRun),
      new FakeFrames(),
    );
    const build = { at: SECOND, command: { name: 'build-image', target: 'image/search' } };
    const world = { id: 'builds', seed: 1, world: { boxes: withBuilds } };
    await playback.open(world, { journal: [build], furthest: 120 * SECOND });
    const seen = new Seen(playback);
    const all = playback.frame.made;
    expect([all.length > 3, seen.frame.made.length]).toEqual([true, 0]);
    await playback.seek(20 * SECOND);
    const some = seen.frame.made;
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(all.length);
    await playback.seek(SECOND);
    expect(seen.frame.made).toEqual(some);
    await playback.seek(120 * SECOND);
    expect(seen.frame.made).toEqual(all);
  });
});
