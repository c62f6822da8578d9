// The handout of lesson 10: everything to answer in front, nothing given away there, and the run's own figures behind.
import { expect, it } from 'vitest';
import { checks } from '../../../lessons/10-one-kernel-falls/checks';
import { scenario } from '../../../lessons/10-one-kernel-falls/scenario';
import { solution } from '../../../lessons/10-one-kernel-falls/solution';
import { loadLesson } from '../../../src/build/lessons/loadLesson';
import { predictionsOf, tasksOf } from '../../../src/lesson/evaluate';
import { handoutOf } from '../../../src/playback/lesson/handout';

const { page } = loadLesson('lessons/10-one-kernel-falls');
const places = handoutOf({ page, scenario, checks }, solution);
const steps = places.filter(({ at }) => at === 'step');

it('holds recall, every step and the transfer, in order', () => {
  expect(places.map(({ at, title }) => title || at)).toEqual([
    'recall',
    ...page.steps.map(({ title }) => title),
    'transfer',
  ]);
});

it('asks everything that the page asks, with letters, and tells nothing', () => {
  for (const [index, { parts }] of steps.entries()) {
    const step = page.steps[index]!;
    const questions = parts.flatMap((part) => (part.type === 'question' ? [part.question] : []));
    expect(questions.map(({ id }) => id)).toEqual(predictionsOf(step).map(({ id }) => id));
    expect(parts.filter(({ type }) => type === 'task')).toHaveLength(tasksOf(step.parts).length);
    for (const { phase, options } of questions) {
      expect(phase).toBe('open');
      expect(options.map(({ letter }) => letter).join('')).toBe('ABC');
      expect(options.every(({ isHeld, explanation }) => !isHeld && explanation === null)).toBe(true);
    }
  }
});

const valuesIn = (part: unknown) =>
  [...JSON.stringify(part).matchAll(/"value":("[^"]*"|[^,}]*)/g)].map(([, value]) => value);

it('leaves every figure in front open, but not an option: a blank among options would tell which is right', () => {
  const parts = places.flatMap((place) => place.parts);
  const options = parts.flatMap((part) => (part.type === 'question' ? part.question.options : []));
  expect(valuesIn(options)).toEqual(['3']);
  const values = valuesIn(
    parts.map((part) => (part.type === 'question' ? { ...part.question, options: [] } : part)),
  );
  expect(values.length).toBeGreaterThan(4);
  expect(new Set(values)).toEqual(new Set(['"_______"']));
});

it('tells which option held, from a run', () => {
  const held = places.flatMap(({ answers }) =>
    answers.questions.map(({ options }) => options.find(({ isHeld }) => isHeld)?.id ?? null),
  );
  expect(held).toEqual(['none', 'one', 'one-six', 'six', 'container', 'mine', 'all']);
});

it('draws each moment once, behind, and each new world in front without a fall', () => {
  const stills = places.flatMap(({ answers }) => answers.stills.map(({ sentence }) => sentence));
  expect(stills.toSorted()).toEqual(scenario.moments.map(({ sentence }) => sentence).toSorted());
  const starts = places.map(({ start }) => start !== null);
  expect(starts).toEqual([true, false, false, false, true, true, false]);
  expect(places.flatMap(({ start }) => start?.blasts ?? [])).toEqual([]);
});
