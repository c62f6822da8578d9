// The Vite plugin that puts the licences of everything that ends up in the pages beside them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The folder of the package that a file belongs to; null for our own files. */
export function packageFolder(file: string): string | null {
  const found = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file.replaceAll('\\', '/'));
  return found?.[0] ?? null;
}

/** Name, version, licence and the licence's own text. Throws when a package has no name or no text. */
export function licenceOf(path: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const file = readdirSync(path).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (!name || !file) throw new Error(`${path} goes into the pages but brings no licence text`);
  return `${name} ${version ?? ''} (${license ?? 'see below'})\n\n${readFileSync(join(path, file), 'utf8').trim()}\n`;
}

/** Writes this file into the build: one entry for each package whose code, style or font is in it. */
export function licences(fileName: string): Plugin {
  return {
    name: 'licences',
    apply: (_, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    generateBundle(_, bundle) {
      const files = Object.values(bundle).flatMap((part) =>
        part.type === 'chunk'
          ? part.moduleIds
          : part.originalFileNames.map((file) => join(this.environment.config.root, file)),
      );
      const packages = new Set(files.map(packageFolder).filter((path) => path !== null));
      const entries = [...packages].sort().map(licenceOf);
      this.emitFile({
        type: 'asset',
        fileName,
        source: entries.join(`\n${'-'.repeat(80)}\n\n`),
      });
    },
  };
}
