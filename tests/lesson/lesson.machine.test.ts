// The course of a lesson: what opens when, what is kept, and what never counts.
import { describe, expect, it } from 'vitest';
import { LessonFlow } from '../../src/lesson/lessonFlow';
import type { LessonEvent } from '../../src/lesson/lessonContext';
import { hidesOutcome, offeredCommands, phaseOf } from '../../src/lesson/outlook';
import { noLessonProgress, type LessonProgress } from '../../src/lesson/progress';
import { at, sampleLesson } from './sampleLesson';

/** A lesson at work; `play` looks at the run of the stage that stands. */
function begin(progress?: Partial<LessonProgress>, content = sampleLesson) {
  const input = progress ? { content, progress: { ...noLessonProgress, ...progress } } : { content };
  const flow = new LessonFlow(input);
  const send = (event: LessonEvent) => flow.send(event);
  const snapshot = () => flow.snapshot;
  return {
    send,
    snapshot,
    get phase() {
      return phaseOf(snapshot());
    },
    get context() {
      return snapshot().context;
    },
    answer(option: string) {
      send({ type: 'choose', option });
      send({ type: 'lock' });
    },
    play: (instant: number) =>
      send({ type: 'played', epoch: snapshot().context.stage.epoch, played: at(instant) }),
  };
}

const doneOne = { answers: { recall: 'yes', 'p-one': 'no' }, outcomes: { recall: 'yes', 'p-one': 'yes' } };
const atTwo: Partial<LessonProgress> = { ...doneOne, place: 'two', passed: ['c-one'] };
const atEnd: Partial<LessonProgress> = {
  place: 'transfer',
  answers: { ...doneOne.answers, 'p-two': 'yes' },
  outcomes: { ...doneOne.outcomes, 'p-two': 'yes' },
  passed: ['c-one', 'c-place', 'c-two'],
};

describe('the whole lesson', () => {
  it('goes from the recall to the end', () => {
    const lesson = begin();
    expect(lesson.phase).toBe('open');
    lesson.answer('no');
    expect(lesson.phase).toBe('running');
    lesson.play(0);
    expect(lesson.phase).toBe('explained');
    lesson.send({ type: 'next' });
    expect(lesson.phase).toBe('predicting');
    lesson.answer('yes');
    expect(lesson.phase).toBe('doing');
    lesson.play(10);
    expect(lesson.phase).toBe('explained');
    lesson.send({ type: 'next' });
    expect(lesson.context.progress.place).toBe('two');
    lesson.play(10);
    expect(lesson.phase).toBe('predicting');
    lesson.answer('no');
    lesson.play(30);
    expect(lesson.phase).toBe('explained');
    lesson.send({ type: 'next' });
    expect(lesson.context.stage.world).toBeNull();
    lesson.answer('yes');
    expect(lesson.context.stage.world).toBe('t');
    lesson.play(10);
    expect(lesson.phase).toBe('explained');
    lesson.send({ type: 'next' });
    expect(lesson.phase).toBe('finished');
    expect(lesson.context.progress).toMatchObject({
      place: 'finished',
      answers: { recall: 'no', 'p-one': 'yes', 'p-two': 'no', transfer: 'yes' },
      outcomes: { recall: 'yes', 'p-one': 'yes', 'p-two': 'yes', transfer: 'yes' },
      passed: ['c-one', 'c-place', 'c-two'],
    });
  });

  it('starts with its first step when it recalls nothing', () => {
    const page = { ...sampleLesson.page, recall: null };
    const lesson = begin(undefined, { ...sampleLesson, page });
    expect(lesson.context.progress.place).toBe('one');
    expect(lesson.context.stage.world).toBe('w');
  });

  it('ends after its last step when there is no transfer', () => {
    const page = { ...sampleLesson.page, transfer: null };
    const lesson = begin({ ...atEnd, place: 'two' }, { ...sampleLesson, page });
    lesson.send({ type: 'next' });
    expect(lesson.phase).toBe('finished');
  });
});

