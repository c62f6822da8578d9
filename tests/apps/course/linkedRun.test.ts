// A run that a link brings into a lesson: where it stands, when it waits, and what it may not do for the learner.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { readLinked } from '../../../src/apps/course/linked';
import { LessonRun } from '../../../src/apps/course/lessonRun.svelte';
import { StageLink } from '../../../src/apps/course/stageLink.svelte';
import { noLessonProgress, type LessonProgress } from '../../../src/lesson/progress';
import { noOptions } from '../../../src/link';
import { packSituation, type Situation } from '../../../src/link/situations';
import { engineDoor } from '../../../src/playback/engine';
import { Playback } from '../../../src/playback/playback.svelte';
import { SECOND } from '../../../src/sim';
import { emptied, fallen, family, forked, late, LESSON, parted, runOf } from '../../link/situations';

const entry = lessons.find(({ slug }) => slug === LESSON)!;
const content = await entry.open();
const { steps } = content.page;

/** What a page reads from a link with this situation. */
const linkedOf = async (situation: Situation) =>
  readLinked(await packSituation(situation), 'link', lessons, LESSON);
const linked = await linkedOf(fallen);
const digest = (await runOf(fallen)).digest();

/** The lesson of somebody with this progress who opens a link. */
function open(
  step: string | null,
  progress?: Partial<LessonProgress>,
  isOwn = false,
  run = linked,
): LessonRun {
  const options = { ...noOptions, autoplay: false, step };
  return new LessonRun({
    entry,
    content,
    progress: progress && { ...noLessonProgress, ...progress },
    options,
    linked: run,
    isOwn,
  });
}

async function stand(run: LessonRun): Promise<void> {
  await run.stand(run.context.stage);
  run.judge();
}

const journalOf = ({ playback }: LessonRun) => playback.frame.journal.map(({ command }) => command.name);

describe('the link of somebody else', () => {
  it('waits while a question of its step is open, and until the learner asks for it then', async () => {
    const run = open('2');
    await stand(run);
    expect([run.phase, run.linkState, journalOf(run)]).toEqual(['predicting', 'held', []]);
    expect(run.packed).toBe(linked.text);
    run.openLink();
    expect(run.linkState).toBe('held');
    run.send({
      type: 'choose',
      option: steps[1]!.parts.find((part) => part.type === 'prediction')!.prediction.options[0]!.id,
    });
    run.send({ type: 'lock' });
    expect([run.phase, run.linkState, journalOf(run)]).toEqual(['doing', 'ready', []]);
    run.openLink();
    await stand(run);
    expect([run.phase, run.linkState]).toEqual(['shown', null]);
    expect([run.playback.frame.head, await run.playback.digest()]).toEqual([fallen.at, digest]);
    expect(run.playback.selected).toBe(fallen.selected);
    expect([run.context.progress.passed, run.context.progress.outcomes, run.isOwn]).toEqual([[], {}, false]);
    run.send({ type: 'start-again' });
    await stand(run);
    expect([run.phase, journalOf(run)]).toEqual(['doing', []]);
    run.stop();
  });

  it('stands at once where no question is open any more', async () => {
    const run = open('2', { answers: { 'one-kernel': 'one-six' } });
    await stand(run);
    expect([run.phase, run.linkState, await run.playback.digest()]).toEqual(['shown', null, digest]);
    expect([run.playback.playing, run.context.progress.passed]).toEqual([false, []]);
    run.stop();
  });

  it('opens a step that has its world when the address names none, or a wrong one', () => {
    for (const step of [null, '5']) {
      const run = open(step);
      expect(run.context.progress.place).toBe(steps[0]!.slug);
      run.stop();
    }
  });

  it('of the last case is kept for later', async () => {
    const last = await linkedOf({
      ...fallen,
      scenario: { lesson: LESSON, world: 'laptop' },
      journal: [],
      selected: null,
    });
    const run = open(null, undefined, false, last);
    await stand(run);
    expect([run.linkState, journalOf(run)]).toEqual(['later', []]);
    run.stop();
  });

  it('gives way to a later address, and to the next step', async () => {
    const run = open('2');
    run.arrive({ ...noOptions, autoplay: false, step: '3' }, null, false);
    await stand(run);
    expect([run.context.progress.place, run.linkState, run.packed]).toEqual([steps[2]!.slug, null, null]);
    run.stop();
  });

  it('of another lesson is refused', async () => {
    const text = await packSituation(fallen);
    await expect(readLinked(text, 'link', lessons, 'fair-shares')).rejects.toMatchObject({
      problem: { code: 'other-lesson', lesson: LESSON },
    });
  });
});

