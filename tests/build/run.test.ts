// `run.mjs` runs what package.json names, and says so of anything else.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const top = fileURLToPath(new URL('../..', import.meta.url));

it.each(['slides', 'nothing', '../build/play', ''])(
  'refuses "%s", which is no program, in one sentence',
  (name) => {
    const { status, stderr } = spawnSync(process.execPath, ['src/build/run.mjs', name, 'dist'], {
      cwd: top,
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/ is no script that run\.mjs runs; those are .*\bplay\b/);
  },
);
