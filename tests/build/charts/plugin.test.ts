// The pages' engine, with its tables made by the build, gives each lesson the digests of the one that compiles.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { lessons } from 'virtual:lessons';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { charts } from '../../../src/build/charts/plugin';
import { worldOf } from '../../../src/lesson/crossCheck';
import { scenarioOf } from '../../../src/lesson/content';
import { wholeAttempt } from '../../../src/lesson/player';
import { createRun } from '../../../src/sim';
import { describe as chartOf } from '../../../src/sim/describe';

const folder = mkdtempSync(join(tmpdir(), 'charts-'));
const at = (path: string) => fileURLToPath(new URL(`../../../src/${path}`, import.meta.url));

interface Built {
  readonly createRun: typeof createRun;
  readonly describe: typeof chartOf;
}
let built: Built;
let imports: readonly string[] = [];

beforeAll(async () => {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [charts()],
    build: {
      outDir: folder,
      minify: false,
      lib: { entry: { sim: at('sim/index.ts'), charts: at('sim/describe.ts') }, formats: ['es'] },
      rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
    },
  });
  const chunks = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  imports = chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
  const load = (name: string) => import(/* @vite-ignore */ pathToFileURL(join(folder, name)).href);
  built = { ...(await load('sim.mjs')), ...(await load('charts.mjs')) } as Built;
});

afterAll(() => rmSync(folder, { recursive: true }));

it('needs neither XState nor the compiler', () => {
  expect(imports.length).toBeGreaterThan(30);
  expect(imports.filter((id) => /xstate|compile\/(compile|check|cells)/.test(id))).toEqual([]);
});

it('draws the same charts', () => {
  for (const kind of ['host', 'vm', 'container']) expect(built.describe(kind)).toEqual(chartOf(kind));
});

describe.each(lessons)('lesson $slug', (entry) => {
  it('comes out the same in every step', async () => {
    const content = await entry.open();
    const solution = await entry.solution();
    const digests = [createRun, built.createRun].map((start) =>
      content.page.steps.map(({ slug }, step) => {
        const attempt = wholeAttempt(content, solution, step, solution.steps[slug]!);
        const run = start(scenarioOf(content, worldOf(content.page, step)), attempt.commands, attempt.until);
        return run.digest();
      }),
    );
    expect(digests[0]!.length).toBeGreaterThan(0);
    expect(digests[1]).toEqual(digests[0]);
  });
});
