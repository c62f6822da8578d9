// What a lesson's solution does on its stage. Loaded when one is shown, or when a step goes on with another one's world.
import type { LessonSolution, SolutionStep } from '../../lesson/format';
import type { StageWish } from '../../lesson/lessonContext';
import { shownSolution, wholeSolution } from '../../lesson/player';
import type { Playback } from '../../playback/playback.svelte';
import { MS, type Micros } from '../../sim';
import { speedFor } from '../../view/transport/speeds';
import type { LessonRun } from './lessonRun.svelte';

/** A solution is shown so fast that it takes about this long, in wall milliseconds; it slows by itself where something happens. */
const SHOWN_WITHIN = 6000;

/** What is asked of the stage that a solution is played on. */
export interface SolvedStage {
  /** Whether its world has given way to another one in the meantime. */
  readonly isOld: () => boolean;
  /** Opens a world in which all of this has been done, at an instant of it. */
  readonly open: (done: SolutionStep, at: Micros) => Promise<void>;
  /** Moves the head to shortly before a moment; false when it was not reached, or its world has given way. */
  readonly goBefore: (moment: string) => Promise<boolean>;
  /** Says that the solution plays from now on, or that it has ended. */
  readonly setShowing: (isShowing: boolean) => void;
}

/** Opens the world that is wished for, shows in it what there is to show; else what the step before does has been done. */
export async function playSolved(
  run: LessonRun,
  solution: LessonSolution,
  wish: StageWish,
  stage: SolvedStage,
): Promise<void> {
  const { content, phase, playback, options } = run;
  const { step, progress } = run.context;
  if (wish.show === null) {
    const before = wholeSolution(content, solution, step - 1);
    return stage.open(before, before.until);
  }
  const shown =
    phase === 'shown'
      ? wholeSolution(content, solution, step)
      : shownSolution(content, solution, step, progress);
  await stage.open(shown, 0);
  if (stage.isOld()) return;
  const { moment, autoplay } = options;
  if (moment === null || !run.reached.has(moment)) return play(playback, shown.until, stage);
  if ((await stage.goBefore(moment)) && autoplay !== false) playback.play();
}

/** Plays a solution in short time; afterwards time runs as fast as before. */
async function play(playback: Playback, until: Micros, { setShowing }: SolvedStage): Promise<void> {
  const before = playback.speed;
  const shown = Math.max(before, speedFor(until / MS, SHOWN_WITHIN));
  playback.speed = shown;
  setShowing(true);
  await playback.playUntil(until);
  setShowing(false);
  if (playback.speed === shown) playback.speed = before;
}
