// Words around a lesson: predictions, tasks, hints, progress. The lesson's own text is in its folder.

/** Messages of `src/view/lesson`. */
export const lesson = {};
