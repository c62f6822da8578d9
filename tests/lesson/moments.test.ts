// Every moment of lesson 10 lies in the step whose solution reaches it first, in the order of the story.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../src/lesson/moments';
import { momentsIn } from '../../src/lesson/content';
import { playAttempt } from '../../src/lesson/player';

const entry = lessons.find(({ slug }) => slug === 'one-kernel-falls')!;
const content = await entry.open();
const places = placesOf(content, await entry.solution());

describe('the places of the moments', () => {
  it('are as many as the lesson has moments, each once', () => {
    const ids = places.map(({ id }) => id);
    expect([...ids].sort()).toEqual(content.scenario.moments.map(({ id }) => id).sort());
  });

  it('follow the steps, and within a step the clock', () => {
    const steps = [...content.page.steps.map(({ slug }) => slug), 'transfer'];
    const order = places.map(({ step, at }) => [steps.indexOf(step), at] as const);
    const sorted = [...order].sort(([one, early], [other, late]) => one - other || early - late);
    expect(order).toEqual(sorted);
    expect(new Set(places.map(({ step }) => step)).size).toBeGreaterThan(3);
  });

  it('are where the first fact of the moment is told, and not one microsecond before', () => {
    for (const { id, at, scenario, solution } of places) {
      expect(at, id).toBeGreaterThan(0);
      const before = playAttempt(scenario, {
        commands: solution.commands.filter((command) => command.at < at),
        until: at - 1,
      });
      expect(momentsIn(content.scenario, before.facts.slice(0))[id], id).toBeNull();
      const run = playAttempt(scenario, solution);
      run.seek(at);
      const seen = run.facts.slice(0, run.factsAtHead);
      expect(momentsIn(content.scenario, seen)[id]?.at, id).toBe(at);
    }
  });
});
