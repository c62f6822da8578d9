// What of a lesson's page is on the screen at its very beginning. The rest is loaded while that is read.
import type { LessonPage, Step } from '../../lesson/format';

/** A step by its name alone, with nothing in it. */
const outlineOf = (step: Step): Step => ({ ...step, parts: [], hints: [], explanation: [] });

/** The page with the question that it begins with: that of an earlier lesson, else those of the first step. */
export function beginningOf({ recall, steps, transfer: _, ...page }: LessonPage): LessonPage {
  const outlines = steps.map((step, index) => (recall === null && index === 0 ? step : outlineOf(step)));
  return { ...page, recall, steps: outlines, transfer: null };
}
