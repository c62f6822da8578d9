// What the panel may hold: nothing that is hidden is in the scene, whatever the run has shown.
import { describe, expect, it } from 'vitest';
import { LessonFlow } from '../../../src/lesson/lessonFlow';
import { phaseOf } from '../../../src/lesson/outlook';
import { noLessonProgress, type LessonProgress } from '../../../src/lesson/progress';
import { laterPlace } from '../../../src/playback/lesson/laterPlaces';
import { lessonScene } from '../../../src/playback/lesson/panel';
import { at, sampleLesson } from '../../lesson/sampleLesson';

/** The scene of kept progress, with a run that has shown everything. */
function sceneOf(progress: Partial<LessonProgress>, played: number | null = 100) {
  const input = { content: sampleLesson, progress: { ...noLessonProgress, ...progress } };
  const flow = new LessonFlow(input);
  if (played !== null) flow.send({ type: 'played', epoch: 1, played: at(played) });
  const snapshot = flow.snapshot;
  const source = {
    context: snapshot.context,
    phase: phaseOf(snapshot),
    played: played === null ? null : at(played),
    measured: played === null ? null : at(played),
    reached: new Set(['m-one']),
  };
  return lessonScene(source, laterPlace);
}

const types = (scene: ReturnType<typeof sceneOf>) => scene.parts.map(({ type }) => type);
const locked = { place: 'one', answers: { 'p-one': 'no' } };
const told = { ...locked, outcomes: { 'p-one': 'yes' }, passed: ['c-one'] };

describe('until a question is locked', () => {
  it.each<[string, Partial<LessonProgress>]>([
    ['in the recall', { place: 'recall' }],
    ['in a step', { place: 'one' }],
    [
      'in the transfer',
      {
        place: 'transfer',
        passed: ['c-one', 'c-place', 'c-two'],
        outcomes: { 'p-one': 'yes', 'p-two': 'yes' },
        answers: { 'p-one': 'yes', 'p-two': 'yes' },
      },
    ],
  ])('nothing of its answer is there: %s', (_name, progress) => {
    const scene = sceneOf(progress);
    const text = JSON.stringify(scene);
    expect(text).not.toContain('because of');
    expect(text).not.toContain('explanation of');
    expect(text).not.toContain('"isHeld":true');
    expect(text).not.toContain('after the run');
    expect(scene).toMatchObject({
      hints: [],
      explanation: null,
      next: null,
      canBeShown: false,
      hasMoreHints: false,
    });
    expect(scene.parts.some(({ type }) => type === 'task' || type === 'moment')).toBe(false);
  });

  it('outcomes of another run of the same question are not there either', () => {
    const scene = sceneOf({ place: 'one', outcomes: { 'p-one': 'yes' } });
    expect(JSON.stringify(scene)).not.toContain('"isHeld":true');
  });

  it('letters stand before the options, and the choice is marked', () => {
    const scene = sceneOf({ place: 'one' });
    const part = scene.parts[1];
    expect(part).toMatchObject({ type: 'question', question: { phase: 'open', choice: null } });
    expect(part?.type === 'question' && part.question.options.map(({ letter }) => letter)).toEqual([
      'A',
      'B',
    ]);
  });
});

describe('once it is locked', () => {
  it('the tasks come, but no mark and no explanation before the run', () => {
    const scene = sceneOf(locked, 1);
    expect(types(scene)).toEqual(['text', 'question', 'task']);
    expect(scene.parts[2]).toMatchObject({ task: { passed: false, missing: 'not yet 10' } });
    expect(JSON.stringify(scene)).not.toContain('because of');
    expect(scene).toMatchObject({ explanation: null, next: null, canBeShown: true, hasMoreHints: true });
  });

  it('the run tells: marks, explanations, what follows', () => {
    const scene = sceneOf(told);
    expect(types(scene)).toEqual(['text', 'question', 'task', 'text', 'moment']);
    expect(scene.parts[1]).toMatchObject({
      question: {
        phase: 'told',
        options: [
          { id: 'yes', isGuess: false, isHeld: true, explanation: [{ text: 'because of yes' }] },
          { id: 'no', isGuess: true, isHeld: false, explanation: [{ text: 'because of no' }] },
        ],
      },
    });
    expect(scene).toMatchObject({
      explanation: [{ text: 'explanation of one' }],
      next: { to: 'step', title: 'Title of two' },
      enterable: [{ slug: 'extra', title: 'Title of extra', further: true }],
      place: { at: 'step', number: 1, of: 2, further: false },
    });
  });

  it('a run that decides nothing says so', () => {
    const place = { place: 'two', answers: { ...told.answers, 'p-two': 'yes' }, outcomes: told.outcomes };
    const scene = sceneOf({ ...place, passed: ['c-one', 'c-place', 'c-two'] }, 20);
    expect(scene.isUndecided).toBe(true);
    expect(sceneOf({ ...place, passed: ['c-one', 'c-place'] }, 15).isUndecided).toBe(false);
  });
});

describe("somebody else's run", () => {
  it('has ticked what it has done up to its head, and passes nothing for good', () => {
    const flow = new LessonFlow({ content: sampleLesson, progress: noLessonProgress });
    flow.send({ type: 'visit', step: 'one' });
    flow.send({ type: 'demonstrate' });
    const ticksAt = (instant: number) => {
      const { epoch } = flow.snapshot.context.stage;
      flow.send({ type: 'played', epoch, played: at(instant) });
      const { snapshot } = flow;
      const [played, reached] = [at(instant), new Set<string>()];
      const source = {
        context: snapshot.context,
        phase: phaseOf(snapshot),
        played,
        measured: played,
        reached,
      };
      return lessonScene(source, laterPlace).parts.flatMap((part) =>
        part.type === 'task' ? [part.task.passed] : [],
      );
    };
    expect(ticksAt(5)).toEqual([false]);
    expect(ticksAt(10)).toEqual([true]);
    flow.send({ type: 'look' });
    expect(ticksAt(5)).toEqual([false]);
    expect(flow.snapshot.context.progress.passed).toEqual([]);
  });
});

describe('the places', () => {
  it('lead from one to the next', () => {
    const recall = { place: 'recall', answers: { recall: 'yes' } };
    expect(sceneOf(recall)).toMatchObject({
      place: { at: 'recall' },
      next: { to: 'step', title: 'Title of one' },
      outlined: 'kernel/r',
    });
    expect(sceneOf({ ...recall, answers: {} })).toMatchObject({ place: { at: 'recall' }, outlined: null });
    const two = {
      place: 'two',
      answers: { 'p-one': 'yes', 'p-two': 'yes' },
      outcomes: { 'p-one': 'yes', 'p-two': 'yes' },
      passed: ['c-one', 'c-place', 'c-two'],
    };
    expect(sceneOf(two)).toMatchObject({ next: { to: 'transfer' } });
    const end = sceneOf({ ...two, place: 'finished' });
    expect(end).toMatchObject({ place: { at: 'finished' }, parts: [], next: null });
    expect(end.enterable.map(({ slug }) => slug)).toEqual(['one', 'extra', 'two']);
  });

  it('show hints one by one', () => {
    const scene = sceneOf({ ...locked, hints: { one: 1 } }, 1);
    expect(scene.hints).toEqual([[{ type: 'text', text: 'first hint' }]]);
    expect(scene.hasMoreHints).toBe(true);
    expect(sceneOf({ ...locked, hints: { one: 2 } }, 1).hasMoreHints).toBe(false);
  });
});
