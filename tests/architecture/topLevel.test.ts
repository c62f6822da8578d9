// The top of the repository is a fixed list, and what is installed is pinned.
import { expect, it } from 'vitest';
import { read, trackedFiles } from './sources';

const folders = ['src', 'lessons', 'public', 'tests', '.ci'];
const files = ['package.json', 'tsconfig.json', 'vite.config.ts', 'README.md', 'LICENSE'];
const forTools = [
  ...['package-lock.json', 'eslint.config.js', '.oxlintrc.json', '.dependency-cruiser.cjs', '.npmrc'],
  ...['.gitignore', '.gitattributes', '.editorconfig', '.prettierignore'],
];

it('holds the agreed folders and files and nothing else', () => {
  const found = new Set(trackedFiles().map((path) => path.split('/')[0] ?? ''));
  expect([...found].sort()).toEqual([...folders, ...files, ...forTools].sort());
});

it('pins every package to one version', () => {
  const { dependencies, devDependencies, overrides } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >;
  const versions = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
  expect(versions.filter(([, version]) => !/^(npm:[a-z]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

it('has a lockfile that names no download address', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
});
