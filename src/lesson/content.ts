// What is looked up in a lesson's content: its worlds, and what facts make of its moments and figures. Pure.
import type { Fact, Scenario } from '../sim';
import type { Figure, LessonChecks, LessonContent, LessonScenario, Played } from './format';

/** A world of a lesson as the model takes it. Throws when the lesson has no such world. */
export function scenarioOf({ page, scenario }: Omit<LessonContent, 'checks'>, world: string): Scenario {
  const spec = scenario.worlds[world];
  if (!spec) throw new Error(`${page.slug} has no world "${world}"`);
  return { id: `${page.slug}/${world}`, seed: scenario.seed, world: spec };
}

/** The first fact of each moment, or null where the facts do not reach it. */
export function momentsIn(
  { moments }: Pick<LessonScenario, 'moments'>,
  facts: readonly Fact[],
): Readonly<Record<string, Fact | null>> {
  return Object.fromEntries(
    moments.map((moment) => [moment.id, facts.find((fact) => moment.when(fact, facts)) ?? null]),
  );
}

/** All figures as one run shows them. */
export function figuresIn(checks: LessonChecks, played: Played): Readonly<Record<string, Figure>> {
  return Object.fromEntries(Object.entries(checks.figures).map(([id, read]) => [id, read(played)]));
}
