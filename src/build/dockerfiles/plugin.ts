// The Vite plugin for Dockerfiles: `import recipe from './shop.Dockerfile'` is its instructions, read when the site is
// built, as one text that a scenario can hold. The parser is loaded where there is one to read.
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const DOCKERFILE = /\.Dockerfile$/;

/** The plugin. */
export function dockerfiles(): Plugin {
  return {
    name: 'dockerfiles',
    enforce: 'pre',
    async load(id) {
      if (!DOCKERFILE.test(id)) return null;
      const { readDockerfile } = await import('../../link/dockerfile');
      const recipe = JSON.stringify(readDockerfile(await readFile(id, 'utf8')));
      return { code: `export default ${JSON.stringify(recipe)};`, moduleType: 'js' };
    },
  };
}
