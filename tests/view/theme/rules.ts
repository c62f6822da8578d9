// Which colour tokens the components use, and as what: read from their styles.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tokenNames, type TokenName } from '../../../src/view/theme/tokens';

const top = fileURLToPath(new URL('../../../src/', import.meta.url));

/** One rule: its selector and the tokens in each of its declarations. */
export interface Rule {
  readonly selector: string;
  readonly declarations: readonly { readonly property: string; readonly tokens: readonly TokenName[] }[];
}

/** One file with styles; `path` from `src/`. */
export interface Sheet {
  readonly path: string;
  readonly rules: readonly Rule[];
  /** Tokens named anywhere in the file, in its script and markup too. */
  readonly tokens: ReadonlySet<TokenName>;
  /** Every declaration of its styles, as it is written. */
  readonly literals: readonly string[];
}

const isToken = (name: string): name is TokenName => (tokenNames as readonly string[]).includes(name);

function tokensIn(text: string): TokenName[] {
  return [...text.matchAll(/var\(--([a-z-]+)/g)].map(([, name = '']) => name).filter(isToken);
}

const bare = (css: string) => css.replaceAll(/\/\*.*?\*\//gs, '');

function rulesIn(css: string): Rule[] {
  return [...bare(css).matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    selector: selector.trim().replaceAll(/\s+/g, ' '),
    declarations: body.split(';').flatMap((line) => {
      const [property = '', ...value] = line.split(':');
      const tokens = tokensIn(value.join(':'));
      return tokens.length === 0 ? [] : [{ property: property.trim(), tokens }];
    }),
  }));
}

/** Every component and stylesheet of `src/` with its rules; the theme's own declarations are left out. */
export const sheets: readonly Sheet[] = readdirSync(top, { recursive: true, encoding: 'utf8' })
  .filter(
    (path) => /\.(svelte|css)$/.test(path) && !/theme\/(colors|projector|tokens|fonts)\.css$/.test(path),
  )
  .sort()
  .map((path) => {
    const source = readFileSync(top + path, 'utf8');
    const css = path.endsWith('.css') ? source : (/<style>(.*)<\/style>/s.exec(source)?.[1] ?? '');
    const literals = bare(css)
      .split(/[{};]/)
      .map((line) => line.trim());
    return { path, rules: rulesIn(css), tokens: new Set(tokensIn(source)), literals };
  });
