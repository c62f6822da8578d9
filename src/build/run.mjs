// `node src/build/run.mjs <script> [arguments...]`: a script of src/build that is written in TypeScript. It sees its
// own arguments and sets process.exitCode.
import { existsSync } from 'node:fs';
import { importBundled } from './bundled.mjs';
import { fromTop } from './top.mjs';

const [name = '', ...rest] = process.argv.slice(2);
const script = fromTop(`src/build/${name}.ts`);
if (!/^[a-zA-Z]+$/.test(name) || !existsSync(script)) {
  console.error(
    `There is no script src/build/${name}.ts. Usage: node src/build/run.mjs <script> [arguments...]`,
  );
  process.exit(2);
}
process.argv = [process.execPath, script, ...rest];
await importBundled(name);
