// Playback on real runs: time, forks, undo, facts, and the order of requests.
import { describe, expect, it } from 'vitest';
import { createDoor } from '../../src/playback/inThread';
import { Playback } from '../../src/playback/playback.svelte';
import { createRun, MINUTE, MS, SECOND, type Command } from '../../src/sim';
import { hostA, hostB, scenario } from '../fixtures/worlds';
import { FakeFrames, settled, slowDoor } from './fakes';

const twoHosts = scenario([hostA, hostB]);
const panic = (name: string): Command => ({ name: 'panic-kernel', target: `kernel/${name}` });
const killCart: Command = { name: 'kill-process', target: 'process/b-cart-1' };

async function opened(world = twoHosts): Promise<{ playback: Playback; frames: FakeFrames }> {
  const frames = new FakeFrames();
  const playback = new Playback(
    createDoor(() => createRun),
    frames,
  );
  await playback.open(world);
  return { playback, frames };
}

describe('opening', () => {
  it('shows an empty world before, and the start of the scenario after', async () => {
    const playback = new Playback(
      createDoor(() => createRun),
      new FakeFrames(),
    );
    expect(playback.frame.view.entities).toEqual([]);
    await playback.open(twoHosts);
    expect(playback.frame).toMatchObject({ head: 0, furthest: 0, journal: [], blasts: [], run: '1' });
    expect(playback.frame.view.get('kernel/vm-2')?.tags).toContain('up');
    expect(playback.frame.facts[0]?.name).toBe('scenario.started');
  });

  it('replays a journal to the instant asked for, with its future known', async () => {
    const { playback } = await opened();
    const journal = [{ at: 5 * SECOND, command: panic('vm-2') }];
    await playback.open(twoHosts, { journal, at: 2 * SECOND, furthest: 9 * SECOND });
    expect(playback.frame).toMatchObject({ head: 2 * SECOND, furthest: 9 * SECOND, journal });
    expect(playback.frame.facts.some(({ name }) => name === 'kernel.panicked')).toBe(false);
    expect(playback.frame.known.some(({ name }) => name === 'kernel.panicked')).toBe(true);
  });

  it('keeps what was on the screen when the scenario cannot be', async () => {
    const { playback } = await opened();
    const before = playback.frame;
    await playback.open(scenario([{ kind: 'cloud', name: 'x' }]));
    expect(playback.frame).toBe(before);
    expect(playback.problem?.code).toBe('engine');
    expect(playback.problem?.message).toContain('cloud/x');
    await playback.open(twoHosts);
    expect(playback.problem).toBeNull();
  });
});

describe('a machine that sleeps while its page is seen', () => {
  it('has lost no more than one frame of the world, at any speed, whenever it wakes up', async () => {
    const { playback, frames } = await opened();
    playback.speed = 100;
    playback.play();
    await frames.run(200);
    for (const night of [600, 60_000, 8 * 3_600_000]) {
      const before = playback.frame.head;
      await frames.pass(night);
      expect((playback.frame.head - before) / MS).toBeLessThanOrEqual(100 * 17);
      // And no debt is worked off afterwards.
      await frames.pass(20);
      await frames.pass(20);
      expect((playback.frame.head - before) / MS).toBeLessThanOrEqual(100 * (17 + 40));
      expect(playback.frame.head).toBeGreaterThan(before);
    }
  });
});