describe('a prediction', () => {
  it('hides outcomes and offers nothing until it is locked', () => {
    const lesson = begin({ ...doneOne, place: 'one', answers: { recall: 'yes' }, outcomes: {} });
    expect(hidesOutcome(lesson.snapshot())).toBe(true);
    expect(offeredCommands(lesson.snapshot())).toEqual([]);
    lesson.answer('no');
    expect(hidesOutcome(lesson.snapshot())).toBe(false);
    expect(offeredCommands(lesson.snapshot())).toEqual(['kill-process']);
  });

  it('offers what comes after a task to watch when that is done', () => {
    const [one] = sampleLesson.page.steps;
    const watch = { type: 'task', task: { check: 'c-one', text: [], commands: [] } } as const;
    const then = { type: 'task', task: { check: 'c-two', text: [], commands: ['panic'] } } as const;
    const page = { ...sampleLesson.page, steps: [{ ...one!, parts: [watch, then] }] };
    const lesson = begin({ ...doneOne, place: 'one' }, { ...sampleLesson, page });
    expect(offeredCommands(lesson.snapshot())).toEqual([]);
    lesson.play(10);
    expect(lesson.context.progress.passed).toEqual(['c-one']);
    expect(offeredCommands(lesson.snapshot())).toEqual(['panic']);
  });

  it('cannot be locked without a choice, and not with an option it does not have', () => {
    const lesson = begin();
    lesson.send({ type: 'lock' });
    lesson.send({ type: 'choose', option: 'maybe' });
    lesson.send({ type: 'lock' });
    expect(lesson.phase).toBe('open');
    expect(lesson.context.progress.answers).toEqual({});
  });

  it('keeps its first answer', () => {
    const lesson = begin({ place: 'one', answers: { recall: 'yes' }, outcomes: { recall: 'yes' } });
    lesson.answer('no');
    lesson.answer('yes');
    expect(lesson.context.progress.answers['p-one']).toBe('no');
  });

  it('may be changed as long as it is not locked', () => {
    const lesson = begin();
    lesson.send({ type: 'choose', option: 'no' });
    lesson.answer('yes');
    expect(lesson.context.progress.answers['recall']).toBe('yes');
  });

  it('learns nothing from a run that was played before it was locked', () => {
    const lesson = begin({ place: 'one' });
    lesson.play(10);
    expect(lesson.context.progress.passed).toEqual([]);
    expect(lesson.phase).toBe('predicting');
  });

  it('opens in the middle of a step only when what comes before it is done', () => {
    const lesson = begin(atTwo);
    expect(lesson.phase).toBe('doing');
    expect(offeredCommands(lesson.snapshot())).toEqual(['place']);
    lesson.play(10);
    expect(lesson.phase).toBe('predicting');
    lesson.answer('yes');
    expect(offeredCommands(lesson.snapshot())).toEqual(['place', 'panic']);
  });

  it('is asked together with the tasks before it when the world begins afresh', () => {
    const built = { ...atTwo, passed: ['c-one', 'c-place'] };
    const back = begin(built);
    expect(back.phase).toBe('doing');
    expect(back.context.progress.passed).toEqual(['c-one']);
    back.play(10);
    expect(back.phase).toBe('predicting');
    back.answer('yes');
    back.send({ type: 'start-again' });
    expect(back.context.progress.passed).toEqual(['c-one']);
    back.play(30);
    back.play(30);
    expect(back.phase).toBe('explained');
    back.send({ type: 'start-again' });
    expect(back.context.progress.passed).toContain('c-place');
  });

  it('is not told by a run in which no single option holds, though all is done', () => {
    const lesson = begin({ ...atTwo, answers: { ...doneOne.answers, 'p-two': 'yes' } });
    lesson.play(20);
    expect(lesson.context.progress.passed).toContain('c-two');
    expect(lesson.phase).toBe('doing');
    lesson.play(30);
    expect(lesson.phase).toBe('explained');
  });
});

describe('tasks', () => {
  it('say what is missing, and stay passed', () => {
    const lesson = begin({ ...atTwo, answers: { ...doneOne.answers, 'p-two': 'yes' } });
    lesson.play(5);
    expect(lesson.context.missing).toEqual({ 'c-place': 'not yet 10' });
    lesson.play(10);
    lesson.play(0);
    expect(lesson.context.progress.passed).toContain('c-place');
    expect(lesson.context.missing).toEqual({ 'c-two': 'not yet 20' });
  });

  it('are not passed by a run of another stage', () => {
    const lesson = begin(atTwo);
    const { epoch } = lesson.context.stage;
    lesson.send({ type: 'start-again' });
    lesson.send({ type: 'played', epoch, played: at(10) });
    expect(lesson.context.progress.passed).not.toContain('c-place');
    lesson.play(10);
    expect(lesson.context.progress.passed).toContain('c-place');
  });

  it('keep the same progress object while nothing is new', () => {
    const lesson = begin(atTwo);
    lesson.play(1);
    const { progress } = lesson.context;
    lesson.play(2);
    expect(lesson.context.progress).toBe(progress);
  });
});

