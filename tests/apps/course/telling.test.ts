// What is said to those who do not see the stage.
import { describe, expect, it } from 'vitest';
import { tell, type Seen } from '../../../src/apps/course/telling';
import { factsBetween } from '../../../src/apps/embed/telling';
import { createDoor } from '../../../src/playback/inThread';
import { Playback } from '../../../src/playback/playback.svelte';
import { createRun, MS, SECOND } from '../../../src/sim';
import type { Fact } from '../../../src/sim/engine/fact';
import { hostA, hostB, scenario } from '../../fixtures/worlds';
import { FakeFrames } from '../../playback/fakes';
import { stillWorld, twoHosts } from '../../words/stillWorld';
import { fact, history, seen, view } from './told';

/** Two hosts in a real run, a second after its start. */
async function openedPlayback(): Promise<Playback> {
  const playback = new Playback(
    createDoor(() => createRun),
    new FakeFrames(),
  );
  await playback.open(scenario([hostA, hostB]));
  await playback.seek(SECOND);
  return playback;
}

describe('tell', () => {
  it('tells what broke and counts the copies that fell', () => {
    expect(tell(seen(1), seen(6), 'little')).toBe('The kernel of host-b panicked. 2 copies fell.');
    expect(tell(seen(1), seen(6), 'some')).toBe(
      'You sent a kernel panic to host-b. The kernel of host-b panicked. 2 copies fell.',
    );
  });

  it('does not say of a copy that it serves when it lacks what it needs from the start', () => {
    const up = { ...fact(6, 'process.up', 'process/b-cart-1'), at: 9 };
    const suffers = { ...fact(7, 'process.suffering', 'process/b-cart-1'), at: 9 };
    const later = { ...fact(8, 'process.suffering', 'process/b-cart-1'), at: 10 };
    expect(tell(seen(6), { ...seen(6), facts: [...history, up, suffers] }, 'little')).toBeNull();
    expect(tell(seen(6), { ...seen(6), facts: [...history, up, later] }, 'little')).toMatch(/^1 copy serves/);
  });

  it('tells of a copy that falls in the same act that it fell, and not first that it lacks something', () => {
    const suffers = { ...fact(6, 'process.suffering', 'process/b-cart-1'), at: 9 };
    const falls = { ...fact(7, 'process.fell', 'process/b-cart-1'), at: 9 };
    expect(tell(seen(6), { ...seen(6), facts: [...history, suffers, falls] }, 'some')).toBe('1 copy fell.');
    expect(tell(seen(6), { ...seen(6), facts: [...history, suffers] }, 'some')).toMatch(
      /lacks what it needs/,
    );
  });

  it('tells every fact to one who wants all of them', () => {
    expect(tell(seen(1), seen(6), 'all')).toBe(
      'You sent a kernel panic to host-b. The kernel of host-b panicked. The container of cart 1 on host-b fell. ' +
        'Cart 1 on host-b fell. Cart 2 on host-b fell.',
    );
  });

  it('tells who picks up to one who wants some, and what is back to everybody', () => {
    const picked = [
      ...history,
      fact(6, 'host.reset', 'host/host-b'),
      fact(7, 'kernel.booting', 'kernel/host-b'),
      fact(8, 'process.up', 'process/b-cart-1'),
    ];
    const after = { ...seen(6), facts: picked };
    expect(tell(seen(6), after, 'little')).toBe('1 copy serves again.');
    expect(tell(seen(6), after, 'some')).toBe(
      'host-b starts again and runs its firmware. 1 copy serves again.',
    );
    expect(tell(seen(6), after, 'all')).toContain('The host OS of host-b is booting.');
  });

  it('says that a copy serves again only of one that had served before', () => {
    const names = ['process.up', 'process.up', 'process.fell', 'process.up'];
    const boxes = ['process/b-cart-1', 'process/b-cart-2', 'process/b-cart-2', 'process/b-cart-2'];
    const facts = names.map((name, seq) => fact(seq, name, boxes[seq]!));
    const after = { ...seen(0), start: [], facts };
    expect(tell(seen(0), after, 'little')).toBe(
      '2 copies have begun to serve. 1 copy fell. 1 copy serves again.',
    );
  });

  it('calls a copy after the place where it stood then', () => {
    const placed = stillWorld(
      twoHosts.map((box) => (box.id === 'container/b-cart-1' ? { ...box, on: 'kernel/vm-2' } : box)),
    );
    const facts = [
      fact(0, 'process.exited', 'process/b-cart-1'),
      { ...fact(1, 'command.place-container', 'container/b-cart-1'), data: { kernel: 'kernel/vm-2' } },
      { ...fact(2, 'container.placed', 'container/b-cart-1'), because: 1 },
      fact(3, 'process.exited', 'process/b-cart-1'),
    ];
    const after = { ...seen(0), start: view.entities, facts, view: placed };
    expect(tell(seen(0), after, 'little')).toBe('Cart 1 on host-b exited. Cart 1 in VM 2 exited.');
  });

  it('tells the end of a container once, with its process', () => {
    const ended = [
      fact(0, 'process.exited', 'process/b-cart-1'),
      fact(1, 'container.exited', 'container/b-cart-1'),
    ];
    expect(tell(seen(0), { ...seen(0), facts: ended }, 'little')).toBe('Cart 1 on host-b exited.');
  });

  it('tells the end of a container once, also where all has room', () => {
    const pairs: [string, string, string][] = [
      ['process.exited', 'container.exited', 'process'],
      ['container.stopped', 'process.stopped', 'container'],
    ];
    for (const [first, then, box] of pairs) {
      const other = box === 'process' ? 'container' : 'process';
      const ended = [
        fact(0, first, `${box}/b-cart-1`),
        { ...fact(1, then, `${other}/b-cart-1`), at: 0, because: 0 },
      ];
      expect(tell(seen(0), { ...seen(0), facts: ended }, 'some')).toMatch(/^Cart 1 on host-b [^.]*\.$/);
    }
  });

  it('tells once, after a leap, that a container was stopped, with its process', () => {
    const ended = [
      fact(0, 'container.stopped', 'container/b-cart-1'),
      fact(1, 'process.stopped', 'process/b-cart-1'),
      ...[2, 3, 4, 5, 6].map((seq) => fact(seq, 'kernel.panicked', 'kernel/host-b')),
    ];
    const text = tell(seen(0), { ...seen(0), facts: ended }, 'some');
    expect(text).toMatch(/Cart 1 on host-b was stopped\./i);
    expect(text?.match(/stopped/g)).toHaveLength(1);
  });

  it('counts with each break what fell with it', () => {
    const names = ['kernel.panicked', 'process.fell', 'kernel.panicked', 'process.fell', 'process.fell'];
    const boxes = [
      'kernel/vm-2',
      'process/a-cart-1',
      'kernel/host-b',
      'process/b-cart-1',
      'process/b-cart-2',
    ];
    const facts = names.map((name, seq) => fact(seq, name, boxes[seq]!));
    expect(tell(seen(0), { ...seen(0), facts }, 'little')).toBe(
      'The kernel of VM 2 panicked. 1 copy fell. The kernel of host-b panicked. 2 copies fell.',
    );
  });

  it('counts in the order in which things happened', () => {
    const names = ['process.fell', 'process.up', 'process.fell', 'process.fell'];
    const facts = names.map((name, seq) => fact(seq, name, `process/b-cart-${seq < 3 ? 1 : 2}`));
    expect(tell(seen(0), { ...seen(0), facts }, 'some')).toBe(
      '1 copy fell. 1 copy serves again. 2 copies fell.',
    );
  });

  it('counts a copy once, however often it came back', () => {
    const names = ['process.up', 'process.up', 'process.up', 'process.up'];
    const facts = names.map((name, seq) => fact(seq, name, `process/b-cart-${seq < 3 ? 1 : 2}`));
    expect(tell(seen(0), { ...seen(0), facts }, 'some')).toMatch(/^2 copies /);
  });

  it('says stopped, as the stage does, of copies whose runtime or container was stopped', () => {
    const at = (seq: number, name: string, about: string, because: number | null): Fact => ({
      ...fact(seq, name, about),
      at: 5,
      because,
    });
    const ended = [
      at(0, 'command.stop-runtime', 'runtime/docker', null),
      at(1, 'runtime.stopped', 'runtime/docker', 0),
      at(2, 'container.fell', 'container/b-cart-1', 1),
      at(3, 'process.fell', 'process/b-cart-1', 2),
      at(4, 'container.fell', 'container/b-cart-2', 1),
      at(5, 'process.fell', 'process/b-cart-2', 4),
    ];
    expect(tell(seen(0), { ...seen(0), facts: ended }, 'little')).toBe('2 copies stopped.');
  });

  it('says of what is over that it is over', () => {
    const pairs = [
      ['registry.stopped', 'registry.up', 'registry/hub', /does not answer any more\. .*answers again\.$/],
      ['healthcheck.unhealthy', 'healthcheck.healthy', 'healthcheck/buy', /unhealthy, .*says healthy\.$/],
    ] as const;
    for (const [broke, repaired, box, told] of pairs) {
      const facts = [fact(0, broke, box), fact(1, repaired, box)];
      expect(tell(seen(0), { ...seen(0), facts }, 'some')).toMatch(told);
      const falls = [2, 3, 4].flatMap((seq) => [
        fact(seq, 'vm.crashed', 'vm/vm-1'),
        fact(seq, 'kernel.panicked', 'kernel/vm-2'),
      ]);
      const more = [
        ...facts,
        ...falls,
        fact(5, 'host.lost-power', 'host/host-b'),
        fact(6, 'process.stopped', 'process/b-cart-1'),
        fact(7, 'vm.reset', 'vm/vm-1'),
      ];
      expect(tell(seen(0), { ...seen(0), facts: more }, 'some')).not.toMatch(/any more|unhealthy/);
    }
  });

  it('tells once that a runtime was stopped, how many copies with it, and that beside another none', () => {
    const at = (seq: number, name: string, about: string, because: number | null = null): Fact => ({
      ...fact(seq, name, about),
      at: seq < 4 ? 5 : 6,
      because,
    });
    const facts = [
      at(0, 'command.stop-runtime', 'runtime/docker'),
      at(1, 'runtime.stopped', 'runtime/docker', 0),
      at(2, 'container.fell', 'container/b-cart-1', 1),
      at(3, 'process.fell', 'process/b-cart-1', 2),
      at(4, 'command.stop-runtime', 'runtime/other'),
      at(5, 'runtime.stopped', 'runtime/other', 4),
    ];
    expect(tell(seen(0), { ...seen(0), facts }, 'some')).toMatch(
      /^You stopped [^.]+\. 1 copy stopped\. You stopped [^.]+\. No copy stopped\.$/,
    );
    const crash = [
      at(4, 'command.crash-runtime', 'runtime/docker'),
      at(5, 'runtime.crashed', 'runtime/docker', 4),
    ];
    const crashed = crash.map((each, seq) => ({ ...each, seq, because: seq === 0 ? null : 0 }));
    expect(tell(seen(0), { ...seen(0), facts: crashed }, 'some')).toMatch(
      /^You crashed [^.]+\. No copy fell\.$/,
    );
  });

  it('calls the one copy that has begun to serve by its name, and says once of one that did not start that it failed', () => {
    const failed = (seq: number, name: string): Fact => ({ ...fact(seq, name, 'process/b-cart-2'), at: 3 });
    const facts = [
      fact(0, 'process.up', 'process/b-cart-1'),
      failed(1, 'process.not-loaded'),
      failed(2, 'process.exited'),
    ];
    expect(tell(seen(0), { ...seen(0), start: [], facts }, 'some')).toBe(
      'Cart 1 on host-b serves. Cart 2 on host-b did not start.',
    );
  });

  it('tells the answer to a command, which holds what was asked', () => {
    const facts = [
      { ...fact(0, 'command.look-for', 'container/b-cart-1'), data: { path: '/app/catalogue' } },
      {
        ...fact(1, 'container.looked-for', 'container/b-cart-1'),
        because: 0,
        data: { path: '/app/catalogue' },
      },
    ];
    expect(tell(seen(0), { ...seen(0), facts }, 'some')).toMatch(/^[^.]*\/app\/catalogue[^.]*\.$/);
  });

  it('tells who stopped a registry in the middle of a pull, and that the pull was cut', () => {
    const facts = [
      fact(0, 'command.stop-registry', 'container/b-cart-1'),
      {
        ...fact(1, 'image.retrying', 'container/b-cart-1'),
        because: 0,
        data: { retryMs: 5_000, attempts: 1 },
      },
    ];
    expect(tell(seen(0), { ...seen(0), facts }, 'some')).toMatch(
      /^You stopped [^.]+\. The pull of .* was cut;/,
    );
  });

  it('counts programs that stand still for a moment with their VM, and tells one alone in full', () => {
    const names = ['process.paused', 'process.paused', 'process.recovered', 'process.recovered'];
    const facts = names.map((name, seq) => fact(seq, name, `process/b-cart-${(seq % 2) + 1}`));
    expect(tell(seen(0), { ...seen(0), facts }, 'some')).toBe(
      '2 copies answer nobody. 2 copies answer without errors.',
    );
    expect(tell(seen(0), { ...seen(0), facts: facts.slice(0, 1) }, 'some')).toMatch(/stands still\.$/);
    expect(tell(seen(0), { ...seen(0), facts }, 'little')).toBeNull();
  });

  it('says nothing when nothing happened that is told', () => {
    expect(tell(seen(2), seen(2), 'all')).toBeNull();
    expect(tell(seen(0), seen(1), 'all')).toBeNull();
    expect(tell(seen(1), seen(2), 'little')).toBeNull();
  });

  it('says where the head is when its clock goes back', () => {
    expect(tell(seen(6), seen(2), 'little')).toBe('Back at 0:02.0.');
    expect(tell({ ...seen(6), head: seen(6).head + 60 * MS }, seen(6), 'some')).toBeNull();
  });

  it('tells what was done in the past, in real runs', async () => {
    const playback = await openedPlayback();
    await playback.do({ name: 'panic-kernel', target: 'kernel/vm-2' });
    await playback.seek(9 * SECOND);
    const late = playback.frame;
    await playback.seek(500 * MS);
    const back = playback.frame;
    expect(tell(late, back, 'little')).toBe('Back at 0:00.5.');
    await playback.do({ name: 'panic-kernel', target: 'kernel/host-b' });
    expect(playback.frame.run).not.toBe(late.run);
    expect(tell(back, playback.frame, 'little')).toMatch(/^The kernel of host-b panicked\. \d+ cop/);
    expect(tell(late, playback.frame, 'little')).toMatch(
      /^Back at 0:00\.5\. The kernel of host-b panicked\./,
    );
    expect(factsBetween(back, playback.frame)).toContainEqual(
      expect.objectContaining({ name: 'kernel.panicked' }),
    );

    const before = playback.frame;
    await playback.open(scenario([hostA, hostB]));
    expect(tell(before, playback.frame, 'all')).toBeNull();
    playback.destroy();
  });

  it('tells of one instant the same, in whatever frames it was reached', async () => {
    const texts: (string | null)[] = [];
    for (const frame of [9 * SECOND, SECOND, 16 * MS]) {
      const playback = await openedPlayback();
      const { opened } = playback;
      await playback.do({ name: 'panic-kernel', target: 'kernel/vm-2' });
      for (let at = SECOND; at < 10 * SECOND; at += frame) await playback.seek(Math.min(at, 10 * SECOND));
      await playback.seek(10 * SECOND);
      texts.push(tell(opened, playback.frame, 'some'));
      playback.destroy();
    }
    expect(texts[0]).toContain('You sent a kernel panic to VM 2.');
    expect(new Set(texts).size).toBe(1);
  });

  it('leaves what a system said to the panels where there is more to tell, and what is over untold', () => {
    const error = 'error while loading shared libraries: libshop.so.2: cannot open shared object file';
    const failed = { ...fact(0, 'process.not-loaded', 'process/b-cart-1'), data: { said: error } };
    const alone = tell(seen(0), { ...seen(0), start: [], facts: [failed] }, 'some');
    const more = ['process.exited', 'process.exited', 'vm.crashed', 'kernel.panicked'].map((name, index) =>
      fact(index + 1, name, ['process/b-cart-1', 'process/b-cart-2', 'vm/vm-1', 'kernel/host-b'][index]!),
    );
    const all = tell(seen(0), { ...seen(0), start: [], facts: [failed, ...more] }, 'some');
    expect(all).toContain('Cart 1 on host-b did not start.');
    expect(alone).toMatch(/^Cart 1 on host-b did not start/);
    const swaps = [
      { ...fact(0, 'vm.swapping', 'vm/vm-1'), data: { swappedBytes: 1e9 } },
      fact(1, 'vm.swapped-in', 'vm/vm-1'),
      ...[2, 3, 4, 5, 6].map((seq) => fact(seq, 'kernel.panicked', 'kernel/host-b')),
    ];
    const text = tell(seen(0), { ...seen(0), facts: swaps }, 'some');
    expect(text).toMatch(/had to be swapped out\. VM 1 has nothing swapped out any more\./);
  });

  it('does not gather answers that differ', () => {
    const look = (seq: number, found: string): Fact => ({
      ...fact(seq, 'container.looked-for', `container/b-cart-${seq + 1}`),
      data: { path: '/var/lib/a-directory-with-a-long-name/orders', in: found },
    });
    const text = tell(seen(0), { ...seen(0), facts: [look(0, 'vdisk/one'), look(1, '')] }, 'some');
    expect(text).toMatch(/found no [^.]*\.( More happened\.)?$/);
    expect(text).not.toContain(', and 1 more');
  });

  it('says what was stopped, taken away and placed at one instant in this order', () => {
    const at = (seq: number, name: string, about: string): Fact => ({ ...fact(seq, name, about), at: 7 });
    const facts = [
      at(0, 'container.removed', 'container/b-cart-1'),
      at(1, 'container.placed', 'container/b-cart-1'),
      at(2, 'process.stopped', 'process/b-cart-1'),
    ];
    expect(tell(seen(0), { ...seen(0), facts }, 'some')).toMatch(/stopped\. .*taken away\. .*placed\.$/);
  });
});

