// `npm run bench [-- --json]`: one table of ratios with their goals; facts and journal are on. Exit status 1
// when a goal is missed. Each ratio is taken in one process, the ways of doing the work taking turns.
import { actors, limit, memory, scale } from './bench/cluster';
import { determinism } from './bench/engines';
import { equality } from './bench/equality';
import { queue, transitions } from './bench/peers';
import { tableLines } from './bench/row';
import type { Row } from './bench/row';
import { seek } from './bench/seek';

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
];

const rows: Row[] = [];
for (const measure of measurements) {
  const row = await measure();
  rows.push(row);
  if (!json) console.error(`${row.id} ${row.measured}`);
}
const holds = rows.every((row) => row.holds);
if (json) console.log(JSON.stringify({ node: process.version, holds, rows }, null, 2));
else console.log([...tableLines(rows), `bench: ${holds ? 'all goals hold' : 'a goal is missed'}`].join('\n'));
process.exitCode = holds ? 0 : 1;
