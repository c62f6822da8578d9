// Where images are built, all that can be done is offered: also what is done on no host.
import { expect, it } from 'vitest';
import * as late from '../../../src/apps/course/lateActs';
import { offersFor, suggestions } from '../../../src/apps/course/offers';
import { scenario } from '../../../lessons/07-build-it-again/scenario';
import { createRun, SECOND, type Command } from '../../../src/sim';
import { isPinned } from '../../../src/sim/resources/pinned';
import { readDockerfile } from '../../../src/link/dockerfile';

/** A world of the lesson at a second, as the model itself answers for it. */
function asked(
  name: string,
  seconds = 0,
  commands: readonly string[] = scenario.commands,
  first: readonly Command[] = [],
) {
  const run = createRun({ id: name, seed: 7, world: scenario.worlds[name]! });
  for (const command of first) run.do(command);
  run.seek(seconds * SECOND);
  const check = (command: Command) => run.check(command);
  return { view: run.view(), allows: (command: string) => commands.includes(command), check, late };
}

const given = (groups: ReturnType<typeof suggestions>) =>
  groups.flatMap(({ offers }) =>
    offers.flatMap(({ commands }) => commands.map(({ name, target, args }) => [name, target, args])),
  );

it('offers to build on a host and elsewhere, to commit, and to move a tag', () => {
  const builds = given(suggestions(asked('same-digest', 0, ['build-image', 'commit-change', 'move-tag'])));
  expect(builds).toEqual([
    ['build-image', 'image/search', {}],
    ['move-tag', 'registry/hub', { tag: 'debian:12', version: 'debian:12.5' }],
    ['commit-change', 'repository/search', { change: 'pinned-base' }],
    ['build-image', 'image/search-ci', {}],
  ]);
});

it('offers to build anew only what was built on a pinned base, and comes from a cache', () => {
  const builds = given(suggestions(asked('one-line', 0, ['build-image'])));
  expect(builds.map(([, target]) => target)).toEqual(['image/search', 'image/search-vm']);
  const ways = (world: string, seconds: number, first: readonly Command[] = []) =>
    given(suggestions(asked(world, seconds, ['build-image'], first)))
      .filter(([, target]) => target === 'image/search')
      .map(([, , args]) => args);
  expect(ways('half-a-year', 20)).toEqual([{}]);
  const pinned = { name: 'commit-change', target: 'repository/search', args: { change: 'pinned-base' } };
  const both = [pinned, { name: 'build-image', target: 'image/search' }];
  expect(ways('same-digest', 40, both)).toEqual([{}, { noCache: true, epoch: 0, rewriteTimestamps: true }]);
});

it('offers the registries where a mirror stands, and the pulls on both hosts', () => {
  const acts = ['pull-image', 'move-tag', 'stop-registry'];
  const offered = suggestions(asked('mirrored', 0, acts)).flatMap(({ offers }) => offers);
  const names = offered.flatMap(({ commands }) => commands.map(({ name, target }) => `${name} ${target}`));
  expect(names.sort()).toEqual([
    'move-tag registry/hub',
    'pull-image image/debian-b',
    'pull-image image/debian-c',
    'stop-registry registry/hub',
    'stop-registry registry/mirror',
  ]);
  const ofRuntime = given(offersFor('runtime/docker-host-c', asked('mirrored', 0, acts)));
  expect(ofRuntime).toContainEqual(['pull-image', 'image/debian-c', undefined]);
});

it('offers a container to look for what another one wrote by hand', () => {
  const looks = given(offersFor('container/search-1', asked('by-hand', 2, ['look-for-file'])));
  expect(looks).toContainEqual(['look-for-file', 'container/search-1', { path: '/etc/search.conf' }]);
  expect(looks).not.toContainEqual(['look-for-file', 'container/search-1', { path: '/data/orders' }]);
});

it('runs no container of an image without a program', () => {
  const runs = given(suggestions(asked('by-hand', 1, ['run-container'])));
  expect(new Set(runs.map(([, target]) => target))).toEqual(new Set(['image/search']));
});

it('takes a recipe for pinned where every image that it is built on has a digest', () => {
  const pinned = (...lines: string[]) => isPinned(readDockerfile(lines.join('\n')));
  expect(pinned('FROM debian@sha256:1a AS made', 'FROM made', 'FROM 0', 'FROM scratch')).toBe(true);
  expect(pinned('FROM debian@sha256:1a', 'FROM debian:12')).toBe(false);
  expect(pinned('FROM debian:12', 'RUN fetch gcc@sha256:1a')).toBe(false);
  expect(pinned()).toBe(false);
});
