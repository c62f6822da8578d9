// Runs a script of src/build that is written in TypeScript: bundles it with Vite, imports the bundle.
// node src/build/run.mjs <script> [arguments...]; the script sees its own arguments and sets process.exitCode.
import { existsSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { fromTop } from './top.mjs';

const [name = '', ...rest] = process.argv.slice(2);
const entry = fromTop(`src/build/${name}.ts`);
if (!/^[a-zA-Z]+$/.test(name) || !existsSync(entry)) {
  console.error(
    `There is no script src/build/${name}.ts. Usage: node src/build/run.mjs <script> [arguments...]`,
  );
  process.exit(2);
}

// A folder for each process: two scripts that run at once never see half of each other's bundle.
const outDir = fromTop(`node_modules/.cache/blast-radius/${name}-${process.pid}`);
process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
await bundle();

process.argv = [process.execPath, entry, ...rest];
await import(pathToFileURL(`${outDir}/${name}.mjs`).href);

/** One ES module, packages left outside; throws Vite's error when the script or a lesson is broken. */
async function bundle() {
  const { build } = await import('vite');
  await build({
    configFile: fromTop('vite.config.ts'),
    configLoader: 'runner',
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
  });
}
