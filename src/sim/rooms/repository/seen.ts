// What a view shows of a repository: its Dockerfile, as instructions and as it is written.
import type { EntityId } from '../../engine/fact';
import type { WorldView } from '../../engine/view';
import { writtenOf, type Instruction } from '../../resources/dockerfile';

/** An instruction, and the one line on which it is written. */
export interface WrittenInstruction extends Instruction {
  readonly written: string;
}

/** The Dockerfile of a repository, line by line; null for a box that has none. */
export function recipeSeen(view: WorldView, repository: EntityId): readonly WrittenInstruction[] | null {
  const recipe = view.get(repository)?.context['recipe'];
  if (typeof recipe !== 'string' || recipe === '') return null;
  const read = JSON.parse(recipe) as readonly Instruction[];
  return read.map((each) => ({ ...each, written: writtenOf(each) }));
}
