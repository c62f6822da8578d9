// The style sheet of a still: tokens of the light theme, the components' own rules and the face, all inside the picture.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compile } from 'svelte/compiler';
import { declarationsOf } from '../../view/theme/tokens';
import sizes from '../../view/theme/tokens.css?raw';

const FACE =
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2';

/** Sources of the stage's components, by path from here. */
const components = import.meta.glob<string>('../../view/stage/*.svelte', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The same for every picture, and compiling the components takes longer than drawing one. */
let sheet: string | null = null;

/** Everything the picture needs to look as it does on the page, without any other file. */
export function styleSheet(): string {
  return (sheet ??= compose());
}

function compose(): string {
  const face = readFileSync(createRequire(import.meta.url).resolve(FACE)).toString('base64');
  const fontFace =
    `@font-face{font-family:'Atkinson Hyperlegible Next Variable';font-weight:200 800;` +
    `src:url(data:font/woff2;base64,${face}) format('woff2');}`;
  const rules = Object.entries(components).map(([path, source]) => rulesOf(path, source));
  // Nothing moves in a still, whatever shows it.
  const still = '*{animation:none !important;transition:none !important}';
  const colors = `:root{${declarationsOf('light')}}`;
  return [fontFace, colors, sizes, ...rules, still].join('\n');
}

/** A component's scoped rules; the scope is a hash of the file's name from the top, as in the page's build. */
function rulesOf(path: string, source: string): string {
  const filename = path.replace('../../', 'src/');
  return compile(source, { filename, generate: 'server', css: 'external' }).css?.code ?? '';
}
