// The arrows between the layers: a small tree with one offender for each rule, and one import for each
// arrow that is allowed, is looked at with the rules of the repository.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { top } from './sources';

const rules = createRequire(import.meta.url)(`${top}.dependency-cruiser.cjs`) as IConfiguration;
const tree = mkdtempSync(join(tmpdir(), 'arrows-'));
afterAll(() => rmSync(tree, { recursive: true }));

/** Files of the tree that others import. */
const targets = ['sim', 'lesson', 'words', 'layout', 'playback', 'view', 'link', 'i18n', 'apps', 'build'];
const packages = ['xstate', 'd3', 'svelte', 'valibot', 'vite'];

const allowed: Record<string, string[]> = {
  'src/sim': ['xstate'],
  'src/lesson': ['sim', 'xstate'],
  'src/layout': ['type sim', 'd3'],
  'src/words': ['type sim', 'type layout', 'i18n'],
  'src/link': ['sim', 'lesson', 'valibot'],
  'src/playback': ['sim', 'lesson', 'layout', 'words', 'svelte'],
  'src/view': ['layout', 'words', 'i18n', 'type playback', 'svelte'],
  'src/apps': ['sim', 'lesson', 'words', 'layout', 'playback', 'view', 'link', 'i18n', 'svelte'],
  'src/build': ['sim', 'lesson', 'words', 'layout', 'playback', 'view', 'link', 'i18n', 'vite', 'node:fs'],
  lessons: ['sim', 'lesson'],
};

/** What each layer tries to import beside what it may. */
const refused: Record<string, string[]> = {
  'src/sim': [
    'lesson',
    'words',
    'layout',
    'playback',
    'view',
    'link',
    'i18n',
    'apps',
    'build',
    'd3',
    'svelte',
    'node:fs',
  ],
  'src/lesson': ['words', 'layout', 'playback', 'view', 'link', 'i18n', 'apps', 'build', 'svelte', 'node:fs'],
  'src/layout': [
    'sim',
    'lesson',
    'words',
    'playback',
    'view',
    'link',
    'i18n',
    'apps',
    'build',
    'svelte',
    'node:fs',
  ],
  'src/words': ['sim', 'layout', 'lesson', 'playback', 'view', 'link', 'apps', 'build', 'svelte', 'node:fs'],
  'src/link': ['words', 'layout', 'playback', 'view', 'i18n', 'apps', 'build', 'node:fs'],
  'src/playback': ['view', 'link', 'i18n', 'apps', 'build', 'vite', 'node:fs'],
  'src/view': ['sim', 'lesson', 'playback', 'link', 'apps', 'build', 'vite', 'node:fs'],
  'src/apps': ['vite', 'node:fs'],
  lessons: ['words', 'layout', 'playback', 'view', 'link', 'i18n', 'apps', 'build', 'd3', 'node:fs'],
};

let found: string[] = [];

beforeAll(async () => {
  for (const name of targets)
    write(`src/${name}/target.ts`, 'export interface Shape { a: number }\nexport const a = 1;\n');
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'module.exports = {};\n');
  }
  const dependencies = { xstate: '1.0.0', d3: '1.0.0', svelte: '1.0.0', valibot: '1.0.0' };
  write('package.json', JSON.stringify({ name: 'tree', dependencies, devDependencies: { vite: '1.0.0' } }));
  for (const [folder, names] of Object.entries(allowed))
    names.forEach((name) => importing(folder, name, 'allowed'));
  for (const [folder, names] of Object.entries(refused))
    names.forEach((name) => importing(folder, name, 'refused'));
  write('src/sim/resources/sum.ts', "import '../rooms/host';\n");
  write('src/sim/rooms/host.ts', "import '../resources/sum';\n");
  write('src/view/lonely.ts', 'export const a = 1;\n');
  write('src/view/missing.ts', "import './nowhere';\n");
  write('src/view/Box.svelte', `<script lang="ts">import { a } from '../sim/target';</script>{a}\n`);
  write(
    'src/view/Stage.svelte',
    `<script lang="ts">import type { Shape } from '../playback/target'; let a: Shape;</script>{a}\n`,
  );
  write('lessons/11-b/checks.ts', "import '../10-a/checks';\n");
  write('lessons/10-a/checks.ts', 'export const a = 1;\n');
  found = await violations();
});

it.each(Object.keys(refused))('%s imports nothing but what it may', (folder) => {
  const offenders = refused[folder]?.map((name) => fileOf(folder, name, 'refused')) ?? [];
  expect(
    offenders.filter((file) => !found.some((line) => line.startsWith(file) && !/orphan|resolved/.test(line))),
  ).toEqual([]);
});

it.each(Object.keys(allowed))('%s may import what the arrows allow', (folder) => {
  const files = allowed[folder]?.map((name) => fileOf(folder, name, 'allowed')) ?? [];
  expect(found.filter((line) => files.some((file) => line.startsWith(file)))).toEqual([]);
});

it('components are looked at too', () => {
  // What a compiled component loads from svelte itself is not in this tree.
  const lines = found.filter((line) => line.includes('.svelte') && !line.endsWith('not-resolved'));
  expect(lines).toEqual(['src/view/Box.svelte arrow-view']);
});

it.each([
  ['src/sim/resources/sum.ts', 'resources-know-no-room'],
  ['src/sim/resources/sum.ts', 'no-circular'],
  ['src/view/lonely.ts', 'no-orphans'],
  ['src/view/missing.ts', 'not-resolved'],
  ['lessons/11-b/checks.ts', 'lessons-apart'],
  ['src/view/refused-vite.ts', 'product-needs-dependency'],
  ['src/view/refused-node-fs.ts', 'node-only-in-build'],
  ['src/view/refused-apps.ts', 'nobody-imports-apps-or-scripts'],
])('%s is caught by %s', (file, rule) => {
  expect(found).toContain(`${file} ${rule}`);
});

/** `type sim` and `node:fs` as they stand in a file's name. */
function fileOf(folder: string, name: string, verdict: string): string {
  return `${folder}/${verdict}-${name.replace(/[ :]/g, '-')}.ts`;
}

/** Writes a file that imports a layer's target, its types, or a package. */
function importing(folder: string, name: string, verdict: string): void {
  const layer = name.replace('type ', '');
  const isLayer = targets.includes(layer);
  const source = isLayer ? `${folder === 'lessons' ? '../src' : '..'}/${layer}/target` : name;
  const clause = name.startsWith('type ') ? 'import type { Shape }' : 'import * as all';
  write(fileOf(folder, name, verdict), `${clause} from '${source}';\n`);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}

/** Every violation as `file rule`. */
async function violations(): Promise<string[]> {
  const { tsConfig: _, ...options } = rules.options ?? {};
  const result = await cruise(['src', 'lessons'], {
    ...options,
    baseDir: tree,
    ruleSet: rules,
    validate: true,
  });
  const { summary } = result.output as ICruiseResult;
  return summary.violations.map(({ from, rule }) => `${from} ${rule.name}`);
}
