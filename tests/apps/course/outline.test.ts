// The plan of the course: complete, in order, and in agreement with the lesson folders.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lessonCount, order, placeInCourse } from '../../../src/apps/course/order';
import { findLesson, units } from '../../../src/apps/course/outline';
import { pageWords } from '../../../src/i18n/pages';

const planned = units.flatMap((unit) => unit.lessons);

function lessonFolders(): string[] {
  return readdirSync('lessons', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

describe('outline', () => {
  it('numbers nineteen lessons in five units without a gap', () => {
    expect(units.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(planned.map(({ number }) => number)).toEqual(Array.from({ length: 19 }, (_, index) => index + 1));
    expect(lessonCount).toBe(19);
    expect(units.map(({ lessons }) => lessons.map(({ slug }) => slug))).toEqual(order);
  });

  it('takes each slug from the title, and each once', () => {
    const slug = (title: string) =>
      title
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '');
    expect(planned.map((lesson) => lesson.slug)).toEqual(planned.map((lesson) => slug(lesson.title)));
    expect(new Set(planned.map((lesson) => lesson.slug)).size).toBe(19);
  });

  it('asks one question in each lesson', () => {
    expect(planned.filter(({ question }) => !question.endsWith('?'))).toEqual([]);
  });

  it('says of each lesson what one can do after it', () => {
    const { able } = pageWords.units;
    expect(Object.keys(able)).toEqual(planned.map(({ slug }) => slug));
    expect(Object.values(able).filter((text) => !/^[a-z].*\.$/.test(text))).toEqual([]);
  });

  it('knows every lesson folder under its number', () => {
    const names = planned.map(({ number, slug }) => `${String(number).padStart(2, '0')}-${slug}`);
    expect(lessonFolders().filter((name) => !names.includes(name))).toEqual([]);
  });

  it('says of every lesson that is there what the lesson says of itself', () => {
    const titles = lessonFolders().map((name) => {
      const [, front = ''] = readFileSync(`lessons/${name}/lesson.md`, 'utf8').split('---');
      const { title, question, unit } = parse(front) as Record<string, unknown>;
      return { slug: name.slice(3), title, question, unit };
    });
    const plan = titles.map(({ slug }) => {
      const found = findLesson(slug);
      return { slug, title: found?.lesson.title, question: found?.lesson.question, unit: found?.unit.number };
    });
    expect(titles.length).toBeGreaterThan(0);
    expect(titles).toEqual(plan);
  });

  it('finds a lesson with its unit', () => {
    expect(findLesson('one-kernel-falls')).toMatchObject({ unit: { number: 3 }, lesson: { number: 10 } });
    expect(placeInCourse('one-kernel-falls')).toEqual({ unit: 3, lesson: 10 });
    expect([findLesson('no-such-lesson'), placeInCourse('no-such-lesson')]).toEqual([undefined, undefined]);
  });
});
