// The Vite plugin that tells Svelte, at build time, what it would otherwise find out in the page: every page is drawn
// afresh in the browser, by components with runes and nothing else. What Svelte has for other cases then falls away.
import type { Plugin } from 'vite';

/** The files in which Svelte keeps these switches, with what they are for good here. */
const SETTLED: readonly (readonly [file: RegExp, code: string])[] = [
  [
    /\/svelte\/src\/internal\/flags\/index\.js$/,
    `export const async_mode_flag = false, legacy_mode_flag = false, tracing_mode_flag = false;`,
  ],
  // No server has drawn anything that would have to be taken over.
  [
    /\/svelte\/src\/internal\/client\/dom\/hydration\.js$/,
    `export const hydrating = false, hydrate_node = null;
     export function set_hydrating() {}
     export function set_hydrate_node() {}
     export function hydrate_next() {}
     export function reset() {}
     export function hydrate_template() {}
     export function next() {}
     export function skip_nodes() {}
     export function read_hydration_instruction() {}`,
  ],
];

/**
 * The plugin. The build fails by an export that is missing when a component needs a switch that is settled here: one
 * without runes, or one that awaits.
 */
export function freshPages(): Plugin {
  return {
    name: 'fresh-pages',
    apply: (_, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    transform: {
      order: 'pre',
      filter: { id: SETTLED.map(([file]) => file) },
      handler(_, id) {
        const code = SETTLED.find(([file]) => file.test(id))?.[1];
        return code === undefined ? null : { code, map: null };
      },
    },
  };
}