describe('commands', () => {
  it('are done at the head and seen at once', async () => {
    const { playback } = await opened();
    await playback.seek(3 * SECOND);
    expect(await playback.do(panic('vm-2'))).toBeNull();
    const { frame } = playback;
    expect(frame.journal).toEqual([{ at: 3 * SECOND, command: panic('vm-2') }]);
    expect(frame.blasts.map(({ root, copiesFell }) => [root, copiesFell])).toEqual([['kernel/vm-2', 1]]);
    expect(playback.runs).toHaveLength(1);
  });

  it('that cannot be done are refused and change nothing, in the past too', async () => {
    const { playback } = await opened();
    await playback.do(panic('vm-2'));
    const before = playback.frame;
    expect((await playback.do(panic('vm-2')))?.code).toBe('already-down');
    expect(playback.frame).toBe(before);
    await playback.seek(SECOND);
    await playback.seek(500 * MS);
    expect((await playback.do(panic('vm-2')))?.code).toBe('already-down');
    expect(playback.runs).toHaveLength(1);
    expect(playback.frame.furthest).toBe(SECOND);
  });

  it('can be asked for beforehand: the answer follows the frame', async () => {
    const { playback } = await opened();
    expect(playback.check(panic('vm-2'))).toBeNull();
    await playback.do(panic('vm-2'));
    playback.check(panic('vm-2'));
    await settled();
    expect(playback.check(panic('vm-2'))?.code).toBe('already-down');
    await playback.undo();
    playback.check(panic('vm-2'));
    await settled();
    expect(playback.check(panic('vm-2'))).toBeNull();
  });

  it('can be taken back, the last one first', async () => {
    const { playback } = await opened();
    const start = await playback.digest();
    await playback.do(panic('vm-2'));
    await playback.do(killCart);
    expect(playback.frame.blasts).toHaveLength(2);
    await playback.undo();
    expect(playback.frame.blasts).toHaveLength(1);
    expect(playback.frame.known).toEqual(createRun(twoHosts, playback.frame.journal).facts.slice(0));
    await playback.undo();
    await playback.undo();
    expect(playback.frame.journal).toEqual([]);
    expect(await playback.digest()).toBe(start);
  });
});

describe('acting in the past', () => {
  it('forks: the old future is kept, and both can be reached', async () => {
    const { playback } = await opened();
    await playback.seek(10 * SECOND);
    await playback.do(panic('vm-2'));
    await playback.seek(20 * SECOND);
    const old = await playback.digest();

    await playback.seek(5 * SECOND);
    expect(await playback.do(killCart)).toBeNull();
    expect(playback.current).toBe('2');
    expect(playback.runs[1]).toEqual({
      id: '2',
      number: 2,
      parent: '1',
      forkedAt: 5 * SECOND,
      inherited: 0,
      journal: [{ at: 5 * SECOND, command: killCart }],
      by: { at: 5 * SECOND, command: killCart },
      last: { at: 5 * SECOND, command: killCart },
      furthest: 5 * SECOND,
      told: playback.frame.known.length,
    });
    expect(playback.frame).toMatchObject({ head: 5 * SECOND, furthest: 5 * SECOND });
    expect(playback.frame.known.map(({ seq }) => seq)).toEqual(playback.frame.known.map((_, index) => index));
    expect(playback.frame.known.some(({ name }) => name === 'kernel.panicked')).toBe(false);

    await playback.switchRun('1');
    expect(playback.frame).toMatchObject({ head: 5 * SECOND, furthest: 20 * SECOND });
    await playback.seek(20 * SECOND);
    expect(await playback.digest()).toBe(old);
    await playback.switchRun('2');
    expect(playback.frame).toMatchObject({ head: 5 * SECOND, furthest: 5 * SECOND });
    expect(playback.frame.blasts[0]?.root).toBe('process/b-cart-1');
  });

  it('names a fork after its first own command, also when that was taken back', async () => {
    const { playback } = await opened();
    await playback.do(panic('vm-1'));
    await playback.seek(10 * SECOND);
    await playback.seek(4 * SECOND);
    await playback.do(killCart);
    await playback.do(panic('vm-2'));
    const named = () => playback.runs.map(({ by }) => by?.command ?? null);
    expect(named()).toEqual([panic('vm-1'), killCart]);
    await playback.undo();
    await playback.undo();
    expect(playback.undoable).toBeNull();
    await playback.undo();
    expect(playback.frame.journal).toEqual([{ at: 0, command: panic('vm-1') }]);
    expect(named()).toEqual([panic('vm-1'), null]);
    await playback.do(panic('vm-3'));
    expect(named()).toEqual([panic('vm-1'), panic('vm-3')]);
  });

  it('gives the facts that a run of its own would have', async () => {
    const { playback } = await opened();
    await playback.do(panic('vm-1'));
    await playback.seek(10 * SECOND);
    await playback.seek(4 * SECOND);
    await playback.do(killCart);
    const run = createRun(twoHosts, playback.frame.journal, playback.frame.furthest);
    expect(playback.frame.known).toEqual(run.facts.slice(0));
    expect(await playback.digest()).toBe(run.digest());
  });
});

