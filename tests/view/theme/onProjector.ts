// The colours of every theme as a projector shows them: the tokens, with what projector.css puts in their place.
import { readFileSync } from 'node:fs';
import { themes, tokenNames, type ThemeName, type Tokens } from '../../../src/view/theme/tokens';

const css = readFileSync(new URL('../../../src/view/theme/projector.css', import.meta.url), 'utf8');

/** What the stylesheet says for a theme. Throws when it names a token that there is not. */
function replacedIn(theme: ThemeName): Partial<Tokens> {
  const block = css.split(`[data-theme='${theme}'] {`)[1]?.split('}')[0] ?? '';
  const found = [...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)];
  return Object.fromEntries(
    found.map(([, name = '', color = '']) => {
      if (!(tokenNames as readonly string[]).includes(name)) throw new Error(`there is no token ${name}`);
      return [name, color];
    }),
  );
}

/** The palettes of a projector, by theme. */
export const onProjector: Readonly<Record<ThemeName, Tokens>> = {
  light: { ...themes.light, ...replacedIn('light') },
  dark: { ...themes.dark, ...replacedIn('dark') },
  contrast: { ...themes.contrast, ...replacedIn('contrast') },
};
