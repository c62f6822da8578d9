// Each lint fence is shown an offender and must catch it; what is allowed beside it must pass.
import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { top } from './sources';

// The snippets are in no project, so the rules that need types are left out.
const eslint = new ESLint({
  cwd: top,
  overrideConfig: [
    ts.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false, program: null } } },
  ],
});

/** The rules that complain about a snippet as if it stood in this file. */
async function complaints(path: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: `${top}${path}` });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const pure = [
  'src/sim/a.ts',
  'src/lesson/a.ts',
  'src/words/a.ts',
  'src/layout/a.ts',
  'lessons/10-a/checks.ts',
];
const impure = [
  ...['new Date()', 'performance.now()', 'setTimeout(f, 1)', 'setInterval(f, 1)', 'queueMicrotask(f)'],
  ...['console.log(f)', 'document.title', 'window.name', 'globalThis.x', 'process.exit()', 'fetch(f)'],
  ...['requestAnimationFrame(f)'],
];

describe.each(pure)('in %s', (path) => {
  it.each(impure)('%s is refused', async (code) => {
    expect(await complaints(path, `export const x = ${code};`)).toContain('no-restricted-globals');
  });

  it.each(['Math.random()', 'Math["random"]()'])('%s is refused', async (code) => {
    expect(await complaints(path, `export const x = ${code};`)).toContain('no-restricted-properties');
  });

  it('Math cannot be taken apart or renamed', async () => {
    expect(await complaints(path, 'export const { random } = Math;')).toContain('no-restricted-syntax');
    expect(await complaints(path, 'const m = Math; export const x = m.random();')).toContain(
      'no-restricted-syntax',
    );
  });

  it('exact arithmetic passes', async () => {
    expect(await complaints(path, 'export const x = Math.floor(Math.sqrt(2)) * Math.imul(3, 4);')).toEqual(
      [],
    );
  });
});

describe('in the model', () => {
  const inexact = [
    'sin',
    'cos',
    'tan',
    'exp',
    'expm1',
    'log',
    'log2',
    'log10',
    'log1p',
    'pow',
    'cbrt',
    'hypot',
  ];

  it.each(inexact)('Math.%s is refused', async (name) => {
    expect(await complaints('src/sim/a.ts', `export const x = Math.${name}(1, 2);`)).toContain(
      'no-restricted-properties',
    );
  });

  it.each(['2 ** f', 'f **= 2', "f.localeCompare('b')", 'f.toLocaleString()'])(
    '%s is refused',
    async (code) => {
      const snippet = `export function y(f: never) { return ${code}; }`;
      expect(await complaints('src/sim/a.ts', snippet)).toContain('no-restricted-syntax');
    },
  );

  it('the language of the machine is refused', async () => {
    expect(await complaints('src/sim/a.ts', 'export const x = new Intl.NumberFormat();')).toContain(
      'no-restricted-globals',
    );
  });
});

describe('animation frames', () => {
  const asking =
    'export const x = requestAnimationFrame(y); export const z = window.requestAnimationFrame(y);';

  it.each(['src/view/stage/a.ts', 'src/apps/course/a.ts', 'src/view/a.svelte.ts'])(
    '%s may not ask for them',
    async (path) => {
      expect(await complaints(path, asking)).toEqual(['no-restricted-globals', 'no-restricted-properties']);
    },
  );

  it('src/playback may', async () => {
    expect(await complaints('src/playback/clock.ts', asking)).toEqual([]);
  });
});

describe('everywhere', () => {
  it('a comment cannot switch a rule off', async () => {
    const code = ['/* eslint', '-disable */ export const x = Math.random();'].join('');
    expect(await complaints('src/view/a.ts', code)).toContain('no-restricted-properties');
  });

  it.each(["eval('1')", "new Function('return 1')"])(
    '%s, which the policy of the pages blocks, is refused',
    async (code) => {
      expect(await complaints('src/view/a.ts', `export const x = ${code};`)).not.toEqual([]);
    },
  );

  it('a component carries no HTML string and no static style', async () => {
    expect(await complaints('src/view/A.svelte', '<!-- A. -->\n<p>{@html "a"}</p>')).toContain(
      'svelte/no-at-html-tags',
    );
    expect(await complaints('src/view/A.svelte', '<!-- A. -->\n<p style="color: red">a</p>')).toContain(
      'no-restricted-syntax',
    );
  });
});
