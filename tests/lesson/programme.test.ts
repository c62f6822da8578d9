// The programme of lesson 10 for a class: every question stands before what would answer it, every moment is a stop.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { heldOption } from '../../src/lesson/evaluate';
import { playAttempt, playedOf } from '../../src/lesson/player';
import { isSeenAtOnce, programmeOf, stopFor, type Stop } from '../../src/lesson/programme';
import { goesOn } from '../fixtures/goesOn';

const entry = lessons.find(({ slug }) => slug === 'one-kernel-falls')!;
const content = await entry.open();
const stops = programmeOf(content, await entry.solution());

const nameOf = ({ kind, moment, asked }: Stop) =>
  kind === 'moment' ? moment!.id : kind === 'opening' ? kind : `${kind} ${asked!.prediction.id}`;

/** What is seen at a stop. */
function seenAt({ way: { scenario, solution }, at }: Stop) {
  const run = playAttempt(scenario, solution);
  run.seek(at);
  return playedOf(run);
}

describe('the stops of lesson 10', () => {
  it('are its questions, its moments, and what the moments do not tell yet', () => {
    expect(stops.map(nameOf)).toEqual([
      'opening',
      'question own-kernel',
      'outcome own-kernel',
      'question kill-cart',
      'cart-in-vm-killed',
      'cart-killed',
      'question one-kernel',
      'guest-panics',
      'host-kernel-panics',
      'question hypervisor',
      'hypervisor-crashes',
      'plug-pulled',
      'question back-first',
      'cart-back',
      'vm-back',
      'host-back',
      'outcome back-first',
      'question my-walls',
      'wall-holds',
      'question laptop',
      'laptop-stops',
    ]);
  });

  it('ask before the run tells: at no question does an option hold, but at the recalled one, whose stage is looked at', () => {
    const questions = stops.filter(({ kind, way }) => kind === 'question' && way.step !== 'recall');
    expect(questions).toHaveLength(6);
    for (const stop of questions)
      expect(heldOption(content.checks, stop.asked!.prediction.id, seenAt(stop)), nameOf(stop)).toBeNull();
  });

  it('know which option the run of the solution bears out, and when', () => {
    for (const { asked } of stops) if (asked) expect(asked.answer, asked.prediction.id).not.toBeNull();
    for (const stop of stops.filter(({ kind }) => kind === 'outcome')) {
      const { prediction, answer } = stop.asked!;
      expect(heldOption(content.checks, prediction.id, seenAt(stop))).toBe(answer!.option);
    }
  });

  it('know what is answered by what stands there, and what only by a run', () => {
    const atOnce = stops.flatMap(({ asked }) => (asked && isSeenAtOnce(asked) ? [asked.prediction.id] : []));
    expect(new Set(atOnce)).toEqual(new Set(['own-kernel']));
  });

  it('put a question whose case is built first behind what builds it', () => {
    const walls = stops.find(({ kind, asked }) => kind === 'question' && asked?.prediction.id === 'my-walls');
    expect(walls!.at).toBeGreaterThan(0);
  });

  it('are found by what an address names', () => {
    const found = (moment: string | null, step: string | null) =>
      nameOf(stops[stopFor(content, stops, { moment, step })]!);
    expect(found('plug-pulled', '1')).toBe('plug-pulled');
    expect(found(null, '2')).toBe('question one-kernel');
    expect(found(null, 'transfer')).toBe('question laptop');
    expect(found('no-such', 'no-such')).toBe('opening');
    expect(found(null, null)).toBe('opening');
  });
});

it('a question of a step that goes on with another is put when that one is done', async () => {
  const lesson = await goesOn.open();
  const question = programmeOf(lesson, await goesOn.solution()).find(
    ({ kind, way }) => kind === 'question' && way.step === 'its-guest-falls',
  )!;
  expect(question.at).toBeGreaterThan(0);
  expect(lesson.checks.checks['overloaded']!.test(seenAt(question)).passed).toBe(true);
});

it('holds up what a question speaks of: the lines of a Dockerfile', async () => {
  const other = lessons.find(({ slug }) => slug === 'build-it-again')!;
  const asked = programmeOf(await other.open(), await other.solution()).find(
    (stop) => stop.asked?.prediction.id === 'which-steps',
  )!.asked!;
  const said = asked.setup.map((line) => line.map((part) => ('text' in part ? part.text : '')).join(''));
  expect(said).toHaveLength(5);
  expect(said[2]).toBe('3. COPY search.c /app/');
});
