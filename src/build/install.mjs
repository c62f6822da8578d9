// Installs the packages when they are missing or older than the lockfile. Needs nothing but Node and npm.
import { existsSync, statSync } from 'node:fs';
import { fromTop, run } from './top.mjs';

const oldest = { major: 20, minor: 19 };

/** Ends the process with a plain sentence when this Node is too old, or when npm cannot install. */
export async function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < oldest.major || (major === oldest.major && minor < oldest.minor)) {
    stop(
      `Blast Radius needs Node ${oldest.major}.${oldest.minor} or newer; this is Node ${process.versions.node}.`,
    );
  }
  if (isInstalled()) return;
  console.log('Installing packages (npm ci)...');
  const { code } = await run('npm', ['ci', '--no-audit', '--no-fund']);
  if (code !== 0) stop('npm ci failed: see above. Is the package registry within reach?');
}

/** npm writes its own copy of the lockfile last, so that copy tells when the packages were complete. */
function isInstalled() {
  const installed = fromTop('node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  return statSync(installed).mtimeMs >= statSync(fromTop('package-lock.json')).mtimeMs;
}

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