describe('help', () => {
  it('comes hint by hint, and no further', () => {
    const lesson = begin(atTwo);
    for (let times = 0; times < 4; times += 1) lesson.send({ type: 'hint' });
    expect(lesson.context.progress.hints).toEqual({ two: 2 });
  });

  it('is not given while a prediction is open', () => {
    const lesson = begin({ place: 'one' });
    lesson.send({ type: 'hint' });
    lesson.send({ type: 'show-me' });
    expect(lesson.context.progress).toMatchObject({ hints: {}, shown: [] });
    expect(lesson.context.stage.show).toBeNull();
  });

  it('asks for the step afresh with its solution, and remembers that', () => {
    const lesson = begin(atTwo);
    const { epoch } = lesson.context.stage;
    lesson.send({ type: 'show-me' });
    expect(lesson.context.stage).toEqual({ world: 'w', epoch: epoch + 1, show: 'two' });
    lesson.send({ type: 'start-again' });
    expect(lesson.context.stage).toEqual({ world: 'w', epoch: epoch + 2, show: null });
    expect(lesson.context.progress.shown).toEqual(['two']);
  });

  it('is never given with the transfer question', () => {
    const lesson = begin(atEnd);
    lesson.send({ type: 'show-me' });
    expect(lesson.context.stage.world).toBeNull();
    lesson.answer('no');
    lesson.send({ type: 'show-me' });
    expect(lesson.context.progress.shown).toEqual([]);
    expect(lesson.context.progress.outcomes['transfer']).toBeUndefined();
  });
});

describe('steps', () => {
  it('that are optional are left out by "next" and entered by name', () => {
    const lesson = begin({ ...atTwo, place: 'one' });
    expect(lesson.phase).toBe('explained');
    const { epoch } = lesson.context.stage;
    lesson.send({ type: 'go-to', step: 'extra' });
    expect(lesson.context.progress.place).toBe('extra');
    expect(lesson.context.stage.epoch).toBe(epoch);
    lesson.play(10);
    lesson.send({ type: 'next' });
    expect(lesson.context.progress.place).toBe('two');
    expect(lesson.context.stage.epoch).toBe(epoch + 1);
  });

  it('cannot be entered before the core steps before them are done', () => {
    const lesson = begin();
    lesson.send({ type: 'go-to', step: 'two' });
    lesson.send({ type: 'go-to', step: 'nowhere' });
    expect(lesson.context.progress.place).toBe('recall');
    lesson.send({ type: 'go-to', step: 'one' });
    expect(lesson.context.progress.place).toBe('one');
  });

  it('cannot be left before they are done', () => {
    const lesson = begin(atTwo);
    lesson.send({ type: 'next' });
    expect(lesson.context.progress.place).toBe('two');
  });
});

describe('kept progress', () => {
  it.each([
    ['two', 'doing'],
    ['one', 'explained'],
  ])('goes on at step %s', (place, phase) => {
    expect(begin({ ...atTwo, place }).phase).toBe(phase);
  });

  it('goes on at the transfer, and at the end', () => {
    expect(begin(atEnd).snapshot().path).toBe('transfer.open');
    expect(begin({ ...atEnd, place: 'finished' }).phase).toBe('finished');
  });

  it.each(['nowhere', 'two', 'transfer', 'finished'])('starts afresh at a place not earned: %s', (place) => {
    expect(begin({ place }).context.progress.place).toBe('recall');
  });

  it('takes in what another tab did, and stays where it is', () => {
    const lesson = begin({ ...atTwo, place: 'one', outcomes: {}, answers: { recall: 'yes' } });
    expect(lesson.phase).toBe('predicting');
    const theirs = { ...noLessonProgress, place: 'two', answers: { 'p-one': 'yes' }, passed: ['c-extra'] };
    lesson.send({ type: 'merge', progress: theirs });
    expect(lesson.phase).toBe('doing');
    expect(lesson.context.progress).toMatchObject({ place: 'one', answers: { 'p-one': 'yes' } });
    expect(lesson.context.progress.passed).toEqual(['c-extra', 'c-one']);
  });
});
