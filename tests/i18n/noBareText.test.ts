// Every word of the interface comes from src/i18n: components hold none.
import { parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';
import { sourcesIn } from './sources';

/** Attributes that are read to people. */
const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'placeholder',
  'title',
]);
/** Two letters in a row are a word; single letters are figures (`×`, `A`). */
const WORD = /\p{L}{2,}/u;

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const list = (value: unknown): Node[] => (Array.isArray(value) ? value : [value]).filter(isNode);

/** String literals that an expression may become: through `?:`, `??`, `+` and templates, not through calls. */
function shownTexts(expression: Node): string[] {
  switch (expression['type']) {
    case 'Literal':
      return typeof expression['value'] === 'string' ? [expression['value']] : [];
    case 'TemplateLiteral':
      return list(expression['quasis']).map((quasi) => String((quasi['value'] as Node)['raw']));
    case 'ConditionalExpression':
      return [expression['consequent'], expression['alternate']].filter(isNode).flatMap(shownTexts);
    case 'BinaryExpression':
    case 'LogicalExpression':
      return [expression['left'], expression['right']].filter(isNode).flatMap(shownTexts);
    default:
      return [];
  }
}

/** Words that stand in a component itself, as text or in an attribute that is read to people. */
function bareTexts(source: string): string[] {
  const found: string[] = [];
  const take = (parts: unknown) => {
    for (const part of list(parts)) {
      if (part['type'] === 'Text') found.push(String(part['data']));
      if (part['type'] === 'ExpressionTag' && isNode(part['expression']))
        found.push(...shownTexts(part['expression']));
    }
  };
  const walk = (node: Node) => {
    if (node['type'] === 'StyleDirective') return;
    if (node['type'] === 'Attribute') {
      if (SPOKEN.has(String(node['name']))) take(node['value']);
      return;
    }
    if (node['type'] === 'Text' || node['type'] === 'ExpressionTag') take(node);
    for (const value of Object.values(node)) list(value).forEach(walk);
  };
  walk(parse(source, { modern: true }).fragment as unknown as Node);
  return found.map((text) => text.trim()).filter((text) => WORD.test(text));
}

describe('components', () => {
  const files = [...sourcesIn('src/view', '.svelte'), ...sourcesIn('src/apps', '.svelte')];

  it.each(files)('$path holds no words of its own', ({ text }) => {
    expect(bareTexts(text)).toEqual([]);
  });

  it('are read as the browser shows them', () => {
    const found = bareTexts('<p aria-label="Say it">Hello {a ? "old" : `new ${b}`} {f("key")}</p><b>×</b>');
    expect(found).toEqual(['Say it', 'Hello', 'old', 'new']);
  });
});
