// The text of a conformance run: a line for each file, then what waits and what failed, then the sum.
import { count } from './runner';
import type { CaseReport } from './runner';

/** Lines for the terminal; the last one is `conformance: N passed, N failed, N waiting`. */
export function reportLines(reports: readonly CaseReport[]): readonly string[] {
  const files = [...new Set(reports.map(({ file }) => file))];
  const width = Math.max(...files.map((file) => file.length));
  return [
    ...files.map((file) => `${file.padEnd(width)}  ${sum(reports.filter((one) => one.file === file))}`),
    ...waitingLines(reports),
    ...reports.flatMap((one) =>
      one.result === 'failed' ? [`FAILED ${one.file}: ${one.name}: ${one.why}`] : [],
    ),
    `conformance: ${sum(reports)}`,
  ];
}

function sum(reports: readonly CaseReport[]): string {
  const { passed, failed, waiting } = count(reports);
  return `${passed} passed, ${failed} failed, ${waiting} waiting`;
}

/** One line for each file and kind that waits. */
function waitingLines(reports: readonly CaseReport[]): readonly string[] {
  const lines = new Map<string, number>();
  for (const one of reports) {
    if (one.result !== 'waiting') continue;
    const line = `waiting  ${one.file} ${one.kind}: for ${one.room}`;
    lines.set(line, (lines.get(line) ?? 0) + 1);
  }
  return [...lines].map(([line, cases]) => `${line} (${cases})`);
}
