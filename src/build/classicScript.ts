// The Vite plugin that lets a built page run in a frame with an opaque origin (`sandbox="allow-scripts"`): its
// script is a classic one and nothing is asked for with `crossorigin`, which such a frame would be refused.
import type { Plugin } from 'vite';

/** Rewrites the script and the stylesheet of each built page. Throws when a page asks for any module. */
export function classicScript(): Plugin {
  return {
    name: 'classic-script',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { path }) {
        const classic = html
          .replaceAll(/<script type="module"( crossorigin)? src=/g, '<script defer src=')
          .replaceAll(' crossorigin', '');
        if (/type="module"|modulepreload/.test(classic))
          throw new Error(`${path}: a module would not load in a sandboxed frame; build it as one file`);
        return classic;
      },
    },
  };
}
