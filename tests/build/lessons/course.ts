// Lesson folders on disk for tests: the skeleton of a new lesson, with one text replaced.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { skeleton } from '../../../src/build/newLesson/skeleton';

/** The lesson of these folders. */
export const LESSON = '03-small-lesson';

const plan = { title: 'Small lesson', question: 'What falls?', unit: 1, recalls: 'first-lesson' };

/** A course with one lesson; it lies inside the project, so that its modules find `../../src`. */
export interface TestCourse {
  readonly path: string;
  readonly lesson: string;
  /** Replaces a text in a file of the lesson; it must be there. Returns the line on which it stood. */
  replace(file: string, from: string, to: string): number;
  remove(): void;
}

/** Writes a course with the skeleton as its one lesson. */
export function createCourse(): TestCourse {
  const cache = resolve('node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const path = mkdtempSync(join(cache, 'course-'));
  const lesson = join(path, LESSON);
  mkdirSync(lesson);
  const source = resolve('src');
  for (const [name, text] of Object.entries(skeleton(plan)))
    writeFileSync(join(lesson, name), text.replaceAll('../../src', source));
  return {
    path,
    lesson,
    replace(file, from, to) {
      const name = join(lesson, file);
      const text = readFileSync(name, 'utf8');
      const index = text.indexOf(from);
      if (index < 0) throw new Error(`${file} does not hold "${from}"`);
      writeFileSync(name, text.replace(from, to));
      return text.slice(0, index).split('\n').length;
    },
    remove: () => rmSync(path, { recursive: true }),
  };
}
