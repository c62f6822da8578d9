// An engine that gives up: what is told, and that every run stands where it stood.
import { describe, expect, it } from 'vitest';
import { createDoor } from '../../src/playback/inThread';
import { Playback } from '../../src/playback/playback.svelte';
import { createRun, LivelockError, SECOND, type Command, type Run } from '../../src/sim';
import { hostA, hostB, scenario } from '../fixtures/worlds';
import { FakeFrames } from './fakes';

const twoHosts = scenario([hostA, hostB]);
const panic = (name: string): Command => ({ name: 'panic-kernel', target: `kernel/${name}` });
const killCart: Command = { name: 'kill-process', target: 'process/b-cart-1' };

/** Runs and heads on the screen. */
const onScreen = ({ frame, compared }: Playback) =>
  [frame, compared].map((each) => each && [each.run, each.view.at / SECOND]);

describe('an engine that gives up', () => {
  /** A run that livelocks when it is played beyond 5 s. */
  const stuck = (...start: Parameters<typeof createRun>): Run => {
    const run = createRun(...start);
    const seek = run.seek.bind(run);
    return Object.assign(run, {
      seek(at: number) {
        seek(Math.min(at, 5 * SECOND));
        if (at > 5 * SECOND)
          throw new LivelockError(5 * SECOND, 10_000, [{ id: 'vm/vm-1', event: 'X' }], run.facts.slice(1, 3));
      },
    });
  };

  it('is told with its causes, and the run stands where it stood', async () => {
    const frames = new FakeFrames();
    const playback = new Playback(
      createDoor(() => stuck),
      frames,
    );
    await playback.open(twoHosts);
    await playback.seek(3 * SECOND);
    playback.speed = 70;
    playback.play();
    await frames.run(200);
    expect(playback.playing).toBe(false);
    expect(playback.problem).toMatchObject({ code: 'livelock', at: 5 * SECOND, command: null });
    expect(playback.problem?.causes.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(playback.problem?.busy).toEqual([{ id: 'vm/vm-1', event: 'X' }]);
    const { head } = playback.frame;
    expect(head).toBeLessThan(5 * SECOND);
    expect(await playback.do(panic('vm-2'))).toBeNull();
    expect(playback.frame.head).toBe(head);
    playback.dismissProblem();
    expect(playback.problem).toBeNull();
  });
});

describe('a run that gives up', () => {
  /** Runs livelock when the cart is killed, and beyond 15 s. */
  const stuck = (...start: Parameters<typeof createRun>): Run => watched(createRun(...start));

  function watched(run: Run): Run {
    const [seek, fork, obey] = [run.seek.bind(run), run.fork.bind(run), run.do.bind(run)];
    const give = (at: number) =>
      new LivelockError(at, 10_000, [{ id: 'vm/vm-1', event: 'X' }], [run.facts.read(run.facts.length - 1)]);
    return Object.assign(run, {
      seek(at: number) {
        if (at > 15 * SECOND && run.journal.length > 1) throw give(15 * SECOND);
        seek(at);
      },
      fork: () => watched(fork()),
      do(command: Command) {
        const done = obey(command);
        if (command.name === 'kill-process') throw give(run.head);
        return done;
      },
    });
  }

  it('in a fresh fork is told with the facts of the fork, and no run is added', async () => {
    const playback = new Playback(
      createDoor(() => stuck),
      new FakeFrames(),
    );
    await playback.open(twoHosts);
    await playback.seek(10 * SECOND);
    await playback.do(panic('vm-2'));
    await playback.seek(5 * SECOND);
    expect((await playback.do(killCart))?.code).toBe('livelock');
    expect(playback.problem?.causes.map(({ about, at }) => [about, at])).toEqual([
      ['container/b-cart-1', 5 * SECOND],
    ]);
    expect(playback.runs).toHaveLength(1);
    expect(playback.frame).toMatchObject({ head: 5 * SECOND, furthest: 10 * SECOND });
  });

  it('beside the other leaves both where they were', async () => {
    const playback = new Playback(
      createDoor(() => stuck),
      new FakeFrames(),
    );
    await playback.open(twoHosts);
    await playback.seek(4 * SECOND);
    await playback.seek(2 * SECOND);
    await playback.do(panic('vm-2'));
    await playback.do(panic('vm-3'));
    playback.pause();
    await playback.switchRun('1');
    await playback.compare('2');
    await playback.seek(16 * SECOND);
    expect(playback.problem?.code).toBe('livelock');
    expect(onScreen(playback)).toEqual([
      ['1', 2],
      ['2', 2],
    ]);
    await playback.seek(14 * SECOND);
    expect(onScreen(playback)).toEqual([
      ['1', 14],
      ['2', 14],
    ]);
    await playback.compare(null);
    await playback.seek(16 * SECOND);
    expect(playback.frame.head).toBe(16 * SECOND);
  });
});
