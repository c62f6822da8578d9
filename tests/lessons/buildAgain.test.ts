// What lesson 7 says of its questions does not hang on the order in which somebody does things, nor on how they build.
import { expect, it } from 'vitest';
import { checks } from '../../lessons/07-build-it-again/checks';
import { scenario } from '../../lessons/07-build-it-again/scenario';
import { playedOf } from '../../src/lesson/player';
import { createRun, SECOND, type Command } from '../../src/sim';

type Act = readonly [seconds: number, command: Command];

const build = (name: string, args = {}): Command => ({ name: 'build-image', target: `image/${name}`, args });
const commit = (change: string): Command => ({
  name: 'commit-change',
  target: 'repository/search',
  args: { change },
});
const moved: Command = {
  name: 'move-tag',
  target: 'registry/hub',
  args: { tag: 'debian:12', version: 'debian:12.5' },
};
const FIXED = { noCache: true, epoch: 0, rewriteTimestamps: true };

/** Which options of a question hold when all acts were done, at the end. */
function holding(question: string, world: string, acts: readonly Act[], until: number): string[] {
  const run = createRun({ id: world, seed: 7, world: scenario.worlds[world]! });
  for (const [at, command] of acts) {
    run.seek(at * SECOND);
    expect(run.do(command), `${at}: ${command.name}`).toMatchObject({ done: true });
  }
  run.seek(until * SECOND);
  const played = playedOf(run);
  return Object.entries(checks.predictions[question] ?? {}).flatMap(([id, holds]) =>
    holds(played) ? [id] : [],
  );
}

it('asks what the cache gives, not what comes without it', () => {
  const once: readonly Act[] = [
    [1, build('search')],
    [20, commit('changed-line')],
    [21, build('search', { noCache: true })],
  ];
  expect(holding('which-steps', 'one-line', once, 45)).toEqual([]);
  expect(holding('which-steps', 'one-line', [...once, [45, build('search')]], 60)).toEqual([]);
  const changed: readonly Act[] = [...once, [45, commit('next-changed-line')], [46, build('search')]];
  expect(holding('which-steps', 'one-line', changed, 60)).toEqual(['from-copy']);
});

it('compares what was built after the tag had moved', () => {
  const before: readonly Act[] = [
    [1, build('search-ci')],
    [20, build('search')],
  ];
  expect(holding('half-a-year', 'half-a-year', before, 40)).toEqual([]);
  const after: readonly Act[] = [...before, [40, moved], [41, build('search')], [45, build('search-ci')]];
  expect(holding('half-a-year', 'half-a-year', after, 70)).toEqual(['elsewhere']);
});

it('compares builds whose times nobody fixed', () => {
  const fixedFirst: readonly Act[] = [
    [1, commit('pinned-base')],
    [13, build('search', FIXED)],
    [13, build('search-ci', FIXED)],
  ];
  expect(holding('both-pinned', 'same-digest', fixedFirst, 45)).toEqual([]);
  const then: readonly Act[] = [...fixedFirst, [45, build('search', { noCache: true })]];
  expect(holding('both-pinned', 'same-digest', then, 80)).toEqual(['files']);
});
