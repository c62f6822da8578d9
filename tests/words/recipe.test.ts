// A Dockerfile line by line: what builds made of each line, where, and why one failed.
import { expect, it } from 'vitest';
import { tellingFact } from '../../src/layout/timeline/tellingFact';
import { createRun, recipeSeen, SECOND, type BoxSpec, type Command, type Run } from '../../src/sim';
import { recipeScene } from '../../src/words/recipe';
import { baseHub, built, builder, ci, debianArchive, recipe, repository, SEARCH } from '../fixtures/builds';
import { imageHost } from '../fixtures/images';

const REPOSITORY = 'repository/search';
const BUILD: Command = { name: 'build-image', target: 'image/search' };

function world(more: readonly BoxSpec[] = []): Run {
  const boxes = [...imageHost([built()]), ...more, repository(), builder(), debianArchive, baseHub()];
  return createRun({ id: 'recipe', seed: 1, world: { boxes } });
}
const wait = (run: Run, seconds: number) => run.seek(run.head + seconds * SECOND);
const found = (run: Run, id: string) =>
  recipeScene(id, recipeSeen(run.view(), id), run.view(), run.facts.slice(0, run.factsAtHead));
const scene = (run: Run) => found(run, REPOSITORY)!;
const signs = (run: Run) => scene(run).lines.map(({ results }) => results.map(({ sign }) => sign).join(' '));
const commit = (run: Run, text: string) =>
  run.do({ name: 'commit-recipe', target: REPOSITORY, args: { recipe: recipe(text) } });

it('has its lines as they are written, and nothing beside them before a build', () => {
  const { title, text, lines, problems } = scene(world());
  expect(title).toBe('Dockerfile of search');
  expect(text).toBe(SEARCH.trim());
  expect(lines.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(lines.flatMap(({ results }) => results)).toEqual([]);
  expect(problems).toEqual([]);
});

it('says what is being done, what was done and how long that took, what was cached, what is no layer', () => {
  const run = world();
  run.do(BUILD);
  wait(run, 12);
  expect(signs(run)).toEqual(['ran', 'running', '', '', '', '']);
  wait(run, 60);
  expect(signs(run)).toEqual(['ran', 'ran', 'ran', 'ran', 'ran', 'noted']);
  expect(scene(run).lines[4]!.results[0]!.says).toMatch(/^done in 2\d/);
  expect(
    scene(run)
      .lines.flatMap(({ results }) => results.map(({ says }) => says))
      .join(),
  ).not.toMatch(/0\.\d+ ms/);
  run.do(BUILD);
  wait(run, 5);
  expect(signs(run)).toEqual(['cached', 'cached', 'cached', 'cached', 'cached', 'noted']);
});

it('tells apart who built it', () => {
  const run = world(ci);
  run.do(BUILD);
  run.do({ name: 'build-image', target: 'image/ci-search' });
  wait(run, 100);
  expect(scene(run).lines[0]!.results.map(({ where }) => where)).toEqual([
    'search on host-b',
    'search on the CI machine',
  ]);
  expect(
    scene(run)
      .lines.at(-1)!
      .results.map(({ where, says }) => [where, says]),
  ).toEqual([['', 'noted: no layer']]);
});

it('says of a stage that nothing needs that it was left out, a command and all', () => {
  const run = world();
  commit(run, SEARCH.replace('FROM', 'FROM debian:12 AS other\nRUN make other\nFROM'));
  run.do(BUILD);
  wait(run, 100);
  const says = scene(run).lines.map(({ results }) => results[0]?.says);
  expect(says.slice(0, 2)).toEqual(Array(2).fill('left out: nothing needs this stage'));
  expect(says.at(-1)).toBe('noted: no layer');
});

it('names the line that failed, and why; that is gone with the next commit', () => {
  const run = world();
  run.do(BUILD);
  wait(run, 60);
  commit(run, SEARCH.replace('RUN make search', 'RUNN make search'));
  run.do(BUILD);
  wait(run, 5);
  expect(signs(run)).toEqual(['', '', '', '', 'failed', '']);
  expect(scene(run).problems[0]).toContain('unknown instruction: RUNN (did you mean RUN?)');
  commit(run, SEARCH);
  expect(scene(run).problems).toEqual([]);
  expect(signs(run).join('')).toBe('');
});

it('tells a push that failed until one of the same image went well', () => {
  const run = world();
  run.do(BUILD);
  wait(run, 60);
  const push: Command = { name: 'push-image', target: 'image/search' };
  run.do({ name: 'stop-registry', target: 'registry/hub' });
  run.do(push);
  wait(run, 60);
  expect(scene(run).problems).toEqual([expect.stringContaining('could not be pushed')]);
  run.do({ name: 'start-registry', target: 'registry/hub' });
  run.do(push);
  wait(run, 60);
  expect(scene(run).problems).toEqual([]);
});

it('stays when somebody emptied it: then a build of it fails with the words of BuildKit', () => {
  const run = world();
  commit(run, '');
  run.do(BUILD);
  wait(run, 1);
  expect(scene(run)).toMatchObject({ title: 'Dockerfile of search', text: '', lines: [] });
  expect(scene(run).problems).toEqual([expect.stringContaining('file with no instructions')]);
  // What is told of the instant is that it failed, not that it was asked for.
  const told = run.facts.slice(0, run.factsAtHead);
  expect(tellingFact(told, told.at(-1)!.at)?.name).toBe('builder.failed');
});

it('is not there where nobody wrote one', () => {
  const boxes = [...imageHost([]), repository({ recipe: '' }), baseHub()];
  const run = createRun({ id: 'none', seed: 1, world: { boxes } });
  expect(found(run, REPOSITORY)).toBeNull();
  expect(found(run, 'repository/nobody')).toBeNull();
});
