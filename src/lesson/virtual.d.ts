// What the lessons plugin of src/build offers as modules.
declare module 'virtual:lessons' {
  /** Every lesson folder in order of its number. */
  export const lessons: readonly import('./format').LessonEntry[];
}
declare module '*/lesson.md' {
  /** The typed page. */
  export const page: import('./format').LessonPage;
}

/** What the dockerfiles plugin of src/build offers: instructions as JSON, for the field `recipe` of a repository. */
declare module '*.Dockerfile' {
  const recipe: string;
  export default recipe;
}
