// Whatever somebody types as a Dockerfile is committed, or they read why not.
import { expect, it } from 'vitest';
import { recipe as words } from '../../../src/i18n/recipe';
import { MOST_WORD } from '../../../src/link/limits';
import { commitRecipe } from '../../../src/apps/course/commitRecipe';
import { createDoor } from '../../../src/playback/inThread';
import { Playback } from '../../../src/playback/playback.svelte';
import { scenario } from '../../../lessons/07-build-it-again/scenario';
import { createRun } from '../../../src/sim';
import { FakeFrames } from '../../playback/fakes';

const SEARCH = 'repository/search';

async function opened(): Promise<Playback> {
  const playback = new Playback(
    createDoor(() => createRun),
    new FakeFrames(),
  );
  await playback.open({ id: 'one-line', seed: 7, world: scenario.worlds['one-line']! });
  return playback;
}

it('commits what can be read', async () => {
  const playback = await opened();
  expect(await commitRecipe(playback, SEARCH, 'FROM debian:12\nRUN make')).toBeNull();
  expect(playback.frame.journal.map(({ command }) => command.name)).toEqual(['commit-recipe']);
});

it('says so where the parser does not come, or cannot read it, and commits nothing', async () => {
  const playback = await opened();
  const broken = () => ({
    readDockerfile: (): never => {
      throw new TypeError('no range');
    },
  });
  const offline = () => Promise.reject(new TypeError('Failed to fetch'));
  for (const load of [offline, () => Promise.resolve(broken())])
    expect(await commitRecipe(playback, SEARCH, 'FROM debian:12', load)).toBe(words.notCommitted);
  expect(playback.frame.journal).toEqual([]);
});

it('says what is too long without asking for the parser', async () => {
  const load = () => Promise.reject(new Error('asked for'));
  expect(await commitRecipe(await opened(), SEARCH, '#'.repeat(MOST_WORD + 1), load)).toBe(words.tooLong);
});
