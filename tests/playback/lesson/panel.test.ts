// What the panel may hold: nothing that is hidden is in the scene, whatever the run has shown.
import { describe, expect, it } from 'vitest';
import type { LessonChecks, LessonContent, Line, Step } from '../../../src/lesson/format';
import { LessonFlow } from '../../../src/lesson/lessonFlow';
import { phaseOf } from '../../../src/lesson/outlook';
import { noLessonProgress, type LessonProgress } from '../../../src/lesson/progress';
import { laterPlace, sceneText } from '../../../src/playback/lesson/laterPlaces';
import { figureReader, lessonScene, sceneLine } from '../../../src/playback/lesson/panel';
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
    earlier: [],
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
  /** The lesson while such a run is on the stage, looked at in some instants one after the other. */
  function beside(progress: Partial<LessonProgress> = {}) {
    const flow = new LessonFlow({ content: sampleLesson, progress: { ...noLessonProgress, ...progress } });
    const sceneAt = (instant: number) => {
      const { epoch } = flow.snapshot.context.stage;
      const played = at(instant);
      flow.send({ type: 'played', epoch, played });
      const { context } = flow.snapshot;
      const phase = phaseOf(flow.snapshot);
      const source = { context, phase, played, measured: played, earlier: [], reached: new Set<string>() };
      return lessonScene(source, laterPlace);
    };
    const ticksAt = (instant: number) =>
      sceneAt(instant).parts.flatMap((part) => (part.type === 'task' ? [part.task.passed] : []));
    return { flow, sceneAt, ticksAt };
  }

  it('has ticked what it has done up to its head, and passes nothing for good', () => {
    const { flow, ticksAt } = beside();
    flow.send({ type: 'visit', step: 'one' });
    flow.send({ type: 'demonstrate' });
    expect(ticksAt(5)).toEqual([false]);
    expect(ticksAt(10)).toEqual([true]);
    flow.send({ type: 'look' });
    expect(ticksAt(5)).toEqual([false]);
    expect(flow.snapshot.context.progress.passed).toEqual([]);
  });

  it('is what a task is told to lack, and tells what it means when its tasks are ticked', () => {
    const { flow, sceneAt } = beside(locked);
    expect(sceneAt(1).parts[2]).toMatchObject({ task: { missing: 'not yet 10' } });
    flow.send({ type: 'look' });
    expect(sceneAt(20).parts[2]).toMatchObject({ task: { passed: true, missing: null } });
    flow.send({ type: 'look' });
    const scene = sceneAt(5);
    expect(types(scene)).toEqual(['text', 'question', 'task', 'moment']);
    expect(scene.parts[2]).toMatchObject({ task: { passed: false, missing: 'not yet 10' } });
    expect(types(sceneAt(10))).toEqual(['text', 'question', 'task', 'text', 'moment']);
  });

  it('leaves the hints to whoever has locked an answer', () => {
    const { flow, sceneAt } = beside(locked);
    flow.send({ type: 'look' });
    expect(sceneAt(5)).toMatchObject({ hasMoreHints: true, hints: [] });
    flow.send({ type: 'hint' });
    expect(sceneAt(5).hints).toHaveLength(1);
    const open = beside({ place: 'one' });
    open.flow.send({ type: 'demonstrate' });
    expect(open.sceneAt(5)).toMatchObject({ hasMoreHints: false, hints: [] });
    open.flow.send({ type: 'hint' });
    expect(open.flow.snapshot.context.progress.hints).toEqual({});
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

describe('figures of what was done, in a run that did not do it', () => {
  const [first, ...others] = sampleLesson.page.steps;
  const fell: Line = [
    { type: 'text', text: 'You saw ' },
    { type: 'figure', id: 'fell' },
    { type: 'text', text: ' fall. Now drag time back.' },
  ];
  const parts: Step['parts'] = [
    ...first!.parts.slice(0, 3),
    { type: 'text', block: { type: 'paragraph', children: fell } },
    { type: 'text', block: { type: 'paragraph', children: fell.slice(1, 2) } },
  ];
  const figures: LessonChecks['figures'] = { fell: ({ world }) => (world.at >= 10 ? world.at : null) };
  const content: LessonContent = {
    ...sampleLesson,
    page: { ...sampleLesson.page, steps: [{ ...first!, parts }, ...others] },
    checks: { ...sampleLesson.checks, figures },
  };
  const flow = new LessonFlow({ content, progress: { ...noLessonProgress, ...told } });
  const { context } = flow.snapshot;
  const phase = phaseOf(flow.snapshot);
  const seen = (measured: number | null, earlier: readonly number[]) => {
    const played = measured === null ? null : at(measured);
    const source = {
      context,
      phase,
      played,
      measured: played,
      earlier: earlier.map(at),
      reached: new Set<string>(),
    };
    const scene = lessonScene(source, laterPlace);
    const text = scene.parts.slice(3).map((part) => part.type === 'text' && part.block);
    return { lacks: scene.lacksFigures, text: JSON.stringify(text) };
  };

  it('are those of the run that did it', () => {
    const figures = [seen(5, [12, 20]), seen(11, [20])].map(({ lacks, text }) => [
      lacks,
      /"value":(\d+)/.exec(text)?.[1],
    ]);
    expect(figures).toEqual([
      [false, '12'],
      [false, '11'],
    ]);
  });

  it('are all of one run where they stand in one line or one table', () => {
    const figure = (id: string): Line => [{ type: 'figure', id }];
    const both: Line = [...figure('a'), { type: 'strong', children: figure('b') }];
    const reads: LessonChecks['figures'] = {
      a: ({ world }) => (world.at < 20 ? world.at : null),
      b: ({ world }) => (world.at > 10 ? world.at : null),
    };
    const valuesIn = (given: unknown) =>
      [...JSON.stringify(given).matchAll(/"value":(\w+)/g)].map(([, value]) => value);
    const read = (now: number, ...earlier: number[]) =>
      figureReader({ ...sampleLesson.checks, figures: reads }, at(now), earlier.map(at));
    expect(valuesIn(sceneLine(both, read(5, 30, 15)))).toEqual(['15', '15']);
    expect(valuesIn(sceneLine(both, read(5, 30)))).toEqual(['5', 'null']);
    const table = { type: 'table', header: [figure('a')], rows: [[figure('a'), figure('b')]] } as const;
    expect(valuesIn(sceneText(table, read(5, 30)))).toEqual(['5', '5', 'null']);
    expect(valuesIn(sceneText(table, read(5, 12)))).toEqual(['12', '12', '12']);
  });

  it('are left out with their sentence when no run on the stage did it, and that is said', () => {
    const { lacks, text } = seen(5, []);
    expect(lacks).toBe(true);
    expect(text).toBe(
      JSON.stringify([{ type: 'paragraph', children: [{ type: 'text', text: 'Now drag time back.' }] }]),
    );
  });

  it('leave no empty paragraph behind where an explanation has nothing else', () => {
    const hole: Line = [{ type: 'figure', id: 'fell' }];
    const steps = [{ ...content.page.steps[0]!, explanation: hole }, ...content.page.steps.slice(1)];
    const bare = { ...content, page: { ...content.page, steps } };
    const { snapshot } = new LessonFlow({ content: bare, progress: { ...noLessonProgress, ...told } });
    const source = { played: at(5), measured: at(5), earlier: [], reached: new Set<string>() };
    const given = { context: snapshot.context, phase: phaseOf(snapshot), ...source };
    expect(lessonScene(given, laterPlace)).toMatchObject({ lacksFigures: true, explanation: null });
  });

  it('are left out in silence while no run stands yet', () => {
    const [without, lacking] = [seen(null, []), seen(5, [])];
    expect([without.lacks, lacking.lacks]).toEqual([false, true]);
    expect(without.text).toBe(lacking.text);
  });

  it('tell a question that stays open for it apart from one that the run has spoilt', () => {
    const place = { place: 'two', answers: { ...told.answers, 'p-two': 'yes' }, outcomes: told.outcomes };
    const passed = ['c-one', 'c-place', 'c-two'];
    expect(sceneOf({ ...place, passed }, 20)).toMatchObject({ isUndecided: true, isParted: false });
    expect(sceneOf({ ...place, passed }, 15)).toMatchObject({ isUndecided: true, isParted: true });
  });
});
