// What lesson 7 says of its questions does not hang on the order in which somebody does things, nor on how they build.
import { expect, it } from 'vitest';
import { checks } from '../../lessons/07-build-it-again/checks';
import { scenario } from '../../lessons/07-build-it-again/scenario';
import type { Played } from '../../src/lesson/format';
import { readDockerfile } from '../../src/link/dockerfile';
import { playedOf } from '../../src/lesson/player';
import { createRun, fileSeenBy, layersOf, SECOND, type BoxSpec, type Command } from '../../src/sim';
import { layerBytes, type LayerContent } from '../../src/sim/resources/layers';

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
const rewritten = (text: string): Command => ({
  name: 'commit-recipe',
  target: 'repository/search',
  args: { recipe: JSON.stringify(readDockerfile(text)) },
});
/** What can be committed to a repository. */
const changesOf = ({ kind, spec }: BoxSpec) => (kind === 'repository' ? [spec?.['changes']] : []);
const FIXED = { noCache: true, epoch: 0, rewriteTimestamps: true };

/** A world in which all acts were done, at the end. */
function played(world: string, acts: readonly Act[], until: number): Played {
  const run = createRun({ id: world, seed: 7, world: scenario.worlds[world]! });
  for (const [at, command] of acts) {
    run.seek(at * SECOND);
    expect(run.do(command), `${at}: ${command.name}`).toMatchObject({ done: true });
  }
  run.seek(until * SECOND);
  return playedOf(run);
}