describe('facts', () => {
  it('are walked instant by instant, both ways', async () => {
    const { playback } = await opened();
    await playback.seek(3 * SECOND);
    await playback.do(panic('vm-2'));
    await playback.seek(7 * SECOND);
    await playback.do(panic('host-b'));
    await playback.seek(9 * SECOND);
    const heads: number[] = [];
    for (const step of ['previousFact', 'previousFact', 'previousFact', 'nextFact', 'nextFact'] as const) {
      await playback[step]();
      heads.push(playback.frame.head / SECOND);
    }
    expect(heads).toEqual([7, 3, 0, 3, 7]);
    expect(playback.frame.facts.at(-1)?.at).toBe(7 * SECOND);
  });

  it('that are due but not played yet are played to, and no further', async () => {
    const { playback } = await opened();
    await playback.do({ name: 'set-on-crash', target: 'vm/vm-2', args: { action: 'restart' } });
    await playback.do(panic('vm-2'));
    const names: (string | undefined)[] = [];
    for (let i = 0; i < 2; i++) {
      await playback.nextFact();
      names.push(playback.frame.facts.at(-1)?.name);
      expect(playback.frame.head).toBe(playback.frame.furthest);
    }
    expect(names).toEqual(['kernel.booting', 'kernel.up']);
    expect(playback.hasNext).toBe(false);
    await playback.nextFact();
    expect(playback.frame.facts.at(-1)?.name).toBe('kernel.up');
  });

  it('beyond a limit are not gone to', async () => {
    const { playback } = await opened(scenario([hostA], [{ at: 5 * SECOND, command: panic('vm-2') }]));
    await playback.nextFact(5 * SECOND - 1);
    expect(playback.frame).toMatchObject({ head: 0, furthest: 0 });
    await playback.nextFact(5 * SECOND);
    expect(playback.frame.head).toBe(5 * SECOND);
  });

  it('are handed out as the same array until one is added', async () => {
    const { playback } = await opened();
    const { facts, blasts } = playback.frame;
    await playback.seek(SECOND);
    expect(playback.frame.facts).toBe(facts);
    expect(playback.frame.blasts).toBe(blasts);
    expect(playback.frame.known).toBe(facts);
    await playback.do(panic('vm-2'));
    expect(playback.frame.facts).not.toBe(facts);
  });
});

