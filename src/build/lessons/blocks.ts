// Markdown's block nodes -> typed blocks of running text.
import type { List, Paragraph, RootContent } from 'mdast';
import type { Line, TextBlock } from '../../lesson/format';
import { readLine, type Reading } from './lines';

const lineOf = (node: RootContent) => node.position?.start.line ?? 1;

/** The one paragraph of each item of a list; refuses items that hold anything else. */
export function paragraphsOf(list: List, reading: Reading): readonly Paragraph[] {
  return list.children.map((item) => {
    const [child, ...more] = item.children;
    if (child?.type !== 'paragraph' || more.length > 0)
      return reading.refuse(
        item.position?.start.line ?? 1,
        'An item of a list holds more than one paragraph, or none',
        'Write each item as one line of text',
      );
    return child;
  });
}

/** Reads one block of running text; refuses every kind that the format does not know. */
export function readBlock(node: RootContent, reading: Reading): TextBlock {
  const line = (children: Paragraph['children']): Line => readLine(children, 'refused', reading);
  switch (node.type) {
    case 'paragraph':
      return { type: 'paragraph', children: line(node.children) };
    case 'list':
      return {
        type: 'list',
        ordered: node.ordered === true,
        items: paragraphsOf(node, reading).map((item) => line(item.children)),
      };
    case 'table': {
      const rows = node.children.map((row) => row.children.map((cell) => line(cell.children)));
      return { type: 'table', header: rows[0] ?? [], rows: rows.slice(1) };
    }
    case 'code':
      return { type: 'code', language: node.lang ?? null, text: node.value };
    case 'html':
      return reading.refuse(
        lineOf(node),
        `Raw HTML: ${node.value.split('\n')[0] ?? ''}`,
        'Remove it, or put it into code; a page never holds HTML',
      );
    default:
      return reading.refuse(
        lineOf(node),
        `A lesson has no ${node.type}`,
        'Use paragraphs, lists, tables, code, second-level headings and the directives',
      );
  }
}
