// `npm start`: installs and builds what is missing or old, serves the build on this machine only, and
// prints the addresses. PORT in the environment asks for another port than 4173.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { pageAddresses } from './addresses.mjs';
import { install } from './install.mjs';
import { buildSite } from './site.mjs';
import { fromTop } from './top.mjs';

const port = Number(process.env.PORT ?? 4173);
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  stop(`PORT is "${process.env.PORT}": it must be a number between 1 and 65535.`);
}

await install();
const vite = await import('vite');
const config = { configFile: fromTop('vite.config.ts'), configLoader: /** @type {const} */ ('runner') };

if (isOld()) {
  console.log('Building the course...');
  await buildSite('warn').catch(stop);
}

// Without strictPort the next free port is taken when this one is in use.
const server = await vite.preview({ ...config, logLevel: 'warn', preview: { port, host: '127.0.0.1' } });
const address = server.resolvedUrls?.local[0] ?? `http://127.0.0.1:${port}/`;
const lines = pageAddresses(address).map((page) => `  ${page.what.padEnd(6)}  ${page.address}\n`);
console.log(`\nBlast Radius is ready. Press Ctrl+C to stop.\n\n${lines.join('')}`);

/** Says what is wrong, once, and ends. @param {unknown} reason @returns {never} */
function stop(reason) {
  console.error(reason instanceof Error ? reason.message : reason);
  process.exit(1);
}

/** True when there is no build, or a source is newer than it. */
function isOld() {
  const built = fromTop('dist/index.html');
  if (!existsSync(built)) return true;
  const since = statSync(built).mtimeMs;
  const sources = ['src', 'lessons', 'public', 'package-lock.json', 'vite.config.ts'];
  return sources.some((path) => newest(fromTop(path)) > since);
}

/** When a file, or any file of a folder, was last changed: milliseconds, 0 when there is none. @param {string} path @returns {number} */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce(
    (latest, name) => Math.max(latest, newest(`${path}/${name}`)),
    stats.mtimeMs,
  );
}
