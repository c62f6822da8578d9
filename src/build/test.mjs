// `npm test`: everything, on a machine that has nothing but Node and npm. The last line is the verdict,
// `N passed, N failed`: unit tests, conformance cases and end-to-end tests, and one for each other part.
import { readFileSync, rmSync } from 'node:fs';
import { install } from './install.mjs';
import { fromTop, run } from './top.mjs';

/** @typedef {{ passed: number, failed: number }} Totals */

const browserReport = fromTop(`node_modules/.cache/blast-radius/e2e-${process.pid}.json`);
const total = { passed: 0, failed: 0 };

await install();
const { check } = await import('./check.mjs');

heading('check');
add(await check({ withLong: true }));
heading('conformance');
add(await conformance());
heading('build');
const built = await build();
add(built);
heading('end to end');
add(built.failed > 0 ? { passed: 0, failed: 1 } : await endToEnd());

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** @param {string} name */
function heading(name) {
  console.log(`\n== ${name}`);
}

/** @param {Totals} part */
function add(part) {
  total.passed += part.passed;
  total.failed += part.failed;
}

/** The runner ends with the totals of all files on a line of their own. @returns {Promise<Totals>} */
async function conformance() {
  const { code, output } = await run(process.execPath, ['src/build/run.mjs', 'conformance'], { quiet: true });
  console.log(output.trimEnd());
  const [, passed, failed] = [...output.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1) ?? [];
  return settle({ passed: Number(passed ?? 0), failed: Number(failed ?? 0) }, code);
}

/** @returns {Promise<Totals>} */
async function build() {
  const { code } = await run('npm', ['run', '--silent', 'build']);
  return settle({ passed: code === 0 ? 1 : 0, failed: 0 }, code);
}

/** Finds a browser first; without one nothing of this part can pass. @returns {Promise<Totals>} */
async function endToEnd() {
  try {
    const { provideBrowser } = await import('./browser.mjs');
    const browser = await provideBrowser();
    console.log(`in ${browser ?? "Playwright's own Chromium"}`);
    process.on('exit', () => rmSync(browserReport, { force: true }));
    const chosen = browser ? { BLAST_RADIUS_CHROMIUM: browser } : { PLAYWRIGHT_OWN: '1' };
    const env = {
      ...process.env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
      ...chosen,
    };
    const args = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'tests', '--reporter=list,json'];
    const { code } = await run(process.execPath, args, { env });
    const { expected, unexpected, flaky } = JSON.parse(readFileSync(browserReport, 'utf8')).stats;
    return settle({ passed: expected, failed: unexpected + flaky }, code);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

/** A part that ends badly without naming a failure has failed as a whole. @param {Totals} counted @param {number} code @returns {Totals} */
function settle(counted, code) {
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}
