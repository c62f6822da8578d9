// Whether a recipe says exactly what it is built on. Apart from what else is known of recipes: the course asks for it
// in every lesson.
import type { Instruction } from './dockerfile';
import { keywordOf } from './keyword';

/** Whether every image that it is built on is named by a digest, so that nobody can put another one there. */
export function isPinned(instructions: readonly Instruction[]): boolean {
  const stages = new Set<string>();
  const bases = instructions.filter((each) => keywordOf(each) === 'FROM');
  return (
    bases.length > 0 &&
    bases.every(({ words: [base = '', , name = ''] }, at) => {
      const isOwn = stages.has(base.toLowerCase()) || base === 'scratch';
      stages.add(String(at)).add(name.toLowerCase());
      return isOwn || base.includes('@sha256:');
    })
  );
}
