// Every pair of colours that meets on a page can be read or seen, in every theme. Pairs of pages are read from the
// stylesheets; those of drawings are reviewed, and held to what the components use.
import { describe, expect, it } from 'vitest';
import { themes, type ThemeName, type TokenName, type Tokens } from '../../../src/view/theme/tokens';
import { contrast } from './colour';
import { drawings, wordless } from './pairs';
import { onProjector } from './onProjector';
import { sheets, type Rule, type Sheet } from './rules';

type Pair = readonly [front: TokenName, back: TokenName];

/** WCAG 2.2: 1.4.3 for words, 1.4.6 where high contrast was asked for, 1.4.11 for what is no word. */
const WORDS: Readonly<Record<ThemeName, number>> = { light: 4.5, dark: 4.5, contrast: 7 };
const SHAPES = 3;
/** What stands on a projector. White words at 7 to 1 leave a floor just under 3 to 1 from the blackest stage. */
const PROJECTED: Readonly<Record<ThemeName, Palette>> = {
  light: { tokens: onProjector.light, words: 7, shapes: SHAPES },
  dark: { tokens: onProjector.dark, words: 7, shapes: 2.95 },
  contrast: { tokens: onProjector.contrast, words: 7, shapes: SHAPES },
};

/** Colours, and how far those that meet have to be apart. */
interface Palette {
  readonly tokens: Tokens;
  readonly words: number;
  readonly shapes: number;
}

const entries = <Value>(record: Readonly<Record<ThemeName, Value>>) =>
  Object.entries<Value>(record) as [ThemeName, Value][];
const palettes: [name: string, palette: Palette][] = [
  ...entries<Tokens>(themes).map(([theme, tokens]): [string, Palette] => {
    return [`theme ${theme}`, { tokens, words: WORDS[theme], shapes: SHAPES }];
  }),
  ...entries(PROJECTED).map(([theme, palette]): [string, Palette] => [`${theme} on a projector`, palette]),
];

/** What a component stands on when it says nothing itself, and the words it inherits. */
const GROUNDS: readonly TokenName[] = ['ground', 'stage'];
const INK: TokenName = 'ink';

const isDrawn = ({ rules }: Sheet) =>
  rules.some(({ declarations }) => declarations.some(({ property }) => /^(fill|stroke)$/.test(property)));
const of = (rule: Rule, wanted: RegExp) =>
  rule.declarations.flatMap(({ property, tokens }) => (wanted.test(property) ? tokens : []));
const backOf = (rule: Rule) => of(rule, /^background(-color)?$/);
const inkOf = (rule: Rule) => of(rule, /^color$/);
const linesOf = (rule: Rule) => of(rule, /^(border|outline|box-shadow|accent-color)/);
const isWordless = (path: string, { selector }: Rule) =>
  wordless.some(([file, which]) => file === path && which === selector);
/** What cannot be used now need not be read (1.4.3), and what lies over the whole page has nothing on it. */
const isExempt = ({ selector }: Rule) => /:disabled|::backdrop/.test(selector);

/** Words on backgrounds of one sheet: a rule with both says its pair, one with either meets all others of its sheet. */
function wordPairs({ path, rules }: Sheet): Pair[] {
  const told = rules.filter((rule) => !isWordless(path, rule) && !isExempt(rule));
  const loose = told.flatMap((rule) => (backOf(rule).length === 0 ? inkOf(rule) : []));
  const bare = told.flatMap((rule) => (inkOf(rule).length === 0 ? backOf(rule) : []));
  const own = told.flatMap((rule) =>
    backOf(rule).flatMap((back) => inkOf(rule).map((ink): Pair => [ink, back])),
  );
  const met = [INK, ...loose].flatMap((ink) => [...GROUNDS, ...bare].map((back): Pair => [ink, back]));
  return [...own, ...met];
}

