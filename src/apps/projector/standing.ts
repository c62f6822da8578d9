// How a stop is put on the stage: its world with the solution's commands, but none behind a question that comes later.
import { momentsIn } from '../../lesson/content';
import type { LessonContent } from '../../lesson/format';
import type { Stop } from '../../lesson/programme';
import type { Fact, Micros, TimedCommand } from '../../sim';

/** What stands on the stage at a stop. */
export interface Standing {
  readonly journal: readonly TimedCommand[];
  readonly furthest: Micros;
}

/** What is opened for a stop: as far as the next question of the same part, so that playing on answers none. */
export function standingAt(stops: readonly Stop[], index: number): Standing {
  const { way } = stops[index]!;
  const { commands, until } = way.solution;
  const gate = stops.slice(index + 1).find((stop) => stop.kind === 'question' && stop.way === way);
  if (!gate) return { journal: commands, furthest: until };
  return { journal: commands.filter(({ at }) => at <= gate.at), furthest: gate.at };
}

const hasCome = (reached: Readonly<Record<string, Fact | null>>, moment: string) =>
  (reached[moment] ?? null) !== null;

/** The first stop behind `index` that a run has not come past by itself. */
export function nextStop(
  { scenario }: Pick<LessonContent, 'scenario'>,
  stops: readonly Stop[],
  index: number,
  seen: { readonly facts: readonly Fact[]; readonly head: Micros },
): number | null {
  const reached = momentsIn(scenario, seen.facts);
  const { way, kind: here } = stops[index]!;
  const isPast = ({ kind, moment, at, way: other }: Stop) => {
    // While a question is open, nothing that follows it has been seen.
    if (other !== way || kind === 'question' || here === 'question') return false;
    return moment === null ? seen.head >= at : hasCome(reached, moment.id);
  };
  const next = stops.findIndex((stop, at) => at > index && !isPast(stop));
  return next < 0 ? null : next;
}

/**
 * Where a run from outside belongs: at the last moment that it has reached and that the lesson has no later than it, so
 * that back to the lesson is back in time; else before the question of its world.
 */
export function stopOfRun(
  { scenario }: Pick<LessonContent, 'scenario'>,
  stops: readonly Stop[],
  run: {
    readonly scenario: string;
    readonly facts: readonly Fact[];
    readonly head: Micros;
    readonly step: string | null;
  },
): number {
  const reached = momentsIn(scenario, run.facts);
  const isOfRun = ({ way }: Stop) =>
    way.scenario.id === run.scenario && (run.step === null || way.step === run.step);
  const last = stops.findLastIndex(
    (stop) =>
      isOfRun(stop) && stop.at <= run.head && stop.moment !== null && hasCome(reached, stop.moment.id),
  );
  if (last >= 0) return last;
  const first = stops.findIndex((stop) => isOfRun(stop));
  // A question that was not put to this class is not open: the stop before it is.
  const before = stops.slice(0, Math.max(0, first + 1)).findLastIndex(({ kind }) => kind !== 'question');
  return Math.max(0, before);
}
