// What stands at a stop, and which comes next: playing on answers no later question, and skips no open one.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { nextStop, standingAt, stopOfRun } from '../../../src/apps/projector/standing';
import { playAttempt } from '../../../src/lesson/player';
import { programmeOf, type Stop } from '../../../src/lesson/programme';
import { SECOND } from '../../../src/sim';

const entry = lessons.find(({ slug }) => slug === 'one-kernel-falls')!;
const content = await entry.open();
const stops = programmeOf(content, await entry.solution());
const at = (moment: string) => stops.findIndex((stop) => stop.moment?.id === moment);

/** What a run of a stop shows at an instant. */
function seen({ way }: Stop, head: number) {
  const run = playAttempt(way.scenario, way.solution);
  run.seek(head);
  return { head, facts: run.facts.slice(0, run.factsAtHead), scenario: way.scenario.id };
}

describe('the stage of a stop', () => {
  it('has the commands of its step', () => {
    const { journal, furthest } = standingAt(stops, at('guest-panics'));
    expect([journal.length, furthest]).toEqual([2, 20 * SECOND]);
  });

  it('has none behind a question that comes later in the same part', () => {
    const asked = stops.findIndex(
      ({ kind, asked: each }) => kind === 'question' && each?.prediction.id === 'my-walls',
    );
    const [first, ...rest] = [stops[asked]!, ...stops.slice(asked)];
    const before: Stop = { ...first, kind: 'moment', at: 0 };
    const { journal, furthest } = standingAt([before, ...rest], 0);
    expect(furthest).toBe(first.at);
    expect(journal.every(({ at: given }) => given <= first.at)).toBe(true);
    expect(standingAt(stops, asked).furthest).toBe(30 * SECOND);
  });
});

describe('the next stop', () => {
  const from = at('guest-panics');

  it('is the one behind, until the run has come past it by itself', () => {
    expect(nextStop(content, stops, from, seen(stops[from]!, 5 * SECOND))).toBe(from + 1);
    expect(nextStop(content, stops, from, seen(stops[from]!, 15 * SECOND))).toBe(from + 2);
  });

  it('passes over no question, and nothing of what a question asks', () => {
    const last = at('host-kernel-panics');
    expect(stops[last + 1]!.kind).toBe('question');
    expect(nextStop(content, stops, last, seen(stops[last]!, 20 * SECOND))).toBe(last + 1);
    expect(nextStop(content, stops, 1, seen(stops[1]!, 0))).toBe(2);
  });

  it('is none at the end', () => {
    const end = stops.length - 1;
    expect(nextStop(content, stops, end, seen(stops[end]!, 10 * SECOND))).toBeNull();
  });
});

describe('a run from outside', () => {
  const step = 'one-kernel';

  it('stands behind the last moment that it has reached', () => {
    const run = seen(stops[at('guest-panics')]!, 7 * SECOND);
    expect(stopOfRun(content, stops, { ...run, step })).toBe(at('guest-panics'));
  });

  it('stands at no moment that the lesson has later: back to the lesson is back in time', () => {
    const run = seen(stops[at('guest-panics')]!, 7 * SECOND);
    const early = { ...run, head: 3 * SECOND, step };
    expect(stopOfRun(content, stops, early)).toBe(at('cart-killed'));
    expect(stops[stopOfRun(content, stops, { ...run, step })]!.at).toBeLessThanOrEqual(run.head);
  });

  it('stands before the question of its step where it has reached none', () => {
    const run = seen(stops[at('guest-panics')]!, SECOND);
    expect(stopOfRun(content, stops, { ...run, step })).toBe(at('cart-killed'));
    expect(stopOfRun(content, stops, { ...run, scenario: 'elsewhere/world', step })).toBe(0);
  });
});
