// A lesson's worlds come one after the other; what was asked for before never stands on a later one.
import { lessons } from 'virtual:lessons';
import { describe, expect, it, vi } from 'vitest';
import { LessonRun } from '../../../src/apps/course/lessonRun.svelte';
import type { LessonSolution } from '../../../src/lesson/format';
import { noOptions, type LessonOptions } from '../../../src/link';
import { goesOn } from '../../fixtures/goesOn';

const entry = lessons.find(({ slug }) => slug === 'one-kernel-falls')!;
const content = await entry.open();
const solution = await entry.solution();
/** Time stands still: a test has no screen frames. */
const still = { ...noOptions, autoplay: false };

/** A lesson whose solution comes when it is let go. */
function begin(options: Partial<LessonOptions> = {}) {
  let letGo: () => void = () => {};
  const loaded = new Promise<LessonSolution>((resolve) => (letGo = () => resolve(solution)));
  const slow = { ...entry, solution: () => loaded };
  const run = new LessonRun({
    entry: slow,
    content,
    progress: undefined,
    options: { ...still, ...options },
  });
  return { run, letGo };
}

describe('a world that was asked for', () => {
  it('gives way to a later one, also while its solution is still being loaded', async () => {
    const { run, letGo } = begin();
    run.send({ type: 'choose', option: 'none' });
    run.send({ type: 'lock' });
    await run.stand(run.context.stage);
    run.judge();
    run.send({ type: 'next' });
    run.send({ type: 'choose', option: 'one' });
    run.send({ type: 'lock' });
    expect(run.phase).toBe('doing');
    run.send({ type: 'show-me' });
    const shown = run.stand(run.context.stage);
    run.send({ type: 'start-again' });
    await run.stand(run.context.stage);
    letGo();
    await shown;
    run.judge();
    expect(run.playback.frame.known.filter(({ name }) => name.startsWith('command.'))).toEqual([]);
    expect(run.context.progress.passed).toEqual([]);
    run.stop();
  });
});

describe('starting afresh', () => {
  it("goes through the lesson's machine: what somebody else did is left, and a new world is asked for", async () => {
    const { run, letGo } = begin({ step: '2', moment: 'host-kernel-panics' });
    letGo();
    await run.stand(run.context.stage);
    const { epoch } = run.context.stage;
    expect(run.phase).toBe('shown');
    await run.again();
    expect(run.phase).toBe('predicting');
    expect(run.context.stage.epoch).toBeGreaterThan(epoch);
    run.stop();
  });

  it('puts the same world there once more where the machine has nothing to do afresh', async () => {
    const { run } = begin();
    await run.stand(run.context.stage);
    const { epoch } = run.context.stage;
    const before = run.playback.frame.run;
    await run.again();
    expect(run.playback.frame.run).not.toBe(before);
    expect(run.context.stage.epoch).toBe(epoch);
    run.stop();
  });

  it('says so when a part of the page that it needs cannot be loaded', async () => {
    const { run } = begin();
    await run.stand(run.context.stage);
    vi.spyOn(run.link, 'open').mockRejectedValue(new Error('A part was not loaded.'));
    await expect(run.again()).rejects.toThrow('A part was not loaded.');
    run.stop();
  });
});

describe('an address', () => {
  it('opens a step in a fresh browser, with its question still open', () => {
    const { run } = begin({ step: '2' });
    expect(run.context.progress.place).toBe('one-kernel');
    expect([run.phase, run.hideOutcome, run.notes]).toEqual(['predicting', true, []]);
    run.stop();
  });

  it.each([[null], ['2']])(
    'plays the moment of a step (step %s), and answers nothing for the learner',
    async (step) => {
      const { run, letGo } = begin({ step, moment: 'host-kernel-panics' });
      expect(run.context.progress.place).toBe('one-kernel');
      expect([run.phase, run.hideOutcome]).toEqual(['shown', false]);
      letGo();
      await run.stand(run.context.stage);
      run.judge();
      expect(run.reached.has('host-kernel-panics')).toBe(true);
      expect(run.context.progress).toMatchObject({ answers: {}, outcomes: {}, passed: [] });
      run.send({ type: 'start-again' });
      expect(run.phase).toBe('predicting');
      run.stop();
    },
  );

  it.each([
    ['step', { step: '99' }],
    ['step', { step: 'no-such-step' }],
    ['moment', { moment: 'doomsday' }],
    ['moment', { step: '2', moment: 'doomsday' }],
  ])('is told about a %s that is not there: %j', (parameter, options) => {
    const { run } = begin(options);
    expect(run.notes.map((note) => note.parameter)).toEqual([parameter]);
    run.stop();
  });
});

describe('a step that goes on with the one before', () => {
  it('finds done what that one does, also where nobody came from there and where it is begun again', async () => {
    const { page, ...rest } = await goesOn.open();
    const at = page.steps.findIndex(({ stage }) => stage.type === 'continue');
    const { commands, until } = (await goesOn.solution()).steps[page.steps[at - 1]!.slug]!;
    const run = new LessonRun({
      entry: goesOn,
      content: { page, ...rest },
      progress: undefined,
      options: { ...still, step: String(at + 1) },
    });
    const expectDone = async () => {
      await run.stand(run.context.stage);
      const { head, furthest, journal } = run.playback.frame;
      expect([head, furthest]).toEqual([until, until]);
      expect(journal.map(({ command }) => command)).toEqual(commands.map(({ command }) => command));
    };
    await expectDone();
    expect(run.phase).toBe('predicting');
    const question = page.steps[at]!.parts.find((part) => part.type === 'prediction')!;
    run.send({ type: 'choose', option: question.prediction.options[0]!.id });
    run.send({ type: 'lock' });
    expect(run.phase).toBe('doing');
    run.send({ type: 'start-again' });
    await expectDone();
    run.stop();
  });
});