/** Which options of a question hold then. */
function holding(question: string, ...way: Parameters<typeof played>): string[] {
  const shown = played(...way);
  return Object.entries(checks.predictions[question] ?? {}).flatMap(([id, holds]) =>
    holds(shown) ? [id] : [],
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

it('asks the same of a Dockerfile that was edited first', () => {
  const begun: readonly Act[] = [
    [1, build('search')],
    [20, commit('changed-line')],
  ];
  const edited = (text: string): readonly Act[] => [...begun, [21, rewritten(text)], [22, build('search')]];
  const install = 'FROM debian:12\nRUN apt-get update && apt-get install -y gcc make\n';
  // Without `make` COPY is the only step that is done again; that proves nothing of the steps after it.
  const last = edited(`${install}COPY search.c /app/\nCMD ["/app/search"]`);
  expect(holding('which-steps', 'one-line', last, 60)).toEqual(['from-copy']);
  const nothing = edited(`${install}CMD ["/app/search"]`);
  expect(holding('which-steps', 'one-line', nothing, 60)).toEqual([]);
});

it('asks what the tag stood for, of a Dockerfile that names the base by it', () => {
  const digest = 'debian@sha256:';
  const pinned = JSON.parse(String(scenario.worlds['same-digest']!.boxes.flatMap(changesOf)[0])) as {
    readonly 'pinned-base': { readonly recipe: string };
  };
  const { recipe } = pinned['pinned-base'];
  expect(recipe).toContain(digest);
  const acts: readonly Act[] = [
    [1, { name: 'commit-recipe', target: 'repository/search', args: { recipe } }],
    [20, moved],
    [21, build('search')],
    [22, build('search-ci')],
  ];
  expect(holding('half-a-year', 'half-a-year', acts, 60)).toEqual([]);
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

it('begins with a container that somebody has changed by hand', () => {
  const { world, facts } = played('by-hand', [], 1);
  expect(fileSeenBy(world, 'container/search-1', '/etc/search.conf')).not.toBeNull();
  expect(facts.find(({ name }) => name === 'fault.write-file')?.at).toBeLessThan(SECOND);
});

it('starts the old container from what its Dockerfile makes', () => {
  const again: readonly Act[] = [
    [1, build('search')],
    [20, { name: 'run-container', target: 'image/search' }],
  ];
  const { world } = played('by-hand', again, 25);
  const sizes = (container: string) =>
    layersOf(world, container)
      .filter(({ context }) => context['use'] === 'layer')
      .map(({ context }) => layerBytes(JSON.parse(String(context['content'])) as LayerContent));
  expect(sizes('container/search-1')).toHaveLength(4);
  expect(sizes('container/search-2')).toEqual(sizes('container/search-1'));
});

it('says which image is built, and how many containers run an old one', () => {
  const missing = (acts: readonly Act[]) => {
    const result = checks.checks['replaced']!.test(played('hole-in-the-base', acts, 45));
    return result.passed ? '' : result.missing;
  };
  expect(missing([])).toBe('No image is built on the repaired base yet.');
  const one: readonly Act[] = [
    [4, build('search')],
    [35, { name: 'replace-container', target: 'container/search-1' }],
  ];
  expect(missing(one)).toBe(
    'search is built again, cart is not. Replaced: 1 of 6 containers; still on an old digest: 5.',
  );
});

/** What is still missing for a check. */
const missing = (check: string, ...way: Parameters<typeof played>): string =>
  JSON.stringify(checks.checks[check]!.test(played(...way)));

it('says of a change without COPY that it copies nothing, and leads from there to the end', () => {
  const copies =
    'FROM debian:12\nRUN apt-get update && apt-get install -y gcc make\nCOPY search.c /app/\nCMD ["/app/search"]\n';
  const way: readonly Act[] = [
    [1, build('search')],
    [20, rewritten('FROM debian:12\nCMD ["/app/search"]\n')],
    [21, build('search')],
    [45, rewritten(copies)],
    [46, build('search')],
    [80, commit('changed-line')],
    [81, build('search')],
  ];
  const after = (acts: number, until: number) =>
    missing('built-again', 'one-line', way.slice(0, acts), until);
  const alsoChange = 'Commit the changed line of search.c too, and build.';
  expect(after(1, 20)).toContain('Commit the changed line of search.c, and build again.');
  expect(after(2, 21)).toContain(alsoChange);
  expect(after(3, 45)).toContain('copied nothing. Commit a Dockerfile with a COPY, and the changed line');
  expect(after(4, 46)).toContain(alsoChange);
  expect(after(5, 80)).toContain(alsoChange);
  expect(after(6, 81)).toContain('Build the change too, with the cache.');
  expect(after(7, 120)).toBe('{"passed":true}');
  expect(holding('which-steps', 'one-line', way, 120)).toEqual(['from-copy']);
});

it('says of a changed line without COPY that it copies nothing, and of one that was copied before that it was', () => {
  const bare: readonly Act[] = [
    [1, build('search')],
    [20, commit('changed-line')],
    [21, rewritten('FROM debian:12\nCMD ["/app/search"]\n')],
    [22, build('search')],
  ];
  expect(missing('built-again', 'one-line', bare, 45)).toContain(
    'Commit a Dockerfile with a COPY, and build',
  );
  const repaired: readonly Act[] = [...bare, [45, rewritten('FROM debian:12\nCOPY search.c /app/\n')]];
  expect(missing('built-again', 'one-line', repaired, 46)).toContain('Build the change too');
  const uncached: readonly Act[] = [
    [1, build('search')],
    [20, commit('changed-line')],
    [21, build('search', { noCache: true })],
    [45, build('search')],
  ];
  const other = 'Commit the other changed line of search.c, and build.';
  expect(missing('built-again', 'one-line', uncached, 60)).toContain(other);
  const then: readonly Act[] = [...uncached, [60, commit('next-changed-line')], [61, build('search')]];
  expect(missing('built-again', 'one-line', then, 80)).toBe('{"passed":true}');
  expect(holding('which-steps', 'one-line', then, 80)).toEqual(['from-copy']);
});

it('says of builds on another base that they are, not that there were none', () => {
  const other = rewritten('FROM scratch\nCMD ["/app/search"]\n');
  const way: readonly Act[] = [
    [1, moved],
    [2, other],
    [20, build('search-ci')],
    [40, build('search')],
  ];
  expect(missing('built-on-both', 'half-a-year', way, 80)).toContain('begins with another base');
});

it('counts all VMs, however quick somebody is with the containers', () => {
  const six = ['search-1', 'search-2', 'search-3', 'cart-1', 'cart-2', 'cart-3'];
  const replaced = six.map((name): Act => [29, { name: 'replace-container', target: `container/${name}` }]);
  const quickest: readonly Act[] = [[2.1, build('search')], [25, build('cart')], ...replaced];
  expect(checks.figures['machines']?.(played('hole-in-the-base', quickest, 29.5))).toBe(6);
});

it('starts one of the forty again when the repaired base is there, and none is safe', () => {
  const shown = played('forty', [], 60);
  const seqOf = (name: string) => shown.facts.find((fact) => fact.name === name)?.seq ?? NaN;
  expect(seqOf('fault.stop-container')).toBeGreaterThan(seqOf('image.pulled'));
  expect(checks.figures['safe']?.(shown)).toBe(0);
});
