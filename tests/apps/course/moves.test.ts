// The first moves: noticed by what playback shows, kept by the browser, and never in the way without storage.
import { describe, expect, it } from 'vitest';
import { scenario } from '../../../lessons/10-one-kernel-falls/scenario';
import type { TextStore } from '../../../src/apps/course/keptProgress.svelte';
import { fillVm, FirstMoves, MOVES, movesSeen } from '../../../src/apps/course/moves.svelte';
import { createRun, SECOND } from '../../../src/sim';

function memory(text: string | null = null): TextStore & { text: string | null } {
  return {
    text,
    getItem() {
      return this.text;
    },
    setItem(_key, next) {
      this.text = next;
    },
  };
}
const nowhere: TextStore = {
  getItem: () => {
    throw new Error('blocked');
  },
  setItem: () => {
    throw new Error('blocked');
  },
};

function started() {
  const run = createRun({ id: 'x', seed: 1, world: scenario.worlds['two-hosts']! });
  run.seek(5 * SECOND);
  return run;
}
const frameOf = (run: ReturnType<typeof started>, head = 5 * SECOND) => ({
  run: '1',
  view: run.view(),
  head,
  journal: run.journal,
});
/** Nothing is done: a frame like the one before, and no hand on anything. */
const still = (run = started()) => ({
  frame: frameOf(run),
  selected: null,
  hand: null,
  before: { run: '1', head: 5 * SECOND },
});

describe('movesSeen', () => {
  it('sees nothing before anything was done', () => {
    expect(movesSeen(still())).toEqual([]);
  });

  it.each(['kernel/host-b', 'kernel/vm-2', 'hypervisor/xen-a'])('%s is a floor', (selected) => {
    expect(movesSeen({ ...still(), selected, hand: 'box' })).toEqual(['floor']);
  });

  it.each(['process/a-cart-1', 'vm/vm-2', 'runtime/docker-b', 'host/host-a'])('%s is none', (selected) => {
    expect(movesSeen({ ...still(), selected, hand: 'box' })).toEqual([]);
  });

  it('counts no floor that a link or a line of the inspector has selected', () => {
    expect(movesSeen({ ...still(), selected: 'kernel/host-b' })).toEqual([]);
  });

  it('sees that the head was moved back', () => {
    const frame = frameOf(started(), SECOND);
    expect(movesSeen({ ...still(), frame, hand: 'time' })).toEqual(['back']);
  });

  it.each([
    ['a link opened it there', { before: null }],
    ['a button took it there', { hand: null }],
    ['another run stands there', { before: { run: '2', head: 5 * SECOND } }],
  ])('sees no move back where %s', (_why, doing) => {
    const frame = frameOf(started(), SECOND);
    expect(movesSeen({ ...still(), frame, hand: 'time', ...doing })).toEqual([]);
  });

  it('sees that a VM was filled, which the model allows: to the last byte, and nothing falls', () => {
    const run = started();
    const filling = fillVm(run.view());
    expect(run.do(filling!.command).done).toBe(true);
    run.seek(6 * SECOND);
    expect(movesSeen(still(run))).toEqual(['area']);
    const vm = run.view().get(filling!.vm)!;
    expect(vm.memory.charged).toBe(vm.memory.size);
    expect(run.view().entities.filter(({ tags }) => tags.includes('down'))).toEqual([]);
    expect(fillVm(run.view())?.vm).not.toBe(filling!.vm);
  });

  it('finds nothing to fill where nothing is up', () => {
    const run = started();
    run.do({ name: 'pull-plug', target: 'host/host-a' });
    run.seek(6 * SECOND);
    expect(fillVm(run.view())).toBeNull();
  });
});

describe('FirstMoves', () => {
  it('keeps what was made', () => {
    const store = memory();
    new FirstMoves(store).make(['back']);
    const again = new FirstMoves(store);
    expect(MOVES.map((move) => again.isMade(move))).toEqual([false, false, true]);
    again.make(['floor', 'area']);
    expect(new FirstMoves(store).isOver).toBe(true);
  });

  it('is over once it was skipped', () => {
    const store = memory();
    new FirstMoves(store).skip();
    expect(new FirstMoves(store).isOver).toBe(true);
    expect(new FirstMoves(store).areMade).toBe(false);
  });

  it.each(['', '{', '{"skipped":1,"made":[]}', '["floor"]', 'x'.repeat(999)])(
    'begins anew with %.20j',
    (text) => {
      const moves = new FirstMoves(memory(text));
      expect(moves.isOver).toBe(false);
    },
  );

  it('keeps what another tab wrote in between', () => {
    const store = memory();
    const [mine, other] = [new FirstMoves(store), new FirstMoves(store)];
    other.make(['floor']);
    mine.make(['back']);
    const again = new FirstMoves(store);
    expect(MOVES.map((move) => again.isMade(move))).toEqual([true, false, true]);
    other.skip();
    mine.make(['area']);
    expect(new FirstMoves(store).isOver).toBe(true);
    expect(new FirstMoves(store).areMade).toBe(true);
  });

  it('leaves text alone that is not its own', () => {
    const store = memory('{"skipped":1,"made":[]}');
    const moves = new FirstMoves(store);
    moves.make(MOVES);
    expect(moves.isOver).toBe(true);
    expect(store.text).toBe('{"skipped":1,"made":[]}');
  });

  it('holds until the page is closed where nothing is stored', () => {
    const moves = new FirstMoves(nowhere);
    moves.make(MOVES);
    expect(moves.isOver).toBe(true);
  });
});
