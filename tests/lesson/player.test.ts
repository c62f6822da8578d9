// Playing lessons without a screen, on the first lesson that is there.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { worldOf } from '../../src/lesson/crossCheck';
import { figuresIn, momentsIn, scenarioOf } from '../../src/lesson/content';
import {
  instantsOf,
  judgeRun,
  playAttempt,
  playedOf,
  RefusedCommand,
  shownSolution,
  wholeAttempt,
} from '../../src/lesson/player';
import { noLessonProgress } from '../../src/lesson/progress';
import { SECOND } from '../../src/sim';

const entry = lessons.find(({ slug }) => slug === 'one-kernel-falls')!;
const content = await entry.open();
const solution = await entry.solution();
const { page, checks } = content;
const indexOf = (slug: string) => page.steps.findIndex((step) => step.slug === slug);
const walls = indexOf('draw-the-walls-yourself');
const twoHosts = scenarioOf(content, 'two-hosts');

describe('playing', () => {
  it('ends where the attempt says, with its commands done', () => {
    const run = playAttempt(twoHosts, solution.steps['one-kernel']!);
    expect(run.head).toBe(20 * SECOND);
    expect(run.journal).toEqual(solution.steps['one-kernel']!.commands);
  });

  it('gives the same digest every time', () => {
    const digests = [1, 2, 3].map(() => playAttempt(twoHosts, solution.steps['one-kernel']!).digest());
    expect(new Set(digests).size).toBe(1);
  });

  it('says which command of an attempt the model refused', () => {
    const twice = { at: SECOND, command: { name: 'pull-plug', target: 'host/host-b' } };
    expect(() => playAttempt(twoHosts, { commands: [twice, twice], until: SECOND })).toThrow(RefusedCommand);
    expect(() => playAttempt(twoHosts, { commands: [twice, twice], until: SECOND })).toThrow(
      /"pull-plug" on host\/host-b was refused: already-down/,
    );
  });

  it('refuses a world that the lesson does not have', () => {
    expect(() => scenarioOf(content, 'moon')).toThrow('one-kernel-falls has no world "moon"');
  });

  it('shows every instant at which something happened, in order, and the end', () => {
    const run = playAttempt(twoHosts, solution.steps['one-kernel']!);
    expect([...instantsOf(run)].map(({ world }) => world.at / SECOND)).toEqual([0, 5, 10, 20]);
  });

  it('puts what the steps before did in front of a step that continues', () => {
    const step = { ...page.steps[1]!, stage: { type: 'continue' } } as const;
    const continued = { ...content, page: { ...page, steps: [page.steps[0]!, step] } };
    const attempt = { commands: [], until: 60 * SECOND };
    expect(worldOf(continued.page, 1)).toBe('two-hosts');
    expect(wholeAttempt(continued, solution, 1, attempt)).toEqual({
      commands: solution.steps['one-program']!.commands,
      until: 60 * SECOND,
    });
    expect(wholeAttempt(content, solution, 1, attempt)).toBe(attempt);
  });
});

describe('judging', () => {
  it('keeps a check passed that the end of the run would not pass', () => {
    const judgement = judgeRun(
      page.steps[walls]!,
      checks,
      playAttempt(scenarioOf(content, 'host-c'), solution.steps[page.steps[walls]!.slug]!),
    );
    expect(judgement.progress.passed).toContain('walls');
    expect(judgement.missing).toEqual({});
  });

  it('names what is missing at the end of a run', () => {
    const wrong = solution.wrong.find(({ unmet }) => unmet === 'walls')!;
    const judgement = judgeRun(page.steps[walls]!, checks, playAttempt(scenarioOf(content, 'host-c'), wrong));
    expect(judgement.missing).toEqual({ walls: 'Both copies of search are in VM 1.' });
  });
});

describe('"show me"', () => {
  it('plays nothing beyond a prediction that is not locked', () => {
    const shown = shownSolution(content, solution, walls, noLessonProgress);
    const names = new Set(shown.commands.map(({ command }) => command.name));
    expect([...names]).toEqual(['place-container']);
    expect(shown.until).toBeLessThan(10 * SECOND);
    const played = playedOf(playAttempt(scenarioOf(content, 'host-c'), shown));
    expect(checks.checks['walls']?.test(played)).toEqual({ passed: true });
  });

  it('plays the whole solution once it is locked', () => {
    const locked = { ...noLessonProgress, answers: { 'my-walls': 'one' } };
    expect(shownSolution(content, solution, walls, locked)).toBe(solution.steps[page.steps[walls]!.slug]);
  });
});

describe('reading', () => {
  it('finds the first fact of each moment, and none that was not reached', () => {
    const run = playAttempt(twoHosts, solution.steps['one-kernel']!);
    const moments = momentsIn(content.scenario, playedOf(run).facts);
    expect(moments['guest-panics']).toMatchObject({ name: 'kernel.panicked', at: 5 * SECOND });
    expect(moments['plug-pulled']).toBeNull();
  });

  it('knows no figure before its run', () => {
    const figures = figuresIn(checks, playedOf(playAttempt(twoHosts, { commands: [], until: 0 })));
    expect(new Set(Object.values(figures))).toEqual(new Set([null]));
  });
});
