// One run played again in other ways: in steps of other sizes, and without the command or fault at a fact's root.
import { expect } from 'vitest';
import { createRun, SECOND, type Fact, type Scenario, type TimedCommand } from '../../src/sim';
import { buildWorld } from '../../src/sim/engine/buildWorld';
import { obey } from '../../src/sim/engine/orders';
import { model } from '../../src/sim/model';
import { digestOf } from '../../src/sim/worldRun';
import { Draws } from './chaos';

/** Digests of a run after so long, played in steps of 1 ms, of 1 s, and in one leap: law 5 wants them equal. */
export function digestsInSteps(
  scenario: Scenario,
  journal: readonly TimedCommand[],
  until: number,
): ReadonlySet<string> {
  const early = journal.filter(({ at }) => at < until);
  return new Set([1_000, SECOND, until].map((step) => playedInSteps(scenario, early, step, until)));
}

function playedInSteps(
  scenario: Scenario,
  journal: readonly TimedCommand[],
  step: number,
  until: number,
): string {
  const played = buildWorld(model, scenario);
  const pending = [...journal];
  for (let now = 0; now < until;) {
    const next = Math.min(now + step, until);
    for (; pending.length > 0 && pending[0]!.at <= next; pending.shift()) {
      played.runUntil(pending[0]!.at);
      obey(played, model, pending[0]!.command, 'command');
      played.runUntil(pending[0]!.at);
    }
    played.runUntil(next);
    now = next;
  }
  return digestOf(played);
}

/**
 * Law 4, second half: takes away the command or fault at the root of `samples` facts, one after the other, plays again,
 * and expects no equal fact. How many were tried: chains that end in the start of the scenario are not.
 */
export function tryWithoutRoots(
  scenario: Scenario,
  journal: readonly TimedCommand[],
  samples: number,
): number {
  const run = createRun(scenario, journal, (journal.at(-1)?.at ?? 0) + 300 * SECOND);
  const facts = run.facts.slice(0);
  const draws = new Draws(scenario.seed);
  let tried = 0;
  for (let sample = 0; sample < samples; sample++) {
    const fact = draws.pick(facts);
    const root = rootOf(facts, fact);
    if (root.name === 'scenario.started') continue;
    tried++;
    const without = withoutRoot(scenario, journal, root, facts);
    const told = createRun(without.scenario, without.journal, run.furthest).facts.slice(0);
    expect(
      told.find((other) => isSame(fact, facts, other, told)),
      `seed ${scenario.seed}: fact ${fact.seq} ${fact.name} about ${fact.about} without ${root.name}`,
    ).toBeUndefined();
  }
  return tried;
}

function rootOf(facts: readonly Fact[], fact: Fact): Fact {
  let root = fact;
  while (root.because !== null) root = facts[root.because]!;
  return root;
}

function withoutRoot(
  scenario: Scenario,
  journal: readonly TimedCommand[],
  root: Fact,
  facts: readonly Fact[],
): { scenario: Scenario; journal: readonly TimedCommand[] } {
  if (root.name.startsWith('command.')) {
    const order = facts.filter((fact) => fact.name.startsWith('command.')).indexOf(root);
    return { scenario, journal: journal.filter((_, index) => index !== order) };
  }
  const faults = (scenario.world.faults ?? []).filter(
    ({ at, command }) =>
      !(at === root.at && `fault.${command.name}` === root.name && command.target === root.about),
  );
  return { scenario: { ...scenario, world: { ...scenario.world, faults } }, journal };
}

function isSame(fact: Fact, facts: readonly Fact[], other: Fact, others: readonly Fact[]): boolean {
  const cause = fact.because === null ? null : facts[fact.because]!;
  const otherCause = other.because === null ? null : others[other.because]!;
  return (
    fact.at === other.at &&
    fact.about === other.about &&
    fact.name === other.name &&
    JSON.stringify(fact.data) === JSON.stringify(other.data) &&
    cause?.about === otherCause?.about &&
    cause?.name === otherCause?.name
  );
}
