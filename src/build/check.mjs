// `npm run check`: types, components, lint (with and without types), form, arrows and unit tests, two parts at
// a time, with the seconds of each. The output of a part is shown when it failed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { fromTop, run } from './top.mjs';

/** @typedef {{ passed: number, failed: number }} Totals */
/** @typedef {{ name: string, tool: string, args: string[], count?: () => Totals }} Part */

const cache = fromTop('node_modules/.cache/blast-radius');
/** One for each process: two checks may run at once. */
const unitReport = `${cache}/unit-${process.pid}.json`;

/**
 * The pure layers, then everything that may know Node; svelte-check looks at what is drawn. They are read by
 * TypeScript 7, which takes a quarter of the time; the linters and svelte-check need the interface of 6.
 */
const typed = ['src/pure.tsconfig.json', 'tests'];

/** Suites that walk thousands of random cases, left to `npm test`. */
const LONG = '**/*.long.test.ts';

/**
 * The longest first: what starts last should end soon.
 * @param {boolean} withLong whether the long suites of unit tests run too
 * @returns {Part[]}
 */
const partsOf = (withLong) => [
  {
    name: 'unit',
    tool: 'vitest/vitest.mjs',
    args: [
      'run',
      '--configLoader=runner',
      '--allowOnly=false',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
      ...(withLong ? [] : [`--exclude=${LONG}`]),
    ],
    count: unitTotals,
  },
  { name: 'lint', tool: 'eslint/bin/eslint.js', args: ['.', '--max-warnings=0'] },
  { name: 'typed lint', tool: 'oxlint/bin/oxlint', args: ['--deny-warnings'] },
  { name: 'types', tool: 'typescript-native/bin/tsc', args: ['--build', ...typed] },
  {
    name: 'components',
    tool: 'svelte-check/bin/svelte-check',
    args: ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  },
  {
    name: 'arrows',
    tool: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['src', 'lessons', 'tests', 'vite.config.ts'],
  },
  { name: 'form', tool: 'prettier/bin/prettier.cjs', args: ['--check', '.', '--cache', '--log-level=warn'] },
];

/**
 * Runs every part and prints one line for each. A part that counts its tests adds them, any other part
 * counts as one.
 * @param {{ withLong: boolean }} options whether the long suites of unit tests run too
 * @returns {Promise<Totals>}
 */
export async function check({ withLong }) {
  mkdirSync(cache, { recursive: true });
  process.on('exit', () => rmSync(unitReport, { force: true }));
  const waiting = partsOf(withLong);
  const total = { passed: 0, failed: 0 };
  const work = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const { passed, failed } = await runPart(part);
      total.passed += passed;
      total.failed += failed;
    }
  };
  await Promise.all([work(), work()]);
  return total;
}

/** @param {Part} part @returns {Promise<Totals>} */
async function runPart({ name, tool, args, count }) {
  const started = performance.now();
  const { code, output } = await run(process.execPath, [fromTop(`node_modules/${tool}`), ...args], {
    quiet: true,
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const counted = count?.() ?? { passed: code === 0 ? 1 : 0, failed: 0 };
  // A tool that fails without naming a failed test has failed as a whole.
  const failed = code !== 0 && counted.failed === 0 ? 1 : counted.failed;
  const tests = count ? `, ${counted.passed} passed, ${failed} failed` : '';
  if (failed > 0) console.log(output.trimEnd());
  console.log(`${name.padEnd(10)} ${failed > 0 ? 'FAILED' : 'ok    '} ${seconds.padStart(5)} s${tests}`);
  return { passed: counted.passed, failed };
}

/** What vitest wrote; nothing passed when it wrote nothing. @returns {Totals} */
function unitTotals() {
  try {
    const report = JSON.parse(readFileSync(unitReport, 'utf8'));
    const broken = report.testResults.filter(
      (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
        file.status === 'failed' && file.assertionResults.length === 0,
    );
    return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const started = performance.now();
  const { failed } = await check({ withLong: false });
  console.log(
    `check      ${failed > 0 ? 'FAILED' : 'ok    '} ${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s`,
  );
  process.exitCode = failed > 0 ? 1 : 0;
}
