// The order of the course: units, and the slugs of their lessons. What they are called stands in outline.ts.
// A slug never changes once it is published: progress and slides refer to it.

/** Slugs of the lessons, by unit. */
export const order: readonly (readonly string[])[] = [
  ['works-on-my-machine', 'many-computers-in-one', 'what-a-guest-os-costs', 'snapshot-roll-back-clone-move'],
  ['a-box-around-processes', 'images-are-layers', 'build-it-again', 'fair-shares', 'how-many-fit'],
  ['one-kernel-falls', 'breaking-out', 'whose-kernel-is-it', 'who-picks-it-up'],
  ['monolith-or-services', 'where-does-it-go', 'a-host-dies', 'follow-the-load', 'ship-a-new-version'],
  ['the-big-sale'],
];

/** How many lessons the course will have. */
export const lessonCount = order.flat().length;

/** Numbers of a unit and of a lesson, each from 1 through the whole course. */
export interface PlaceInCourse {
  readonly unit: number;
  readonly lesson: number;
}

/** Where a lesson stands in the course, or undefined for a slug that is not planned. */
export function placeInCourse(slug: string): PlaceInCourse | undefined {
  const lesson = order.flat().indexOf(slug) + 1;
  return lesson === 0 ? undefined : { unit: order.findIndex((unit) => unit.includes(slug)) + 1, lesson };
}
