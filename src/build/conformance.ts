// `npm run conformance [-- <folder>]`: the cases of the real systems' own tests against the model.
// Exit status 1 when a case fails, 2 when the folder cannot be read.
import { resolve } from 'node:path';
import { reportLines } from './conformance/report';
import { runFolder } from './conformance/runner';

const [folder] = process.argv.slice(2);
// npm changes to the top of the repository; a folder is meant from where it was typed.
const path = folder ? resolve(process.env['INIT_CWD'] ?? '.', folder) : resolve('tests/conformance/cases');

try {
  const reports = runFolder(path);
  console.log(reportLines(reports).join('\n'));
  process.exitCode = reports.some(({ result }) => result === 'failed') ? 1 : 0;
} catch (error) {
  console.error(
    `The folder ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 2;
}