describe("the learner's own address", () => {
  it('brings the run back as it was, and goes on being judged', async () => {
    const run = open('2', { answers: { 'one-kernel': 'one-six' } }, true);
    await stand(run);
    expect([await run.playback.digest(), run.isOwn]).toEqual([digest, true]);
    expect(run.context.progress.passed).toEqual(['panicked-vm-2', 'panicked-host-b']);
    run.stop();
  });

  it('also while its question is open: it was on the screen like that', async () => {
    const run = open('2', undefined, true);
    await stand(run);
    expect([run.hideOutcome, run.playback.playing, await run.playback.digest()]).toEqual([
      true,
      false,
      digest,
    ]);
    run.stop();
  });
});

describe('a stage', () => {
  /** A playback with the runs of a situation, and what its link says of it. */
  async function again(situation: Situation) {
    const playback = new Playback(engineDoor());
    const link = new StageLink(playback);
    await link.stand(await linkedOf(situation));
    return { playback, said: await link.situation() };
  }

  it.each(Object.entries({ fallen, forked, emptied, late, parted, family }))(
    'says what it was told: %s',
    async (_, situation) => {
      const { playback, said } = await again(situation);
      expect(said).toEqual(situation);
      expect(await playback.digest()).toBe((await runOf(situation)).digest());
      playback.destroy();
    },
  );

  it('has the run that was left beside the fork', async () => {
    const { playback } = await again(forked);
    expect(playback.runs.map(({ parent, forkedAt }) => [parent, forkedAt])).toEqual([
      [null, null],
      ['1', 7 * SECOND],
    ]);
    await playback.switchRun('1');
    expect(playback.frame.journal).toEqual(fallen.journal);
    playback.destroy();
  });
});

describe('what was measured on a stage', () => {
  /** The run undone, and another deed in its place; gives what it and those before it say. */
  async function undone(run: ReturnType<typeof open>) {
    const fell = () =>
      [run.measured, ...run.earlier].map(
        (played) => played && content.checks.figures['fell-with-host-b']?.(played),
      );
    await stand(run);
    expect(fell()).toEqual([6]);
    await run.playback.undo();
    expect(fell()).toEqual([null, 6]);
    await run.playback.seek(6 * SECOND);
    await run.playback.do({ name: 'pull-plug', target: 'host/host-a' });
    return fell;
  }

  it('stays known when the command is taken back, and where another run does not do it, until it begins afresh', async () => {
    const run = open('2', { answers: { 'one-kernel': 'one-six' } }, true);
    const fell = await undone(run);
    expect(fell().at(-1)).toBe(6);
    run.send({ type: 'start-again' });
    await stand(run);
    expect(fell()).toEqual([null]);
    run.stop();
  });

  it('is known of each run once, however often time goes on in it and another one takes its place', async () => {
    const run = open('2', { answers: { 'one-kernel': 'one-six' } }, true);
    const fell = await undone(run);
    for (let second = 7; second < 17; second++) {
      await run.playback.seek(second * SECOND);
      expect(fell()).toEqual([null, null, 6]);
    }
    expect(run.measured?.facts.length).toBeGreaterThan(run.earlier[0]!.facts.length);
    const [first, fork] = run.playback.runs.map(({ id }) => id);
    for (const id of [first!, fork!, first!]) {
      await run.playback.switchRun(id);
      expect(fell()).toEqual([null, null, 6]);
    }
    expect(run.earlier[0]?.world.at).toBe(16 * SECOND);
    run.stop();
  });
});
