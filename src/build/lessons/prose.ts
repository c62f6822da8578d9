// What may stand in prose: no digits without a source, no more than sixty words at a time.
import type { Line, TextBlock } from '../../lesson/format';
import type { Literal } from './frontMatter';
import type { Refuse } from './problem';

/** The most words of an explanation, and of what is read before there is something to do again. */
const MOST_WORDS = 60;

/** The plain text of a line; a figure counts as one word. */
export function plainText(line: Line): string {
  return line
    .map((part) => {
      if (part.type === 'figure') return 'figure';
      return 'children' in part ? plainText(part.children) : part.text;
    })
    .join('');
}

/** How many words a line has. */
export function countWords(line: Line): number {
  return plainText(line).split(/\s+/).filter(Boolean).length;
}

/** How many words a block has; code and the cells of a table are looked at, not read. */
export function countBlockWords(block: TextBlock): number {
  if (block.type === 'paragraph') return countWords(block.children);
  if (block.type === 'list') return block.items.reduce((sum, item) => sum + countWords(item), 0);
  return 0;
}

/** Refuses a line of more than sixty words; `what` is how the message calls it. */
export function refuseLong(words: number, line: number, what: string, refuse: Refuse): void {
  if (words > MOST_WORDS)
    refuse(line, `${what} has ${words} words, at most ${MOST_WORDS} are allowed`, 'Shorten or split it');
}

/** Refuses digits that no literal of the front matter accounts for. */
export function refuseDigits(text: string, line: number, literals: readonly Literal[], refuse: Refuse): void {
  const rest = literals.reduce((left, literal) => left.replaceAll(literal.text, ''), text);
  const digits = /\d(?:[\d.,:]*\d)?/.exec(rest);
  if (digits)
    refuse(
      line,
      `The figure "${digits[0]}" stands in prose`,
      'Read it from the run with :fig[id], write it in code, name the box with :box, or give it a source under "literals"',
    );
}