describe('time', () => {
  it('follows the wall clock at the chosen speed', async () => {
    const { playback, frames } = await opened();
    playback.play();
    await frames.pass(20);
    await frames.run(1000);
    expect(playback.frame.head).toBe(SECOND);
    playback.speed = 0.1;
    await frames.run(1000);
    expect(playback.frame.head).toBe(1100 * MS);
    playback.speed = 1000;
    expect(playback.speed).toBe(100);
    await frames.run(1000);
    expect(playback.frame.head).toBe(101_100 * MS);
    playback.pause();
    expect(frames.waiting).toBe(0);
  });

  it('stands still while nobody can look', async () => {
    const { playback, frames } = await opened();
    playback.play();
    await frames.pass(20);
    await frames.pass(8 * 3_600_000);
    expect(playback.frame.head).toBeLessThan(20 * MS);
  });

  it('slows when something is about to happen, shows it at its instant and goes on', async () => {
    const fault = 30_700_001;
    const faulty = scenario([hostA], [{ at: fault, command: panic('vm-2') }]);
    const { playback, frames } = await opened(faulty);
    playback.speed = 100;
    playback.play();
    await frames.pass(20);
    const heads: number[] = [];
    let slowed = false;
    while (playback.frame.head < 2 * MINUTE) {
      await frames.pass(20);
      heads.push(playback.frame.head);
      slowed ||= playback.slowed;
    }
    expect(heads).toContain(fault);
    expect(slowed).toBe(true);
    const wallWithin = (from: number, to: number) =>
      heads.filter((head) => head > fault + from && head <= fault + to).length * 20;
    expect(wallWithin(-SECOND, 0)).toBeGreaterThan(300);
    expect(wallWithin(0, SECOND)).toBeGreaterThan(300);
    expect(wallWithin(-SECOND, SECOND)).toBeLessThan(2000);
    expect(heads.length * 20).toBeLessThan(6000);
  });

  it('soon runs at the chosen speed while one box after the other comes back', async () => {
    const { playback, frames } = await opened();
    await playback.do({ name: 'pull-plug', target: 'host/host-b' });
    await playback.do({ name: 'power-on', target: 'host/host-b' });
    playback.speed = 100;
    playback.play();
    await frames.pass(20);
    await frames.run(8000);
    expect(playback.frame.facts.some(({ name }) => name === 'process.up')).toBe(true);
    expect(playback.frame.head).toBeGreaterThan(4 * MINUTE);
  });

  it('goes on from a command that breaks something at the instant of an earlier one', async () => {
    const { playback } = await opened();
    await playback.seek(3 * SECOND);
    await playback.do(panic('vm-2'));
    await playback.seek(7 * SECOND);
    await playback.previousFact();
    expect(playback.frame.head).toBe(3 * SECOND);
    expect(playback.playing).toBe(false);
    await playback.do(panic('host-b'));
    expect(playback.playing).toBe(true);
    expect(playback.runs).toHaveLength(2);
    playback.pause();
    await playback.do({ name: 'set-on-crash', target: 'vm/vm-3', args: { action: 'restart' } });
    expect(playback.playing).toBe(false);
  });

  it('plays until an instant exactly, and then stops', async () => {
    const { playback, frames } = await opened();
    let reached = false;
    void playback.playUntil(SECOND / 2).then(() => (reached = true));
    await frames.run(400);
    expect(reached).toBe(false);
    await frames.run(400);
    expect(reached).toBe(true);
    expect(playback.frame.head).toBe(SECOND / 2);
    expect(playback.playing).toBe(false);
  });

  it('ends at the same digest however it was played', async () => {
    const { playback, frames } = await opened();
    await playback.do(panic('vm-2'));
    playback.play();
    await frames.pass(20);
    await frames.run(700);
    playback.pause();
    await playback.seek(2 * SECOND);
    await playback.previousFact();
    await playback.seek(5 * SECOND);
    const played = await playback.digest();
    await playback.open(twoHosts, { journal: [{ at: 0, command: panic('vm-2') }], at: 5 * SECOND });
    expect(await playback.digest()).toBe(played);
  });
});

describe('requests', () => {
  it('that move the head become one while another is running; commands keep their place', async () => {
    const { door, seeks, open } = slowDoor(createDoor(() => createRun));
    const playback = new Playback(door, new FakeFrames());
    await playback.open(twoHosts);
    const all = [SECOND, 2 * SECOND, 3 * SECOND, 4 * SECOND].map((at) => playback.seek(at));
    const done = playback.do(panic('vm-2'));
    const last = [5 * SECOND, 6 * SECOND].map((at) => playback.seek(at));
    open();
    await Promise.all([...all, done, ...last]);
    expect(seeks).toEqual([SECOND, 4 * SECOND, 6 * SECOND]);
    expect(playback.frame.journal[0]?.at).toBe(4 * SECOND);
    expect(playback.frame.head).toBe(6 * SECOND);
  });

  it('never pile up frames behind a slow door', async () => {
    const { door, seeks, open } = slowDoor(createDoor(() => createRun));
    const frames = new FakeFrames();
    const playback = new Playback(door, frames);
    await playback.open(twoHosts);
    playback.play();
    await frames.run(300);
    expect(seeks).toHaveLength(1);
    open();
    await settled();
    await frames.run(20);
    expect(seeks).toHaveLength(2);
  });
});

describe('selection', () => {
  it('is kept while the box exists', async () => {
    const { playback } = await opened();
    playback.selected = 'vm/vm-2';
    await playback.do(panic('vm-2'));
    expect(playback.selected).toBe('vm/vm-2');
    expect(playback.preview('vm/vm-3').copiesFell).toBe(1);
    playback.selected = 'vm/nowhere';
    expect(playback.selected).toBeNull();
    playback.selected = 'vm/vm-3';
    await playback.open(scenario([hostB]));
    expect(playback.selected).toBeNull();
  });
});
