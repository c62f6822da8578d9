// vite.config.ts, read once for all that a process builds: what its plugins have read serves the next build as well.
import { fromTop } from './top.mjs';

/** @typedef {import('vite').InlineConfig} Settings */
/** @typedef {(request: { command: 'build', mode: string, isSsrBuild: boolean }) => import('vite').UserConfig} Config */

/** @type {Promise<Config> | undefined} */
let config;

/** @returns {Promise<Config>} */
async function read() {
  // As `build` does before it reads a configuration; what is read on its own is otherwise taken for development.
  process.env.NODE_ENV ??= 'production';
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(fromTop('vite.config.ts'));
  return module.default;
}

/**
 * What Vite is given for a build.
 * @param {{ mode?: string, isSsrBuild?: boolean }} [of] the mode names a part of the site; none is the course
 * @returns {Promise<Settings>} rejects when the configuration cannot be read
 */
export async function settingsOf({ mode = 'production', isSsrBuild = false } = {}) {
  config ??= read();
  return { ...(await config)({ command: 'build', mode, isSsrBuild }), configFile: false, mode };
}
