// The kernel's points for the OOM killer, and whom it chooses.
import { describe, expect, it } from 'vitest';
import { chooseVictim, oomPoints, pagesIn, taskOf } from '../../../src/sim/resources/oom';
import { GIBIBYTE, MEBIBYTE } from '../../../src/sim';

const GIB_PAGES = pagesIn(GIBIBYTE);
const task = (rssPages: number, oomScoreAdj = 0) => ({
  rssPages,
  swapPages: 0,
  pageTablePages: 0,
  oomScoreAdj,
});

describe('points', () => {
  it('are the pages in memory, in swap and of its tables', () => {
    expect(oomPoints({ rssPages: 100, swapPages: 20, pageTablePages: 3, oomScoreAdj: 0 }, 1_000)).toBe(123);
  });

  it('rise and fall by thousandths of all pages, divided first as the kernel does', () => {
    expect(oomPoints(task(100, 500), 1_999)).toBe(600);
    expect(oomPoints(task(100, -999), 262_144)).toBe(100 - 999 * 262);
  });

  it('are none for -1000', () => {
    expect(oomPoints(task(GIB_PAGES, -1000), GIB_PAGES)).toBeNull();
  });

  it('of 256 MiB count the page tables that find them', () => {
    expect(oomPoints(taskOf(256 * MEBIBYTE, 0), GIB_PAGES)).toBe(65_536 + 128);
  });
});

describe('the choice', () => {
  it('falls on the most points, of equals on the one started last, and never on one that has none', () => {
    expect(chooseVictim([5, 9, 7])).toBe(1);
    expect(chooseVictim([9, 9, 7])).toBe(1);
    expect(chooseVictim([null, -3, null])).toBe(1);
    expect(chooseVictim([null, null])).toBe(-1);
    expect(chooseVictim([])).toBe(-1);
  });
});
