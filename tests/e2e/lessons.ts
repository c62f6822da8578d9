// The lessons that are there, by the slugs of their folders.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadLesson } from '../../src/build/lessons/loadLesson';
import type { LessonPage } from '../../src/lesson/format';

const top = new URL('../../lessons/', import.meta.url);
const folders = readdirSync(fileURLToPath(top)).filter((name) => /^\d\d-/.test(name));
const slugOf = (folder: string) => folder.replace(/^\d\d-/, '');

/** Slugs in the order of their numbers; works-on-my-machine for `01-works-on-my-machine`. */
export const slugs = folders.sort().map(slugOf);

/** What the lesson.md of a slug says. */
export function lessonAt(slug: string): LessonPage {
  const folder = folders.find((each) => slugOf(each) === slug) ?? slug;
  return loadLesson(fileURLToPath(new URL(folder, top))).page;
}
