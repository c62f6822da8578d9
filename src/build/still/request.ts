// What `npm run still` was asked for: a moment of a lesson, and where the solution reaches it.
import type { LessonContent, LessonSolution } from '../../lesson/format';
import { placesOf } from '../../lesson/moments';
import { playAttempt } from '../../lesson/player';
import type { Run } from '../../sim';

/** How the script is used; printed with every refusal. */
export const usage =
  'Usage: npm run -s still -- <lesson folder, number or slug> <moment> > picture.svg, or -- <situation file>';

/** Thrown for a request that cannot be met; the message says what to write. */
export class BadRequest extends Error {
  constructor(problem: string) {
    super(`${problem}\n${usage}`);
    this.name = 'BadRequest';
  }
}

/** The first run of the solution that reaches a moment, with its head there. Throws BadRequest. */
export function runAtMoment(content: LessonContent, solution: LessonSolution, moment: string): Run {
  const known = content.scenario.moments.map(({ id }) => id);
  if (!known.includes(moment))
    throw new BadRequest(`There is no moment "${moment}"; there are ${known.join(', ')}.`);
  const place = placesOf(content, solution).find(({ id }) => id === moment);
  if (!place) throw new BadRequest(`No step's solution reaches the moment "${moment}".`);
  const run = playAttempt(place.scenario, place.solution);
  run.seek(place.at);
  return run;
}