/** Lines of one sheet on what pages stand on. Hairlines only part what is apart anyway. */
function linePairs({ rules }: Sheet): Pair[] {
  const lines = rules.filter((rule) => !isExempt(rule)).flatMap(linesOf);
  return lines
    .filter((line) => line !== 'line' && line !== 'ground' && line !== 'stage')
    .flatMap((line) => GROUNDS.map((back): Pair => [line, back]));
}

const key = (pair: Pair) => pair.join(' on ');
const once = (pairs: readonly Pair[]) => [...new Map(pairs.map((pair) => [key(pair), pair])).values()];

const pages = sheets.filter((sheet) => !isDrawn(sheet));
const drawn = sheets.filter(isDrawn);
const reviewed = Object.values(drawings);
const words = once([...pages.flatMap(wordPairs), ...reviewed.flatMap((each) => each.words ?? [])]);
const shapes = once([...pages.flatMap(linePairs), ...reviewed.flatMap((each) => each.shapes ?? [])]);

describe.each(palettes)('%s', (_, palette) => {
  it.each(words)('%s can be read on %s', (front, back) => {
    expect(contrast(palette.tokens[front], palette.tokens[back])).toBeGreaterThanOrEqual(palette.words);
  });

  it.each(shapes)('%s can be seen on %s', (front, back) => {
    expect(contrast(palette.tokens[front], palette.tokens[back])).toBeGreaterThanOrEqual(palette.shapes);
  });
});

describe('the reviewed list', () => {
  it('has every file that draws', () => {
    expect(Object.keys(drawings).sort()).toEqual(drawn.map(({ path }) => path).sort());
  });

  it.each(drawn.map((sheet) => [sheet.path, sheet] as const))(
    '%s: each token it uses, and no other',
    (path, sheet) => {
      const { words: on = [], shapes: beside = [], quiet = {} } = drawings[path] ?? {};
      const pairs: readonly Pair[] = [...on, ...beside];
      const named = new Set([...pairs.flat(), ...Object.keys(quiet)]);
      expect([...sheet.tokens].filter((token) => !named.has(token))).toEqual([]);
      const used = [...sheet.tokens];
      const stale = pairs.filter((pair) => !pair.some((token) => used.includes(token))).map(key);
      expect([...stale, ...Object.keys(quiet).filter((token) => !used.includes(token as TokenName))]).toEqual(
        [],
      );
    },
  );

  it('knows what is behind the word of a tab, whatever the tone of its box', () => {
    const backs = (drawings['view/stage/LabelBadge.svelte']?.words ?? []).map(([, back]) => back);
    const declaring = (file: string, wanted: RegExp) =>
      (sheets.find(({ path }) => path === file)?.rules ?? []).flatMap((rule) => {
        const tokens = of(rule, wanted);
        return tokens.length === 0 ? [] : rule.selector.split(', ').map((each) => [each, tokens] as const);
      });
    const own = declaring('view/stage/LabelBadge.svelte', /^--tab$/);
    const toned = declaring('view/stage/StagePicture.svelte', /^--tone$/);
    expect(toned.length).toBeGreaterThan(8);
    const behind = toned.map(
      ([tone, tokens]) => own.find(([each]) => each === tone) ?? ([tone, tokens] as const),
    );
    expect(behind.filter(([, tokens]) => !tokens.every((token) => backs.includes(token)))).toEqual([]);
  });

  it('excuses only rules that are there', () => {
    for (const [file, selector] of wordless) {
      const rule = sheets.find(({ path }) => path === file)?.rules.find((each) => each.selector === selector);
      expect(rule, `${file} ${selector}`).toBeDefined();
    }
  });
});

it('no colour stands in a component: all are tokens', () => {
  const literal = /#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|oklch|oklab|white|black)\b(?=[\s(;])/i;
  expect(sheets.length).toBeGreaterThan(40);
  for (const { path, literals } of sheets)
    expect(
      literals.filter((text) => literal.test(text)),
      path,
    ).toEqual([]);
});
