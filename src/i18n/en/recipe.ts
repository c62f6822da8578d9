// A Dockerfile with what builds made of it, and the field in which it is edited, in English.

/** Messages of `src/words/recipe` and of the view that shows it. */
export const enRecipe = {
  title: (repository: string) => `Dockerfile of ${repository}`,
  /** What became of a line in the last build. */
  cached: 'from the cache',
  ran: (time: string) => `done in ${time}`,
  /** In less than a millisecond. */
  ranAtOnce: 'done at once',
  running: (time: string) => `takes ${time}`,
  failed: 'failed here',
  /** It only describes the image. */
  noted: 'noted: no layer',
  /** It stands in a stage that the image does not need. */
  skipped: 'left out: nothing needs this stage',
  edit: 'Edit the Dockerfile',
  field: 'Dockerfile',
  commit: 'Commit the Dockerfile',
  leave: 'Leave it as it is',
  committed: 'Committed. It counts from the next build on.',
  tooLong: 'That is too long for a link to this page. Leave some lines out, and commit it then.',
  notCommitted: 'It could not be read, so nothing was committed. What you typed is still here: try again.',
};

/** The same in any language. */
export type RecipeMessages = typeof enRecipe;
