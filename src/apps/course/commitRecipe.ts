// From what somebody typed as a Dockerfile to the commit of it. The parser comes with the first one.
import { recipe as words } from '../../i18n/recipe';
import { MOST_WORD } from '../../link/limits';
import type { Playback } from '../../playback/playback.svelte';
import type { EntityId } from '../../sim';
import { refusalSentence } from '../../words';

const loadParser = () => import('../../link/dockerfile');

/**
 * Reads a Dockerfile and commits it to the repository. Resolves with why that could not be done, as a sentence, or
 * null; it never rejects, whether the parser cannot be loaded or cannot read the text.
 */
export async function commitRecipe(
  playback: Pick<Playback, 'do' | 'frame'>,
  repository: EntityId,
  text: string,
  load: () => Promise<Pick<Awaited<ReturnType<typeof loadParser>>, 'readDockerfile'>> = loadParser,
): Promise<string | null> {
  if (text.length > MOST_WORD) return words.tooLong;
  try {
    const { readDockerfile } = await load();
    const recipe = JSON.stringify(readDockerfile(text));
    if (recipe.length > MOST_WORD) return words.tooLong;
    const command = { name: 'commit-recipe', target: repository, args: { recipe } };
    const refused = await playback.do(command);
    return refused === null ? null : refusalSentence(refused, command, playback.frame.view);
  } catch {
    return words.notCommitted;
  }
}
