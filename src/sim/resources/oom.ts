// Whom the kernel ends when memory is out: the choice as it stands in mm/oom_kill.c (oom_badness, oom_evaluate_task)
// since 2019, read in copies of that file; oom_score_adj and -1000: Documentation/filesystems/proc.rst.
import { PAGE } from './pages';

/** What is known of a program when it is weighed. Pages, integers. */
export interface OomTask {
  readonly rssPages: number;
  readonly swapPages: number;
  readonly pageTablePages: number;
  /** -1000 to 1000. */
  readonly oomScoreAdj: number;
}

/** `oom_score_adj` of what is never chosen. */
const NEVER = -1000;
/** One page of tables points to so many pages. */
const PAGES_IN_TABLE = 512;

/**
 * Points of a program: the pages it has, and thousandths of all pages there are for each step of its adjustment (the
 * kernel divides first). null: it is never chosen.
 */
export function oomPoints(task: OomTask, totalPages: number): number | null {
  if (task.oomScoreAdj === NEVER) return null;
  const pages = task.rssPages + task.swapPages + task.pageTablePages;
  return pages + task.oomScoreAdj * Math.trunc(totalPages / 1000);
}

/** The place of the one with most points, of equals the one that was started last; -1 when none may be chosen. */
export function chooseVictim(points: readonly (number | null)[]): number {
  let chosen = -1;
  let most = -Infinity;
  points.forEach((each, index) => {
    if (each === null || each < most) return;
    most = each;
    chosen = index;
  });
  return chosen;
}

/** A program that has `bytes` in memory, none of it swapped out, and what it takes to find them. */
export function taskOf(bytes: number, oomScoreAdj: number): OomTask {
  const rssPages = Math.ceil(bytes / PAGE);
  return { rssPages, swapPages: 0, pageTablePages: Math.ceil(rssPages / PAGES_IN_TABLE), oomScoreAdj };
}

/** Whole pages in so many bytes. */
export function pagesIn(bytes: number): number {
  return Math.floor(bytes / PAGE);
}
