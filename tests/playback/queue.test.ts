// The queue: one thing at a time, nothing lost, waiting moves become one.
import { describe, expect, it } from 'vitest';
import { Queue } from '../../src/playback/queue';

/** A promise and the function that resolves it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('Queue', () => {
  it('does work in the order asked for, one piece at a time', async () => {
    const queue = new Queue(() => Promise.resolve());
    const log: string[] = [];
    const piece = (name: string) => async () => {
      log.push(`${name} begins`);
      await Promise.resolve();
      log.push(`${name} ends`);
      return name;
    };
    const results = await Promise.all(['a', 'b', 'c'].map((name) => queue.push(piece(name))));
    expect(results).toEqual(['a', 'b', 'c']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(queue.idle).toBe(true);
  });

  it('makes one move of moves that wait behind each other, and settles all of them', async () => {
    const { opened, open } = gate();
    const moves: number[] = [];
    const queue = new Queue(async (at) => {
      moves.push(at);
      if (moves.length === 1) await opened;
    });
    const all = [queue.move(1), queue.move(2), queue.move(3), queue.move(4)];
    open();
    await Promise.all(all);
    expect(moves).toEqual([1, 4]);
  });

  it('keeps a command between two moves where it was asked for', async () => {
    const { opened, open } = gate();
    const log: string[] = [];
    const queue = new Queue((at) => {
      log.push(`to ${at}`);
      return Promise.resolve();
    });
    const first = queue.push(() => opened);
    const rest = [
      queue.move(1),
      queue.move(2),
      queue.push(() => Promise.resolve(log.push('act'))),
      queue.move(3),
    ];
    open();
    await Promise.all([first, ...rest]);
    expect(log).toEqual(['to 2', 'act', 'to 3']);
  });

  it('goes on after a failure, which only its own promise tells', async () => {
    const queue = new Queue(() => Promise.resolve());
    const failing = queue.push(() => Promise.reject(new Error('broken')));
    const next = queue.push(() => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('broken');
    await expect(next).resolves.toBe('done');
  });
});
