// Words of an embedded stage.

/** Messages of `src/apps/embed`. */
export const enEmbed = {
  stage: (lesson: string | null) =>
    lesson === null ? 'An interactive stage' : `${lesson}: an interactive stage`,
  noLesson: (wanted: string | null) =>
    wanted === null
      ? 'This frame needs ?lesson=… with the name of a lesson in its address.'
      : `There is no lesson "${wanted}" here. Mend the address of this frame.`,
  lessons: 'All lessons of the course',
  failed: 'The stage could not be shown. Load the page again.',
};

/** What a language has to say. */
export type EmbedWords = typeof enEmbed;
