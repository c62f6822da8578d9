// A Dockerfile in the text of a lesson where no world is drawn: on paper, and before a class. Pure.
import type { Instruction } from '../sim';
import { boxesOf } from './crossCheck';
import type { Block, LessonScenario } from './format';

/** A list that is the Dockerfile of a repository, with its lines as a world begins with them; any other block as it is. */
export function withRecipe(block: Block, { worlds }: LessonScenario, world: string): Block {
  if (block.type !== 'list' || block.recipe === undefined) return block;
  const repository = boxesOf(worlds[world]?.boxes ?? []).find(
    ({ kind, name }) => `${kind}/${name}` === block.recipe,
  );
  const read = JSON.parse(String(repository?.spec?.['recipe'] ?? '[]')) as readonly Instruction[];
  return {
    ...block,
    items: read.map(({ keyword, text }) => [{ type: 'code', text: `${keyword} ${text}` }]),
  };
}
