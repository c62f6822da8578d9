// Where the top of the repository is, and how the scripts start other programs.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The absolute path of a file, from its path below the top of the repository. @param {string} path */
export function fromTop(path) {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/**
 * Runs a program at the top of the repository and waits for it. With `quiet` its output is kept and
 * handed back, otherwise it goes to the terminal.
 * @param {string} program @param {string[]} args @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ code: number, output: string }>} `code` is 127 when the program is not there
 */
export function run(program, args, { quiet = false, env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: fromTop('.'),
      env,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: process.platform === 'win32' && program === 'npm',
    });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => resolve({ code: 127, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
