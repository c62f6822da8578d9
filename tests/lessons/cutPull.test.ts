// What lesson 6 says of a pull that is cut: of that pull alone, and of one that went on.
import { expect, it } from 'vitest';
import { checks } from '../../lessons/06-images-are-layers/checks';
import { scenario } from '../../lessons/06-images-are-layers/scenario';
import { playAttempt, playedOf } from '../../src/lesson/player';
import { SECOND } from '../../src/sim';

type Act = readonly [seconds: number, name: string, target: string];

const pull = (at: number): Act => [at, 'pull-image', 'image/search'];
const remove = (at: number): Act => [at, 'remove-image', 'image/search'];
const stop = (at: number): Act => [at, 'stop-registry', 'registry/hub'];
const start = (at: number): Act => [at, 'start-registry', 'registry/hub'];

/** What is missing then, null once it is passed, and which options of the question hold. */
function after(until: number, acts: readonly Act[]) {
  const commands = acts.map(([at, name, target]) => ({ at: at * SECOND, command: { name, target } }));
  const spec = { id: 'slow-line', seed: 1, world: scenario.worlds['slow-line']! };
  const played = playedOf(playAttempt(spec, { commands, until: until * SECOND }));
  const result = checks.checks['there-at-last']!.test(played);
  const holding = Object.entries(checks.predictions['cut']!).flatMap(([id, holds]) =>
    holds(played) ? [id] : [],
  );
  return { missing: result.passed ? null : result.missing, holding };
}

const givenUp: readonly Act[] = [pull(1), stop(30), start(150)];
const tooLong = expect.stringContaining('Take that back, or start this step again.') as string;

it('does not take a second pull for one that went on', () => {
  expect(after(155, givenUp)).toEqual({ missing: tooLong, holding: ['fails'] });
  const again = [...givenUp, pull(155)];
  expect(after(156, again).missing).toContain('on its way');
  expect(after(240, again)).toEqual({ missing: tooLong, holding: [] });
});

it('counts a later pull that was cut and went on', () => {
  const later = [...givenUp, pull(155), stop(163), start(166)];
  expect(after(165, later).missing).toContain('Let the registry answer again');
  expect(after(240, later)).toEqual({ missing: null, holding: ['rest'] });
  const whole = [pull(1), remove(80), pull(81), stop(110), start(113)];
  expect(after(70, whole).missing).toContain('in one go');
  expect(after(180, whole)).toEqual({ missing: null, holding: ['rest'] });
});

it('keeps what it found when the image is removed and pulled once more', () => {
  const twice = [pull(1), stop(30), start(33), remove(100), pull(101)];
  expect(after(90, twice)).toEqual({ missing: null, holding: ['rest'] });
  expect(after(102, twice).missing).toContain('on its way');
  expect(after(180, twice)).toEqual({ missing: null, holding: ['rest'] });
});
