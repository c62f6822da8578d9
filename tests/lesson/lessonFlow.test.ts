// The lesson under way is what XState makes of its machine: walks of random events end in the same states.
import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { lessonMachine } from '../../src/lesson/lesson.machine';
import type { LessonEvent } from '../../src/lesson/lessonContext';
import { LessonFlow } from '../../src/lesson/lessonFlow';
import { noLessonProgress } from '../../src/lesson/progress';
import { Dice } from '../sim/engine/oracle/dice';
import { at, sampleLesson } from './sampleLesson';

const simple = ['lock', 'next', 'hint', 'show-me', 'start-again', 'demonstrate', 'look'] as const;
const steps = [...sampleLesson.page.steps.map(({ slug }) => slug), 'nowhere'];

/** Any event; most often what brings the lesson on. */
function anyEvent(dice: Dice, epoch: number): LessonEvent {
  if (dice.chance(0.3))
    return { type: 'played', epoch: epoch - dice.below(2), played: at(dice.pick([0, 10, 20, 60])) };
  if (dice.chance(0.3)) return { type: 'choose', option: dice.pick(['yes', 'no', 'other']) };
  if (dice.chance(0.05)) return { type: 'merge', progress: { ...noLessonProgress, passed: ['c-extra'] } };
  const step = dice.pick(steps);
  const jumps = [{ type: 'go-to', step } as const, { type: 'visit', step } as const];
  return dice.chance(0.1) ? dice.pick(jumps) : { type: dice.pick(simple) };
}

/** Dotted path of a state's value. */
function pathOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return Object.entries(value as object)
    .map(([key, inner]) => `${key}.${pathOf(inner)}`)
    .join();
}

const seen = new Set<string>();

describe.each(Array.from({ length: 40 }, (_, seed) => ({ seed })))('walk $seed', ({ seed }) => {
  it('is the same in XState and in the lesson', () => {
    const dice = new Dice(seed);
    const input = { content: sampleLesson };
    const actor = createActor(lessonMachine, { input }).start();
    const flow = new LessonFlow(input);
    for (let count = 0; count < 250; count++) {
      const { context, path, tags } = flow.snapshot;
      const snapshot = actor.getSnapshot();
      expect(path).toBe(pathOf(snapshot.value));
      expect([...tags]).toEqual([...snapshot.tags]);
      expect(context).toEqual(snapshot.context);
      seen.add(path);
      const event = anyEvent(dice, context.stage.epoch);
      expect(flow.can(event)).toBe(snapshot.can(event));
      actor.send(event);
      const taken = flow.send(event);
      expect(taken).toBe(flow.snapshot.context !== context);
    }
  });
});

it('was in every place of a lesson', () => {
  expect([...seen].sort()).toEqual([
    'finished',
    'recall.explained',
    'recall.open',
    'recall.running',
    'step.doing',
    'step.explained',
    'step.predicting',
    'step.shown',
    'transfer.explained',
    'transfer.open',
    'transfer.running',
  ]);
});