describe('what was taken back', () => {
  const panic = { at: 1, command: { name: 'panic-kernel', target: 'kernel/host-b' } };
  const kill = { at: 2, command: { name: 'kill-process', target: 'process/b-cart-1' } };
  const given = (journal: Seen['journal'], count: number): Seen => ({
    ...seen(count),
    head: 6_000_000,
    journal,
  });
  const undone = 'Taken back: send a kernel panic to host-b.';

  it('is told, while time stands and while it runs, at every level', () => {
    expect(tell(given([panic], 6), given([], 1), 'little')).toBe(undone);
    expect(tell(given([panic], 6), { ...given([], 1), head: 99_000_000 }, 'all')).toBe(undone);
    expect(tell(given([kill, panic], 6), given([], 1), 'some')).toBe(
      `${undone} Taken back: kill cart 1 on host-b.`,
    );
  });

  it('is the last command only, in real runs', async () => {
    const playback = await openedPlayback();
    await playback.do(kill.command);
    await playback.seek(2 * SECOND);
    await playback.do(panic.command);
    const before = playback.frame;
    await playback.undo();
    expect(tell(before, playback.frame, 'little')).toBe(undone);
    playback.destroy();
  });

  it('is nothing where only time was moved, something was done, or another run is looked at', () => {
    expect(tell(given([panic], 6), { ...given([panic], 1), head: 6_000_000 }, 'some')).toBeNull();
    expect(tell(given([], 1), given([panic], 6), 'some')).not.toContain('Taken back');
    expect(tell(given([panic], 6), { ...given([], 1), run: '2' }, 'some') ?? '').not.toContain('Taken back');
  });
});
