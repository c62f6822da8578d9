// `npm run bench [-- --json]`: one table of ratios with their goals; facts and journal are on. Exit status 1
// when a goal is missed. Each ratio is taken in one process, the ways of doing the work taking turns.
import { actors, limit, memory, scale } from './bench/cluster';
import { timeToUse, tools, weight } from './bench/course';
import { dragged } from './bench/drag';
import { sparseChanges, svelteTax } from './bench/drawing';
import { determinism } from './bench/engines';
import { equality } from './bench/equality';
import { manyContainers, sixtyVms } from './bench/machines';
import { queue, transitions } from './bench/peers';
import { tableLines } from './bench/row';
import type { Row } from './bench/row';
import { machineSeeks, seek } from './bench/seek';
import { realStage } from './bench/stage';
import { keyframes, largeSeek } from './bench/travel';

const json = process.argv.includes('--json');
const measurements: readonly (() => Row | Promise<Row>)[] = [
  limit,
  actors,
  queue,
  transitions,
  scale,
  memory,
  equality,
  determinism,
  seek,
  largeSeek,
  keyframes,
  sixtyVms,
  manyContainers,
  machineSeeks,
  // Builds the site that the rows after it open.
  tools,
  dragged,
  realStage,
  sparseChanges,
  svelteTax,
  weight,
  timeToUse,
];

/** Rows that are wanted alone, by their function's name; all when none is named. */
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = wanted.filter((name) => !measurements.some((measure) => measure.name === name));
if (unknown.length > 0) {
  const known = measurements.map(({ name }) => name).join(', ');
  console.error(`bench: no row is called ${unknown.join(', ')}. Name some of ${known}.`);
  process.exit(1);
}

const rows: Row[] = [];
for (const measure of measurements.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const row = await measure();
  rows.push(row);
  if (!json) console.error(`${row.id} ${row.measured}`);
}
const holds = rows.every((row) => row.holds);
if (json) console.log(JSON.stringify({ node: process.version, holds, rows }, null, 2));
else console.log([...tableLines(rows), `bench: ${holds ? 'all goals hold' : 'a goal is missed'}`].join('\n'));
process.exitCode = holds ? 0 : 1;
