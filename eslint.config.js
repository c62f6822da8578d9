// Lint rules: what can be seen without types, and fences that keep the pure layers free of clocks, chance and
// screens. The rules that look at types are in .oxlintrc.json.
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const pureLayers = ['src/sim/**', 'src/lesson/**', 'src/words/**', 'src/layout/**', 'lessons/**/*.ts'];

const clocks = ['Date', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'];
const screens = ['window', 'document', 'globalThis', 'self', 'navigator', 'localStorage', 'sessionStorage'];
const outside = ['fetch', 'crypto', 'process', 'Buffer', 'require', 'console'];
const frames = ['requestAnimationFrame', 'cancelAnimationFrame'];

/** Not the same to the last bit in every JavaScript engine; `Math.sqrt` is exact and stays. */
const inexact = [
  ...[
    'sin',
    'cos',
    'tan',
    'asin',
    'acos',
    'atan',
    'atan2',
    'sinh',
    'cosh',
    'tanh',
    'asinh',
    'acosh',
    'atanh',
  ],
  ...['exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'pow', 'cbrt', 'hypot'],
];

const banned = (names, message) => names.map((name) => ({ name, message }));
const bannedOf = (object, properties, message) =>
  properties.map((property) => ({ object, property, message }));

const pureMessage = 'Pure layers know no clock, no chance, no screen and no machine: pass it in.';
const frameMessage = 'Only src/playback asks for animation frames.';
const inexactMessage = 'Differs between JavaScript engines: use src/sim/engine/number.ts.';
const randomMessage = 'Randomness is a function of seed, entity, purpose and count.';

const hiddenMath = {
  selector: ":not(MemberExpression, TSTypeReference, TSTypeQuery) > Identifier[name='Math']",
  message: 'Use Math only as Math.name, so that the fences see what is called.',
};
const powers = [
  { selector: "BinaryExpression[operator='**']", message: inexactMessage },
  { selector: "AssignmentExpression[operator='**=']", message: inexactMessage },
];
const localeDependent = ['localeCompare', 'toLocaleString', 'toLocaleLowerCase', 'toLocaleUpperCase'].map(
  (name) => ({
    selector: `MemberExpression[property.name='${name}']`,
    message: 'Depends on the language of the machine: compare and write by code point.',
  }),
);

const noRandom = bannedOf('Math', ['random'], randomMessage);
const noFrameOfWindow = ['window', 'globalThis', 'self'].flatMap((object) =>
  bannedOf(object, frames, frameMessage),
);

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'test-results/'] },
  {
    // A rule holds for everybody or for nobody: comments in the code cannot switch one off.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: {
      globals: globals.browser,
    },
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-console': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // With noUncheckedIndexedAccess a column read by a known index needs its `!`.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-properties': ['error', ...noRandom],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      // A static style attribute is blocked by the policy of the pages; `style:name={value}` is not.
      'no-restricted-syntax': [
        'error',
        { selector: "SvelteAttribute[key.name='style']", message: 'Use a class, or style:name={value}.' },
      ],
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
      'svelte/button-has-type': 'error',
      // What playback and views keep in plain maps is handed over as new references, never watched.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/playback/**', 'src/build/**'],
    rules: {
      'no-restricted-globals': ['error', ...banned(frames, frameMessage)],
      'no-restricted-properties': ['error', ...noRandom, ...noFrameOfWindow],
    },
  },
  {
    files: pureLayers,
    rules: {
      'no-restricted-globals': [
        'error',
        ...banned([...clocks, ...screens, ...outside], pureMessage),
        ...banned(frames, frameMessage),
      ],
      'no-restricted-syntax': ['error', hiddenMath],
    },
  },
  {
    files: ['src/sim/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...banned([...clocks, ...screens, ...outside, 'Intl'], pureMessage),
        ...banned(frames, frameMessage),
      ],
      'no-restricted-properties': ['error', ...noRandom, ...bannedOf('Math', inexact, inexactMessage)],
      'no-restricted-syntax': ['error', hiddenMath, ...powers, ...localeDependent],
    },
  },
  {
    // A declared module cannot import from a relative path: only an inline import() names its types.
    files: ['**/*.d.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['src/build/**', 'tests/**', 'vite.config.ts'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  // A page's first script prints what was wrong with its address.
  { files: ['src/apps/*/main.ts'], rules: { 'no-console': 'off' } },
  // The client for slides tells an author what the stage could not do.
  { files: ['src/link/client/slideStage.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: { globals: globals.node },
  },
);
