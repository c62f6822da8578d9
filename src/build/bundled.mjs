// Scripts of src/build that are written in TypeScript: bundled with Vite, and the bundle imported.
import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { settingsOf } from './settings.mjs';
import { fromTop } from './top.mjs';

/**
 * What src/build/<name>.ts exports.
 * @param {string} name
 * @returns {Promise<any>} rejects with Vite's error when the script or a lesson is broken, or with what it throws
 */
export async function importBundled(name) {
  const entry = fromTop(`src/build/${name}.ts`);
  // A folder for each process: two scripts that run at once never see half of each other's bundle.
  const outDir = fromTop(`node_modules/.cache/blast-radius/${name}-${process.pid}`);
  process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await bundle(name, entry, outDir);
  return import(pathToFileURL(`${outDir}/${name}.mjs`).href);
}

/** One ES module, packages left outside. @param {string} name @param {string} entry @param {string} outDir */
async function bundle(name, entry, outDir) {
  const { build, mergeConfig } = await import('vite');
  const settings = await settingsOf({ isSsrBuild: true });
  await build(
    mergeConfig(settings, {
      logLevel: 'warn',
      build: {
        ssr: entry,
        outDir,
        emptyOutDir: true,
        copyPublicDir: false,
        minify: false,
        target: 'node20',
        reportCompressedSize: false,
        rolldownOptions: { input: entry, output: { entryFileNames: `${name}.mjs`, codeSplitting: true } },
      },
    }),
  );
}
