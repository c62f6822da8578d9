// A note has its place in what is empty, beside what is written there already.
import { describe, expect, it } from 'vitest';
import { createBoard } from '../../../src/layout/label/board';
import { noteIn } from '../../../src/layout/label/notes';
import { scenario as falls } from '../../../lessons/10-one-kernel-falls/scenario';
import { allWords } from '../../../src/layout/label/allWords';
import { overlaps, right } from '../../../src/layout/rect';
import { createRun, SECOND } from '../../../src/sim';
import { ROOMS, stageIn } from '../lessonStages';

const place = { x: 100, y: 50, width: 300, height: 40 };
const style = { size: 14, smallest: 12 };
const note = (...taken: readonly { x: number; width: number }[]) => {
  const board = createBoard();
  taken.forEach((each) => board.take({ ...place, ...each }));
  return noteIn('free host/a', 'free', 'host/a', [place], ['free: 105 MiB'], board, style)?.rect;
};

describe('a note on an empty place', () => {
  it('stands in its middle', () => {
    const rect = note({ x: 0, width: 10 })!;
    expect(rect.x + rect.width / 2).toBeCloseTo(250);
  });

  it('stands at one of its ends where the tile takes the middle', () => {
    const [left, far] = [note({ x: 200, width: 200 })!, note({ x: 100, width: 170 })!];
    expect(left.x).toBe(106);
    expect(right(far)).toBe(394);
    expect(overlaps(left, { ...place, x: 200, width: 200 })).toBe(false);
    expect(note({ x: 110, width: 280 })).toBeUndefined();
  });

  it('keeps away from the edge where there is room for that', () => {
    expect(note({ x: 230, width: 170 })!.x).toBeGreaterThan(120);
  });

  it('is left out where its letters would touch both edges', () => {
    const low = (height: number) =>
      noteIn('free host/a', 'free', 'host/a', [{ ...place, height }], ['free: 1 GiB'], createBoard(), style);
    expect(low(16)?.size).toBe(12);
    expect(low(15)).toBeNull();
  });
});

describe('what is free on a host on which all fell', () => {
  const worlds = falls.worlds;
  const saidIn = (world: string, fault: { name: string; target: string }, host: string) => {
    const run = createRun({ id: world, seed: 1, world: worlds[world]! });
    run.seek(5 * SECOND);
    expect(run.do(fault).done).toBe(true);
    run.seek(8 * SECOND);
    return ROOMS.map((room) => {
      const { labels } = stageIn(run.view(), room, allWords);
      const said = labels.filter(({ key }) => key === `free ${host}`);
      return said.map(({ lines }) => lines.map(({ text }) => text).join(' ')).join('; ');
    });
  };

  it.each([
    ['panic-kernel', 'kernel/host-b', 'host/host-b'],
    ['pull-plug', 'host/host-b', 'host/host-b'],
    ['crash-hypervisor', 'hypervisor/xen-a', 'host/host-a'],
  ])('has its word after %s', (name, target, host) => {
    const world = Object.keys(worlds).find((each) => JSON.stringify(worlds[each]).includes('"xen-a"'))!;
    const texts = saidIn(world, { name, target }, host);
    expect(new Set(texts)).toEqual(new Set(['unused']));
  });
});
