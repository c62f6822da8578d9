// Markdown's inline nodes -> a typed line. Only what is listed here may stand in a lesson.
import type { PhrasingContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { Inline, Line } from '../../lesson/format';
import type { Literal } from './frontMatter';
import type { Reference } from '../../lesson/references';
import { readAttributes } from './attributes';
import { refuseDigits } from './prose';
import type { Refuse } from './problem';

/** Everything that reading a page needs to hand along. */
export interface Reading {
  readonly refuse: Refuse;
  readonly literals: readonly Literal[];
  /** Notes something the page points at; ids are compared with the other files later. */
  refer(reference: Reference): void;
  /** The world that the page is in at this place; null before the first one. */
  world(): string | null;
}

/** Where digits may stand. */
export type Digits = 'refused' | 'allowed';

const lineOf = (node: PhrasingContent) => node.position?.start.line ?? 1;

/** The text inside `:name[text]`, which may hold nothing but text. */
function labelOf(node: TextDirective, reading: Reading): string {
  const [child, ...more] = node.children;
  if (child?.type !== 'text' || more.length > 0)
    return reading.refuse(
      lineOf(node),
      `:${node.name} needs plain text in its brackets`,
      `Write :${node.name}[text]`,
    );
  return child.value;
}

type ReadDirective = (node: TextDirective, reading: Reading) => Inline;

const directives: Readonly<Record<string, ReadDirective>> = {
  fig(node, reading) {
    readAttributes(node, {}, reading.refuse);
    const id = labelOf(node, reading);
    reading.refer({ kind: 'figure', id, line: lineOf(node) });
    return { type: 'figure', id };
  },
  box(node, reading) {
    const { id } = readAttributes(node, { id: 'required' }, reading.refuse);
    reading.refer({ kind: 'box', id, line: lineOf(node), world: reading.world() });
    return { type: 'box', id, text: labelOf(node, reading) };
  },
  term(node, reading) {
    const { id } = readAttributes(node, { id: 'required' }, reading.refuse);
    reading.refer({ kind: 'term', id, line: lineOf(node) });
    return { type: 'term', id, text: labelOf(node, reading) };
  },
  lesson(node, reading) {
    const { slug } = readAttributes(node, { slug: 'required' }, reading.refuse);
    return { type: 'lesson', slug, text: labelOf(node, reading) };
  },
};

function readText(text: string, line: number, digits: Digits, reading: Reading): Inline {
  if (digits === 'refused') refuseDigits(text, line, reading.literals, reading.refuse);
  return { type: 'text', text: text.replace(/\s+/g, ' ') };
}

function readInline(node: PhrasingContent, digits: Digits, reading: Reading): Inline {
  const line = lineOf(node);
  switch (node.type) {
    case 'text':
      return readText(node.value, line, digits, reading);
    case 'inlineCode':
      return { type: 'code', text: node.value };
    case 'emphasis':
    case 'strong':
      return { type: node.type, children: readLine(node.children, digits, reading) };
    case 'textDirective': {
      const read = directives[node.name];
      if (read) return read(node, reading);
      return reading.refuse(
        line,
        `There is no directive :${node.name} inside a line`,
        `Known are ${Object.keys(directives).join(', ')}; a plain colon before a letter or digit is written \\:`,
      );
    }
    case 'html':
      return reading.refuse(
        line,
        `Raw HTML: ${node.value}`,
        'Remove it, or put it into code; a page never holds HTML',
      );
    default:
      return reading.refuse(
        line,
        `A lesson has no ${node.type}`,
        'Use text, *emphasis*, **strong**, `code` and the directives; name another lesson with :lesson',
      );
  }
}

/** Reads inline nodes; refuses everything the format does not know, and digits where they are not allowed. */
export function readLine(nodes: readonly PhrasingContent[], digits: Digits, reading: Reading): Line {
  return nodes.map((node) => readInline(node, digits, reading));
}
