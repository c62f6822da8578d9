// Every lesson in front of a class, stop by stop: each question is answered later, on a stage that bears it out, and each
// caption says in plain words what happened and what comes next.
import { lessons } from 'virtual:lessons';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { questionShown } from '../../../src/apps/projector/asking';
import { notesFor } from '../../../src/apps/projector/notes';
import { ProjectorRun } from '../../../src/apps/projector/projectorRun.svelte';
import { captionFor } from '../../../src/apps/projector/telling';
import { heldOption } from '../../../src/lesson/evaluate';
import { playAttempt, playedOf } from '../../../src/lesson/player';
import { noOptions } from '../../../src/link';

/** What has no place in a caption: ids, digests, and who sent a fault. */
const STIFF = /\w\/\w+-\w|[0-9a-f]{10}|\b(?:rkt|shim|conmon|lxc|io)-\w+|\bscenario\b|undefined|…/;
const LONGEST = 90;

// After a deed that breaks something time runs, and asks the browser for its frames.
beforeAll(() => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});
afterAll(() => vi.unstubAllGlobals());

const talks = await Promise.all(
  lessons.map(async (entry) => ({
    slug: entry.slug,
    run: await ProjectorRun.open({ entry, linked: null, options: noOptions }),
  })),
);

describe.each(talks)('$slug in class', ({ run }) => {
  const { stops, content } = run;

  it('answers each question at a later stop, where the run bears it out and shows every figure of the reason', async () => {
    const questions = stops.flatMap((stop, at) => (stop.kind === 'question' ? [{ stop, at }] : []));
    expect(questions.length).toBeGreaterThan(1);
    for (const { stop, at } of questions) {
      const { prediction, answer } = stop.asked!;
      const { id } = prediction;
      const told = stops.findIndex((each, later) => {
        return later > at && each.asked === stop.asked && each.at === answer?.at;
      });
      expect(told, id).toBeGreaterThan(at);
      expect(stops[told]!.way, id).toBe(stop.way);
      await run.go(told);
      expect(run.held, id).toBe(answer!.option);
      expect(heldOption(content.checks, id, run.played), id).toBe(answer!.option);
      const shown = questionShown(run)!;
      expect(shown.why, id).not.toBe('');
      expect(shown.why, id).not.toContain('…');
      // The presenter has read it before, with the same figures.
      const noted = notesFor({ stop, content }).map(({ text }) => text);
      expect(noted.filter((text) => text.endsWith(shown.why)).length, shown.why).toBeGreaterThan(0);
      expect(shown.options.filter(({ shownBy }) => shownBy !== null)).toHaveLength(1);
      // It is what the lesson comes to, and no state on the way there.
      const end = playAttempt(stop.way.scenario, stop.way.solution);
      expect(heldOption(content.checks, id, playedOf(end)) ?? answer!.option, id).toBe(answer!.option);
    }
  });

  it('says in each caption what happened and what comes next', async () => {
    let before = '';
    for (const [at, stop] of stops.entries()) {
      await run.go(at);
      const caption = captionFor(run);
      // What was told is not told again as if it were new.
      if (stop.kind === 'outcome') expect(caption.split('. ', 1)[0]).not.toBe(before);
      before = caption.split('. ', 1)[0]!;
      // A service is written as it stands on the stage.
      expect(caption).not.toMatch(/^(?:Search|Cart|Buy)\b/);
      expect(caption.length, caption).toBeLessThanOrEqual(LONGEST);
      expect(caption).not.toMatch(STIFF);
      if (stop.kind === 'question' || stop.kind === 'opening') expect(caption).toMatch(/[.?!]$/);
      else expect(caption).toMatch(/^\S.*\. (?:Next: .*|That was all)\.$/);
    }
  });

  it('takes the answer away as soon as somebody does something else', async () => {
    const at = stops.findIndex(
      ({ kind, asked, at: head }) => kind !== 'question' && asked?.answer?.at === head,
    );
    await run.go(at);
    expect(questionShown(run)).not.toBeNull();
    const { view } = run.playback.frame;
    const target = view.ofKind('host')[0]!.id;
    expect(await run.do({ name: 'pull-plug', target })).toBeNull();
    expect(questionShown(run)).toBeNull();
    // What somebody did is told, and not what the lesson has at the same instant.
    expect(captionFor(run)).toMatch(/^The laptop lost its power\.|^\S+ lost its power\./);
    await run.go(at);
    expect(questionShown(run)).not.toBeNull();
  });
});

describe('fair-shares in class', () => {
  it('counts no copy as serving that waits for memory and answers nobody', async () => {
    const { run } = talks.find(({ slug }) => slug === 'fair-shares')!;
    await run.go(run.stops.findIndex(({ moment }) => moment?.id === 'unhealthy'));
    expect(captionFor(run)).toContain('0 of 1');
  });
});

describe('many-computers-in-one in class', () => {
  it('says of kernels that panic together how many they are', async () => {
    const { run } = talks.find(({ slug }) => slug === 'many-computers-in-one')!;
    const at = run.stops.findIndex(
      ({ kind, asked }) => kind === 'outcome' && asked?.prediction.id === 'six-panics',
    );
    await run.go(at);
    expect(captionFor(run)).toMatch(/^The kernel of \S+ panicked, and \d more\. 1 of 6 /);
  });
});
