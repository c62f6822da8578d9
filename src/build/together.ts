// Which modules of later parts lie in one file. A file for each set of parts that share a module would be a hundred: the
// first view lists the name of each, and what lies in one file is compressed as one text.

/** By the name of the file, its modules in `src/`; what only they need comes along. A module is taken by the first. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  // Those that lessons need before anything runs lie apart from what needs them as well.
  units: ['sim/resources/units.ts'],
  names: ['sim/resources/keyword.ts', 'sim/rooms/filesystem/text.ts', 'sim/rooms/namespaces/names.ts'],
  dialogs: [
    'apps/course/GoToDialog.svelte',
    'apps/course/KeysDialog.svelte',
    'apps/course/Settings.svelte',
    'i18n/keys.ts',
    'view/shell/Dialog.svelte',
    'view/shell/SwitchField.svelte',
  ],
  // With what checks of lessons reckon with: these may not fail where the engine is lost.
  parts: [
    'apps/course/OtherForms.svelte',
    'apps/course/lessonParts.ts',
    'i18n/en/desk.ts',
    'i18n/en/steps.ts',
    'lesson/reading.ts',
    'sim/engine/number.ts',
    'sim/resources/reclaim.ts',
    'sim/rooms/host/facts.ts',
    'playback/lesson/laterPlaces.ts',
    'view/lesson/BlockText.svelte',
    'view/lesson/parts.ts',
    'view/shell/MoreButton.svelte',
  ],
  engine: ['playback/engine.ts', 'sim/basicModel.ts', 'sim/worldRun.ts'],
  // What the scene in words needs without the picture's parts.
  gauges: ['words/gauges.ts'],
  disks: ['words/disk.ts'],
  marks: ['layout/gauge/memoryLimits.ts', 'view/stage/marks.ts'],
  DiskStrip: ['layout/stage/moves.ts', 'view/stage/DiskStrip.svelte'],
  pages: ['apps/course/outline.ts', 'apps/course/unitList.ts', 'i18n/pages.ts'],
  sharing: ['i18n/sharing.ts', 'view/share/save.ts'],
  // With what is said of a run: nothing is done without it.
  LiveTools: [
    'apps/course/LiveTools.svelte',
    'layout/timeline/histories.ts',
    'layout/timeline/phases.ts',
    'words/command.ts',
    'words/fact.ts',
    'words/refusal.ts',
    'words/runs.ts',
    'words/then.ts',
  ],
};

/** Modules that lie in one file with others, from the top of the project on. */
export const gathered: readonly string[] = Object.values(TOGETHER)
  .flat()
  .map((path) => `src/${path}`);

/** The files of the course as the bundler is told: what a first view needs is one of them. */
export const fileGroups = [
  { name: 'course', tags: ['$initial' as const] },
  ...Object.entries(TOGETHER).map(([name, paths]) => ({
    name,
    test: (id: string) => paths.some((path) => id.endsWith(`/src/${path}`)),
  })),
];
