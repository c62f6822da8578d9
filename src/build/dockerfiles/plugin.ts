// The Vite plugin for Dockerfiles: `import recipe from './shop.Dockerfile'` is its instructions, read when the site is
// built, as one text that a scenario can hold.
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { readDockerfile } from '../../link/dockerfile';

const DOCKERFILE = /\.Dockerfile$/;

/** The plugin. */
export function dockerfiles(): Plugin {
  return {
    name: 'dockerfiles',
    enforce: 'pre',
    async load(id) {
      if (!DOCKERFILE.test(id)) return null;
      const recipe = JSON.stringify(readDockerfile(await readFile(id, 'utf8')));
      return { code: `export default ${JSON.stringify(recipe)};`, moduleType: 'js' };
    },
  };
}
