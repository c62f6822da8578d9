// The rules of the page that a drawing needs to look the same in a file of its own, with its face inside.

/** Finds what a drawing uses in the style sheets of its page. Throws when the face cannot be fetched. */
export async function ownSheet(drawing: Element): Promise<string> {
  const elements = [drawing, ...drawing.querySelectorAll('*')];
  const rules = [...document.styleSheets].flatMap(({ cssRules }) => rulesFor(cssRules, elements));
  const used = new Set(Array.from(rules.join(' ').matchAll(/var\((--[\w-]+)/g), ([, name]) => name ?? ''));
  const own = getComputedStyle(document.documentElement);
  const values = [...used].map((name) => `${name}:${own.getPropertyValue(name)}`);
  // Nothing moves in a still, whatever shows it.
  const still = '*{animation:none !important;transition:none !important}';
  return [await face(own.getPropertyValue('--font')), `:root{${values.join(';')}}`, ...rules, still].join(
    '\n',
  );
}

/** The rules that hold for any of the elements, those of a medium only where it is the page's own. */
function rulesFor(rules: CSSRuleList, elements: readonly Element[]): string[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSStyleRule) return matches(rule, elements) ? [rule.cssText] : [];
    const isHere = rule instanceof CSSMediaRule && window.matchMedia(rule.conditionText).matches;
    return isHere ? rulesFor(rule.cssRules, elements) : [];
  });
}

/** Tokens are written out by their values, so rules for whole pages are left out. */
function matches({ selectorText }: CSSStyleRule, elements: readonly Element[]): boolean {
  if (/^(\*|:root|html|body)/.test(selectorText)) return false;
  return elements.some((element) => element.matches(selectorText));
}

/** The first face of a list of families, as a rule with the font's file inside. */
async function face(families: string): Promise<string> {
  const family = (families.split(',')[0] ?? '').trim().replaceAll(/["']/g, '');
  const faces = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule).map((rule) => ({ rule, sheet })),
  );
  const found = faces.find(({ rule }) => rule.style.getPropertyValue('font-family').includes(family));
  const path = /url\("?([^")]+)"?\)/.exec(found?.rule.style.getPropertyValue('src') ?? '')?.[1];
  if (!found || path === undefined) return '';
  const file = await fetch(new URL(path, found.sheet.href ?? document.baseURI));
  const weight = found.rule.style.getPropertyValue('font-weight');
  const data = base64(new Uint8Array(await file.arrayBuffer()));
  return `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/woff2;base64,${data}) format('woff2');}`;
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
