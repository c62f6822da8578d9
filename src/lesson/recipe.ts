// A Dockerfile in the text of a lesson where no world is drawn: on paper, and before a class. Pure.
import { writtenOf } from '../sim/resources/dockerfile';
import { boxesOf, recipeOf } from './crossCheck';
import type { Block, LessonScenario, TextBlock } from './format';

/** The Dockerfile of a repository as a list of its lines as a world begins with them; any other block as it is. */
export function withRecipe(block: Block, { worlds }: LessonScenario, world: string): TextBlock {
  if (block.type !== 'recipe') return block;
  const repository = boxesOf(worlds[world]?.boxes ?? []).find(
    ({ kind, name }) => `${kind}/${name}` === block.id,
  );
  const read = repository === undefined ? [] : recipeOf(repository);
  return {
    type: 'list',
    ordered: true,
    items: read.map((each) => [{ type: 'code', text: writtenOf(each) }]),
  };
}
