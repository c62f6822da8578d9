// The arrows between the layers, as README's "For developers" draws them. A layer that a rule does not
// list may not be imported; "types of" means that only an `import type` is allowed.
const layers = ['sim', 'lesson', 'words', 'layout', 'playback', 'view', 'link', 'i18n', 'apps', 'build'];

const mayImport = {
  sim: [],
  lesson: ['sim'],
  layout: [],
  words: ['i18n'],
  link: ['sim', 'lesson'],
  playback: ['sim', 'lesson', 'layout', 'words'],
  view: ['layout', 'words', 'i18n'],
  i18n: [],
};

const mayImportTypesOf = {
  layout: ['sim'],
  words: ['sim', 'layout'],
  view: ['playback'],
};

/** The packages a layer may import; a layer without a line may import every dependency of the product. */
const packages = {
  sim: ['xstate'],
  lesson: ['xstate', 'valibot'],
  layout: ['d3'],
  words: [],
  i18n: [],
};

const folder = (names) => `^src/(${names.join('|')})/`;

/** Two rules: nothing but the listed layers at all, and the "types of" ones only as types. */
function arrowsOf([layer, allowed]) {
  const types = mayImportTypesOf[layer] ?? [];
  const from = { path: `^src/${layer}/` };
  const comment = `src/${layer} may import ${[...allowed, ...types.map((name) => `types of ${name}`)].join(', ') || 'no other layer'}.`;
  const others = layers.filter((name) => ![layer, ...allowed, ...types].includes(name));
  const forbidden = [
    { name: `arrow-${layer}`, severity: 'error', comment, from, to: { path: `${folder(others)}|^lessons/` } },
  ];
  if (types.length === 0) return forbidden;
  const to = { path: folder(types), dependencyTypesNot: ['type-only'] };
  return [...forbidden, { name: `arrow-${layer}-types-only`, severity: 'error', comment, from, to }];
}

/** A pure layer's packages are a closed list; Node's own modules are never on it. */
function packagesOf([layer, allowed]) {
  const comment = `src/${layer} may import these packages: ${allowed.join(', ') || 'none'}.`;
  const from = { path: `^src/${layer}/` };
  const named = allowed.map((name) => `^node_modules/(@types/)?${name}[a-z-]*/`);
  const to = { path: '^node_modules/', ...(named.length > 0 ? { pathNot: named } : {}) };
  return { name: `packages-${layer}`, severity: 'error', comment, from, to };
}

module.exports = {
  forbidden: [
    ...Object.entries(mayImport).flatMap(arrowsOf),
    ...Object.entries(packages).map(packagesOf),
    {
      name: 'arrow-lessons',
      severity: 'error',
      comment: 'A lesson is content: it imports only the lesson format and the model.',
      from: { path: '^lessons/' },
      to: { path: `${folder(layers.filter((name) => !['sim', 'lesson'].includes(name)))}|^node_modules/` },
    },
    {
      name: 'lessons-apart',
      severity: 'error',
      comment: 'No lesson reads the files of another.',
      from: { path: '^lessons/([^/]+)/' },
      to: { path: '^lessons/', pathNot: '^lessons/$1/' },
    },
    {
      name: 'resources-know-no-room',
      severity: 'error',
      comment: 'Resources are pure arithmetic: they import no room.',
      from: { path: '^src/sim/resources/' },
      to: { path: '^src/sim/rooms/' },
    },
    {
      name: 'nobody-imports-apps-or-scripts',
      severity: 'error',
      comment: 'Apps and build scripts stand at the top: nothing below them knows them.',
      from: { path: '^(src|lessons)/', pathNot: '^src/(apps|build)/' },
      to: { path: '^src/(apps|build)/' },
    },
    {
      name: 'node-only-in-build',
      severity: 'error',
      comment: 'What runs in a browser cannot import the modules of Node.',
      from: { path: '^(src|lessons)/', pathNot: '^src/build/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'product-needs-dependency',
      severity: 'error',
      comment:
        'A package that the pages load belongs into dependencies, not devDependencies. The example deck stands apart.',
      from: { path: '^src/', pathNot: '^src/(build|apps/deck)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '^node_modules/@types/',
      },
    },
    {
      name: 'no-circular',
      severity: 'error',
      comment:
        'Two files that need each other are one, or lack a third. A component may draw itself inside itself.',
      from: { path: '^(.+)$' },
      to: { circular: true, pathNot: '^$1$', viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'A module that imports nothing and that nobody imports, not even a test, is dead.',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: ['\\.d\\.ts$', '^src/build/[^/]+\\.(ts|mjs)$', '^src/apps/[^/]+/main\\.ts$'],
      },
      to: {},
    },
    {
      name: 'not-resolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules' },
    exclude: { path: '^(dist|node_modules/\\.)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'browser', 'default', 'types'],
      extensions: ['.ts', '.svelte', '.svelte.ts', '.mjs', '.js', '.d.ts', '.json'],
    },
  },
};
