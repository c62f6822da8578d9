// `node src/build/run.mjs <script> [arguments...]`: a script of src/build that is written in TypeScript, as package.json
// names it. It sees its own arguments and sets process.exitCode.
import { readFileSync } from 'node:fs';
import { importBundled } from './bundled.mjs';
import { fromTop } from './top.mjs';

const { scripts } = JSON.parse(readFileSync(fromTop('package.json'), 'utf8'));
const programs = Object.values(scripts).flatMap((line) => /run\.mjs (\w+)/.exec(line)?.[1] ?? []);

const [name = '', ...rest] = process.argv.slice(2);
if (!programs.includes(name)) {
  console.error(
    `"${name}" is no script that run.mjs runs; those are ${programs.join(', ')}. Usage: node src/build/run.mjs <script> [arguments...]`,
  );
  process.exit(2);
}
process.argv = [process.execPath, fromTop(`src/build/${name}.ts`), ...rest];
await importBundled(name);
